//! Withheld names in the coordinators' hands: to protect one that is shown, to end that, and to look
//! the names up, which is written into the letter's log each time.

use diesel::prelude::*;

use super::forgetting::marks_of;
use super::lines::named_group;
use super::withholding::{Withholding, settle_withheld, withholding_of};
use crate::db::{Moment, Tx, on};
use crate::error::{Fault, carries_faults};
use crate::ids::{GroupId, OrganizationId, PersonId, SignatureId};
use crate::letters::{EventKind, Happened, OwnLetter, UNNAMED, log, record};
use crate::schema::{organizations, signatures};
use crate::text::order::NameOrder;

/// Why a name was not protected, or its protection not ended.
#[derive(Debug)]
pub(super) enum ProtectError {
    /// There is no such signatory on the list.
    NoSuchSignatory,
    /// Nobody said why.
    ReasonMissing,
    /// The reason, which stays in the log, says whose name it is.
    ReasonNames,
    /// Nobody protects it: the organization itself wishes not to be named.
    OwnWish,
    /// The letter was delivered with the name withheld.
    Delivered,
    /// The letter has no such group.
    NoSuchGroup,
    /// See [`Fault`].
    Fault(Fault),
}

carries_faults!(ProtectError);

#[derive(Debug, Clone, Copy, Queryable, Selectable)]
#[diesel(table_name = signatures)]
struct Standing {
    organization_id: Option<OrganizationId>,
    confirmed_at: Option<Moment>,
    delivered_position: Option<i32>,
}

impl Standing {
    /// The organization, if it signed here.
    fn signed(self) -> Option<OrganizationId> {
        self.organization_id.filter(|_| self.confirmed_at.is_some())
    }
}

fn find_standing(
    tx: &mut Tx<'_>,
    own: &OwnLetter,
    signature: SignatureId,
) -> Result<(Standing, Option<Withholding>), ProtectError> {
    let found: Option<Standing> = on!(tx, c => signatures::table
        .find(signature)
        .filter(signatures::letter_id.eq(own.letter().id))
        .filter(signatures::withdrawn_at.is_null())
        .select(Standing::as_select())
        .first(c)
        .optional())
    .map_err(Fault::from)?;
    let standing = found.ok_or(ProtectError::NoSuchSignatory)?;
    Ok((standing, withholding_of(tx, signature)?))
}

/// Withholds a name to protect it, or makes an organization's own wish one that it cannot take back
/// alone. Returns the organization that signed, whose owners are to be told. The letter must be held.
pub(super) fn protect(
    tx: &mut Tx<'_>,
    own: &OwnLetter,
    signature: SignatureId,
    reason: &str,
) -> Result<Option<OrganizationId>, ProtectError> {
    let (standing, withheld) = find_standing(tx, own, signature)?;
    if withheld.is_some_and(|withheld| withheld.forced) {
        return Ok(None);
    }
    if reason.is_empty() {
        return Err(ProtectError::ReasonMissing);
    }
    if marks_of(tx, signature)?.are_in(reason) {
        return Err(ProtectError::ReasonNames);
    }
    let since = withheld.map_or(tx.now(), |withheld| withheld.at);
    on!(tx, c => diesel::update(signatures::table.find(signature))
        .set((signatures::withheld_at.eq(since), signatures::withheld_by.eq(own.person())))
        .execute(c))
    .map_err(Fault::from)?;
    let letter = own.letter().id;
    settle_withheld(tx, letter, signature)?;
    log(tx, letter, Some(own.person()), Happened::Withheld, UNNAMED, reason)?;
    if withheld.is_none() {
        record(tx, letter, EventKind::Relisted, None)?;
    }
    Ok(standing.signed())
}

/// Ends the protection of a name. That of an organization which signed here stays withheld until the
/// organization itself shows it; a listed one, for which nobody else could, is shown at once. Returns
/// the organization, whose owners are to be told. The letter must be held.
pub(super) fn end_protection(
    tx: &mut Tx<'_>,
    own: &OwnLetter,
    signature: SignatureId,
) -> Result<Option<OrganizationId>, ProtectError> {
    let (standing, withheld) = find_standing(tx, own, signature)?;
    let withheld = withheld.ok_or(ProtectError::NoSuchSignatory)?;
    if !withheld.forced {
        return Err(ProtectError::OwnWish);
    }
    let letter = own.letter();
    let row = signatures::table.find(signature);
    let nobody = signatures::withheld_by.eq(None::<PersonId>);
    if standing.signed().is_some() {
        on!(tx, c => diesel::update(row).set(nobody).execute(c)).map_err(Fault::from)?;
    } else {
        let handed_over = letter.delivered_at.filter(|_| standing.delivered_position.is_some());
        if handed_over.is_some_and(|at| withheld.at <= at) {
            return Err(ProtectError::Delivered);
        }
        let shown = (signatures::withheld_at.eq(None::<Moment>), nobody);
        on!(tx, c => diesel::update(row).set(shown).execute(c)).map_err(Fault::from)?;
        record(tx, letter.id, EventKind::Relisted, None)?;
    }
    log(tx, letter.id, Some(own.person()), Happened::WithheldNoLonger, UNNAMED, "")?;
    Ok(standing.signed())
}

