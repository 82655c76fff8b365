//! Tables for spreadsheet programs: CSV (RFC 4180) in UTF-8, in which no cell is a formula.

/// The byte order mark with which a table begins.
pub const MARK: &str = "\u{feff}";

/// A table with its head.
///
/// It begins with a byte order mark, without which spreadsheet programs take UTF-8 for something
/// else and Arabic for noise. A cell that a program would take for a formula has a `'` before it
/// (OWASP, "CSV Injection").
///
/// # Errors
/// None that can happen: writing into memory does not fail.
pub fn table<R: AsRef<str>>(
    head: &[&str],
    rows: impl IntoIterator<Item = Vec<R>>,
) -> Result<Vec<u8>, csv::Error> {
    let mut writer =
        csv::WriterBuilder::new().terminator(csv::Terminator::CRLF).from_writer(MARK.as_bytes().to_vec());
    writer.write_record(head)?;
    for row in rows {
        writer.write_record(row.iter().map(|cell| plain(cell.as_ref())))?;
    }
    writer.into_inner().map_err(|error| csv::Error::from(error.into_error()))
}

/// The cell as a spreadsheet program shows it, and not as it would reckon it.
fn plain(cell: &str) -> String {
    // Some programs skip blanks before they look for a formula.
    let first = cell.trim_start().chars().next();
    let formula = matches!(first, Some('=' | '+' | '-' | '@' | '＝' | '＋' | '－' | '＠'));
    let control = cell.starts_with(['\t', '\r', '\n']);
    if formula || control { format!("'{cell}") } else { cell.to_owned() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_cell_is_a_formula() {
        let rows = vec![vec!["=1+1", " @SUM(A1)", "-2"], vec!["حلب, \"a\"", "a\nb", "plain"]];
        let text = String::from_utf8(table(&["a", "b", "c"], rows).unwrap()).unwrap();
        assert_eq!(text, "\u{feff}a,b,c\r\n'=1+1,' @SUM(A1),'-2\r\n\"حلب, \"\"a\"\"\",\"a\nb\",plain\r\n");
    }
}
