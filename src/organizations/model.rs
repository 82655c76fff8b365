//! Organizations, their people, and who may sign for them.

use diesel::prelude::*;

use super::likeness::look_for_likeness;
use super::suspension::suspension_of;
use super::{slugs, verification};
use crate::db::{Moment, Tx, on, sealed, sealed_if, text_enum};
use crate::error::Fault;
use crate::ids::{OrganizationId, PersonId, Slug};
use crate::people::{Email, Person};
use crate::schema::{memberships, organizations, people};
use crate::text::complaints::Complaints;
use crate::text::words::say;
use crate::text::{clean, country};

text_enum! {
    /// What a person may do for an organization.
    Role {
        /// Manages it and signs for it.
        Owner = "owner",
        /// Signs for it.
        Signatory = "signatory",
        /// Prepares and reads.
        Member = "member",
    }
}

impl Role {
    /// Whether this role may put the organization's name under a letter.
    pub fn may_sign(self) -> bool {
        match self {
            Role::Owner | Role::Signatory => true,
            Role::Member => false,
        }
    }
}

text_enum! {
    /// How an organization came to be verified.
    VerifiedBy {
        /// Its address was confirmed.
        Email = "email",
        /// Its address is at its own web domain.
        Domain = "domain",
        /// A coalition confirmed it as its member.
        Vouched = "vouched",
        /// The operator looked.
        Operator = "operator",
    }
}

/// A body that can sign.
#[derive(Debug, Clone, Queryable, Selectable)]
#[diesel(table_name = organizations)]
pub struct Organization {
    /// Its id.
    pub id: OrganizationId,
    /// Its address under `/organizations/`.
    pub slug: String,
    /// Its name, as it wants to be listed.
    pub name: String,
    /// Its acronym.
    pub acronym: Option<String>,
    /// Its website.
    pub website: Option<String>,
    /// Its country, ISO 3166-1 alpha-2.
    pub country: Option<String>,
    /// When it was verified.
    pub verified_at: Option<Moment>,
    /// How it was verified.
    pub verified_by: Option<VerifiedBy>,
    /// Since when it is kept off public pages.
    pub protected_at: Option<Moment>,
    /// What its name is sorted by, if not by itself.
    pub sort_name: Option<String>,
}

/// What an organization says of itself when it registers.
#[derive(Debug, Clone)]
pub struct NewOrganization {
    /// Its name.
    pub name: String,
    /// Its acronym.
    pub acronym: Option<String>,
    /// Its website, absolute, http or https.
    pub website: Option<String>,
    /// Its country, ISO 3166-1 alpha-2.
    pub country: Option<String>,
}

/// The longest name of a body we know of has 170 characters.
pub(super) const LONGEST_NAME: usize = 200;

impl NewOrganization {
    /// Reads the fields of a form. Complaints are at `name_field`, `acronym`, `website`, `country`.
    ///
    /// # Errors
    /// What is wrong, field by field.
    pub fn read(
        name_field: &'static str,
        name: &str,
        acronym: &str,
        website: &str,
        country_typed: &str,
    ) -> Result<Self, Complaints> {
        let mut complaints = Complaints::default();
        let name = clean::line(name);
        complaints.required(name_field, &name, LONGEST_NAME, &say!("organizations-name-missing"));
        if !name.is_empty() && !name.chars().any(char::is_alphanumeric) {
            complaints.add(name_field, say!("organizations-name-letters"));
        }
        let acronym = clean::optional_line(acronym);
        complaints.at_most("acronym", acronym.as_deref().unwrap_or(""), 30);
        let typed_website = clean::line(website);
        let website = read_website(&typed_website);
        if !typed_website.is_empty() && website.is_none() {
            complaints.add("website", say!("organizations-website-looks"));
        }
        let typed_country = clean::line(country_typed);
        let country = country::read(&typed_country).map(str::to_owned);
        if !typed_country.is_empty() && country.is_none() {
            complaints.add("country", say!("organizations-country-list"));
        }
        complaints.or(Self { name, acronym, website, country })
    }
}