/// Counts a withheld name under another heading: a group's id, a coalition's address, or none. The
/// letter must be held.
pub(super) fn move_withheld(
    tx: &mut Tx<'_>,
    own: &OwnLetter,
    signature: SignatureId,
    group: Option<&str>,
) -> Result<(), ProtectError> {
    let (standing, withheld) = find_standing(tx, own, signature)?;
    withheld.ok_or(ProtectError::NoSuchSignatory)?;
    let letter = own.letter();
    if letter.delivered_at.is_some() && standing.delivered_position.is_some() {
        return Err(ProtectError::Delivered);
    }
    let group = match group {
        Some(typed) => Some(named_group(tx, letter.id, typed)?.ok_or(ProtectError::NoSuchGroup)?),
        None => None,
    };
    on!(tx, c => diesel::update(signatures::table.find(signature))
        .set(signatures::group_id.eq(group))
        .execute(c))
    .map_err(Fault::from)?;
    log(tx, letter.id, Some(own.person()), Happened::WithheldMoved, UNNAMED, "")?;
    record(tx, letter.id, EventKind::Relisted, None)?;
    Ok(())
}

/// A withheld name, for the letter's coordinators.
#[derive(Debug, Clone)]
pub(super) struct WithheldName {
    /// The signature.
    pub signature: SignatureId,
    /// The name, as it would stand in this letter.
    pub name: String,
    /// Its acronym.
    pub acronym: Option<String>,
    /// Its country.
    pub country: Option<String>,
    /// Who signed for it, and as what.
    pub representative: (String, String),
    /// Whether the organization signed here; else a coordinator listed it.
    pub confirmed: bool,
    /// Whether a coordinator protects it.
    pub forced: bool,
    /// The group it is counted in.
    pub group: Option<GroupId>,
    /// When it signed.
    pub signed_at: Moment,
}

#[derive(Queryable, Selectable)]
#[diesel(table_name = signatures)]
struct Row {
    id: SignatureId,
    group_id: Option<GroupId>,
    representative_name: String,
    representative_title: String,
    signed_at: Moment,
    confirmed_at: Option<Moment>,
    printed_name: Option<String>,
    printed_acronym: Option<String>,
    listed_country: Option<String>,
    withheld_by: Option<PersonId>,
}

#[derive(Queryable, Selectable)]
#[diesel(table_name = organizations)]
struct OwnRow {
    name: String,
    acronym: Option<String>,
    country: Option<String>,
}

/// The withheld names of a letter by the order of its language, for one of its coordinators. That
/// they were looked at is written into the log, with who did and when; so it is a change.
pub(super) fn look_up_names(tx: &mut Tx<'_>, own: &OwnLetter) -> Result<Vec<WithheldName>, Fault> {
    let letter = own.letter();
    let rows: Vec<(Row, Option<OwnRow>)> = on!(tx, c => signatures::table
        .left_join(organizations::table)
        .filter(signatures::letter_id.eq(letter.id))
        .filter(signatures::withdrawn_at.is_null().and(signatures::withheld_at.is_not_null()))
        .select((Row::as_select(), Option::<OwnRow>::as_select()))
        .load(c))?;
    let mut names: Vec<WithheldName> = rows.into_iter().map(named).collect();
    let order = NameOrder::of(&letter.language());
    names.sort_by_cached_key(|name| (order.key(&name.name), name.signature));
    let about = match names.len() {
        1 => "1 name".to_owned(),
        count => format!("{count} names"),
    };
    log(tx, letter.id, Some(own.person()), Happened::WithheldSeen, &about, "")?;
    Ok(names)
}

fn named((row, own): (Row, Option<OwnRow>)) -> WithheldName {
    let (own_name, own_acronym, own_country) = match own {
        Some(own) => (own.name, own.acronym, own.country),
        None => (String::new(), None, None),
    };
    let (name, acronym) = match row.printed_name {
        Some(printed) => (printed, row.printed_acronym),
        None => (own_name, own_acronym),
    };
    WithheldName {
        signature: row.id,
        name,
        acronym,
        country: own_country.or(row.listed_country),
        representative: (row.representative_name, row.representative_title),
        confirmed: row.confirmed_at.is_some(),
        forced: row.withheld_by.is_some(),
        group: row.group_id,
        signed_at: row.signed_at,
    }
}
