//! Letters, their lists and their histories, as the API tells them.

use super::answers::{
    Event, Footnote, Group, InvitedLetter, Letter, LetterSummary, NamedSignatory, Revision, Signatory, Text,
};
use crate::config::Config;
use crate::db::Moment;
use crate::letters::{self, LetterText, LockedLetter, Standing};
use crate::reading::Snapshot;
use crate::signatures::PublicEvent;
use crate::signatures::list::{ListedGroup, Place, Signatory as Line};
use crate::text::markdown;
use crate::text::words::Words;

fn at(moment: Option<Moment>) -> Option<String> {
    moment.map(|at| at.to_string())
}

fn revision(locked: &LockedLetter) -> Revision {
    Revision { number: locked.revision().number, sha256: locked.revision().sha256() }
}

fn text(text: LetterText) -> Text {
    Text {
        title: text.title,
        addressees: text.addressees,
        place_and_date: text.place_and_date,
        body: text.body,
        language: text.language,
    }
}

/// A letter, in a list.
pub(super) fn summary(locked: &LockedLetter, count: usize, now: Moment, config: &Config) -> LetterSummary {
    let letter = locked.letter();
    let shown = locked.revision().language().number(count);
    LetterSummary {
        url: config.address(&format!("/letters/{}", letter.slug)),
        slug: letter.slug.clone(),
        title: locked.revision().text().title.replace(markdown::COUNT, &shown),
        language: letter.language.clone(),
        revision: revision(locked),
        state: letter.state(now).to_owned(),
        open: matches!(letter.standing(now), Standing::Open { .. }),
        published_at: at(letter.published_at),
        delivered_at: at(letter.delivered_at),
        answered_at: at(letter.answered_at),
        deadline: at(letter.deadline),
        deadline_zone: letter.deadline_zone.clone(),
        count,
    }
}

/// A letter.
pub(super) fn letter(snapshot: &Snapshot, config: &Config) -> Letter {
    let (row, list) = (snapshot.letter.letter(), &snapshot.list);
    let words = Words::of(&snapshot.language());
    Letter {
        summary: summary(&snapshot.letter, list.count(), snapshot.taken_at, config),
        withheld: list.withheld(),
        numbering: row.numbering.as_str().to_owned(),
        verification: row.verification.as_str().to_owned(),
        groups: list.groups.iter().map(|one| group(one, words)).collect(),
        footnotes: list
            .footnotes
            .iter()
            .map(|note| Footnote { sign: note.sign.clone(), words: note.words.clone() })
            .collect(),
        text: text(snapshot.letter.revision().text()),
    }
}

fn group(group: &ListedGroup, words: Words) -> Group {
    let after_delivery = group.place == Place::AfterDelivery;
    Group {
        key: group.place.key(),
        name: if after_delivery { Some(words.say("signed-after-delivery")) } else { group.name.clone() },
        acronym: group.acronym.clone(),
        coalition: group.coalition.clone(),
        count: group.signatories.len(),
        withheld: group.withheld.len(),
        kind: group.kind.as_str().to_owned(),
        after_delivery,
    }
}

/// A line of the list.
pub(super) fn signatory(group: &ListedGroup, line: &Line) -> Signatory {
    let entry = &line.entry;
    Signatory {
        number: line.number,
        name: entry.name.clone(),
        acronym: entry.acronym.clone(),
        country: entry.country.clone(),
        representative: entry.representative.clone(),
        organization: entry.slug.clone(),
        group: group.place.key(),
        status: entry.status.as_str().to_owned(),
        verified_by: entry.verified_by.map(|by| by.as_str().to_owned()),
        verified_at: at(entry.verified_at),
        signed_at: entry.signed_at.to_string(),
        revision: entry.revision,
        members: entry.members,
        footnote: entry.footnote.clone(),
    }
}

/// A line of the history.
pub(super) fn event(event: PublicEvent) -> Event {
    Event {
        number: event.number,
        kind: event.kind.as_str().to_owned(),
        happened_at: event.happened_at.to_string(),
        signatory: event.signatory.map(|named| NamedSignatory { name: named.name, organization: named.slug }),
    }
}

/// A letter that an organization is invited to.
pub(super) fn invited(
    letter: &letters::Letter,
    locked: Option<&LockedLetter>,
    now: Moment,
    config: &Config,
) -> InvitedLetter {
    InvitedLetter {
        slug: letter.slug.clone(),
        url: config.address(&format!("/letters/{}", letter.slug)),
        title: letter.shown_title(),
        language: letter.language.clone(),
        state: letter.state(now).to_owned(),
        open: matches!(letter.standing(now), Standing::Open { .. }),
        deadline: at(letter.deadline),
        revision: locked.map(revision),
        text: locked.map(|locked| text(locked.revision().text())),
    }
}
