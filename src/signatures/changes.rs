//! **Changes** of a list by its coordinators: each is kept with what it takes to undo it.
//!
//! A change is whatever a verb did between two looks at the list: of every group, footnote and line,
//! the fields that differ. So no verb has to say how it is undone, and an undo touches nothing but
//! what its change touched. An undo that would overwrite what somebody did since is refused.

pub(super) mod words;

use std::collections::{BTreeMap, HashSet};

use diesel::dsl::max;
use diesel::prelude::*;
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

use crate::db::{Moment, Tx, on, sealed, sealed_if};
use crate::error::{Fault, carries_faults};
use crate::ids::{CoalitionId, FootnoteId, GroupId, LetterId, SignatureId};
use crate::letters::{EventKind, Happened, OwnLetter, log, record};
use crate::schema::{footnotes, letter_groups, letters, list_changes, people, signatures};
use crate::text::speaking;
use crate::text::words::Words;

/// How many changes are kept to be undone; what is older than that is a decision.
const KEPT: i64 = 100;

#[derive(Serialize, Deserialize, Queryable, Selectable, Insertable, AsChangeset)]
#[diesel(table_name = letter_groups, treat_none_as_null = true)]
struct GroupState {
    id: GroupId,
    coalition_id: Option<CoalitionId>,
    kind: String,
    name: String,
    acronym: Option<String>,
    position: i32,
}

#[derive(Serialize, Deserialize, Queryable, Selectable, Insertable, AsChangeset)]
#[diesel(table_name = footnotes)]
struct FootnoteState {
    id: FootnoteId,
    sign: String,
    words: String,
    position: i32,
}

#[derive(Serialize, Deserialize, Queryable, Selectable)]
#[diesel(table_name = signatures)]
struct LineState {
    id: SignatureId,
    group_id: Option<GroupId>,
    representative_name: String,
    representative_title: String,
    withdrawn_at: Option<i64>,
    hand_position: Option<i32>,
    printed_name: Option<String>,
    printed_acronym: Option<String>,
    listed_country: Option<String>,
    sort_name: Option<String>,
    members: Option<i32>,
    footnote_id: Option<FootnoteId>,
}

/// A row's fields by their names.
type Fields = Map<String, Value>;

/// What coordinators can change of a list: its rows by kind and id.
#[derive(Debug, Clone, Default, PartialEq)]
struct State {
    groups: BTreeMap<GroupId, Fields>,
    footnotes: BTreeMap<FootnoteId, Fields>,
    lines: BTreeMap<SignatureId, Fields>,
    ordering: String,
}

fn fields(row: &impl Serialize) -> Result<Fields, Fault> {
    match serde_json::to_value(row)? {
        Value::Object(fields) => Ok(fields),
        _ => Err(Fault::new("a row is an object")),
    }
}

fn row<T: DeserializeOwned>(fields: &Fields) -> Result<T, Fault> {
    Ok(serde_json::from_value(Value::Object(fields.clone()))?)
}

fn state(tx: &mut Tx<'_>, letter: LetterId) -> Result<State, Fault> {
    let groups: Vec<GroupState> = on!(tx, c => letter_groups::table
        .filter(letter_groups::letter_id.eq(letter))
        .select(GroupState::as_select())
        .load(c))?;
    let notes: Vec<FootnoteState> = on!(tx, c => footnotes::table
        .filter(footnotes::letter_id.eq(letter))
        .select(FootnoteState::as_select())
        .load(c))?;
    let lines: Vec<LineState> = on!(tx, c => signatures::table
        .filter(signatures::letter_id.eq(letter))
        .select(LineState::as_select())
        .load(c))?;
    let ordering: String = on!(tx, c => letters::table.find(letter).select(letters::ordering).first(c))?;
    let mut state = State { ordering, ..State::default() };
    for group in groups {
        state.groups.insert(group.id, fields(&group)?);
    }
    for note in notes {
        state.footnotes.insert(note.id, fields(&note)?);
    }
    for line in lines {
        state.lines.insert(line.id, fields(&line)?);
    }
    Ok(state)
}

