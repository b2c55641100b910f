//! From bytes to a table: encodings, separators, workbooks.

use crate::transfer::model::{LARGEST_FILE, LONGEST_FILE, Problem, Table};
use calamine::{Data, Reader, Sheets, XlsxError, open_workbook_auto_from_rs};
use kernel::{Duration, NaiveDate};
use std::{collections::BTreeMap, io::Cursor};

/// Reads a file of either kind; what it is shows in its first bytes, not in its name.
pub(crate) fn table(bytes: &[u8]) -> Result<Table, Problem> {
    if bytes.len() > LARGEST_FILE {
        let megabytes = LARGEST_FILE / 1024 / 1024;
        return Err(Problem::file("transfer-too-large").with("most", megabytes));
    }
    let mut table = match bytes {
        _ if bytes.iter().all(u8::is_ascii_whitespace) => return Err(Problem::file("transfer-empty")),
        // A workbook is a zip archive; the old kind is an OLE container.
        [b'P', b'K', 3, 4, ..] | [0xD0, 0xCF, 0x11, 0xE0, ..] => workbook(bytes)?,
        _ => separated(bytes)?,
    };
    table.rows.retain(|(_, cells)| cells.iter().any(|cell| !cell.trim().is_empty()));
    if table.rows.len() > LONGEST_FILE {
        let rows = table.rows.len();
        return Err(Problem::file("transfer-too-long").with("rows", rows).with("most", LONGEST_FILE));
    }
    Ok(table)
}

/// The text of a file, whatever its encoding; a notice says when it was not UTF-8.
fn decoded(bytes: &[u8]) -> Result<(String, Option<Problem>), Problem> {
    let (text, notice) = match bytes {
        [0xEF, 0xBB, 0xBF, rest @ ..] if std::str::from_utf8(rest).is_ok() => (String::from_utf8_lossy(rest), None),
        [0xFF, 0xFE, ..] | [0xFE, 0xFF, ..] => {
            let (text, encoding, broken) = encoding_rs::UTF_16LE.decode(bytes);
            if broken {
                return Err(Problem::file("transfer-binary"));
            }
            (text, Some(encoding.name()))
        }
        _ => match std::str::from_utf8(bytes) {
            Ok(text) => (text.into(), None),
            Err(_) => (encoding_rs::WINDOWS_1252.decode_without_bom_handling(bytes).0, Some("Windows-1252")),
        },
    };
    // Texts have no control signs but line ends and tabs; other files do.
    if text.chars().any(|c| c.is_control() && !matches!(c, '\n' | '\r' | '\t')) {
        return Err(Problem::file("transfer-binary"));
    }
    let notice = notice.map(|name| Problem::file("transfer-encoding").with("encoding", name));
    Ok((text.into_owned(), notice))
}

fn separated(bytes: &[u8]) -> Result<Table, Problem> {
    let (text, notice) = decoded(bytes)?;
    // Excel may say the separator in a line of its own.
    let text = text.replace("\r\n", "\n").replace('\r', "\n");
    let (text, before) = match text.split_once('\n') {
        Some((first, rest)) if first.trim().to_lowercase().starts_with("sep=") => (rest, 1),
        _ => (text.as_str(), 0),
    };
    let separator = separator(text);
    if let Some(line) = open_quote(text, separator) {
        let row = u32::try_from(line + before).unwrap_or(u32::MAX);
        return Err(Problem::row(row, "transfer-quote-open"));
    }
    let mut reader =
        csv::ReaderBuilder::new().delimiter(separator).has_headers(false).flexible(true).from_reader(text.as_bytes());
    let mut table = Table { notices: notice.into_iter().collect(), ..Table::default() };
    for record in reader.records() {
        let record = record.map_err(|_| Problem::file("transfer-binary"))?;
        let line = record.position().map_or(0, |position| line(text, position)) + before;
        let row = u32::try_from(line).unwrap_or(u32::MAX);
        let cells: Vec<String> = record.iter().map(|cell| cell.trim().to_owned()).collect();
        if table.header.is_empty() {
            table.header = without_empty_end(cells);
        } else {
            table.rows.push((row, cells));
        }
    }
    Ok(table)
}

