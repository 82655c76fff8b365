//! **Snapshot**: what is delivered, frozen: the revision, the list with its numbers, to whom, when.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

use crate::db::{Moment, Tx};
use crate::error::Fault;
use crate::letters::{self, LockedLetter};
use crate::signatures::list::{GroupKind, Place, Signatory, SignatoryList};
use crate::signatures::signatory_list_after_questions;
use crate::text::language::Language;
use crate::text::markdown;
use crate::text::words::Words;

/// A delivery's content. Whoever has it can print the letter as it was handed over, without asking
/// anything of this site.
///
/// The fields stand in the order of their names, because the canonical form does.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Snapshot {
    /// To whom, a line each.
    pub addressees: String,
    /// The number of the latest revision that says something else than those before it: who signed
    /// an earlier one is marked.
    #[serde(default)]
    pub agreed_from: i32,
    /// The body, Markdown.
    pub body: String,
    /// How many coalitions stand over the signatories.
    pub coalitions: usize,
    /// How many signatories there are; observers are none.
    pub count: usize,
    /// When it was delivered, RFC 3339.
    pub delivered_at: String,
    /// To whom it was handed over.
    pub delivered_to: String,
    /// The list's footnotes.
    pub footnotes: Vec<PrintedFootnote>,
    /// The list.
    pub groups: Vec<PrintedGroup>,
    /// The language, BCP 47.
    pub language: String,
    /// A note for the cover.
    pub note: String,
    /// `through`, `restart` or `none`.
    pub numbering: String,
    /// The place and date line.
    pub place_and_date: String,
    /// The number of the revision.
    pub revision: i32,
    /// The letter's address under `/letters/`.
    pub slug: String,
    /// The SHA-256 of the revision's text.
    pub text_sha256: String,
    /// The zone in which dates are printed.
    pub time_zone: String,
    /// The title; `{{count}}` stays as it is written, here and in the body.
    pub title: String,
    /// Where the letter can be checked.
    pub url: String,
}

/// A footnote.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PrintedFootnote {
    /// The sign at the names.
    pub sign: String,
    /// What it says.
    pub words: String,
}

/// A heading with its signatories.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PrintedGroup {
    /// Its acronym.
    pub acronym: Option<String>,
    /// The coalition it stands for.
    pub coalition: Option<String>,
    /// `signatories`, `late` or `observers`.
    pub kind: String,
    /// Its words.
    pub name: Option<String>,
    /// Its signatories in order.
    pub signatories: Vec<PrintedSignatory>,
    /// How many more there are whose names are withheld. Left out where there are none, so that
    /// deliveries from before names could be withheld keep their canonical form.
    #[serde(default, skip_serializing_if = "is_none")]
    pub withheld: usize,
}

#[allow(clippy::trivially_copy_pass_by_ref)] // as serde calls it
fn is_none(count: &usize) -> bool {
    *count == 0
}

/// A line of the list.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PrintedSignatory {
    /// Its acronym.
    pub acronym: Option<String>,
    /// Its country, ISO 3166-1 alpha-2.
    pub country: Option<String>,
    /// The sign of its footnote.
    pub footnote: Option<String>,
    /// How many members it signs on behalf of.
    pub members: Option<i32>,
    /// Its name.
    pub name: String,
    /// Its number.
    pub number: Option<usize>,
    /// Its representative, where shown.
    pub representative: Option<String>,
    /// The revision it signed; none for a listed one.
    pub revision: Option<i32>,
    /// When it signed, or said that it would.
    pub signed_at: String,
    /// `confirmed` or `listed`.
    pub status: String,
}

/// What the coordinators say of a delivery.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Cover {
    /// To whom it is handed over.
    pub delivered_to: String,
    /// A note for the cover; may be empty.
    pub note: String,
}

/// Takes the snapshot of a letter as it would be delivered, dated `at`. Also returns the list it is
/// made of, whose lines are to be frozen with it.
///
/// # Errors
/// A fault of the database.
pub(super) fn take(
    tx: &mut Tx<'_>,
    letter: &LockedLetter,
    cover: &Cover,
    url: &str,
    at: Moment,
) -> Result<(Snapshot, SignatoryList), Fault> {
    let language = letter.revision().language();
    let list = signatory_list_after_questions(tx, letter.letter(), &language)?;
    let agreed_from = letters::latest_substantive(tx, letter.letter().id)?.map_or(1, |latest| latest.number);
    Ok((of_list(letter, &list, agreed_from, cover, url, at), list))
}

