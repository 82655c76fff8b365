//! Reading what coordinators paste: addresses as mail programs write them, or a table.
//!
//! Nothing is guessed at and nothing is lost: a line that cannot be read is kept, with its number
//! and with what is wrong with it.

use std::collections::HashSet;

use crate::people::Email;
use crate::text::clean;
use crate::text::words::say;

/// Somebody named by a line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Guest {
    /// Where in what was pasted.
    pub line: u64,
    /// The organization's name; may be empty.
    pub organization: String,
    /// The person's name; may be empty.
    pub person: String,
    /// The address.
    pub email: Email,
    /// The name, acronym or address of a coalition; may be empty.
    pub coalition: String,
}

/// A line that names nobody.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Unreadable {
    /// Where in what was pasted.
    pub line: u64,
    /// What stands there.
    pub words: String,
    /// What is wrong with it: a whole sentence.
    pub why: String,
}

/// What was pasted, read.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Guests {
    /// Those who were understood, each address once.
    pub guests: Vec<Guest>,
    /// What was not.
    pub unreadable: Vec<Unreadable>,
    /// How many addresses stood there a further time.
    pub twice: usize,
}

/// Longer names of organizations and persons are not known; what is longer is no name.
const LONGEST_NAME: usize = 200;
/// How much of a line that cannot be read is shown again.
const SHOWN: usize = 200;

impl Guests {
    /// Takes the guests of another list along.
    pub fn and(mut self, other: Self) -> Self {
        self.guests.extend(other.guests);
        self.unreadable.extend(other.unreadable);
        self.twice += other.twice;
        self.each_once()
    }

    fn each_once(mut self) -> Self {
        let mut seen = HashSet::new();
        let before = self.guests.len();
        self.guests.retain(|guest| seen.insert(guest.email.as_str().to_owned()));
        self.twice += before - self.guests.len();
        self
    }

    fn take(&mut self, line: u64, words: &str, read: Result<Guest, String>) {
        match read {
            Ok(guest) => self.guests.push(guest),
            Err(why) => self.refuse(line, words, &why),
        }
    }

    /// Notes that a line cannot be read.
    pub fn refuse(&mut self, line: u64, words: &str, why: &str) {
        let words = clean::line(words).chars().take(SHOWN).collect();
        self.unreadable.push(Unreadable { line, words, why: why.to_owned() });
    }
}

/// Reads addresses: one on a line, or several with commas or semicolons between them; `a@b.org`,
/// `Amal Haddad <a@b.org>`, `"Haddad, Amal" <a@b.org>`.
pub(super) fn read_addresses(typed: &str) -> Guests {
    let mut guests = Guests::default();
    for (number, line) in (1_u64..).zip(typed.lines()) {
        for entry in entries(line) {
            guests.take(number, &entry, read_entry(number, &entry));
        }
    }
    guests.each_once()
}

/// The entries of a line: between commas and semicolons that stand neither in quotes nor in
/// pointed brackets. A piece without an address before one with it is the first half of a name.
fn entries(line: &str) -> Vec<String> {
    let quotes_close = line.matches('"').count().is_multiple_of(2);
    let (mut entries, mut entry) = (Vec::<String>::new(), String::new());
    let (mut quoted, mut pointed) = (false, false);
    for c in line.chars() {
        match c {
            '"' if quotes_close => quoted = !quoted,
            '<' => pointed = true,
            '>' => pointed = false,
            _ => {}
        }
        let between = matches!(c, ',' | ';' | '،' | '؛') && !quoted && !pointed;
        if between {
            entries.push(std::mem::take(&mut entry));
        } else {
            entry.push(c);
        }
    }
    entries.push(entry);
    let mut whole: Vec<String> = Vec::new();
    for entry in entries.into_iter().filter(|entry| !entry.trim().is_empty()) {
        match whole.last_mut() {
            Some(before) if !before.contains('@') && entry.contains('<') => {
                before.push(',');
                before.push_str(&entry);
            }
            _ => whole.push(entry),
        }
    }
    whole
}

fn read_entry(line: u64, entry: &str) -> Result<Guest, String> {
    let (name, email) = read_mailbox(entry)?;
    Ok(Guest { line, organization: String::new(), person: name, email, coalition: String::new() })
}

