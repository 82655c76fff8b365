//! How well the reader reads letters whose signatories somebody has read by hand.

use std::fmt;
use std::path::{Path, PathBuf};

use serde_json::Value;

use super::folding::fold;
use super::understand;
use crate::error::Fault;

/// The figures of one letter.
#[derive(Debug, Clone, Default)]
pub struct Figures {
    /// The folder.
    pub letter: String,
    /// How many signatories there are.
    pub expected: usize,
    /// How many of them were found.
    pub found: usize,
    /// How many of those stand under the right heading.
    pub right_group: usize,
    /// How many of those have the name (without acronym and country) that was read by hand.
    pub right_name: usize,
    /// What was not found, as printed.
    pub missed: Vec<String>,
    /// What was found and is no signatory.
    pub invented: Vec<String>,
    /// How many gaps and repetitions its numbering has.
    pub gaps: usize,
    /// How many of them were reported.
    pub reported: usize,
    /// How many names are withheld and how many individuals there are, where somebody counted them.
    pub apart: Option<(usize, usize)>,
    /// How many of both were found.
    pub found_apart: (usize, usize),
    /// All doubts.
    pub doubts: usize,
}

impl fmt::Display for Figures {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let percent =
            |part: usize| if self.expected == 0 { 100.0 } else { 100.0 * part as f64 / self.expected as f64 };
        write!(
            f,
            "{:<32} {:>8} {:>6} {:>5.1} % {:>11} {:>5.1} % {:>6} {:>8} {:>4} {:>8} {:>6} {:>5.1} %",
            self.letter,
            self.expected,
            self.found,
            percent(self.found),
            self.right_group,
            percent(self.right_group),
            self.missed.len(),
            self.invented.len(),
            self.gaps,
            self.reported,
            self.doubts,
            percent(self.right_name),
        )
    }
}

impl Figures {
    /// The words over the columns.
    pub const HEAD: &'static str = "letter                           expected  found          right group         missed invented gaps reported doubts right name";

    fn add(&mut self, other: &Self) {
        self.expected += other.expected;
        self.found += other.found;
        self.right_group += other.right_group;
        self.right_name += other.right_name;
        self.missed.extend(other.missed.iter().cloned());
        self.invented.extend(other.invented.iter().cloned());
        self.gaps += other.gaps;
        self.reported += other.reported;
        self.doubts += other.doubts;
    }
}

/// Reads `source.txt` (or another kind of file of that name) in every folder below `folder` and compares
/// it with `expected.json` there. The last figures are the sum.
///
/// # Errors
/// A folder or file that cannot be read.
pub fn evaluate(folder: &Path) -> Result<Vec<Figures>, Fault> {
    let mut letters: Vec<_> = std::fs::read_dir(folder)?.flatten().map(|entry| entry.path()).collect();
    letters.retain(|path| source_of(path).is_some() && path.join("expected.json").is_file());
    letters.sort();
    let mut all = Vec::new();
    let mut total = Figures { letter: "total".to_owned(), ..Figures::default() };
    for path in letters {
        let Some(source) = source_of(&path) else { continue };
        let expected: Value = serde_json::from_slice(&std::fs::read(path.join("expected.json"))?)?;
        let letter = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
        let figures = compare(letter, &std::fs::read(&source)?, &source, &expected);
        total.add(&figures);
        all.push(figures);
    }
    all.push(total);
    Ok(all)
}

/// A signatory, to be compared: as printed, name, group.
struct Listed {
    printed: String,
    name: String,
    group: String,
}

fn source_of(folder: &Path) -> Option<PathBuf> {
    ["txt", "md", "csv", "docx"]
        .iter()
        .map(|kind| folder.join("source").with_extension(kind))
        .find(|path| path.is_file())
}

/// The gaps and repetitions in the numbers that somebody read by hand, unless they counted them too.
fn gaps_in(expected: &Value) -> usize {
    let counted = expected.get("gaps").and_then(Value::as_u64);
    counted.map_or_else(|| gaps_in_numbers(expected), |gaps| usize::try_from(gaps).unwrap_or(0))
}

fn gaps_in_numbers(expected: &Value) -> usize {
    let (mut gaps, mut last) = (0, 0);
    for group in expected.get("groups").and_then(Value::as_array).into_iter().flatten() {
        let signatories = group.get("signatories").and_then(Value::as_array).into_iter().flatten();
        for (place, signatory) in signatories.enumerate() {
            let Some(number) = signatory.get("number").and_then(Value::as_u64) else { continue };
            let restarts = place == 0 && number == 1;
            gaps += usize::from(!restarts && number != last + 1);
            last = number;
        }
    }
    gaps
}

fn compare(letter: String, source: &[u8], path: &Path, expected: &Value) -> Figures {
    let mut figures = Figures { letter, gaps: gaps_in(expected), ..Figures::default() };
    let name = path.file_name().map(|name| name.to_string_lossy().into_owned());
    let Ok(understood) = understand(source, None, name.as_deref()) else { return figures };
    let mut found: Vec<Listed> = Vec::new();
    for group in understood.groups() {
        for (_, entry) in &group.entries {
            let name = fold(entry.short_and_further_name().0);
            found.push(Listed { printed: fold(&entry.printed), name, group: fold(&group.heading.name) });
        }
    }
    let doubts = understood.doubts();
    figures.doubts = doubts.len();
    figures.reported = doubts.iter().filter(|doubt| doubt.kind.starts_with("number")).count();
    let individuals = understood
        .all_groups()
        .iter()
        .filter(|group| group.heading.individuals)
        .map(|group| group.entries.len())
        .sum();
    figures.found_apart = (understood.withheld(), individuals);
    let counted =
        |key: &str| expected.get(key).and_then(Value::as_u64).and_then(|count| usize::try_from(count).ok());
    figures.apart = counted("withheld").zip(counted("individuals"));
    let words =
        |value: &Value, key: &str| value.get(key).and_then(Value::as_str).unwrap_or_default().to_owned();
    for group in expected.get("groups").and_then(Value::as_array).into_iter().flatten() {
        let heading = fold(&words(group, "name"));
        for signatory in group.get("signatories").and_then(Value::as_array).into_iter().flatten() {
            figures.expected += 1;
            let printed = fold(&words(signatory, "listed_as"));
            let same = |listed: &Listed| listed.printed == printed;
            let there = found.iter().position(|listed| same(listed) && listed.group == heading);
            match there.or_else(|| found.iter().position(same)) {
                Some(place) => {
                    let listed = found.remove(place);
                    figures.found += 1;
                    figures.right_group += usize::from(listed.group == heading);
                    figures.right_name += usize::from(listed.name == fold(&words(signatory, "name")));
                }
                None => figures.missed.push(words(signatory, "listed_as")),
            }
        }
    }
    figures.invented = found.into_iter().map(|listed| listed.printed).collect();
    figures
}
