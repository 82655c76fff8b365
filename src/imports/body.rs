//! The letter's own parts before the list: title, date line, addressees, text, language.

use super::features::Line;
use super::folding::{begins_with_any, digit, fold, has_any, is_arabic, trimmed};
use super::markers::{self, Marker};
use super::understanding::{ReadLine, Role};
use super::words;

const MONTHS: &[&str] = &[
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
    "jan",
    "feb",
    "mar",
    "apr",
    "jun",
    "jul",
    "aug",
    "sep",
    "sept",
    "oct",
    "nov",
    "dec",
    "janvier",
    "fevrier",
    "mars",
    "avril",
    "mai",
    "juin",
    "juillet",
    "aout",
    "septembre",
    "octobre",
    "novembre",
    "decembre",
    "enero",
    "febrero",
    "marzo",
    "abril",
    "mayo",
    "junio",
    "julio",
    "agosto",
    "septiembre",
    "octubre",
    "noviembre",
    "diciembre",
    "janeiro",
    "fevereiro",
    "marco",
    "maio",
    "junho",
    "julho",
    "setembro",
    "outubro",
    "novembro",
    "dezembro",
    "januar",
    "februar",
    "marz",
    "juni",
    "juli",
    "oktober",
    "dezember",
    "ocak",
    "subat",
    "nisan",
    "mayis",
    "haziran",
    "temmuz",
    "agustos",
    "eylul",
    "ekim",
    "kasim",
    "aralik",
    "січня",
    "лютого",
    "березня",
    "квітня",
    "травня",
    "червня",
    "липня",
    "серпня",
    "вересня",
    "жовтня",
    "листопада",
    "грудня",
    "января",
    "февраля",
    "марта",
    "апреля",
    "мая",
    "июня",
    "июля",
    "августа",
    "сентября",
    "октября",
    "ноября",
    "декабря",
    "يناير",
    "فبراير",
    "مارس",
    "ابريل",
    "مايو",
    "يونيو",
    "يوليو",
    "اغسطس",
    "سبتمبر",
    "اكتوبر",
    "نوفمبر",
    "ديسمبر",
    "كانون",
    "شباط",
    "اذار",
    "نيسان",
    "ايار",
    "حزيران",
    "تموز",
    "اب",
    "ايلول",
    "تشرين",
];

/// Whether a line is a date, perhaps with a place before it.
pub(super) fn is_dateline(line: &Line<'_>) -> bool {
    if line.words == 0 || line.words > 12 || line.rest.ends_with([':', ';']) {
        return false;
    }
    let text = trimmed(&line.source.text);
    let folded = fold(text);
    let digits = text.chars().filter(|c| digit(*c).is_some()).count();
    let month = folded.split(' ').any(|word| MONTHS.contains(&word));
    let whole = folded.split(' ').all(|word| word.chars().all(|c| digit(c).is_some()))
        && digits >= 6
        && text.chars().count() <= 12;
    let numbered = folded.split(' ').filter(|word| word.chars().all(|c| digit(c).is_some())).count() >= 3
        && digits >= 6
        && line.words <= 5;
    (month && digits >= 3 && line.words <= 9) || whole || numbered
}

/// Whether a line says to whom the letter is written.
pub(super) fn is_addressee(line: &Line<'_>) -> bool {
    let text = line.rest;
    let to = [
        "to:",
        "to ",
        "attn:",
        "attention:",
        "cc:",
        "à l’attention",
        "à l'attention",
        "à :",
        "a la atención",
        "para:",
        "an:",
        "an die ",
        "an den ",
        "إلى",
        "الى",
        "السادة",
        "à monsieur",
        "à madame",
        "destinatario",
    ];
    let lower: String = text.chars().take(40).collect::<String>().to_lowercase();
    line.words <= 30
        && line.marker == Marker::None
        && !text.ends_with('.')
        && to.iter().any(|begin| lower.starts_with(begin))
}

pub(super) const SALUTATIONS: &[&str] = &[
    "dear",
    "your excellency",
    "your excellencies",
    "excellencies",
    "excellency",
    "honourable",
    "honorable",
    "cher",
    "chere",
    "chers",
    "cheres",
    "estimado",
    "estimada",
    "estimados",
    "estimadas",
    "prezado",
    "prezada",
    "prezados",
    "caro",
    "caros",
    "sehr geehrte",
    "sehr geehrter",
    "liebe",
    "السادة",
    "السيد",
    "سعادة",
    "اصحاب",
    "معالي",
];

pub(super) fn is_salutation(line: &Line<'_>) -> bool {
    line.words <= 20 && begins_with_any(&line.folded, SALUTATIONS) && !line.rest.ends_with('.')
}