/// An absolute web address; a bare host becomes https.
pub(crate) fn read_website(typed: &str) -> Option<String> {
    if typed.is_empty() || typed.chars().count() > 300 {
        return None;
    }
    let full = if typed.contains("://") { typed.to_owned() } else { format!("https://{typed}") };
    let url = url::Url::parse(&full).ok()?;
    let dotted = url.domain().is_some_and(|domain| domain.contains('.'));
    let plain =
        matches!(url.scheme(), "http" | "https") && url.username().is_empty() && url.password().is_none();
    (dotted && plain).then(|| url.to_string())
}

/// Adds a verified organization and its first owner.
///
/// # Errors
/// A fault of the database.
pub fn add_organization(
    tx: &mut Tx<'_>,
    new: &NewOrganization,
    email: &Email,
    verified_by: VerifiedBy,
    owner: PersonId,
) -> Result<Organization, Fault> {
    let now = tx.now();
    slugs::hold(tx)?;
    let wanted = Slug::reading(&new.name);
    let mut slug = wanted.clone();
    for attempt in 2_u32.. {
        if slugs::whose(tx, &slug)?.is_some() {
            slug = wanted.clone().numbered(attempt);
            continue;
        }
        let row = (
            organizations::id.eq(OrganizationId::new()),
            organizations::slug.eq(sealed(slug.as_str())),
            organizations::name.eq(sealed(&new.name)),
            organizations::acronym.eq(sealed_if(new.acronym.as_ref())),
            organizations::website.eq(sealed_if(new.website.as_ref())),
            organizations::country.eq(&new.country),
            organizations::email.eq(sealed(email.as_str())),
            organizations::registered_at.eq(now),
        );
        let added: Option<Organization> = on!(tx, c => diesel::insert_into(organizations::table)
            .values(row)
            .on_conflict(organizations::slug)
            .do_nothing()
            .returning(Organization::as_returning())
            .get_result(c)
            .optional())?;
        if let Some(organization) = added {
            add_member(tx, organization.id, owner, Role::Owner)?;
            verification::begin(tx, organization.id, verified_by, email.as_str())?;
            look_for_likeness(tx, organization.id, false)?;
            return find_by_id(tx, organization.id)?
                .ok_or_else(|| Fault::new("an organization went at once"));
        }
        slug = wanted.clone().numbered(attempt);
    }
    Err(Fault::new("every address for this organization's name is taken"))
}

pub(super) fn add_member(
    tx: &mut Tx<'_>,
    organization: OrganizationId,
    person: PersonId,
    role: Role,
) -> Result<(), Fault> {
    let row = (
        memberships::organization_id.eq(organization),
        memberships::person_id.eq(person),
        memberships::role.eq(role),
        memberships::created_at.eq(tx.now()),
    );
    on!(tx, c => diesel::insert_into(memberships::table).values(row).on_conflict_do_nothing().execute(c))?;
    Ok(())
}

/// An organization by its address, or by one that it had: a form that was opened before the address
/// changed still means it. Whether it is verified is another question.
///
/// # Errors
/// A fault of the database.
pub fn find_organization(tx: &mut Tx<'_>, slug: &Slug) -> Result<Option<Organization>, Fault> {
    let current: Option<Organization> = on!(tx, c => organizations::table
        .filter(organizations::slug.eq(sealed(slug.as_str())))
        .select(Organization::as_select())
        .first(c)
        .optional())?;
    match current {
        Some(organization) => Ok(Some(organization)),
        None => match slugs::whose(tx, slug)? {
            Some(id) => find_by_id(tx, id),
            None => Ok(None),
        },
    }
}

/// An organization by its id, verified or not.
///
/// # Errors
/// A fault of the database.
pub fn find_by_id(tx: &mut Tx<'_>, id: OrganizationId) -> Result<Option<Organization>, Fault> {
    Ok(on!(tx, c => organizations::table
        .find(id)
        .select(Organization::as_select())
        .first(c)
        .optional())?)
}

/// The organizations of a person, with their role.
///
/// # Errors
/// A fault of the database.
pub fn memberships_of(tx: &mut Tx<'_>, person: PersonId) -> Result<Vec<(Organization, Role)>, Fault> {
    let mut found: Vec<(Organization, Role)> = on!(tx, c => memberships::table
        .inner_join(organizations::table)
        .filter(memberships::person_id.eq(person))
        .order(organizations::id)
        .select((Organization::as_select(), memberships::role))
        .load(c))?;
    found.sort_by_cached_key(|(organization, _)| organization.name.to_lowercase());
    Ok(found)
}

