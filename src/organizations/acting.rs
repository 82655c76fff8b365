//! For which of their organizations a person acts, in the browser they sit at.
//!
//! It is said on every page of theirs, and it is never what a signature rests on: the form names its
//! organization, and a form that names none of several is refused.

use diesel::prelude::*;

use super::model::{Organization, memberships_of};
use crate::db::{Tx, on};
use crate::error::Fault;
use crate::ids::{PersonId, SessionId, Slug};
use crate::schema::acting_for;

/// For which organization somebody acts.
#[derive(Debug, Clone)]
pub enum Acting {
    /// They have none.
    ForNobody,
    /// For the only one they have.
    Only(Organization),
    /// For the one that they chose.
    Chosen(Organization),
    /// They have so many and have not chosen.
    NotChosen(usize),
}

impl Acting {
    /// The organization that they chose, or have only.
    pub fn organization(&self) -> Option<&Organization> {
        match self {
            Self::Only(organization) | Self::Chosen(organization) => Some(organization),
            Self::ForNobody | Self::NotChosen(_) => None,
        }
    }
}

/// For which organization `person` acts in this session.
///
/// # Errors
/// A fault of the database.
pub fn find_acting(tx: &mut Tx<'_>, session: SessionId, person: PersonId) -> Result<Acting, Fault> {
    let mut own: Vec<Organization> = memberships_of(tx, person)?.into_iter().map(|(own, _)| own).collect();
    if own.len() < 2 {
        return Ok(own.pop().map_or(Acting::ForNobody, Acting::Only));
    }
    let chosen: Option<crate::ids::OrganizationId> = on!(tx, c => acting_for::table
        .find(session)
        .select(acting_for::organization_id)
        .first(c)
        .optional())?;
    let many = own.len();
    // Whoever was taken out of an organization acts for it no longer, whatever they had chosen.
    let chosen = own.into_iter().find(|own| Some(own.id) == chosen);
    Ok(chosen.map_or(Acting::NotChosen(many), Acting::Chosen))
}

/// Chooses for which organization `person` acts in this session; `false` if it is none of theirs.
pub(super) fn act_for(
    tx: &mut Tx<'_>,
    session: SessionId,
    person: PersonId,
    slug: &Slug,
) -> Result<bool, Fault> {
    let own = memberships_of(tx, person)?.into_iter().find(|(own, _)| own.slug == slug.as_str());
    let Some((organization, _)) = own else { return Ok(false) };
    on!(tx, c => diesel::delete(acting_for::table.find(session)).execute(c))?;
    let row = (
        acting_for::session_id.eq(session),
        acting_for::organization_id.eq(organization.id),
        acting_for::chosen_at.eq(tx.now()),
    );
    // Two windows that choose at once have both chosen; one of them is the last.
    on!(tx, c => diesel::insert_into(acting_for::table).values(row).on_conflict_do_nothing().execute(c))?;
    Ok(true)
}
