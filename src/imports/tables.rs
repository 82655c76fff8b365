//! Rows: a CSV's, a document's, those pasted from a spreadsheet; and which column is what.

use super::countries;
use super::folding::{fold, has_any};
use super::source::SourceLine;

const DELIMITERS: [u8; 4] = [b';', b'\t', b'|', b','];

/// The sign between cells: the one that cuts the first lines into the same number of cells, most.
fn delimiter(text: &str) -> Option<u8> {
    let head: Vec<&str> = text.lines().filter(|line| !line.trim().is_empty()).take(20).collect();
    let cells = |sign: u8| -> Option<usize> {
        let counts: Vec<usize> =
            head.iter().map(|line| line.bytes().filter(|byte| *byte == sign).count()).collect();
        let first = *counts.first()?;
        let same = counts.iter().filter(|count| **count == first).count();
        (first > 0 && same * 10 >= counts.len() * 7).then_some(first)
    };
    DELIMITERS.into_iter().find(|sign| cells(*sign).is_some())
}

/// Whether a text whose kind nobody told is a table: its first line names columns.
pub(super) fn looks_like_csv(text: &str) -> bool {
    let Some(first) = text.lines().find(|line| !line.trim().is_empty()) else { return false };
    let Some(sign) = delimiter(text) else { return false };
    let cells: Vec<String> =
        first.split(char::from(sign)).map(|cell| cell.trim_matches('"').to_owned()).collect();
    sign != b'\t' && cells.len() > 1 && Columns::named(&cells).is_some()
}

/// The rows of a CSV, a line each.
pub(super) fn read_csv(text: &str) -> Vec<SourceLine> {
    let mut reader = csv::ReaderBuilder::new()
        .has_headers(false)
        .flexible(true)
        .delimiter(delimiter(text).unwrap_or(b','))
        .from_reader(text.as_bytes());
    let one_line = |cell: &str| cell.replace(['\n', '\r'], " ");
    let rows = reader.records().filter_map(Result::ok);
    rows.map(|row| SourceLine::row(row.iter().map(one_line).collect())).collect()
}

/// What a column holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Column {
    /// The number on the list.
    Number,
    /// The organization's name.
    Name,
    /// Its acronym.
    Acronym,
    /// Its country.
    Country,
    /// The representative's name.
    Representative,
    /// The representative's title.
    Title,
    /// The heading it stands under.
    Group,
    /// Anything else: an address, a date.
    Other,
}

/// What the columns of a table hold.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Columns(pub Vec<Column>);

const HEADS: &[(Column, &[&str])] = &[
    (
        Column::Other,
        &[
            "timestamp",
            "horodateur",
            "marca temporal",
            "zeitstempel",
            "submitted",
            "email",
            "e mail",
            "mail",
            "phone",
            "tel",
            "telefon",
            "website",
            "web",
            "url",
            "date",
            "fecha",
            "data",
            "datum",
            "البريد",
            "الهاتف",
            "التاريخ",
            "الموقع",
        ],
    ),
    (
        Column::Acronym,
        &[
            "acronym",
            "abbreviation",
            "short name",
            "sigle",
            "acronyme",
            "siglas",
            "sigla",
            "abkurzung",
            "kurzel",
            "kurzname",
            "الاختصار",
            "اختصار",
        ],
    ),
    (
        Column::Title,
        &[
            "title",
            "position",
            "job title",
            "role",
            "fonction",
            "cargo",
            "funktion",
            "المنصب",
            "الصفة",
            "المسمى",
        ],
    ),
    (
        Column::Representative,
        &[
            "representative",
            "contact",
            "contact person",
            "person",
            "representant",
            "representante",
            "contacto",
            "contato",
            "vertreter",
            "vertreterin",
            "ansprechpartner",
            "ممثل",
            "الممثل",
            "اسم الممثل",
        ],
    ),
    (
        Column::Country,
        &[
            "country",
            "countries",
            "pays",
            "pais",
            "land",
            "staat",
            "nation",
            "البلد",
            "الدولة",
            "بلد",
            "دولة",
        ],
    ),
    (
        Column::Group,
        &[
            "group",
            "coalition",
            "network",
            "alliance",
            "category",
            "sector",
            "region",
            "scope",
            "region group",
            "المنطقة",
            "groupe",
            "coalicion",
            "grupo",
            "coalizao",
            "gruppe",
            "bundnis",
            "المجموعة",
            "التحالف",
            "الشبكة",
            "القطاع",
        ],
    ),
    (
        Column::Name,
        &[
            "organization",
            "organisation",
            "organizations",
            "organisations",
            "organization name",
            "name",
            "ngo",
            "signatory",
            "signatories",
            "association",
            "nom",
            "organizacion",
            "organizaciones",
            "nombre",
            "organizacao",
            "entidade",
            "nome",
            "verband",
            "المنظمة",
            "الجهة",
            "الجمعية",
            "المؤسسة",
            "اسم المنظمة",
            "الاسم",
            "المنظمات",
        ],
    ),
    (Column::Number, &["no", "nr", "number", "num", "n", "numero", "nummer", "رقم", "الرقم", "م", "ت", "id"]),
];