/// A name, which may be missing, and an address.
fn read_mailbox(typed: &str) -> Result<(String, Email), String> {
    let cleaned = clean::line(typed);
    let (name, address) = match (cleaned.rsplit_once('<'), cleaned.rsplit_once(' ')) {
        (Some((name, rest)), _) => (name, rest.trim_end().strip_suffix('>').unwrap_or(rest)),
        (None, Some((name, address))) => (name, address),
        (None, None) => ("", cleaned.as_str()),
    };
    let address = address.trim().trim_start_matches("mailto:");
    if !cleaned.contains('@') {
        return Err(say!("invitations-line-no-address"));
    }
    let email = Email::read(address).ok_or_else(|| say!("invitations-line-no-mail-address"))?;
    let name = name.trim().trim_matches(['"', '\'']).trim().replace("\\\"", "\"");
    if name.contains('@') {
        return Err(say!("invitations-line-two-addresses"));
    }
    if name.chars().count() > LONGEST_NAME {
        return Err(say!("invitations-line-name-long"));
    }
    Ok((name, email))
}

/// The columns of a table, where they stand.
#[derive(Debug, Default, Clone, Copy, PartialEq, Eq)]
struct Columns {
    organization: Option<usize>,
    person: Option<usize>,
    email: Option<usize>,
    coalition: Option<usize>,
}

/// The order in which the form asks for the columns; a table without a head is taken for that.
const USUAL: Columns = Columns { organization: Some(0), person: Some(1), email: Some(2), coalition: Some(3) };

const ORGANIZATION: [&str; 9] = [
    "organization",
    "organisation",
    "ngo",
    "cso",
    "organización",
    "المنظمة",
    "منظمة",
    "اسم المنظمة",
    "kurum",
];
const PERSON: [&str; 10] = [
    "person",
    "name",
    "contact",
    "nom",
    "nombre",
    "representative",
    "الاسم",
    "الشخص",
    "full name",
    "focal point",
];
const EMAIL: [&str; 8] =
    ["email", "e-mail", "mail", "address", "courriel", "correo", "البريد", "البريد الإلكتروني"];
const COALITION: [&str; 7] = ["coalition", "alliance", "network", "group", "coalición", "التحالف", "الشبكة"];

impl Columns {
    /// The columns that a head names; `None` for a row that is no head.
    fn of_head(row: &csv::StringRecord) -> Option<Self> {
        let mut columns = Self::default();
        if row.iter().any(|cell| cell.contains('@')) {
            return None;
        }
        for (at, cell) in row.iter().enumerate() {
            let cell = clean::line(cell).to_lowercase();
            let is = |names: &[&str]| {
                names.iter().any(|name| {
                    cell == *name
                        || (!cell.is_empty() && cell.split(' ').next() == Some(*name))
                        || cell.strip_suffix(" name") == Some(*name)
                })
            };
            let column = match () {
                () if is(&EMAIL) => &mut columns.email,
                () if is(&ORGANIZATION) => &mut columns.organization,
                () if is(&COALITION) => &mut columns.coalition,
                () if is(&PERSON) => &mut columns.person,
                () => continue,
            };
            column.get_or_insert(at);
        }
        columns.email.is_some().then_some(columns)
    }

    /// Where the columns stand in a row without a head: the usual order, or, where the address is
    /// somewhere else, what stands before it is organization and person.
    fn of_row(row: &csv::StringRecord) -> Self {
        match row.iter().position(|cell| cell.contains('@')) {
            Some(0) if row.len() == 1 => Self { email: Some(0), ..Self::default() },
            Some(0) => Self { email: Some(0), organization: Some(1), person: Some(2), coalition: Some(3) },
            Some(1) => Self { organization: Some(0), email: Some(1), coalition: Some(2), person: None },
            _ => USUAL,
        }
    }
}

/// Reads a table: organization, person, email, coalition; with a head in any order, or without one
/// in this; commas, semicolons or tabs between the cells.
pub(super) fn read_table(typed: &str) -> Guests {
    // A browser sends CRLF, after which the reader of tables would count a line late.
    let typed = typed.trim_start_matches('\u{feff}').replace("\r\n", "\n");
    let mut guests = Guests::default();
    let mut reader = csv::ReaderBuilder::new()
        .has_headers(false)
        .flexible(true)
        .delimiter(delimiter(&typed))
        .from_reader(typed.as_bytes());
    let mut head = None;
    for (at, row) in reader.records().enumerate() {
        let Ok(row) = row else { continue }; // only bytes that are not UTF-8 do not parse, and a str has none
        let line = row.position().map_or(1, csv::Position::line);
        if row.iter().all(|cell| cell.trim().is_empty()) {
            continue;
        }
        if at == 0 {
            head = Columns::of_head(&row);
            if head.is_some() {
                continue;
            }
        }
        let columns = head.unwrap_or_else(|| Columns::of_row(&row));
        let words = row.iter().collect::<Vec<_>>().join(" · ");
        guests.take(line, &words, read_row(line, &row, columns));
    }
    guests.each_once()
}