/// The snapshot of a letter with this list.
pub(super) fn of_list(
    letter: &LockedLetter,
    list: &SignatoryList,
    agreed_from: i32,
    cover: &Cover,
    url: &str,
    at: Moment,
) -> Snapshot {
    let text = letter.revision().text();
    let words = Words::of(&letter.revision().language());
    let coalitions: BTreeSet<&str> = list
        .groups
        .iter()
        .filter(|group| group.kind != GroupKind::Observers)
        .filter_map(|group| group.coalition.as_deref())
        .collect();
    let footnotes = list.footnotes.iter();
    Snapshot {
        addressees: text.addressees,
        agreed_from,
        body: text.body,
        coalitions: coalitions.len(),
        count: list.count(),
        delivered_at: at.to_string(),
        delivered_to: cover.delivered_to.clone(),
        footnotes: footnotes
            .map(|note| PrintedFootnote { sign: note.sign.clone(), words: note.words.clone() })
            .collect(),
        groups: list
            .groups
            .iter()
            .map(|group| PrintedGroup {
                acronym: group.acronym.clone(),
                coalition: group.coalition.clone(),
                kind: group.kind.as_str().to_owned(),
                name: match group.place {
                    Place::AfterDelivery => Some(words.say("signed-after-delivery")),
                    Place::Group(_) | Place::Country(_) | Place::Rest => group.name.clone(),
                },
                signatories: group.signatories.iter().map(printed).collect(),
                withheld: group.withheld.len(),
            })
            .collect(),
        language: text.language,
        note: cover.note.clone(),
        numbering: list.numbering.as_str().to_owned(),
        place_and_date: text.place_and_date,
        revision: letter.revision().number,
        slug: letter.letter().slug.clone(),
        text_sha256: letter.revision().sha256(),
        time_zone: letter.letter().deadline_zone.clone().unwrap_or_else(|| "UTC".to_owned()),
        title: text.title,
        url: url.to_owned(),
    }
}

fn printed(line: &Signatory) -> PrintedSignatory {
    let entry = &line.entry;
    PrintedSignatory {
        acronym: entry.acronym.clone(),
        country: entry.country.clone(),
        footnote: entry.footnote.clone(),
        members: entry.members,
        name: entry.name.clone(),
        number: line.number,
        representative: entry.representative.clone(),
        revision: entry.revision,
        signed_at: entry.signed_at.to_string(),
        status: entry.status.as_str().to_owned(),
    }
}

impl Snapshot {
    /// The canonical form: the snapshot as JSON by RFC 8785 (JSON Canonicalization Scheme). Its
    /// numbers are all whole.
    ///
    /// # Errors
    /// None that can happen: strings and numbers always serialize.
    pub fn canonical(&self) -> Result<String, Fault> {
        Ok(serde_json::to_string(self)?)
    }

    /// The SHA-256 of the canonical form.
    ///
    /// # Errors
    /// See [`Snapshot::canonical`].
    pub fn sha256(&self) -> Result<Vec<u8>, Fault> {
        Ok(Sha256::digest(self.canonical()?.as_bytes()).to_vec())
    }

    /// The language of the letter.
    pub fn language(&self) -> Language {
        Language::of_row(&self.language)
    }

    /// The title with the count in it.
    pub fn title_with_count(&self) -> String {
        self.title.replace(markdown::COUNT, &self.language().number(self.count))
    }

    /// When it was delivered.
    pub fn at(&self) -> jiff::Timestamp {
        self.delivered_at.parse().unwrap_or(jiff::Timestamp::UNIX_EPOCH)
    }

    /// "Signed by 25 organizations of 2 coalitions", in the letter's words.
    pub fn count_line(&self) -> String {
        self.count_line_in(Words::of(&self.language()))
    }

