//! A line of the list in the coordinators' hands: under which heading it stands, what it is sorted
//! by, for how many members it speaks, what is noted at it, and how its name is printed.

use diesel::dsl::max;
use diesel::prelude::*;

use super::changes::changing;
use super::groups::find_or_add_group;
use super::standing::on_the_list;
use crate::coalitions;
use crate::db::{Moment, Tx, on, sealed, sealed_if};
use crate::error::{Fault, carries_faults};
use crate::ids::{FootnoteId, GroupId, LetterId, OrganizationId, SignatureId, Slug};
use crate::letters::{Happened, OwnLetter, log};
use crate::organizations::NewOrganization;
use crate::schema::{footnotes, letter_groups, organizations, signatures};
use crate::text::clean;
use crate::text::complaints::Complaints;

/// A line as the tables have it.
#[derive(Debug, Clone, Queryable, Selectable)]
#[diesel(table_name = signatures)]
pub(super) struct Line {
    pub id: SignatureId,
    pub organization_id: Option<OrganizationId>,
    pub confirmed_at: Option<Moment>,
    pub printed_name: Option<String>,
    pub printed_acronym: Option<String>,
    pub printed_form: Option<String>,
    pub representative_name: String,
    pub representative_title: String,
    pub delivered_position: Option<i32>,
    pub withheld_at: Option<Moment>,
}

/// The line of a signatory that stands on the letter's list, named or withheld, and the organization's
/// own name.
pub(super) fn find_line(
    tx: &mut Tx<'_>,
    letter: LetterId,
    signature: SignatureId,
) -> Result<Option<(Line, Option<OwnName>)>, Fault> {
    Ok(on!(tx, c => signatures::table
        .left_join(organizations::table)
        .filter(signatures::id.eq(signature).and(signatures::letter_id.eq(letter)))
        .filter(on_the_list!())
        .select((Line::as_select(), Option::<OwnName>::as_select()))
        .first(c)
        .optional())?)
}

/// What an organization is called outside this letter.
#[derive(Debug, Clone, Queryable, Selectable)]
#[diesel(table_name = organizations)]
pub(super) struct OwnName {
    pub name: String,
    pub acronym: Option<String>,
}

/// How a name is to be printed in one letter; empty for the organization's own.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct PrintedName {
    pub name: String,
    pub acronym: Option<String>,
}

impl PrintedName {
    /// Reads the fields `name` and `acronym`, by the rules for organizations.
    ///
    /// # Errors
    /// What is wrong, field by field.
    pub(super) fn read(name: &str, acronym: &str) -> Result<Self, Complaints> {
        if clean::line(name).is_empty() {
            return Ok(Self { name: String::new(), acronym: None });
        }
        let read = NewOrganization::read("name", name, acronym, "", "")?;
        Ok(Self { name: read.name, acronym: read.acronym })
    }
}

/// A name that reads otherwise than before.
#[derive(Debug, Clone)]
pub(super) struct Renamed {
    /// Whose; none of a listed signatory.
    pub organization: Option<OrganizationId>,
    /// As it was printed.
    pub before: String,
    /// As it is printed.
    pub after: String,
}

fn shown(name: &str, acronym: Option<&String>) -> String {
    acronym.map_or_else(|| name.to_owned(), |acronym| format!("{name} ({acronym})"))
}

/// Prints a name otherwise in this letter; `None` if it reads as before. A listed signatory keeps
/// its name if none is given.
pub(super) fn print_name(
    tx: &mut Tx<'_>,
    line: &Line,
    own: Option<&OwnName>,
    printed: &PrintedName,
) -> Result<Option<Renamed>, Fault> {
    let own = own.filter(|_| line.organization_id.is_some());
    let standing = match (&line.printed_name, own) {
        (Some(name), _) => shown(name, line.printed_acronym.as_ref()),
        (None, Some(own)) => shown(&own.name, own.acronym.as_ref()),
        (None, None) => String::new(),
    };
    let is_own = own.is_some_and(|own| {
        printed.name.is_empty() || (own.name == printed.name && own.acronym == printed.acronym)
    });
    let (name, acronym) = match (is_own, own) {
        (true, Some(_)) => (None, None),
        _ if printed.name.is_empty() => return Ok(None),
        _ => (Some(printed.name.clone()), printed.acronym.clone()),
    };
    let after = match (&name, own) {
        (None, Some(own)) => shown(&own.name, own.acronym.as_ref()),
        _ => shown(&printed.name, printed.acronym.as_ref()),
    };
    if name == line.printed_name && acronym == line.printed_acronym {
        return Ok(None);
    }
    on!(tx, c => diesel::update(signatures::table.find(line.id))
        .set((signatures::printed_name.eq(sealed_if(name.as_ref())), signatures::printed_acronym.eq(sealed_if(acronym.as_ref()))))
        .execute(c))?;
    let organization = line.organization_id.filter(|_| line.confirmed_at.is_some());
    Ok((standing != after).then_some(Renamed { organization, before: standing, after }))
}

