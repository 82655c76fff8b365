//! The list of a letter, gathered from its rows: as a whole, or from one that was gathered before and the lines
//! that have changed since.

use std::collections::{HashMap, HashSet};
use std::sync::Arc;

use diesel::dsl::max;
use diesel::prelude::*;

use super::ending::open_questions;
use super::list::{Entry, Footnote, Group, GroupKind, SignatoryList, Status, Withheld, arrange};
use super::standing::on_the_list;
use crate::db::{Moment, Tx, on};
use crate::error::Fault;
use crate::ids::{GroupId, LetterId, OrganizationId, SignatureId};
use crate::letters::Letter;
use crate::organizations::Organization;
use crate::schema::{
    coalitions, footnotes, letter_groups, organization_words, organizations, revisions, signatures,
};
use crate::text::language::Language;

#[derive(Queryable, Selectable)]
#[diesel(table_name = signatures)]
struct Row {
    id: SignatureId,
    group_id: Option<GroupId>,
    representative_name: String,
    representative_title: String,
    show_representative: bool,
    signed_at: Moment,
    confirmed_at: Option<Moment>,
    hand_position: Option<i32>,
    printed_name: Option<String>,
    printed_acronym: Option<String>,
    listed_country: Option<String>,
    sort_name: Option<String>,
    members: Option<i32>,
    delivered_position: Option<i32>,
    delivered_number: Option<i32>,
}

#[derive(Queryable, Selectable)]
#[diesel(table_name = letter_groups)]
struct GroupRow {
    id: GroupId,
    kind: GroupKind,
    name: String,
    acronym: Option<String>,
    position: i32,
}

/// A signature with its organization, the number of the revision it was given to, and the sign of
/// its footnote.
type Joined = (Row, Option<Organization>, Option<i32>, Option<String>);

/// The names of organizations in other languages.
type Names = HashMap<OrganizationId, Vec<(String, String)>>;

/// Those of the organizations that are named under a letter, or on these lines of it.
fn names_under(tx: &mut Tx<'_>, letter: LetterId, lines: Lines<'_>) -> Result<Names, Fault> {
    macro_rules! named {
        () => {
            organization_words::table
                .inner_join(
                    signatures::table
                        .on(signatures::organization_id.eq(organization_words::organization_id.nullable())),
                )
                .filter(signatures::letter_id.eq(letter).and(signatures::withheld_at.is_null()))
                .select((
                    organization_words::organization_id,
                    organization_words::language,
                    organization_words::name,
                ))
        };
    }
    let rows: Vec<(OrganizationId, String, String)> = match lines {
        Lines::All => on!(tx, c => named!().load(c))?,
        Lines::These(ids) => on!(tx, c => named!().filter(signatures::id.eq_any(ids)).load(c))?,
    };
    let mut names = Names::new();
    for (organization, language, name) in rows.into_iter().filter(|(_, _, name)| !name.is_empty()) {
        names.entry(organization).or_default().push((language, name));
    }
    Ok(names)
}

fn entry((row, organization, revision, footnote): Joined, names: &mut Names) -> Entry {
    let representative = match (row.show_representative, row.representative_title.is_empty()) {
        (false, _) => None,
        (true, true) => Some(row.representative_name),
        (true, false) => Some(format!("{}, {}", row.representative_name, row.representative_title)),
    };
    let (own_name, own_acronym) = match &organization {
        Some(organization) => (organization.name.clone(), organization.acronym.clone()),
        None => (String::new(), None),
    };
    // What an organization is sorted by belongs to its own name, not to one printed otherwise here.
    let own_sort_name = organization.as_ref().filter(|_| row.printed_name.is_none());
    let own_sort_name = own_sort_name.and_then(|organization| organization.sort_name.clone());
    let with_own_name =
        organization.as_ref().filter(|_| row.printed_name.is_none() && row.confirmed_at.is_some());
    let names = with_own_name.and_then(|organization| names.remove(&organization.id)).unwrap_or_default();
    // A name that is printed differently in this letter brings its acronym, or its want of one.
    let (name, acronym) = match row.printed_name {
        Some(printed) => (printed, row.printed_acronym),
        None => (own_name, own_acronym),
    };
    let status = if row.confirmed_at.is_some() { Status::Confirmed } else { Status::Listed };
    // Of an organization that has not signed here nothing is said but what was entered.
    let organization = organization.filter(|_| status == Status::Confirmed);
    Entry {
        signature: row.id,
        status,
        name,
        names,
        acronym,
        sort_name: row.sort_name.or(own_sort_name),
        country: organization.as_ref().and_then(|o| o.country.clone()).or(row.listed_country),
        verified_by: organization.as_ref().and_then(|o| o.verified_by),
        verified_at: organization.as_ref().and_then(|o| o.verified_at),
        // A protected organization has no public page that a name could lead to.
        slug: organization.filter(|o| o.protected_at.is_none()).map(|o| o.slug),
        group: row.group_id,
        representative,
        members: row.members,
        footnote,
        revision,
        signed_at: row.signed_at,
        hand_position: row.hand_position,
        delivered: row.delivered_position.map(|position| (position, row.delivered_number)),
    }
}

/// The groups of a letter by their place, also those under which nobody stands.
pub(super) fn groups_of(tx: &mut Tx<'_>, letter: LetterId) -> Result<Vec<Group>, Fault> {
    let groups: Vec<(GroupRow, Option<String>)> = on!(tx, c => letter_groups::table
        .left_join(coalitions::table)
        .filter(letter_groups::letter_id.eq(letter))
        .order((letter_groups::position, letter_groups::id))
        .select((GroupRow::as_select(), coalitions::slug.nullable()))
        .load(c))?;
    let groups = groups
        .into_iter()
        .map(|(row, coalition)| Group {
            id: row.id,
            kind: row.kind,
            name: row.name,
            acronym: row.acronym,
            coalition,
            position: row.position,
        })
        .collect();
    Ok(groups)
}

