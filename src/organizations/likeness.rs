//! **Flag**: an organization that may be taken for another, or whose name plays a trick on the eye.
//!
//! Every organization is looked at when it comes to be and when it is renamed: its keys (see
//! [`NameKeys`]) are looked up among those of the others, so that ten thousand organizations are a
//! few look-ups and not ten thousand comparisons. What meets is flagged, for operators and for the
//! coordinators of the letters that it signs. Nobody else learns of it, least of all whoever registered:
//! an impostor would try until nothing is flagged. A flag stops nothing.

use std::collections::BTreeSet;

use diesel::prelude::*;

use super::domains;
use super::flags::FlagReason;
use super::model::{NewOrganization, Organization, find_by_id, find_role, owners_of};
use super::profile::words_of;
use crate::db::{SealedText, Tx, on, sealed, text_enum};
use crate::error::Fault;
use crate::ids::{FlagId, OrganizationId, PersonId};
use crate::schema::{likeness_flags as flags, organization_keys as keys, organizations};
use crate::text::likeness::{NameKeys, mixes_scripts};

text_enum! {
    /// What a key is of.
    KeyKind {
        /// The whole name: the same name, however it is written.
        Exact = "exact",
        /// The name as it may be taken.
        Name = "name",
        /// What it is called for short.
        Short = "short",
        /// Its initials.
        Initials = "initials",
        /// The registered domain of its website.
        Website = "website",
        /// The registered domain of its confirmed address.
        Mail = "mail",
    }
}

/// So many organizations are named for one reason: where fifty share a domain, five say as much.
const MOST_EACH: i64 = 5;

/// What an organization is looked up by.
struct Keys(Vec<(KeyKind, String)>);

impl Keys {
    fn of(name: &str, acronym: Option<&str>, website: Option<&str>, email: &str) -> Self {
        let of_name = NameKeys::of(name, acronym);
        let mut all = vec![(KeyKind::Exact, of_name.exact)];
        all.extend(of_name.names.into_iter().map(|key| (KeyKind::Name, key)));
        all.extend(of_name.shorts.into_iter().map(|key| (KeyKind::Short, key)));
        all.extend(of_name.initials.map(|key| (KeyKind::Initials, key)));
        all.extend(website.and_then(domains::of_website).map(|domain| (KeyKind::Website, domain)));
        all.extend(domains::of_address(email).map(|domain| (KeyKind::Mail, domain)));
        all.retain(|(_, key)| !key.is_empty());
        Self(all)
    }

    fn add_name(&mut self, name: &str) {
        let of_name = NameKeys::of(name, None);
        let names = of_name.names.into_iter().map(|key| (KeyKind::Name, key));
        let shorts = of_name.shorts.into_iter().map(|key| (KeyKind::Short, key));
        let initials = of_name.initials.map(|key| (KeyKind::Initials, key));
        let more =
            std::iter::once((KeyKind::Exact, of_name.exact)).chain(names).chain(shorts).chain(initials);
        for key in more.filter(|(_, key)| !key.is_empty()) {
            if !self.0.contains(&key) {
                self.0.push(key);
            }
        }
    }

    fn values(&self, kinds: &[KeyKind]) -> Vec<&str> {
        let of_kind = self.0.iter().filter(|(kind, _)| kinds.contains(kind));
        of_kind.map(|(_, key)| key.as_str()).collect()
    }
}

/// What is known of an organization that its keys are made of.
type Said = (String, Option<String>, Option<String>, String);

fn keys_of(tx: &mut Tx<'_>, organization: OrganizationId) -> Result<Keys, Fault> {
    let (name, acronym, website, email): Said = on!(tx, c => organizations::table
        .find(organization)
        .select((organizations::name, organizations::acronym, organizations::website, organizations::email))
        .first(c))?;
    let mut all = Keys::of(&name, acronym.as_deref(), website.as_deref(), &email);
    // A name in another language is read in place of the own one by those who read in it.
    for other in other_names(tx, organization)? {
        all.add_name(&other);
    }
    Ok(all)
}

fn other_names(tx: &mut Tx<'_>, organization: OrganizationId) -> Result<Vec<String>, Fault> {
    let words = words_of(tx, organization)?;
    Ok(words.into_iter().map(|words| words.name).filter(|name| !name.is_empty()).collect())
}