/// Of one row, what was there before and after; of a row that was there both times, only the fields
/// that differ.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
struct Changed<I> {
    id: I,
    before: Option<Fields>,
    after: Option<Fields>,
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
struct Difference {
    groups: Vec<Changed<GroupId>>,
    footnotes: Vec<Changed<FootnoteId>>,
    lines: Vec<Changed<SignatureId>>,
    ordering: Option<(String, String)>,
}

impl Difference {
    fn between(before: &State, after: &State) -> Self {
        Self {
            groups: changed(&before.groups, &after.groups),
            footnotes: changed(&before.footnotes, &after.footnotes),
            lines: changed(&before.lines, &after.lines),
            ordering: (before.ordering != after.ordering)
                .then(|| (before.ordering.clone(), after.ordering.clone())),
        }
    }

    fn is_empty(&self) -> bool {
        self.groups.is_empty()
            && self.footnotes.is_empty()
            && self.lines.is_empty()
            && self.ordering.is_none()
    }
}

fn changed<I: Copy + Ord>(before: &BTreeMap<I, Fields>, after: &BTreeMap<I, Fields>) -> Vec<Changed<I>> {
    let mut all = Vec::new();
    for (id, was) in before {
        let Some(is) = after.get(id) else {
            all.push(Changed { id: *id, before: Some(was.clone()), after: None });
            continue;
        };
        let differ = |name: &String| was.get(name) != is.get(name);
        let names: Vec<&String> = was.keys().filter(|name| differ(name)).collect();
        if !names.is_empty() {
            let only = |from: &Fields| {
                names.iter().filter_map(|name| Some(((*name).clone(), from.get(*name)?.clone()))).collect()
            };
            all.push(Changed { id: *id, before: Some(only(was)), after: Some(only(is)) });
        }
    }
    let new = after.iter().filter(|(id, _)| !before.contains_key(id));
    all.extend(new.map(|(id, is)| Changed { id: *id, before: None, after: Some(is.clone()) }));
    all
}

/// Puts rows back as they were before a change; `false` if they are not as it left them.
fn put_back<I: Copy + Ord>(rows: &mut BTreeMap<I, Fields>, changes: &[Changed<I>]) -> bool {
    changes.iter().all(|change| match (rows.get_mut(&change.id), &change.before, &change.after) {
        (None, Some(before), None) => rows.insert(change.id, before.clone()).is_none(),
        (Some(is), before, Some(after)) if after.iter().all(|(name, value)| is.get(name) == Some(value)) => {
            match before {
                Some(before) => is.extend(before.clone()),
                None => {
                    rows.remove(&change.id);
                }
            }
            true
        }
        _ => false,
    })
}

/// Whether nothing in it points at a row that is not there, and no coalition has two headings, no
/// sign two footnotes.
fn fits(state: &State) -> bool {
    let points_at = |line: &Fields, field: &str, known: &dyn Fn(&str) -> bool| match line.get(field) {
        Some(Value::String(id)) => known(id),
        _ => true,
    };
    let group = |id: &str| id.parse().is_ok_and(|id: GroupId| state.groups.contains_key(&id));
    let note = |id: &str| id.parse().is_ok_and(|id: FootnoteId| state.footnotes.contains_key(&id));
    let unique = |rows: Vec<&Value>| {
        let mut seen = HashSet::new();
        rows.into_iter().filter_map(Value::as_str).all(|value| seen.insert(value.to_owned()))
    };
    state
        .lines
        .values()
        .all(|line| points_at(line, "group_id", &group) && points_at(line, "footnote_id", &note))
        && unique(state.groups.values().filter_map(|group| group.get("coalition_id")).collect())
        && unique(state.footnotes.values().filter_map(|note| note.get("sign")).collect())
}

/// What is done to the list inside `change` is kept to be undone, logged as `what` about `about`, and
/// told to the readers of the letter. Changing nothing is nothing. The letter must be held.
///
/// # Errors
/// What `change` returns, or a fault of the database.
pub(super) fn changing<T, E: From<Fault>>(
    tx: &mut Tx<'_>,
    own: &OwnLetter,
    what: &str,
    about: &str,
    change: impl FnOnce(&mut Tx<'_>) -> Result<T, E>,
) -> Result<T, E> {
    let letter = own.letter().id;
    let before = state(tx, letter)?;
    let result = change(tx)?;
    let difference = Difference::between(&before, &state(tx, letter)?);
    if difference.is_empty() {
        return Ok(result);
    }
    let difference = serde_json::to_string(&difference).map_err(Fault::from)?;
    let kept = if about.is_empty() { what.to_owned() } else { format!("{what}: {about}") };
    keep(tx, own, &kept, &difference, None)?;
    // The letter's coordinators read the log together: in the letter's language.
    let done = speaking::in_words(Words::of(&own.letter().language()), || words::in_words(what));
    log(tx, letter, Some(own.person()), Happened::ListChanged, about, &done)?;
    record(tx, letter, EventKind::Relisted, None)?;
    Ok(result)
}

fn keep(
    tx: &mut Tx<'_>,
    own: &OwnLetter,
    what: &str,
    difference: &str,
    undone_at: Option<Moment>,
) -> Result<(), Fault> {
    let letter = own.letter().id;
    let seq = list_version(tx, letter)? + 1;
    let row = (
        list_changes::letter_id.eq(letter),
        list_changes::seq.eq(seq),
        list_changes::person_id.eq(own.person()),
        list_changes::changed_at.eq(tx.now()),
        list_changes::what.eq(sealed(what)),
        list_changes::difference.eq(sealed(difference)),
        list_changes::undone_at.eq(undone_at),
    );
    on!(tx, c => diesel::insert_into(list_changes::table).values(row).execute(c))?;
    on!(tx, c => diesel::delete(list_changes::table
            .filter(list_changes::letter_id.eq(letter).and(list_changes::seq.le(seq - KEPT))))
        .execute(c))?;
    Ok(())
}

/// The version of a letter's list: grows with each change of it by a coordinator. That an
/// organization signs or withdraws is no new version, for it overwrites nobody's work.
pub(super) fn list_version(tx: &mut Tx<'_>, letter: LetterId) -> Result<i64, Fault> {
    let latest: Option<i64> = on!(tx, c => list_changes::table
        .filter(list_changes::letter_id.eq(letter))
        .select(max(list_changes::seq))
        .first(c))?;
    Ok(latest.unwrap_or(0))
}

/// A change that can be undone.
#[derive(Debug, Clone, Queryable)]
pub(super) struct LastChange {
    /// Its number.
    pub seq: i64,
    /// Who did it, if they still have an account.
    pub by: Option<String>,
    /// When.
    pub at: Moment,
    /// What was done.
    pub what: String,
    difference: String,
}

/// The latest change that is not undone.
pub(super) fn last_change(tx: &mut Tx<'_>, letter: LetterId) -> Result<Option<LastChange>, Fault> {
    Ok(on!(tx, c => list_changes::table
        .left_join(people::table)
        .filter(list_changes::letter_id.eq(letter).and(list_changes::undone_at.is_null()))
        .order(list_changes::seq.desc())
        .select((
            list_changes::seq,
            people::name.nullable(),
            list_changes::changed_at,
            list_changes::what,
            list_changes::difference,
        ))
        .first(c)
        .optional())?)
}

/// Why nothing was undone.
#[derive(Debug)]
pub(super) enum UndoError {
    /// Nothing is left to be undone.
    NothingToUndo,
    /// Something that the change touched was changed again since, by somebody else's hand.
    NoLongerFits,
    /// The letter was delivered after it.
    Delivered,
    /// See [`Fault`].
    Fault(Fault),
}

carries_faults!(UndoError);

/// Undoes the latest change that is not undone. Returns the signatories whose name reads otherwise
/// because of it, so that their owners can be told. The letter must be held.
pub(super) fn undo(tx: &mut Tx<'_>, own: &OwnLetter) -> Result<Vec<SignatureId>, UndoError> {
    let letter = own.letter();
    let last = last_change(tx, letter.id)?.ok_or(UndoError::NothingToUndo)?;
    if letter.delivered_at.is_some_and(|delivered| last.at <= delivered) {
        return Err(UndoError::Delivered);
    }
    let difference: Difference = serde_json::from_str(&last.difference).map_err(Fault::from)?;
    let current = state(tx, letter.id)?;
    let mut wanted = current.clone();
    let there = put_back(&mut wanted.groups, &difference.groups)
        && put_back(&mut wanted.footnotes, &difference.footnotes)
        && put_back(&mut wanted.lines, &difference.lines);
    if let Some((before, after)) = &difference.ordering {
        if wanted.ordering != *after {
            return Err(UndoError::NoLongerFits);
        }
        wanted.ordering.clone_from(before);
    }
    if !there || !fits(&wanted) {
        return Err(UndoError::NoLongerFits);
    }
    apply(tx, letter.id, &current, &wanted)?;
    let now = tx.now();
    on!(tx, c => diesel::update(list_changes::table.find((letter.id, last.seq)))
        .set(list_changes::undone_at.eq(now))
        .execute(c))?;
    keep(tx, own, &last.what, "", Some(now))?;
    log(tx, letter.id, Some(own.person()), Happened::ListChangeUndone, "", &last.what)?;
    record(tx, letter.id, EventKind::Relisted, None)?;
    let named = |change: &&Changed<SignatureId>| {
        let has = |fields: &Option<Fields>| fields.as_ref().is_some_and(|f| f.contains_key("printed_name"));
        has(&change.before)
    };
    Ok(difference.lines.iter().filter(named).map(|change| change.id).collect())
}

/// Writes the rows that differ: first what others point at, then those, then what nobody points at.
fn apply(tx: &mut Tx<'_>, letter: LetterId, current: &State, wanted: &State) -> Result<(), Fault> {
    let difference = Difference::between(current, wanted);
    for group in difference.groups.iter().filter_map(|change| wanted.groups.get(&change.id)) {
        let group: GroupState = row(group)?;
        if current.groups.contains_key(&group.id) {
            on!(tx, c => diesel::update(letter_groups::table.find(group.id)).set(&group).execute(c))?;
        } else {
            on!(tx, c => diesel::insert_into(letter_groups::table)
                .values((letter_groups::letter_id.eq(letter), &group))
                .execute(c))?;
        }
    }
    for note in difference.footnotes.iter().filter_map(|change| wanted.footnotes.get(&change.id)) {
        let note: FootnoteState = row(note)?;
        if current.footnotes.contains_key(&note.id) {
            on!(tx, c => diesel::update(footnotes::table.find(note.id)).set(&note).execute(c))?;
        } else {
            on!(tx, c => diesel::insert_into(footnotes::table)
                .values((footnotes::letter_id.eq(letter), &note))
                .execute(c))?;
        }
    }
    for line in difference.lines.iter().filter_map(|change| wanted.lines.get(&change.id)) {
        let line: LineState = row(line)?;
        let words = (
            signatures::representative_name.eq(sealed(&line.representative_name)),
            signatures::representative_title.eq(sealed(&line.representative_title)),
            signatures::printed_name.eq(sealed_if(line.printed_name.as_ref())),
            signatures::printed_acronym.eq(sealed_if(line.printed_acronym.as_ref())),
            signatures::sort_name.eq(sealed_if(line.sort_name.as_ref())),
        );
        let place = (
            signatures::group_id.eq(line.group_id),
            signatures::withdrawn_at.eq(line.withdrawn_at),
            signatures::hand_position.eq(line.hand_position),
            signatures::listed_country.eq(&line.listed_country),
            signatures::members.eq(line.members),
            signatures::footnote_id.eq(line.footnote_id),
        );
        on!(tx, c => diesel::update(signatures::table.find(line.id)).set((words, place)).execute(c))?;
    }
    let gone_groups = difference.groups.iter().filter(|change| change.after.is_none());
    for group in gone_groups {
        on!(tx, c => diesel::delete(letter_groups::table.find(group.id)).execute(c))?;
    }
    let gone_notes = difference.footnotes.iter().filter(|change| change.after.is_none());
    for note in gone_notes {
        on!(tx, c => diesel::delete(footnotes::table.find(note.id)).execute(c))?;
    }
    if let Some((_, ordering)) = &difference.ordering {
        on!(tx, c => diesel::update(letters::table.find(letter))
            .set(letters::ordering.eq(ordering))
            .execute(c))?;
    }
    Ok(())
}

#[cfg(test)]
mod tests;