fn read_row(line: u64, row: &csv::StringRecord, columns: Columns) -> Result<Guest, String> {
    let cell = |at: Option<usize>| clean::line(at.and_then(|at| row.get(at)).unwrap_or(""));
    let (mut person, organization) = (cell(columns.person), cell(columns.organization));
    let (name, email) = read_mailbox(&cell(columns.email))?;
    if person.is_empty() {
        person = name;
    }
    if organization.chars().count() > LONGEST_NAME || person.chars().count() > LONGEST_NAME {
        return Err(say!("invitations-line-a-name-long"));
    }
    Ok(Guest { line, organization, person, email, coalition: cell(columns.coalition) })
}

/// What stands between the cells: whichever of tab, semicolon and comma the first line has most of.
fn delimiter(typed: &str) -> u8 {
    let first = typed.lines().find(|line| !line.trim().is_empty()).unwrap_or("");
    let count = |c: char| first.matches(c).count();
    let (tabs, semicolons, commas) = (count('\t'), count(';'), count(','));
    match () {
        () if tabs > 0 && tabs >= semicolons && tabs >= commas => b'\t',
        () if semicolons > 0 && semicolons >= commas => b';',
        () => b',',
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn told(guests: &Guests) -> Vec<String> {
        let guests = guests.guests.iter();
        guests.map(|g| format!("{}|{}|{}|{}", g.organization, g.person, g.email, g.coalition)).collect()
    }

    #[test]
    fn addresses_are_read_as_mail_programs_write_them() {
        let typed = "a@example.org\n Amal Haddad <B@Example.org>; \"Haddad, Nour\" <c@example.org>,d@example.org,\n\nHaddad, Omar <e@example.org>\nmailto:f@example.org\nSami g@example.org\na@example.org";
        let read = read_addresses(typed);
        assert_eq!(
            told(&read),
            [
                "||a@example.org|",
                "|Amal Haddad|b@example.org|",
                "|Haddad, Nour|c@example.org|",
                "||d@example.org|",
                "|Haddad, Omar|e@example.org|",
                "||f@example.org|",
                "|Sami|g@example.org|"
            ]
        );
        assert_eq!((read.unreadable.len(), read.twice), (0, 1));
    }

    #[test]
    fn what_is_no_address_is_kept_with_its_line() {
        let read = read_addresses("a@example.org\n\nnobody\nx@@y, b@example.org\n\"open <c@example.org>");
        assert_eq!(told(&read), ["||a@example.org|", "||b@example.org|", "|open|c@example.org|"]);
        let lines: Vec<_> = read.unreadable.iter().map(|u| (u.line, u.words.as_str())).collect();
        assert_eq!(lines, [(3, "nobody"), (4, "x@@y")]);
    }

    #[test]
    fn a_table_has_its_columns_in_any_order() {
        let expected = ["Big Heart|Amal|a@example.org|SNA", "Small, Heart||b@example.org|"];
        let semicolons = "\u{feff}E-Mail;Coalition;Organisation name;Contact person\r\na@example.org;SNA;Big Heart;Amal\r\n;;;\r\nb@example.org;;\"Small, Heart\";\r\n";
        assert_eq!(told(&read_table(semicolons)), expected);
        let commas = "Big Heart,Amal,a@example.org,SNA\n\"Small, Heart\",,b@example.org";
        assert_eq!(told(&read_table(commas)), expected);
        let tabs = "email\torganization\na@example.org\tBig Heart";
        assert_eq!(told(&read_table(tabs)), ["Big Heart||a@example.org|"]);
        assert_eq!(
            told(&read_table("a@example.org\nb@example.org")),
            ["||a@example.org|", "||b@example.org|"]
        );
    }

    #[test]
    fn a_row_without_an_address_is_told_by_its_line() {
        let read = read_table("organization,email\n\"Big\nHeart\",a@example.org\nSmall Heart,\n");
        assert_eq!(told(&read), ["Big Heart||a@example.org|"]);
        assert_eq!(read.unreadable.first().map(|u| u.line), Some(4));
        let read = read_table("organization,email\r\nBig Heart,a@example.org\r\nSmall Heart,\r\n");
        assert_eq!(read.unreadable.first().map(|u| u.line), Some(3));
    }
}