/// What of a line is to be changed; `None` leaves something as it is.
#[derive(Debug, Clone, Default)]
pub(super) struct LineEdit {
    /// How its name is printed.
    pub printed: Option<PrintedName>,
    /// Of a listed signatory: its country.
    pub country: Option<Option<String>>,
    /// Of a listed signatory: name and title of its representative.
    pub representative: Option<(String, String)>,
    /// What it is sorted by instead of its name.
    pub sort_name: Option<Option<String>>,
    /// The heading: a group's id, or a coalition's address; none for no heading.
    pub group: Option<Option<String>>,
    /// On behalf of how many members.
    pub members: Option<Option<i32>>,
    /// The sign of its footnote with its words; no words for those that stand there.
    pub footnote: Option<Option<(String, String)>>,
}

/// Why a line was not changed.
#[derive(Debug)]
pub(super) enum LineError {
    /// There is no such signatory on the list.
    NoSuchSignatory,
    /// The letter has no such group.
    NoSuchGroup,
    /// The sign has no words yet.
    FootnoteWithoutWords,
    /// The words of a footnote at delivered lines.
    FootnoteDelivered,
    /// The line is delivered, and frozen.
    Delivered,
    /// See [`Fault`].
    Fault(Fault),
}

carries_faults!(LineError);

/// The group that a form names: by its id, or by the address of its coalition.
pub(super) fn named_group(tx: &mut Tx<'_>, letter: LetterId, typed: &str) -> Result<Option<GroupId>, Fault> {
    if let Ok(id) = typed.parse::<GroupId>() {
        return Ok(on!(tx, c => letter_groups::table
            .find(id)
            .filter(letter_groups::letter_id.eq(letter))
            .select(letter_groups::id)
            .first(c)
            .optional())?);
    }
    let Ok(slug) = typed.parse::<Slug>() else { return Ok(None) };
    match coalitions::find_coalition(tx, &slug)? {
        Some(coalition) => Ok(Some(find_or_add_group(tx, letter, &coalition)?)),
        None => Ok(None),
    }
}

/// Changes a line. Returns the new name if it reads otherwise, so that the organization's owners can
/// be told. The letter must be held.
pub(super) fn edit_line(
    tx: &mut Tx<'_>,
    own: &OwnLetter,
    signature: SignatureId,
    edit: &LineEdit,
) -> Result<Option<Renamed>, LineError> {
    let letter = own.letter();
    let (line, own_name) = find_line(tx, letter.id, signature)?
        .filter(|(line, _)| line.withheld_at.is_none())
        .ok_or(LineError::NoSuchSignatory)?;
    if letter.delivered_at.is_some() && line.delivered_position.is_some() {
        return Err(LineError::Delivered);
    }
    let about = line.printed_name.clone().or(own_name.as_ref().map(|own| own.name.clone()));
    let renamed = changing(tx, own, "changed a line", about.as_deref().unwrap_or(""), |tx| {
        write(tx, own, &line, own_name.as_ref(), edit)
    })?;
    if let Some(renamed) = &renamed {
        let person = Some(own.person());
        log(tx, letter.id, person, Happened::PrintedNameChanged, &renamed.after, &renamed.before)?;
    }
    Ok(renamed)
}