impl Columns {
    /// Reads a row of headings.
    pub(super) fn named(cells: &[String]) -> Option<Self> {
        let mut columns: Vec<Column> = Vec::with_capacity(cells.len());
        // A phrase is half as sure as a word: "Name of your organization".
        let mut named = 0;
        for cell in cells {
            let words = fold(cell);
            let exact = HEADS.iter().find(|(_, heads)| heads.contains(&words.as_str()));
            let short = words.split(' ').count() <= 4;
            let found = exact.or_else(|| {
                HEADS.iter().find(|(kind, heads)| short && *kind != Column::Number && has_any(&words, heads))
            });
            let column = found.map_or(Column::Other, |(kind, _)| *kind);
            let sure = exact.is_some() || cell.trim() == "#";
            named += if sure { 2 } else { usize::from(found.is_some()) };
            let column = if cell.trim() == "#" || cell.trim() == "№" { Column::Number } else { column };
            columns.push(if column != Column::Other && columns.contains(&column) {
                Column::Other
            } else {
                column
            });
        }
        let holds_names = columns.contains(&Column::Name);
        (holds_names && named >= cells.iter().filter(|cell| !cell.trim().is_empty()).count().max(2))
            .then_some(Self(columns))
    }

    /// Guesses from the rows: numbers, countries, and the first other column is the name.
    pub(super) fn guessed(rows: &[&[String]]) -> Self {
        let width = rows.iter().take(200).map(|row| row.len()).max().unwrap_or(0).min(50);
        let mut columns = Vec::with_capacity(width);
        for place in 0..width {
            let cells: Vec<&str> = rows
                .iter()
                .take(200)
                .filter_map(|row| row.get(place))
                .map(|cell| cell.trim())
                .filter(|cell| !cell.is_empty())
                .collect();
            let share = |yes: &dyn Fn(&str) -> bool| {
                cells.iter().filter(|cell| yes(cell)).count() * 10 >= cells.len() * 6
            };
            let column = if cells.is_empty() {
                Column::Other
            } else if share(&|cell| number(cell).is_some()) {
                Column::Number
            } else if share(&|cell| countries::read(cell).is_some()) {
                Column::Country
            } else if share(&|cell| cell.contains('@') || cell.contains("://")) {
                Column::Other
            } else if !columns.contains(&Column::Name) {
                Column::Name
            } else {
                Column::Other
            };
            columns.push(column);
        }
        Self(columns)
    }

    /// The cell of a kind in a row.
    pub(super) fn cell<'a>(&self, cells: &'a [String], kind: Column) -> Option<&'a str> {
        let place = self.0.iter().position(|column| *column == kind)?;
        cells.get(place).map(|cell| super::folding::trimmed(cell)).filter(|cell| !cell.is_empty())
    }
}

/// The number in a cell that holds nothing else.
pub(super) fn number(cell: &str) -> Option<u32> {
    let (number, rest) = super::folding::leading_number(super::folding::trimmed(cell))?;
    rest.chars().all(|c| !c.is_alphanumeric()).then_some(number)
}