fn write_keys(tx: &mut Tx<'_>, organization: OrganizationId, all: &Keys) -> Result<(), Fault> {
    on!(tx, c => diesel::delete(keys::table.filter(keys::organization_id.eq(organization))).execute(c))?;
    let rows: Vec<_> = all
        .0
        .iter()
        .map(|(kind, value)| {
            (
                keys::organization_id.eq(organization),
                keys::kind.eq(*kind),
                keys::value.eq(sealed(value.as_str())),
            )
        })
        .collect();
    for row in rows {
        on!(tx, c => diesel::insert_into(keys::table).values(row).on_conflict_do_nothing().execute(c))?;
    }
    Ok(())
}

/// The first organizations besides `organization` that have one of these values among their keys of
/// these kinds, each with the value.
fn with_keys(
    tx: &mut Tx<'_>,
    organization: Option<OrganizationId>,
    kinds: &[KeyKind],
    values: &[&str],
) -> Result<Vec<(OrganizationId, String)>, Fault> {
    if values.is_empty() {
        return Ok(Vec::new());
    }
    let values: Vec<SealedText<'_>> = values.iter().map(|value| sealed(*value)).collect();
    let found: Vec<(OrganizationId, String)> = on!(tx, c => {
        let mut query = keys::table
            .filter(keys::kind.eq_any(kinds.to_vec()))
            .filter(keys::value.eq_any(values))
            .order(keys::organization_id)
            .limit(MOST_EACH)
            .select((keys::organization_id, keys::value))
            .into_boxed();
        if let Some(organization) = organization {
            query = query.filter(keys::organization_id.ne(organization));
        }
        query.load(c)
    })?;
    Ok(found)
}

/// Which kinds of one organization's keys meet which of another's, and what that means.
const MEETINGS: [(FlagReason, &[KeyKind], &[KeyKind]); 5] = [
    (FlagReason::Name, &[KeyKind::Name], &[KeyKind::Name]),
    (FlagReason::Short, &[KeyKind::Short], &[KeyKind::Short, KeyKind::Initials]),
    (FlagReason::Short, &[KeyKind::Initials], &[KeyKind::Short]),
    (FlagReason::Domain, &[KeyKind::Website], &[KeyKind::Website, KeyKind::Mail]),
    (FlagReason::Domain, &[KeyKind::Mail], &[KeyKind::Website, KeyKind::Mail]),
];

