//! From records to a file.

use super::guarded;
use crate::organisation::model::{Field, Sheet};
use rust_xlsxwriter::{Format, Workbook, XlsxError};

/// A line of the file that is saved: the sheet, how it stands, and the address of its page.
pub(crate) struct Saved {
    /// What it says.
    pub sheet: Sheet,
    /// `confirmed`, `waiting` or `closed`.
    pub state: &'static str,
    /// The address of its page within the site.
    pub page: String,
}

fn headings() -> impl Iterator<Item = &'static str> {
    Field::ALL.into_iter().map(Field::code).chain(["state", "page"])
}

fn cells(saved: &Saved) -> impl Iterator<Item = String> {
    let own = [saved.state.to_owned(), saved.page.clone()];
    Field::ALL.into_iter().map(|field| saved.sheet.written(field)).chain(own)
}

/// As comma-separated values, UTF-8. No text runs as a formula.
///
/// # Errors
/// When the writer fails, which memory does not.
pub(crate) fn csv(lines: &[Saved]) -> Result<Vec<u8>, csv::Error> {
    let mut writer = csv::Writer::from_writer(Vec::new());
    writer.write_record(headings())?;
    for line in lines {
        writer.write_record(cells(line).map(|cell| guarded(&cell)))?;
    }
    writer.into_inner().map_err(|error| error.into_error().into())
}

/// As a workbook: numbers are numbers, all else is text and never a formula.
///
/// # Errors
/// When a text is longer than a cell may be.
pub(crate) fn xlsx(lines: &[Saved]) -> Result<Vec<u8>, XlsxError> {
    let mut workbook = Workbook::new();
    let sheet = workbook.add_worksheet();
    sheet.set_name("register")?;
    let bold = Format::new().set_bold();
    for (column, heading) in (0_u16..).zip(headings()) {
        sheet.write_string_with_format(0, column, heading, &bold)?;
    }
    sheet.set_freeze_panes(1, 1)?;
    sheet.set_column_width(0, 40)?;
    for (row, line) in (1_u32..).zip(lines) {
        for (column, (place, cell)) in (0_u16..).zip(cells(line).enumerate()) {
            let number = Field::ALL.get(place).is_some_and(|field| Field::NUMBERS.contains(field));
            match cell.parse::<u32>() {
                Ok(count) if number => sheet.write_number(row, column, f64::from(count))?,
                _ if cell.is_empty() => continue,
                _ => sheet.write_string(row, column, &cell)?,
            };
        }
    }
    workbook.save_to_buffer()
}
