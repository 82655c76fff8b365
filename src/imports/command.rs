//! `undersigned import`: what the command line prints.

use std::fmt::Write;
use std::io::Read;
use std::path::Path;

use super::evaluation::{Figures, evaluate};
use super::source::{Format, Unreadable};
use super::understand;
use super::understanding::{Role, Understood};

/// A document with its pictures; whatever is larger is no letter, and is not read to its end.
const LARGEST: u64 = 64 * 1024 * 1024;

/// Reads a letter from a file.
///
/// # Errors
/// A plain sentence: the file is not there, or why it could not be read.
pub fn read_file(file: &Path, format: Option<&str>) -> Result<Understood, String> {
    let format: Option<Format> = format.map(str::parse).transpose()?;
    let opened = |error| format!("{} cannot be opened: {error}", file.display());
    let mut bytes = Vec::new();
    let read = std::fs::File::open(file).map_err(opened)?.take(LARGEST + 1).read_to_end(&mut bytes);
    read.map_err(opened)?;
    if bytes.len() as u64 > LARGEST {
        return Err(Unreadable::TooLong.in_words());
    }
    let name = file.file_name().map(|name| name.to_string_lossy().into_owned());
    understand(&bytes, format, name.as_deref()).map_err(|refusal| refusal.in_words())
}

/// What was understood, for people.
pub fn in_words(understood: &Understood) -> String {
    let mut said = String::new();
    let _ = writeln!(said, "Title:      {}", understood.title());
    let _ = writeln!(said, "Addressees: {}", understood.addressees().replace('\n', "; "));
    let _ = writeln!(said, "Date line:  {}", understood.place_and_date());
    let _ = writeln!(said, "Language:   {}", understood.language);
    let text = understood.lines.iter().filter(|line| line.role == Role::Body).count();
    let _ = writeln!(said, "Text:       {text} lines");
    let _ = writeln!(said, "Signatories: {}", understood.count());
    for group in understood.groups() {
        let name = if group.heading.name.is_empty() { "(no heading)" } else { &group.heading.name };
        let _ = writeln!(said, "\n{name}: {}", group.entries.len());
        for (line, entry) in &group.entries {
            let number = entry.number.map(|number| format!("{number}. ")).unwrap_or_default();
            let more: Vec<&str> = [&entry.acronym, &entry.country, &entry.representative]
                .into_iter()
                .flatten()
                .map(String::as_str)
                .collect();
            let more = if more.is_empty() { String::new() } else { format!(" [{}]", more.join("; ")) };
            let _ = writeln!(said, "  line {line:>4}  {number}{}{more}", entry.name);
        }
    }
    let doubts = understood.doubts();
    let _ = writeln!(said, "\nDoubts: {}", doubts.len());
    for doubt in doubts {
        let _ = writeln!(said, "  line {:>4}  {}", doubt.line, doubt.message);
    }
    said
}

/// The figures over a folder of letters, a line each.
///
/// # Errors
/// A plain sentence: the folder cannot be read.
pub fn figures_in_words(folder: &Path) -> Result<String, String> {
    let all =
        evaluate(folder).map_err(|fault| format!("{} cannot be evaluated: {fault}", folder.display()))?;
    let mut said = format!("{}\n", Figures::HEAD);
    for figures in all {
        let _ = writeln!(said, "{figures}");
        let lists = [("missed", &figures.missed), ("invented", &figures.invented)];
        for (what, names) in lists.into_iter().filter(|_| figures.letter != "total") {
            for name in names {
                let _ = writeln!(said, "    {what}: {name}");
            }
        }
        let (withheld, individuals) = figures.found_apart;
        if let Some((names, people)) = figures.apart.filter(|apart| *apart != figures.found_apart) {
            let _ =
                writeln!(said, "    withheld: {withheld} of {names}; individuals: {individuals} of {people}");
        }
    }
    Ok(said)
}