/// The addressees named by the salutation: "Dear Members of the Council," without its greeting.
pub(super) fn saluted(lines: &[ReadLine]) -> Option<String> {
    let first =
        lines.iter().filter(|line| line.role == Role::Body && !trimmed(&line.text).is_empty()).take(3);
    first.into_iter().find_map(|line| {
        let text = trimmed(&line.text).trim_end_matches([',', ':', '،', '!']);
        let name = [
            "Dear ",
            "Chers ",
            "Chères ",
            "Cher ",
            "Chère ",
            "Estimados ",
            "Estimadas ",
            "Estimado ",
            "Prezados ",
            "Prezado ",
            "Sehr geehrte ",
        ]
        .iter()
        .find_map(|greeting| text.strip_prefix(greeting))?;
        (name.split_whitespace().count() <= 20).then(|| name.to_owned())
    })
}

/// A date line without the "Date:" before it.
pub(super) fn without_label(line: &str) -> String {
    let labels = ["Date:", "DATE:", "Date :", "Fecha:", "Data:", "Datum:", "التاريخ:"];
    trimmed(labels.iter().find_map(|label| line.strip_prefix(label)).unwrap_or(line)).to_owned()
}

/// Addressees without the "To:" before them.
pub(super) fn addressees(lines: &[&str]) -> String {
    let bare = |line: &&str| {
        let rest = ["To:", "TO:", "À :", "A:", "An:", "Para:", "إلى:", "الى:"]
            .iter()
            .find_map(|to| line.strip_prefix(to));
        trimmed(rest.unwrap_or(line)).to_owned()
    };
    lines.iter().map(bare).filter(|line| !line.is_empty()).collect::<Vec<_>>().join("\n")
}