/// The line on which a record begins: its position is that of the empty lines before it.
fn line(text: &str, position: &csv::Position) -> u64 {
    let from = usize::try_from(position.byte()).unwrap_or(usize::MAX);
    let rest = text.as_bytes().get(from..).unwrap_or_default();
    position.line() + rest.iter().take_while(|byte| **byte == b'\n').count() as u64
}

/// The line on which a cell in quotes begins that nothing closes: it goes on to the end of the text,
/// or over lines to a quote that opens another cell. The lines between would be lost in it.
fn open_quote(text: &str, separator: u8) -> Option<u64> {
    #[derive(Clone, Copy, PartialEq)]
    enum Within {
        Start,
        Plain,
        Quoted,
        Closed,
    }
    let (mut within, mut line, mut from) = (Within::Start, 1, 0);
    for byte in text.bytes() {
        within = match (within, byte) {
            (Within::Start, b'"') => {
                from = line;
                Within::Quoted
            }
            (Within::Quoted, b'"') => Within::Closed,
            // Two quotes are one in the text.
            (Within::Quoted, _) | (Within::Closed, b'"') => Within::Quoted,
            (_, b'\n') => Within::Start,
            (_, sign) if sign == separator => Within::Start,
            (Within::Closed, _) if line > from => return Some(from),
            _ => Within::Plain,
        };
        line += u64::from(byte == b'\n');
    }
    (within == Within::Quoted).then_some(from)
}

/// Columns without a heading at the end are what a spreadsheet left over.
fn without_empty_end(mut header: Vec<String>) -> Vec<String> {
    while header.last().is_some_and(String::is_empty) {
        header.pop();
    }
    header
}

/// The separator that stands most often in the first line, outside quotes: comma, semicolon or tab.
fn separator(text: &str) -> u8 {
    let mut quoted = false;
    let mut counts = [(b',', 0), (b';', 0), (b'\t', 0)];
    for byte in text.trim_start().bytes() {
        match byte {
            b'"' => quoted = !quoted,
            b'\n' if !quoted => break,
            _ if quoted => {}
            _ => counts.iter_mut().filter(|(sign, _)| *sign == byte).for_each(|(_, count)| *count += 1),
        }
    }
    // On equal counts the comma wins.
    counts.iter().rev().max_by_key(|(_, count)| *count).map_or(b',', |(sign, _)| *sign)
}

fn workbook(bytes: &[u8]) -> Result<Table, Problem> {
    let mut workbook = open_workbook_auto_from_rs(Cursor::new(bytes.to_vec())).map_err(unreadable)?;
    for name in workbook.sheet_names() {
        let mut table = Table::default();
        for (row, cells) in grid(&mut workbook, &name)? {
            if table.header.is_empty() {
                table.header = without_empty_end(cells);
            } else {
                table.rows.push((row + 1, cells));
            }
        }
        if !table.header.is_empty() {
            return Ok(table);
        }
    }
    Err(Problem::file("transfer-empty"))
}

fn unreadable<E>(_: E) -> Problem {
    Problem::file("transfer-workbook")
}

/// How many rows and columns of a workbook are read: more than a register has, with room for empty
/// rows in between.
const DEEPEST: u32 = 6_000;
const WIDEST: u32 = 200;

/// The rows that have anything in them, by their place from 0.
type Grid = BTreeMap<u32, Vec<String>>;