fn write(
    tx: &mut Tx<'_>,
    own: &OwnLetter,
    line: &Line,
    own_name: Option<&OwnName>,
    edit: &LineEdit,
) -> Result<Option<Renamed>, LineError> {
    let letter = own.letter().id;
    let row = signatures::table.find(line.id);
    let is_listed = line.confirmed_at.is_none();
    if let Some(country) = edit.country.as_ref().filter(|_| is_listed) {
        on!(tx, c => diesel::update(row).set(signatures::listed_country.eq(country)).execute(c))?;
    }
    if let Some((name, title)) = edit.representative.as_ref().filter(|_| is_listed) {
        on!(tx, c => diesel::update(row)
            .set((signatures::representative_name.eq(sealed(name)), signatures::representative_title.eq(sealed(title))))
            .execute(c))?;
    }
    if let Some(sort_name) = &edit.sort_name {
        on!(tx, c => diesel::update(row).set(signatures::sort_name.eq(sealed_if(sort_name.as_ref()))).execute(c))?;
    }
    if let Some(members) = edit.members {
        on!(tx, c => diesel::update(row).set(signatures::members.eq(members)).execute(c))?;
    }
    if let Some(group) = &edit.group {
        let group = match group {
            Some(typed) => Some(named_group(tx, letter, typed)?.ok_or(LineError::NoSuchGroup)?),
            None => None,
        };
        on!(tx, c => diesel::update(row).set(signatures::group_id.eq(group)).execute(c))?;
    }
    if let Some(footnote) = &edit.footnote {
        let footnote = match footnote {
            Some((sign, words)) => Some(footnote_of(tx, own, sign, words)?),
            None => None,
        };
        on!(tx, c => diesel::update(row).set(signatures::footnote_id.eq(footnote)).execute(c))?;
        forget_unused_footnotes(tx, letter)?;
    }
    match &edit.printed {
        Some(printed) => Ok(print_name(tx, line, own_name, printed)?),
        None => Ok(None),
    }
}

/// The footnote of a sign, with these words if there are any; several lines may have it.
fn footnote_of(tx: &mut Tx<'_>, own: &OwnLetter, sign: &str, words: &str) -> Result<FootnoteId, LineError> {
    let letter = own.letter().id;
    let found: Option<(FootnoteId, String)> = on!(tx, c => footnotes::table
        .filter(footnotes::letter_id.eq(letter).and(footnotes::sign.eq(sign)))
        .select((footnotes::id, footnotes::words))
        .first(c)
        .optional())?;
    if let Some((id, standing)) = found {
        if !words.is_empty() && words != standing {
            reword(tx, own, id, words)?;
        }
        return Ok(id);
    }
    if words.is_empty() {
        return Err(LineError::FootnoteWithoutWords);
    }
    let last: Option<i32> = on!(tx, c => footnotes::table
        .filter(footnotes::letter_id.eq(letter))
        .select(max(footnotes::position))
        .first(c))?;
    let id = FootnoteId::new();
    let row = (
        footnotes::id.eq(id),
        footnotes::letter_id.eq(letter),
        footnotes::sign.eq(sign),
        footnotes::words.eq(words),
        footnotes::position.eq(last.map_or(0, |last| last + 1)),
    );
    on!(tx, c => diesel::insert_into(footnotes::table).values(row).execute(c))?;
    Ok(id)
}

fn reword(tx: &mut Tx<'_>, own: &OwnLetter, id: FootnoteId, words: &str) -> Result<(), LineError> {
    if own.letter().delivered_at.is_some() {
        let delivered: i64 = on!(tx, c => signatures::table
            .filter(signatures::footnote_id.eq(id).and(signatures::delivered_position.is_not_null()))
            .count()
            .get_result(c))?;
        if delivered > 0 {
            return Err(LineError::FootnoteDelivered);
        }
    }
    on!(tx, c => diesel::update(footnotes::table.find(id)).set(footnotes::words.eq(words)).execute(c))?;
    Ok(())
}

/// Gives a footnote other words, for all lines that have it. The letter must be held.
pub(super) fn edit_footnote(
    tx: &mut Tx<'_>,
    own: &OwnLetter,
    sign: &str,
    words: &str,
) -> Result<(), LineError> {
    let found: Option<FootnoteId> = on!(tx, c => footnotes::table
        .filter(footnotes::letter_id.eq(own.letter().id).and(footnotes::sign.eq(sign)))
        .select(footnotes::id)
        .first(c)
        .optional())?;
    let id = found.ok_or(LineError::NoSuchSignatory)?;
    changing(tx, own, "changed a footnote", sign, |tx| reword(tx, own, id, words))
}

/// Forgets footnotes that no line of the list has.
pub(super) fn forget_unused_footnotes(tx: &mut Tx<'_>, letter: LetterId) -> Result<(), Fault> {
    let used: Vec<Option<FootnoteId>> = on!(tx, c => signatures::table
        .filter(signatures::letter_id.eq(letter))
        .filter(signatures::withdrawn_at.is_null().and(signatures::footnote_id.is_not_null()))
        .select(signatures::footnote_id)
        .distinct()
        .load(c))?;
    let used: Vec<FootnoteId> = used.into_iter().flatten().collect();
    on!(tx, c => diesel::delete(footnotes::table
            .filter(footnotes::letter_id.eq(letter).and(footnotes::id.ne_all(&used))))
        .execute(c))?;
    Ok(())
}
