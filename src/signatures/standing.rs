//! Where a signature stands that was given and not withdrawn: on the list, or kept off it because it
//! waits for a coordinator, or because an owner said that it was not authorised.

use diesel::prelude::*;

use crate::db::{Moment, Tx, on};
use crate::error::Fault;
use crate::ids::{LetterId, OrganizationId, PersonId, SignatureId};
use crate::letters::Letter;
use crate::organizations::Organization;
use crate::schema::{letters, organizations, signatures};
use crate::text::words::say;

/// What is on the list and in the count: neither withdrawn nor suspended, not waiting, and not of an
/// organization that an operator has suspended. (A withheld
/// name is on it, and is not named.)
macro_rules! on_the_list {
    () => {
        $crate::schema::signatures::withdrawn_at
            .is_null()
            .and($crate::schema::signatures::suspended_at.is_null())
            .and($crate::schema::signatures::awaiting_since.is_null())
            .and(diesel::dsl::not(diesel::dsl::exists(
                $crate::schema::organization_suspensions::table
                    .filter(
                        $crate::schema::organization_suspensions::organization_id
                            .nullable()
                            .eq($crate::schema::signatures::organization_id),
                    )
                    .filter($crate::schema::organization_suspensions::lifted_at.is_null()),
            )))
    };
}
pub(super) use on_the_list;

/// Where a signature stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Stands {
    /// On the list.
    Listed,
    /// It waits for a coordinator, since then.
    Awaiting(Moment),
    /// An owner said that it was not authorised, then.
    Suspended(Moment),
}

/// A signature of an organization, as far as it matters who gave it and where it stands.
#[derive(Debug, Clone, Queryable, Selectable)]
#[diesel(table_name = signatures)]
pub(super) struct Given {
    pub id: SignatureId,
    pub letter_id: LetterId,
    pub signed_by: Option<PersonId>,
    pub signed_at: Moment,
    pub withdrawn_at: Option<Moment>,
    pub withheld_at: Option<Moment>,
    pub suspended_at: Option<Moment>,
    pub awaiting_since: Option<Moment>,
    pub delivered_position: Option<i32>,
}

impl Given {
    /// Where it stands; a suspension outweighs everything.
    pub fn stands(&self) -> Stands {
        match (self.suspended_at, self.awaiting_since) {
            (Some(at), _) => Stands::Suspended(at),
            (None, Some(since)) => Stands::Awaiting(since),
            (None, None) => Stands::Listed,
        }
    }

    /// Whether readers of the letter have seen it, so that its leaving is theirs to know: not while it
    /// waits, nor if it was suspended before the letter was public.
    pub fn was_seen(&self, letter: &Letter) -> bool {
        let before = |at: Moment| letter.published_at.is_some_and(|published| at <= published);
        self.awaiting_since.is_none() && !self.suspended_at.is_some_and(before)
    }

    /// How the organization is called where others read it who are not to know a withheld name.
    pub fn called(&self, organization: &Organization) -> String {
        if self.withheld_at.is_some() { say!("signatures-nameless") } else { organization.name.clone() }
    }
}

/// What stands for a name that is withheld in a row of the log.
pub(super) const WITHHELD: &str = "An organization whose name is withheld";

/// A signature with its organization and its letter, whether it stands or not.
pub(super) fn find_given(
    tx: &mut Tx<'_>,
    signature: SignatureId,
) -> Result<Option<(Given, Organization, Letter)>, Fault> {
    Ok(on!(tx, c => signatures::table
        .inner_join(organizations::table)
        .inner_join(letters::table)
        .filter(signatures::id.eq(signature))
        .select((Given::as_select(), Organization::as_select(), Letter::as_select()))
        .first(c)
        .optional())?)
}

/// The signature that an organization gave under a letter and has not withdrawn.
pub(super) fn given_by(
    tx: &mut Tx<'_>,
    letter: LetterId,
    organization: OrganizationId,
) -> Result<Option<Given>, Fault> {
    Ok(on!(tx, c => signatures::table
        .filter(signatures::letter_id.eq(letter).and(signatures::organization_id.eq(organization)))
        .filter(signatures::withdrawn_at.is_null())
        .select(Given::as_select())
        .first(c)
        .optional())?)
}

/// A signature of one of a person's organizations that is kept off a list.
#[derive(Debug, Clone)]
pub struct OffTheList {
    /// Whose.
    pub organization: Organization,
    /// Under which letter.
    pub letter: Letter,
    /// Why.
    pub stands: Stands,
}

/// The signatures of a person's organizations that were given and are kept off their lists, the latest
/// first.
///
/// # Errors
/// A fault of the database.
pub fn off_the_list(tx: &mut Tx<'_>, person: PersonId) -> Result<Vec<OffTheList>, Fault> {
    let own: Vec<OrganizationId> =
        crate::organizations::memberships_of(tx, person)?.into_iter().map(|(o, _)| o.id).collect();
    let found: Vec<(Given, Organization, Letter)> = on!(tx, c => signatures::table
        .inner_join(organizations::table)
        .inner_join(letters::table)
        .filter(signatures::organization_id.eq_any(&own))
        .filter(signatures::withdrawn_at.is_null())
        .filter(signatures::suspended_at.is_not_null().or(signatures::awaiting_since.is_not_null()))
        .order(signatures::signed_at.desc())
        .limit(100)
        .select((Given::as_select(), Organization::as_select(), Letter::as_select()))
        .load(c))?;
    let off = |(given, organization, letter): (Given, Organization, Letter)| OffTheList {
        stands: given.stands(),
        organization,
        letter,
    };
    Ok(found.into_iter().map(off).collect())
}