/// Reads a sheet cell by cell where that can be done: a range has room for every cell up to the
/// last one, and one stray cell at the far end of a sheet would ask for more memory than there is.
fn grid(workbook: &mut Sheets<Cursor<Vec<u8>>>, name: &str) -> Result<Grid, Problem> {
    let mut grid = Grid::new();
    match workbook {
        Sheets::Xlsx(book) => {
            let mut cells = match book.worksheet_cells_reader(name) {
                // A sheet that is a chart has no cells.
                Err(XlsxError::NotAWorksheet(_)) => return Ok(grid),
                reader => reader.map_err(unreadable)?,
            };
            while let Some(found) = cells.next_cell().map_err(unreadable)? {
                put(&mut grid, found.get_position(), &Data::from(found.get_value().clone()))?;
            }
        }
        Sheets::Xlsb(book) => {
            let mut cells = book.worksheet_cells_reader(name).map_err(unreadable)?;
            while let Some(found) = cells.next_cell().map_err(unreadable)? {
                put(&mut grid, found.get_position(), &Data::from(found.get_value().clone()))?;
            }
        }
        other => {
            let range = other.worksheet_range(name).map_err(unreadable)?;
            let (top, left) = range.start().unwrap_or_default();
            let at = |first: u32, offset: usize| first.saturating_add(u32::try_from(offset).unwrap_or(u32::MAX));
            for (row, column, data) in range.used_cells() {
                put(&mut grid, (at(top, row), at(left, column)), data)?;
            }
        }
    }
    Ok(grid)
}

/// Puts a cell in its place, unless it lies far from any table.
fn put(grid: &mut Grid, (row, column): (u32, u32), data: &Data) -> Result<(), Problem> {
    let text = cell(data);
    if text.is_empty() {
        return Ok(());
    }
    if row >= DEEPEST || column >= WIDEST {
        let stray = Problem::row(row.saturating_add(1), "transfer-stray").with("rows", DEEPEST).with("columns", WIDEST);
        return Err(Problem { column: Some(letters(column)), ..stray });
    }
    let (cells, place) = (grid.entry(row).or_default(), column as usize);
    if cells.len() <= place {
        cells.resize(place + 1, String::new());
    }
    cells[place] = text;
    Ok(())
}

/// The letters over a column, counted from 0.
fn letters(column: u32) -> String {
    let last = char::from(b'A' + u8::try_from(column % 26).unwrap_or_default());
    if column < 26 { last.to_string() } else { format!("{}{last}", letters(column / 26 - 1)) }
}

/// A cell as somebody would type it.
fn cell(data: &Data) -> String {
    match data {
        Data::Empty => String::new(),
        Data::DateTime(day) => excel_day(day.as_f64()).map_or_else(|| day.as_f64().to_string(), |day| day.to_string()),
        Data::DateTimeIso(text) => text.split('T').next().unwrap_or(text).to_owned(),
        other => other.to_string().trim().to_owned(),
    }
}

