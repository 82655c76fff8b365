//! What the coordinators' papers of a letter forget once a name is withheld: its log, which all
//! coordinators read without a trace, and the words of changes that can be undone.

use diesel::prelude::*;

use crate::db::{Moment, Tx, on, sealed};
use crate::error::Fault;
use crate::ids::{LetterId, LogEntryId, OrganizationId, PersonId, SignatureId};
use crate::letters::{Happened, UNNAMED};
use crate::schema::{letter_log, list_changes, memberships, organizations, signatures};

/// By what somebody could be known.
#[derive(Debug, Default)]
pub(super) struct Marks(Vec<String>);

impl Marks {
    fn of(texts: impl IntoIterator<Item = Option<String>>) -> Self {
        let mut marks: Vec<String> =
            texts.into_iter().flatten().map(|text| text.trim().to_lowercase()).collect();
        marks.retain(|mark| !mark.is_empty());
        Self(marks)
    }

    /// Whether a text has one of them in it, as words of their own: an acronym of two letters is part
    /// of many a word.
    pub fn are_in(&self, text: &str) -> bool {
        let text = text.to_lowercase();
        let apart = |c: Option<char>| c.is_none_or(|c| !c.is_alphanumeric());
        self.0.iter().any(|mark| {
            text.match_indices(mark.as_str()).any(|(at, found)| {
                let (before, after) = (text.get(..at), text.get(at + found.len()..));
                apart(before.and_then(|before| before.chars().next_back()))
                    && apart(after.and_then(|after| after.chars().next()))
            })
        })
    }
}

type Named = (Option<OrganizationId>, Option<String>, Option<String>, String);

/// By what the organization of a signature, and who signed for it, could be known.
pub(super) fn marks_of(tx: &mut Tx<'_>, signature: SignatureId) -> Result<Marks, Fault> {
    let (organization, printed, acronym, representative): Named = on!(tx, c => signatures::table
        .find(signature)
        .select((
            signatures::organization_id,
            signatures::printed_name,
            signatures::printed_acronym,
            signatures::representative_name,
        ))
        .first(c))?;
    let mut texts = vec![printed, acronym, Some(representative)];
    if let Some(organization) = organization {
        let own: (String, Option<String>, String, Option<String>) = on!(tx, c => organizations::table
            .find(organization)
            .select((organizations::name, organizations::acronym, organizations::email, organizations::website))
            .first(c))?;
        let host = own.3.and_then(|site| Some(url::Url::parse(&site).ok()?.host_str()?.to_owned()));
        texts.extend([Some(own.0), own.1, Some(own.2), host]);
    }
    Ok(Marks::of(texts))
}

/// Whether what happened was done for an organization, and not by a coordinator for the letter: who
/// did it would tell whose it was.
fn is_an_organizations(happened: Happened) -> bool {
    matches!(
        happened,
        Happened::Signed
            | Happened::Queued
            | Happened::Disputed
            | Happened::AuthorityConfirmed
            | Happened::ListedConfirmed
            | Happened::Withdrew
            | Happened::Kept
            | Happened::LeftOnRevision
            | Happened::Prepared
            | Happened::Approved
            | Happened::PreparationRefused
            | Happened::Commented
            | Happened::Declined
            | Happened::NameHidden
            | Happened::NameShown
    )
}

/// Takes the names of an organization and of who signed for it out of the letter's log, and out of
/// what its list's changes say; a change that holds a name can no longer be undone.
pub(super) fn forget_in_log(tx: &mut Tx<'_>, letter: LetterId, signature: SignatureId) -> Result<(), Fault> {
    let marks = marks_of(tx, signature)?;
    let organization: Option<OrganizationId> = on!(tx, c => signatures::table
        .find(signature)
        .select(signatures::organization_id)
        .first(c))?;
    let people: Vec<PersonId> = on!(tx, c => memberships::table
        .filter(memberships::organization_id.nullable().eq(organization))
        .select(memberships::person_id)
        .load(c))?;
    let lines: Vec<(LogEntryId, Happened, Option<PersonId>, String, String)> = on!(tx, c => letter_log::table
        .filter(letter_log::letter_id.eq(letter))
        .select((
            letter_log::id,
            letter_log::kind,
            letter_log::person_id,
            letter_log::about,
            letter_log::note,
        ))
        .load(c))?;
    for (id, happened, person, about, note) in lines {
        let (in_about, in_note) = (marks.are_in(&about), marks.are_in(&note));
        if !in_about && !in_note {
            continue;
        }
        let acted = is_an_organizations(happened)
            || (happened == Happened::PrintedNameChanged && person.is_some_and(|by| people.contains(&by)));
        let about = if in_about || acted { UNNAMED.to_owned() } else { about };
        // Before and after a change of a printed name both are names.
        let note = if in_note || happened == Happened::PrintedNameChanged { String::new() } else { note };
        let forgotten = (
            letter_log::about.eq(sealed(about)),
            letter_log::note.eq(sealed(note)),
            letter_log::person_id.eq(person.filter(|_| !acted)),
        );
        on!(tx, c => diesel::update(letter_log::table.find(id)).set(forgotten).execute(c))?;
    }
    forget_in_changes(tx, letter, &marks)
}

fn forget_in_changes(tx: &mut Tx<'_>, letter: LetterId, marks: &Marks) -> Result<(), Fault> {
    let changes: Vec<(i64, String, String, Option<Moment>)> = on!(tx, c => list_changes::table
        .filter(list_changes::letter_id.eq(letter))
        .select((list_changes::seq, list_changes::what, list_changes::difference, list_changes::undone_at))
        .load(c))?;
    let now = tx.now();
    for (seq, what, difference, undone_at) in changes {
        let row = list_changes::table.find((letter, seq));
        if marks.are_in(&what) {
            let done = what.split_once(':').map_or("changed the list", |(done, _)| done);
            let words = format!("{done}: {UNNAMED}");
            on!(tx, c => diesel::update(row).set(list_changes::what.eq(sealed(words))).execute(c))?;
        }
        if marks.are_in(&difference) {
            let over = (
                list_changes::difference.eq(sealed("")),
                list_changes::undone_at.eq(undone_at.unwrap_or(now)),
            );
            on!(tx, c => diesel::update(row).set(over).execute(c))?;
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_is_found_as_words_of_its_own() {
        let marks =
            Marks::of([Some("Cedar Relief".to_owned()), Some("CR".to_owned()), Some("أمل".to_owned()), None]);
        for named in ["signed: CEDAR RELIEF", "(CR)", "cr, and others", "منظمة أمل", "cedar relief."]
        {
            assert!(marks.are_in(named), "{named}");
        }
        for not in ["", "a secret", "Cedar and Relief", "crumbs", "تأملات"] {
            assert!(!marks.are_in(not), "{not}");
        }
        assert!(!Marks::of([Some(" ".to_owned())]).are_in("anything at all"));
    }
}