/// The list of a letter as it stands, in the order and with the numbers of its rule.
///
/// # Errors
/// A fault of the database.
pub fn signatory_list(tx: &mut Tx<'_>, letter: &Letter, language: &Language) -> Result<SignatoryList, Fault> {
    let entries = entries_of(tx, letter.id, Lines::All)?;
    whole(tx, letter, language, entries, &[])
}

/// The same, where nothing but the lines of `touched` can have changed since `before` was gathered: they are read
/// anew, the others are not. For whoever has thousands of them, ten times a second.
///
/// # Errors
/// A fault of the database.
pub fn signatory_list_since(
    tx: &mut Tx<'_>,
    letter: &Letter,
    language: &Language,
    before: &SignatoryList,
    touched: &HashSet<SignatureId>,
) -> Result<SignatoryList, Fault> {
    let stay =
        before.lines().map(|(_, line)| &line.entry).filter(|entry| !touched.contains(&entry.signature));
    let mut entries: Vec<Arc<Entry>> = stay.cloned().collect();
    let ids: Vec<SignatureId> = touched.iter().copied().collect();
    entries.extend(entries_of(tx, letter.id, Lines::These(&ids))?);
    whole(tx, letter, language, entries, &[])
}

/// The list as it is once the open questions to signatories are ended by their rule for silence (see
/// [`end_questions`](super::end_questions)): without those who leave then.
///
/// # Errors
/// A fault of the database.
pub fn signatory_list_after_questions(
    tx: &mut Tx<'_>,
    letter: &Letter,
    language: &Language,
) -> Result<SignatoryList, Fault> {
    let open = open_questions(tx, letter.id)?;
    let leaving: Vec<SignatureId> =
        open.iter().filter(|question| question.leaves()).map(|question| question.signature()).collect();
    let mut entries = entries_of(tx, letter.id, Lines::All)?;
    entries.retain(|entry| !leaving.contains(&entry.signature));
    whole(tx, letter, language, entries, &leaving)
}

/// Which lines of a letter.
#[derive(Debug, Clone, Copy)]
enum Lines<'a> {
    All,
    These(&'a [SignatureId]),
}

/// The lines that are on the list with their names, in no order.
fn entries_of(tx: &mut Tx<'_>, letter: LetterId, lines: Lines<'_>) -> Result<Vec<Arc<Entry>>, Fault> {
    macro_rules! lines {
        () => {
            signatures::table
                .left_join(organizations::table)
                .left_join(revisions::table)
                .left_join(footnotes::table)
                .filter(signatures::letter_id.eq(letter))
                .filter(on_the_list!().and(signatures::withheld_at.is_null()))
                .select((
                    Row::as_select(),
                    Option::<Organization>::as_select(),
                    revisions::number.nullable(),
                    footnotes::sign.nullable(),
                ))
        };
    }
    let rows: Vec<Joined> = match lines {
        Lines::All => on!(tx, c => lines!().load(c))?,
        Lines::These(ids) => on!(tx, c => lines!().filter(signatures::id.eq_any(ids)).load(c))?,
    };
    let mut names = names_under(tx, letter, lines)?;
    Ok(rows.into_iter().map(|row| Arc::new(entry(row, &mut names))).collect())
}

/// Arranges entries into the list, with those whose names are withheld, but for those that are `leaving`.
fn whole(
    tx: &mut Tx<'_>,
    letter: &Letter,
    language: &Language,
    entries: Vec<Arc<Entry>>,
    leaving: &[SignatureId],
) -> Result<SignatoryList, Fault> {
    let withheld: Vec<(SignatureId, Option<GroupId>, Option<i32>)> = on!(tx, c => signatures::table
        .filter(signatures::letter_id.eq(letter.id))
        .filter(on_the_list!().and(signatures::withheld_at.is_not_null()))
        .select((signatures::id, signatures::group_id, signatures::delivered_position))
        .load(c))?;
    let groups = groups_of(tx, letter.id)?;
    let notes: Vec<(String, String)> = on!(tx, c => footnotes::table
        .filter(footnotes::letter_id.eq(letter.id))
        .order(footnotes::position)
        .select((footnotes::sign, footnotes::words))
        .load(c))?;
    let notes = notes.into_iter().map(|(sign, words)| Footnote { sign, words }).collect();
    let withheld = withheld.into_iter().filter(|(id, ..)| !leaving.contains(id));
    let withheld: Vec<Withheld> =
        withheld.map(|(signature, group, delivered)| Withheld { signature, group, delivered }).collect();
    let delivered = match letter.delivered_at {
        Some(_) => Some(highest_delivered_number(tx, letter.id)?),
        None => None,
    };
    Ok(arrange(entries, &withheld, &groups, notes, letter.rule(), language, delivered))
}

/// The highest number that was handed over, also if its line has gone since.
fn highest_delivered_number(tx: &mut Tx<'_>, letter: LetterId) -> Result<usize, Fault> {
    let highest: Option<i32> = on!(tx, c => signatures::table
        .filter(signatures::letter_id.eq(letter))
        .select(max(signatures::delivered_number))
        .first(c))?;
    Ok(highest.and_then(|number| usize::try_from(number).ok()).unwrap_or(0))
}