/// Excel counts days from 30 December 1899.
fn excel_day(days: f64) -> Option<NaiveDate> {
    if !(1.0..2_958_466.0).contains(&days) {
        return None;
    }
    let whole = days.floor() as i64;
    NaiveDate::from_ymd_opt(1899, 12, 30)?.checked_add_signed(Duration::days(whole))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn key(bytes: &[u8]) -> String {
        table(bytes).unwrap_err().what.key
    }

    #[test]
    fn a_file_that_is_no_table_says_so() {
        assert_eq!(key(b""), "transfer-empty");
        assert_eq!(key(b" \r\n \n"), "transfer-empty");
        assert_eq!(key(&[0x89, b'P', b'N', b'G', 0, 1, 2]), "transfer-binary");
        assert_eq!(key(b"PK\x03\x04 not a workbook"), "transfer-workbook");
        assert_eq!(key(&vec![b'a'; LARGEST_FILE + 1]), "transfer-too-large");
        let long = format!("name\n{}", "x\n".repeat(LONGEST_FILE + 1));
        assert_eq!(key(long.as_bytes()), "transfer-too-long");
    }

    #[test]
    fn separators_and_encodings_are_found_out() {
        let plain = table("name,town\nNèP,Como\n\nIl Fiore,Magenta\n".as_bytes()).unwrap();
        assert_eq!(plain.header, ["name", "town"]);
        assert_eq!(
            plain.rows,
            [(2, vec!["NèP".into(), "Como".into()]), (4, vec!["Il Fiore".into(), "Magenta".into()])]
        );
        let semicolon = table("\u{feff}name;town\r\nNèP;Como\r\n".as_bytes()).unwrap();
        assert_eq!((semicolon.header.len(), semicolon.rows[0].1[0].as_str()), (2, "NèP"));
        let excel = table("sep=;\nname;town\nA;B\n".as_bytes()).unwrap();
        assert_eq!(excel.rows[0].0, 3);
        let old = table(b"name;town\nN\xe8P;Citt\xe0\n").unwrap();
        assert_eq!((old.rows[0].1[0].as_str(), old.notices.len()), ("NèP", 1));
        let quoted = table(b"\"name; or so\",town\n\"A, B\",C\n").unwrap();
        assert_eq!(quoted.rows[0].1, ["A, B", "C"]);
        let wide: Vec<u8> = "name\tè\nA\tB\n".encode_utf16().flat_map(u16::to_le_bytes).collect();
        let wide = [vec![0xFF, 0xFE], wide].concat();
        assert_eq!(table(&wide).unwrap().header, ["name", "è"]);
    }

    #[test]
    fn a_quote_that_nothing_closes_is_named_by_the_row_where_it_opens() {
        let row = |text: &str| {
            let wrong = table(text.as_bytes()).unwrap_err();
            assert_eq!(wrong.what.key, "transfer-quote-open");
            wrong.row
        };
        assert_eq!(row("name,town\nAriadne,Bolzano\n\"Il Fiore,Magenta\nItaca,Parma\n"), Some(3));
        assert_eq!(row("sep=;\nname;town\n\"Il Fiore;Magenta\n\"Itaca\";Parma\n"), Some(3));
        assert_eq!(row("\"name,town\nItaca,Parma\n"), Some(1));
        let good = table(b"name,town\n\"Il\nFiore\",\"He said \"\"yes\"\"\"\nA \"B,C\n").unwrap();
        assert_eq!(good.rows.len(), 2);
        assert_eq!(good.rows[0].1, ["Il\nFiore", "He said \"yes\""]);
    }

    #[test]
    fn a_stray_cell_far_from_the_table_is_named_and_asks_for_no_memory() {
        for (row, column, name) in [(1_048_575, 16_383, "XFD"), (DEEPEST, 1, "B"), (1, 200, "GS")] {
            let mut workbook = rust_xlsxwriter::Workbook::new();
            let sheet = workbook.add_worksheet();
            sheet.write_string(0, 0, "name").unwrap();
            sheet.write_string(row, column, "x").unwrap();
            let wrong = table(&workbook.save_to_buffer().unwrap()).unwrap_err();
            let said = (wrong.row, wrong.column.as_deref(), wrong.what.key.as_str());
            assert_eq!(said, (Some(row + 1), Some(name), "transfer-stray"));
        }
    }

    #[test]
    fn a_table_may_begin_anywhere_on_a_sheet() {
        let mut workbook = rust_xlsxwriter::Workbook::new();
        let sheet = workbook.add_worksheet();
        for (row, column, text) in [(2, 1, "name"), (2, 2, "town"), (3, 2, "Como"), (5, 1, "NèP")] {
            sheet.write_string(row, column, text).unwrap();
        }
        let read = table(&workbook.save_to_buffer().unwrap()).unwrap();
        assert_eq!(read.header, ["", "name", "town"]);
        let rows = [(4, vec![String::new(), String::new(), "Como".into()]), (6, vec![String::new(), "NèP".into()])];
        assert_eq!(read.rows, rows);
    }

    #[test]
    fn days_of_a_workbook_are_days() {
        assert_eq!(excel_day(45_992.5), NaiveDate::from_ymd_opt(2025, 12, 1));
        assert_eq!(excel_day(-3.0), None);
    }
}
