//! `/letters/{slug}.json`: the letter and its list for programs.

use std::borrow::Cow;

use serde::Serialize;

use super::rendered::Snapshot;
use crate::error::Fault;
use crate::letters::{LetterText, Standing, Translation};
use crate::signatures::list::{GroupKind, ListedGroup, Place, Signatory};
use crate::text::markdown;
use crate::text::words::Words;

#[derive(Serialize)]
struct LetterJson<'a> {
    slug: &'a str,
    url: &'a str,
    /// With the count in its place.
    title: String,
    language: &'a str,
    revision: RevisionJson,
    /// The furthest point of its life: `published`, `closed`, `delivered` or `answered`.
    state: &'static str,
    /// Whether it can be signed.
    open: bool,
    published_at: Option<String>,
    delivered_at: Option<String>,
    answered_at: Option<String>,
    deadline: Option<String>,
    deadline_zone: Option<&'a str>,
    count: usize,
    /// How many of them are not named.
    withheld: usize,
    numbering: &'static str,
    /// How a signatory has to be verified at least to be listed by itself.
    verification: &'static str,
    groups: Vec<GroupJson<'a>>,
    footnotes: Vec<FootnoteJson<'a>>,
    /// The latest of each language.
    translations: Vec<TranslationJson<'a>>,
    /// What the revision's hash is taken of: these five strings by RFC 8785.
    text: LetterText,
}

#[derive(Serialize)]
struct RevisionJson {
    number: i32,
    sha256: String,
}

/// Nobody signed it: it helps to read what was signed.
#[derive(Serialize)]
struct TranslationJson<'a> {
    language: &'a str,
    /// With the count in its place, in the digits of its language.
    title: String,
    /// The revision that it is of.
    revision: i32,
    /// False once a later revision says something else.
    current: bool,
    translated_at: String,
    sha256: String,
    /// What that is taken of: these five strings by RFC 8785.
    text: LetterText,
}

#[derive(Serialize)]
struct GroupJson<'a> {
    /// Of those who signed after the delivery, the heading in the letter's words.
    name: Option<Cow<'a, str>>,
    acronym: Option<&'a str>,
    coalition: Option<&'a str>,
    signatories: Vec<SignatoryJson<'a>>,
    withheld: usize,
    /// `late` (also those who signed after the delivery) or `observers`, who are not counted; left
    /// out of ordinary groups.
    #[serde(skip_serializing_if = "Option::is_none")]
    kind: Option<&'static str>,
    /// True of those who signed after the delivery; left out of all others.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    after_delivery: bool,
}

#[derive(Serialize)]
struct FootnoteJson<'a> {
    sign: &'a str,
    words: &'a str,
}

#[derive(Serialize)]
struct SignatoryJson<'a> {
    number: Option<usize>,
    name: &'a str,
    acronym: Option<&'a str>,
    country: Option<&'a str>,
    representative: Option<&'a str>,
    organization: Option<&'a str>,
    status: &'static str,
    verified_by: Option<&'static str>,
    verified_at: Option<String>,
    /// When the organization signed; of a listed signatory, when it said that it would.
    signed_at: String,
    /// None for a listed signatory, which has signed none.
    revision: Option<i32>,
    members: Option<i32>,
    footnote: Option<&'a str>,
}

/// The bytes of the JSON.
pub(super) fn letter(snapshot: &Snapshot, address: &str) -> Result<Vec<u8>, Fault> {
    let letter = snapshot.letter.letter();
    let revision = snapshot.letter.revision();
    let text = revision.text();
    let count = snapshot.list.count();
    let shown = snapshot.language().number(count);
    let words = Words::of(&snapshot.language());
    let json = LetterJson {
        slug: &letter.slug,
        url: address,
        title: text.title.replace(markdown::COUNT, &shown),
        language: &letter.language,
        revision: RevisionJson { number: revision.number, sha256: revision.sha256() },
        state: letter.state(snapshot.taken_at),
        open: matches!(snapshot.standing(), Standing::Open { .. }),
        published_at: letter.published_at.map(|at| at.to_string()),
        delivered_at: letter.delivered_at.map(|at| at.to_string()),
        answered_at: letter.answered_at.map(|at| at.to_string()),
        deadline: letter.deadline.map(|at| at.to_string()),
        deadline_zone: letter.deadline_zone.as_deref(),
        count,
        withheld: snapshot.list.withheld(),
        numbering: letter.numbering.as_str(),
        verification: letter.verification.as_str(),
        groups: snapshot.list.groups.iter().map(|part| group(part, words)).collect(),
        footnotes: snapshot
            .list
            .footnotes
            .iter()
            .map(|note| FootnoteJson { sign: &note.sign, words: &note.words })
            .collect(),
        translations: snapshot.translations.iter().map(|of| translation(of, snapshot)).collect(),
        text,
    };
    Ok(serde_json::to_vec(&json)?)
}

fn translation<'a>(of: &'a Translation, snapshot: &Snapshot) -> TranslationJson<'a> {
    let text = of.text();
    let shown = of.language().number(snapshot.list.count());
    TranslationJson {
        language: of.tag(),
        title: text.title.replace(markdown::COUNT, &shown),
        revision: of.revision,
        current: of.is_current(snapshot.agreed_from),
        translated_at: of.created_at.to_string(),
        sha256: of.sha256(),
        text,
    }
}

fn group(group: &ListedGroup, words: Words) -> GroupJson<'_> {
    let after_delivery = group.place == Place::AfterDelivery;
    GroupJson {
        name: match after_delivery {
            true => Some(Cow::Owned(words.say("signed-after-delivery"))),
            false => group.name.as_deref().map(Cow::Borrowed),
        },
        after_delivery,
        acronym: group.acronym.as_deref(),
        coalition: group.coalition.as_deref(),
        signatories: group.signatories.iter().map(signatory).collect(),
        withheld: group.withheld.len(),
        kind: match group.kind {
            GroupKind::Signatories => None,
            GroupKind::Late | GroupKind::Observers => Some(group.kind.as_str()),
        },
    }
}

fn signatory(line: &Signatory) -> SignatoryJson<'_> {
    let entry = &line.entry;
    SignatoryJson {
        number: line.number,
        name: &entry.name,
        acronym: entry.acronym.as_deref(),
        country: entry.country.as_deref(),
        representative: entry.representative.as_deref(),
        organization: entry.slug.as_deref(),
        status: entry.status.as_str(),
        verified_by: entry.verified_by.map(|by| by.as_str()),
        verified_at: entry.verified_at.map(|at| at.to_string()),
        signed_at: entry.signed_at.to_string(),
        revision: entry.revision,
        members: entry.members,
        footnote: entry.footnote.as_deref(),
    }
}