/// A person's role in an organization.
///
/// # Errors
/// A fault of the database.
pub fn find_role(
    tx: &mut Tx<'_>,
    person: PersonId,
    organization: OrganizationId,
) -> Result<Option<Role>, Fault> {
    Ok(on!(tx, c => memberships::table
        .find((organization, person))
        .select(memberships::role)
        .first(c)
        .optional())?)
}

/// The owners of an organization, to write to.
///
/// # Errors
/// A fault of the database.
pub fn owners_of(tx: &mut Tx<'_>, organization: OrganizationId) -> Result<Vec<Person>, Fault> {
    Ok(on!(tx, c => memberships::table
        .inner_join(people::table)
        .filter(memberships::organization_id.eq(organization))
        .filter(memberships::role.eq(Role::Owner))
        .select(Person::as_select())
        .load(c))?)
}

/// What an organization is called, and the address that it registered with and confirmed.
///
/// # Errors
/// A fault of the database.
pub fn name_and_address(tx: &mut Tx<'_>, organization: OrganizationId) -> Result<(String, String), Fault> {
    Ok(on!(tx, c => organizations::table
        .find(organization)
        .select((organizations::name, organizations::email))
        .first(c))?)
}

/// The right to sign for one verified organization, held by one person. There is no way to have
/// one but to have passed [`find_authority`] or [`authorities_of`].
#[derive(Debug, Clone)]
pub struct SigningAuthority {
    organization: Organization,
    person: PersonId,
}

impl SigningAuthority {
    /// The organization that would sign.
    pub fn organization(&self) -> &Organization {
        &self.organization
    }

    /// The person who would sign for it.
    pub fn person(&self) -> PersonId {
        self.person
    }
}

/// The right of `person` to sign for the organization at `slug`; `None` if it does not exist, is not
/// verified, is suspended, or the person has no role for it. The four look alike from outside.
///
/// # Errors
/// A fault of the database.
pub fn find_authority(
    tx: &mut Tx<'_>,
    person: PersonId,
    slug: &Slug,
) -> Result<Option<SigningAuthority>, Fault> {
    let Some(organization) = find_organization(tx, slug)? else { return Ok(None) };
    if organization.verified_at.is_none() {
        return Ok(None);
    }
    let role = find_role(tx, person, organization.id)?;
    if !role.is_some_and(Role::may_sign) || suspension_of(tx, organization.id)?.is_some() {
        return Ok(None);
    }
    Ok(Some(SigningAuthority { organization, person }))
}

/// All organizations that `person` may sign for.
///
/// # Errors
/// A fault of the database.
pub fn authorities_of(tx: &mut Tx<'_>, person: PersonId) -> Result<Vec<SigningAuthority>, Fault> {
    let mut may = Vec::new();
    for (organization, role) in memberships_of(tx, person)? {
        let stands = organization.verified_at.is_some() && suspension_of(tx, organization.id)?.is_none();
        if role.may_sign() && stands {
            may.push(SigningAuthority { organization, person });
        }
    }
    Ok(may)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_website_is_a_public_web_address() {
        assert_eq!(read_website("example.org").unwrap(), "https://example.org/");
        assert_eq!(read_website("http://www.example.org/about").unwrap(), "http://www.example.org/about");
        for no in [
            "",
            "javascript:alert(1)",
            "ftp://example.org",
            "https://user@example.org",
            "localhost",
            "https://127.0.0.1",
            "a b",
        ] {
            assert_eq!(read_website(no), None, "{no}");
        }
    }

    #[test]
    fn an_organization_has_a_name_with_letters() {
        assert!(NewOrganization::read("organization_name", " منظمة الأمل ", "", "", "SY").is_ok());
        let wrong =
            NewOrganization::read("organization_name", "!!", "", "not a site", "Atlantis").unwrap_err();
        assert!(
            wrong.at("organization_name").is_some()
                && wrong.at("website").is_some()
                && wrong.at("country").is_some()
        );
    }
}
