//! What the command line says: in the person's language, for people first.

use std::io::{self, Write};
use web::{Arg, T};

/// Where a command writes.
pub struct Console<'o> {
    out: &'o mut (dyn Write + Send),
    t: T,
}

impl std::fmt::Debug for Console<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Console").finish_non_exhaustive()
    }
}

impl<'o> Console<'o> {
    /// A console in a language.
    pub fn new(out: &'o mut (dyn Write + Send), t: T) -> Self {
        Self { out, t }
    }
    /// The texts.
    pub fn t(&self) -> &T {
        &self.t
    }
    /// Writes a line as it is.
    ///
    /// # Errors
    /// As the stream says.
    pub fn line(&mut self, line: impl AsRef<str>) -> io::Result<()> {
        writeln!(self.out, "{}", line.as_ref())?;
        self.out.flush()
    }
    /// Writes a text.
    ///
    /// # Errors
    /// As the stream says.
    pub fn say(&mut self, key: &str) -> io::Result<()> {
        let text = self.t.get(key);
        self.line(text)
    }
    /// Writes a text with things to fill in.
    ///
    /// # Errors
    /// As the stream says.
    pub fn say_with(&mut self, key: &str, args: &[(&str, Arg)]) -> io::Result<()> {
        let text = self.t.args(key, args);
        self.line(text)
    }
    /// Writes a value as JSON.
    ///
    /// # Errors
    /// As the stream says.
    pub fn json(&mut self, value: &impl serde::Serialize) -> io::Result<()> {
        let text = serde_json::to_string_pretty(value)?;
        self.line(text)
    }
    /// Writes rows under headings (keys of texts), each column as wide as it needs.
    ///
    /// # Errors
    /// As the stream says.
    pub fn table(&mut self, headings: &[&str], rows: &[Vec<String>]) -> io::Result<()> {
        let headings: Vec<String> = headings.iter().map(|key| self.t.get(key)).collect();
        let text = columns(&headings, rows);
        self.line(text.trim_end())
    }
}

/// Rows set in columns; the last one may be as long as it likes.
fn columns(headings: &[String], rows: &[Vec<String>]) -> String {
    let all: Vec<&[String]> = std::iter::once(headings).chain(rows.iter().map(Vec::as_slice)).collect();
    let width = |column: usize| all.iter().filter_map(|row| row.get(column)).map(|cell| cell.chars().count()).max();
    let widths: Vec<usize> = (0..headings.len()).map(|column| width(column).unwrap_or(0)).collect();
    let mut text = String::new();
    for (place, row) in all.iter().enumerate() {
        let cells: Vec<String> = row.iter().zip(&widths).map(|(cell, width)| format!("{cell:<width$}")).collect();
        text.push_str(cells.join("  ").trim_end());
        text.push('\n');
        if place == 0 {
            let rule: Vec<String> = widths.iter().map(|width| "─".repeat(*width)).collect();
            text.push_str(&rule.join("  "));
            text.push('\n');
        }
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_stand_under_their_headings() {
        let row = |cells: [&str; 2]| cells.map(str::to_owned).to_vec();
        let text = columns(&row(["Città", "Che cosa"]), &[row(["Reggio Emilia", "x"]), row(["Pré", ""])]);
        let lines: Vec<&str> = text.lines().collect();
        assert_eq!(lines[0], "Città          Che cosa");
        assert_eq!(lines[2], "Reggio Emilia  x");
        assert_eq!(lines[3], "Pré");
    }
}