/// What the lines before the list are.
pub(super) fn roles(lines: &[Line<'_>], end: usize) -> Vec<Role> {
    let head: Vec<&Line<'_>> = lines.iter().take(end).collect();
    let mut roles: Vec<Role> =
        head.iter().map(|line| if line.blank { Role::Ignored } else { Role::Body }).collect();
    let title = super::titles::find(&head);
    let mut seen = 0;
    let shown = head.iter().filter(|line| !line.blank).count();
    for (place, line) in head.iter().enumerate().filter(|(_, line)| !line.blank) {
        seen += 1;
        let (near_top, near_end) = (seen <= 14, seen + 4 > shown);
        let before_title = title.is_some_and(|title| place < title);
        let role = if title == Some(place) {
            Role::Title
        } else if is_dateline(line) && (near_top || near_end) {
            Role::Dateline
        } else if is_addressee(line) && near_top {
            Role::Addressee
        } else if before_title || line.furniture || (near_top && line.words <= 20 && is_credit(line)) {
            Role::Ignored
        } else {
            Role::Body
        };
        if let Some(kept) = roles.get_mut(place) {
            *kept = role;
        }
    }
    only_one_dateline(&mut roles);
    roles
}

fn is_credit(line: &Line<'_>) -> bool {
    begins_with_any(
        &line.folded,
        &[
            "written by",
            "by",
            "published by",
            "published on",
            "posted by",
            "posted on",
            "author",
            "from",
            "escrito por",
            "publicado por",
            "da",
            "do",
            "بقلم",
        ],
    ) && !line.rest.ends_with(['.', ':'])
}

fn only_one_dateline(roles: &mut [Role]) {
    let first = roles.iter().position(|role| *role == Role::Dateline);
    for (place, role) in roles.iter_mut().enumerate() {
        if *role == Role::Dateline && Some(place) != first {
            *role = Role::Body;
        }
    }
}

/// The text as Markdown. Where lines are wrapped they are put together; where each is a paragraph
/// they stay apart.
pub(super) fn of(lines: &[ReadLine]) -> String {
    let shown = |line: &&ReadLine| line.role == Role::Body && !trimmed(&line.text).is_empty();
    let longest = lines.iter().filter(shown).map(|line| line.text.chars().count()).max().unwrap_or(0);
    let wrapped = longest <= 110;
    let mut body = String::new();
    let mut before: Option<(usize, Marker)> = None;
    for (place, line) in lines.iter().enumerate().filter(|(_, line)| shown(line)) {
        let (marker, rest) = markers::read(&line.text);
        let text = match (&line.written, marker) {
            (Some(written), _) => written.trim_end().to_owned(),
            (None, Marker::Bullet)
                if !trimmed(&line.text).starts_with(|c: char| c.is_alphanumeric() || c == '(') =>
            {
                format!("- {rest}")
            }
            (None, Marker::Number(number)) if number < 1000 => format!("{number}. {rest}"),
            (None, _) => escaped(trimmed(&line.text)),
        };
        if let Some((last, last_marker)) = before {
            let next_to = lines.get(last + 1..place).is_some_and(<[ReadLine]>::is_empty);
            let list = marker != Marker::None && last_marker != Marker::None;
            let close = (next_to && (line.written.is_some() || wrapped)) || (list && place <= last + 2);
            body.push_str(if close { "\n" } else { "\n\n" });
        }
        body.push_str(&text);
        before = Some((place, marker));
    }
    body
}

/// Plain text that Markdown would read as a heading or a quotation.
fn escaped(text: &str) -> String {
    if text.starts_with(['#', '>']) { format!("\\{text}") } else { text.to_owned() }
}

/// The language of a text, from its script and its small words.
pub(super) fn language(text: &str) -> &'static str {
    let head: String = text.chars().take(20_000).collect();
    let letters = head.chars().filter(|c| c.is_alphabetic()).count();
    let share =
        |yes: &dyn Fn(char) -> bool| head.chars().filter(|c| yes(*c)).count() * 3 > letters && letters > 0;
    let has = |signs: &[char]| head.chars().filter(|c| signs.contains(c)).count() * 200 > letters;
    if share(&is_arabic) {
        return if has(&['ے', 'ں', 'ٹ']) {
            "ur"
        } else if has(&['ۆ', 'ێ', 'ڕ']) {
            "ckb"
        } else if has(&['ټ', 'ډ', 'ښ']) {
            "ps"
        } else if has(&['پ', 'چ', 'گ', 'ی']) {
            "fa"
        } else {
            "ar"
        };
    }
    let scripts: [(&str, std::ops::RangeInclusive<char>); 8] = [
        ("he", '\u{590}'..='\u{5ff}'),
        ("hi", '\u{900}'..='\u{97f}'),
        ("bn", '\u{980}'..='\u{9ff}'),
        ("my", '\u{1000}'..='\u{109f}'),
        ("am", '\u{1200}'..='\u{139f}'),
        ("ko", '\u{ac00}'..='\u{d7a3}'),
        ("ja", '\u{3040}'..='\u{30ff}'),
        ("zh", '\u{4e00}'..='\u{9fff}'),
    ];
    if let Some((tag, _)) = scripts.iter().find(|(_, range)| {
        share(&|c| range.contains(&c)) || (range.contains(&'ひ') && has(&['の', 'は', 'を']))
    }) {
        return tag;
    }
    if share(&|c| ('\u{400}'..='\u{4ff}').contains(&c)) {
        return if has(&['і', 'ї', 'є']) { "uk" } else { "ru" };
    }
    let folded = fold(&head);
    let small: [(&str, &[&str]); 11] = [
        ("en", &["the", "of", "and", "to", "in", "for", "we", "that"]),
        ("fr", &["les", "des", "et", "nous", "dans", "pour", "une", "est", "du"]),
        ("es", &["los", "las", "y", "del", "que", "una", "por", "el", "con"]),
        ("pt", &["os", "das", "dos", "que", "uma", "nao", "do", "e", "da", "ao"]),
        ("de", &["der", "die", "und", "das", "wir", "den", "ist", "nicht", "fur"]),
        ("it", &["il", "che", "della", "di", "per", "gli", "una", "le"]),
        ("nl", &["het", "een", "van", "wij", "voor", "niet", "zijn", "en"]),
        ("tr", &["ve", "bir", "bu", "icin", "ile", "olarak", "da"]),
        ("pl", &["w", "na", "nie", "sie", "oraz", "jest", "do", "z"]),
        ("id", &["yang", "dan", "untuk", "dengan", "kami", "dari"]),
        ("sw", &["na", "ya", "kwa", "wa", "katika", "ni"]),
    ];
    let mut scores = [0_usize; 11];
    for word in folded.split(' ') {
        for (score, (_, smalls)) in scores.iter_mut().zip(&small) {
            *score += usize::from(smalls.contains(&word));
        }
    }
    let best = scores.iter().zip(&small).rev().max_by_key(|(score, _)| **score);
    best.filter(|(score, _)| **score >= 2).map_or("en", |(_, (tag, _))| tag)
}

/// A group's name that stands in a byline beside the names of the other groups.
pub(super) fn names_in_byline(line: &Line<'_>) -> Vec<String> {
    let text = line.rest.split(" Published on").next().unwrap_or_default();
    let Some(names) =
        ["Written by ", "By ", "Published by ", "A joint statement by ", "Par ", "Por ", "Von "]
            .iter()
            .find_map(|by| text.strip_prefix(by))
    else {
        return Vec::new();
    };
    let parts = names.split([',', ';', '&']).flat_map(|part| part.split(" and "));
    let parts: Vec<String> =
        parts.map(|part| trimmed(part).to_owned()).filter(|part| !part.is_empty()).collect();
    if line.words <= 30 && has_any(&line.folded, words::BODIES) { parts } else { Vec::new() }
}