    /// The same in other words.
    pub fn count_line_in(&self, words: Words) -> String {
        count_line(words, self.count, self.coalitions)
    }
}

/// "Signed by 25 organizations of 2 coalitions".
pub fn count_line(words: Words, count: usize, coalitions: usize) -> String {
    let organizations = words.count("organizations", count);
    if coalitions == 0 {
        return words.say_with("signed-by", &[("organizations", &organizations)]);
    }
    let coalitions = words.count("coalitions", coalitions);
    words.say_with("signed-by-of", &[("organizations", &organizations), ("coalitions", &coalitions)])
}

#[cfg(test)]
pub(super) mod tests {
    use super::*;

    /// A letter of `count` signatories in two coalitions.
    pub fn example(language: &str, count: usize) -> Snapshot {
        let arabic = language == "ar";
        let name = |n: usize| match (arabic, n % 3) {
            (true, 0) => format!("منظمة النهر للإغاثة والتنمية {n}"),
            (true, 1) => format!("River Relief {n}"),
            (true, _) => format!("الرابطة الطبية للمغتربين (سيما) {n}"),
            (false, 0) => format!("Union of Relief and Medical Care Organizations {n}"),
            (false, 1) => format!("Basmeh & Zeitooneh {n}"),
            (false, _) => format!("بسمة وزيتونة {n}"),
        };
        let line = |n: usize| PrintedSignatory {
            acronym: n.is_multiple_of(4).then(|| "UOSSM".to_owned()),
            country: (!n.is_multiple_of(5)).then(|| "TR".to_owned()),
            footnote: (n == 7).then(|| "*".to_owned()),
            members: (n == 3).then_some(12),
            name: name(n),
            number: Some(n),
            representative: n.is_multiple_of(6).then(|| "Amal Haddad, Director".to_owned()),
            revision: (n != 5).then_some(if n == 9 { 1 } else { 2 }),
            signed_at: "2016-12-14T12:00:00Z".to_owned(),
            status: if n == 5 { "listed" } else { "confirmed" }.to_owned(),
        };
        let cut = count * 2 / 3;
        let group =
            |name: &str, acronym: Option<&str>, coalition: &str, range: std::ops::RangeInclusive<usize>| {
                PrintedGroup {
                    acronym: acronym.map(str::to_owned),
                    coalition: Some(coalition.to_owned()),
                    kind: "signatories".to_owned(),
                    name: Some(name.to_owned()),
                    signatories: range.map(line).collect(),
                    withheld: usize::from(acronym.is_some()) * 3,
                }
            };
        let (first, second) = if arabic {
            ("تحالف المنظمات السورية غير الحكومية", "تحالف شمل")
        } else {
            ("Syrian NGO Alliance", "SHAML CSOs Coalition")
        };
        let groups = if count < 300 {
            vec![group(first, Some("SNA"), "sna", 1..=cut), group(second, None, "shaml", cut + 1..=count)]
        } else {
            // Six groups, the last two of late signers and of observers, who have no numbers.
            let sixth = count / 6;
            let mut groups: Vec<_> = (0..6)
                .map(|at| {
                    let last = if at == 5 { count } else { (at + 1) * sixth };
                    let name = if at % 2 == 0 { first } else { second };
                    group(&format!("{name} {at}"), None, &format!("c{at}"), at * sixth + 1..=last)
                })
                .collect();
            groups[4].kind = "late".to_owned();
            groups[5].kind = "observers".to_owned();
            groups[5].signatories.iter_mut().for_each(|line| line.number = None);
            groups
        };
        let body = if arabic {
            "وُعد أهالي شرق حلب بمخرج آمن مرات عديدة. وهذا الأسبوع تجدد الوعد، ووُفي به لساعات قليلة. عبرت سيارات الإسعاف الخط حاملةً الجرحى، وتبعتها حافلات تقل عائلات حملت ما استطاعت.\n\n## ما نطلبه\n\nنحن الموقّعين أدناه، {{count}} منظمة، نطلب:\n\n1. استئناف الإجلاء *اليوم* تحت مراقبة الأمم المتحدة (UN OCHA)؛\n2. ضمان **عدم احتجاز** أحد؛\n3. السماح بدخول الإغاثة وفق القرار 2328.\n\n> سيسجل التاريخ من سُئل ومتى.\n\nإنَّ الموقِّعينَ أدناه، مُمَثِّلي المنظَّمات (UN OCHA) في سوريّا، لَمْ يُبَلَّغوا قطُّ قرارًا مُوَقَّعًا بشأنِ الإجلاءِ، لأنَّ لِلَّهِ الأمرَ؛ وهٰذا لا يُقبَلُ أبدًا، خِلافًا لِما وُعِدوا بهِ عامَ 2016.\n\n12. Médecins (SAMS), تركيا\n"
        } else {
            "The people of eastern Aleppo have been promised a way out many times. This week the promise was made again, and for a few hours it was kept. Ambulances crossed the line with the wounded; buses followed with families who had packed what they could carry.\n\n## What we ask\n\nWe, the undersigned {{count}} organizations, ask:\n\n1. to have the evacuation resumed *today*, and observed by the United Nations at every point of the road;\n2. to guarantee that **no one** is detained;\n   - by name\n   - at the road\n3. to let relief reach those who stay, see [the resolution](https://example.org/2328).\n\n> History will record who was asked and when.\n\nمرحبا بالعالم in an English line, and 漢字 that no font has.\n"
        };
        Snapshot {
            addressees: if arabic {
                "إلى رؤساء دول وحكومات الاتحاد الأوروبي\nالمجتمعين في بروكسل"
            } else {
                "To the heads of state and government of the European Union,\nmeeting in Brussels"
            }
            .into(),
            agreed_from: 2,
            body: body.into(),
            coalitions: 2,
            count,
            delivered_at: "2016-12-15T12:00:00Z".into(),
            delivered_to: "The President of the European Council".into(),
            footnotes: vec![PrintedFootnote {
                sign: "*".into(),
                words: "Signs the first two demands only.".into(),
            }],
            groups,
            language: language.into(),
            note: "With the request for an answer before the meeting.".into(),
            numbering: "through".into(),
            place_and_date: if arabic {
                "غازي عنتاب، كانون الأول/ديسمبر 2016"
            } else {
                "Gaziantep, December 2016"
            }
            .into(),
            revision: 2,
            slug: "aleppo".into(),
            text_sha256: "ab".repeat(32),
            time_zone: "Europe/Paris".into(),
            title: if arabic {
                "افتحوا الطريق من حلب، وأبقوه مفتوحًا"
            } else {
                "Open the road out of Aleppo, and keep it open"
            }
            .into(),
            url: "https://undersigned.example/letters/aleppo".into(),
        }
    }