/// Looks at an organization that has just come to be or was renamed, writes its keys, and flags what
/// meets; `concealed` says that its name was typed with what nobody sees. Nothing that an operator
/// settled is raised again for the same key.
///
/// Call it in the transaction of every change of name, acronym, website or address.
///
/// # Errors
/// A fault of the database.
pub fn look_for_likeness(
    tx: &mut Tx<'_>,
    organization: OrganizationId,
    concealed: bool,
) -> Result<(), Fault> {
    // Two that come at once must see each other.
    tx.hold("names of organizations")?;
    let all = keys_of(tx, organization)?;
    write_keys(tx, organization, &all)?;
    let own_people: Vec<PersonId> = owners_of(tx, organization)?.into_iter().map(|owner| owner.id).collect();
    let mut met: BTreeSet<(OrganizationId, &'static str)> = BTreeSet::new();
    for (reason, own, others) in MEETINGS {
        let values = all.values(own);
        for (other, matched) in with_keys(tx, Some(organization), others, &values)? {
            if met.contains(&(other, reason.as_str())) {
                continue;
            }
            // Who looks after two bodies from one domain pretends nothing.
            if reason == FlagReason::Domain && shares_a_person(tx, &own_people, other)? {
                continue;
            }
            met.insert((other, reason.as_str()));
            raise(tx, organization, Some(other), reason, &matched)?;
        }
    }
    let name = find_by_id(tx, organization)?.map(|organization| organization.name).unwrap_or_default();
    for shown in other_names(tx, organization)?.iter().chain([&name]) {
        if mixes_scripts(shown) {
            raise(tx, organization, None, FlagReason::Scripts, shown)?;
        }
    }
    if concealed {
        raise(tx, organization, None, FlagReason::Concealed, &name)?;
    }
    Ok(())
}

fn shares_a_person(tx: &mut Tx<'_>, people: &[PersonId], other: OrganizationId) -> Result<bool, Fault> {
    for person in people {
        if find_role(tx, *person, other)?.is_some() {
            return Ok(true);
        }
    }
    Ok(false)
}

fn raise(
    tx: &mut Tx<'_>,
    organization: OrganizationId,
    other: Option<OrganizationId>,
    reason: FlagReason,
    matched: &str,
) -> Result<(), Fault> {
    let known: Vec<(Option<OrganizationId>, OrganizationId)> = on!(tx, c => flags::table
        .filter(flags::organization_id.eq(organization).or(flags::other_id.eq(organization)))
        .filter(flags::reason.eq(reason).and(flags::matched.eq(sealed(matched))))
        .select((flags::other_id, flags::organization_id))
        .load(c))?;
    let is_known = known.iter().any(|(two, one)| {
        (*one, *two) == (organization, other) || (Some(*one), *two) == (other, Some(organization))
    });
    if is_known {
        return Ok(());
    }
    let row = (
        flags::id.eq(FlagId::new()),
        flags::organization_id.eq(organization),
        flags::other_id.eq(other),
        flags::reason.eq(reason),
        flags::matched.eq(sealed(matched)),
        flags::raised_at.eq(tx.now()),
        flags::words.eq(sealed("")),
    );
    on!(tx, c => diesel::insert_into(flags::table).values(row).execute(c))?;
    Ok(())
}

/// Looks at the organizations that nobody has looked at yet: those of a database that is older than
/// flags. At start.
///
/// # Errors
/// A fault of the database.
pub fn settle_likeness(tx: &mut Tx<'_>) -> Result<(), Fault> {
    let new: Vec<OrganizationId> = on!(tx, c => organizations::table
        .filter(organizations::id.ne_all(keys::table.select(keys::organization_id)))
        .order(organizations::id)
        .select(organizations::id)
        .load(c))?;
    for organization in new {
        look_for_likeness(tx, organization, false)?;
    }
    Ok(())
}

/// The verified organization that somebody registers a second time, if there is one: it has the same
/// name and the same country, or its website is at the same registered domain and its name reads or
/// looks the same. The oldest of several. Never a protected one: that there is something to claim would
/// tell whoever registers its name that it is here. The operator is told by a flag.
pub(super) fn find_claimed(tx: &mut Tx<'_>, new: &NewOrganization) -> Result<Option<Organization>, Fault> {
    tx.hold("names of organizations")?;
    let all = Keys::of(&new.name, new.acronym.as_deref(), new.website.as_deref(), "");
    let mut candidates: Vec<OrganizationId> = Vec::new();
    if let Some(country) = &new.country {
        // Not a look-up of keys alone: of many of one name, the country's may not be among the first.
        let exact: Vec<SealedText<'_>> = all.values(&[KeyKind::Exact]).into_iter().map(sealed).collect();
        let same: Vec<OrganizationId> = on!(tx, c => keys::table
            .inner_join(organizations::table.on(keys::organization_id.eq(organizations::id)))
            .filter(keys::kind.eq(KeyKind::Exact).and(keys::value.eq_any(exact)))
            .filter(organizations::country.eq(country).and(organizations::verified_at.is_not_null()))
            .filter(organizations::protected_at.is_null())
            .order(keys::organization_id)
            .limit(1)
            .select(keys::organization_id)
            .load(c))?;
        candidates.extend(same);
    }
    if let Some(domain) = all.values(&[KeyKind::Website]).first() {
        let names: Vec<SealedText<'_>> = all.values(&[KeyKind::Name]).into_iter().map(sealed).collect();
        let like = keys::table
            .filter(keys::kind.eq(KeyKind::Name).and(keys::value.eq_any(names)))
            .select(keys::organization_id);
        let at_domain: Vec<OrganizationId> = on!(tx, c => keys::table
            .filter(keys::kind.eq(KeyKind::Website).and(keys::value.eq(sealed(*domain))))
            .order(keys::organization_id)
            .select(keys::organization_id)
            .load(c))?;
        let alike: Vec<OrganizationId> = on!(tx, c => like.load(c))?;
        candidates.extend(at_domain.into_iter().filter(|id| alike.contains(id)));
    }
    candidates.sort_unstable();
    for id in candidates {
        if let Some(found) =
            find_by_id(tx, id)?.filter(|found| found.verified_at.is_some() && !found.is_protected())
        {
            return Ok(Some(found));
        }
    }
    Ok(None)
}