    #[test]
    fn the_canonical_form_has_its_names_in_order() {
        let snapshot = example("en", 3);
        let sorted: serde_json::Value = serde_json::from_str(&snapshot.canonical().unwrap()).unwrap();
        fn in_order(value: &serde_json::Value) -> String {
            match value {
                serde_json::Value::Object(map) => {
                    let mut names: Vec<_> = map.iter().collect();
                    names.sort_by_key(|(name, _)| name.as_str());
                    let fields: Vec<_> =
                        names.iter().map(|(name, value)| format!("\"{name}\":{}", in_order(value))).collect();
                    format!("{{{}}}", fields.join(","))
                }
                serde_json::Value::Array(items) => {
                    format!("[{}]", items.iter().map(in_order).collect::<Vec<_>>().join(","))
                }
                other => other.to_string(),
            }
        }
        assert_eq!(snapshot.canonical().unwrap(), in_order(&sorted));
        let again: Snapshot = serde_json::from_str(&snapshot.canonical().unwrap()).unwrap();
        assert_eq!(again, snapshot);
    }

    #[test]
    fn the_count_line_has_the_plurals_of_its_language() {
        assert_eq!(example("en", 25).count_line(), "Signed by 25 organizations of 2 coalitions");
        assert_eq!(
            Snapshot { coalitions: 0, count: 1, ..example("en", 1) }.count_line(),
            "Signed by 1 organization"
        );
        assert!(example("ar", 25).count_line().contains("تحالفين"));
    }
}
