//! What an organization says of itself: its names, its website, a few words about it. Its owners
//! change it.

use std::sync::LazyLock;

use diesel::prelude::*;

use super::colleagues::{ColleagueError, hold_owned};
use super::likeness::look_for_likeness;
use super::logos::{LogoPlace, logo_of};
use super::model::{LONGEST_NAME, NewOrganization, Organization, VerifiedBy, find_by_id, owners_of};
use super::renewals::call_for_renewal;
use super::verification::{settle_domain, standing_verifications};
use super::{addresses, mails, slugs};
use crate::db::{Tx, on, sealed, sealed_if};
use crate::error::{Fault, carries_faults};
use crate::ids::{OrganizationId, PersonId, Slug};
use crate::mail;
use crate::schema::{organization_words, organizations};
use crate::text::clean;
use crate::text::complaints::Complaints;
use crate::text::language::{Language, OFFERED};
use crate::text::likeness::conceals;
use crate::text::words::say;

/// The most characters of a description: two sentences.
const LONGEST_DESCRIPTION: usize = 300;

/// What an organization is called, and what it says of itself, in a language. One of the two may be
/// empty.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OrganizationWords {
    /// The language.
    pub language: Language,
    /// Its name there.
    pub name: String,
    /// A sentence or two about it.
    pub description: String,
}

/// The words of an organization in other languages, in the order in which languages are offered.
///
/// # Errors
/// A fault of the database.
pub fn words_of(tx: &mut Tx<'_>, organization: OrganizationId) -> Result<Vec<OrganizationWords>, Fault> {
    let rows: Vec<(String, String, String)> = on!(tx, c => organization_words::table
        .filter(organization_words::organization_id.eq(organization))
        .select((organization_words::language, organization_words::name, organization_words::description))
        .load(c))?;
    let place = |language: &str| OFFERED.iter().position(|(tag, _)| *tag == language);
    let mut rows: Vec<_> = rows.into_iter().filter(|(tag, ..)| place(tag).is_some()).collect();
    rows.sort_by_key(|(tag, ..)| place(tag));
    Ok(rows
        .into_iter()
        .map(|(tag, name, description)| OrganizationWords {
            language: Language::of_row(&tag),
            name,
            description,
        })
        .collect())
}

/// The fields of the form for a language.
pub(super) struct LanguageFields {
    pub tag: &'static str,
    /// The language's own name.
    pub called: &'static str,
    pub name: String,
    pub description: String,
}

/// Those of every language that is offered.
pub(super) static LANGUAGE_FIELDS: LazyLock<Vec<LanguageFields>> = LazyLock::new(|| {
    let fields = OFFERED.iter().map(|(tag, called)| LanguageFields {
        tag,
        called,
        name: format!("name_{tag}"),
        description: format!("description_{tag}"),
    });
    fields.collect()
});

/// A profile as it was filled in.
pub(super) struct NewProfile {
    organization: NewOrganization,
    sort_name: Option<String>,
    slug: Slug,
    words: Vec<OrganizationWords>,
    /// The version of the profile that was on the screen.
    version: i32,
    /// Whether a name was typed with what nobody sees; it is gone from it.
    concealed: bool,
}

impl NewProfile {
    /// Reads the form; `typed` tells what stands in a field.
    ///
    /// # Errors
    /// What is wrong, field by field.
    pub fn read<'a>(typed: impl Fn(&str) -> &'a str) -> Result<Self, Complaints> {
        let organization = NewOrganization::read(
            "organization_name",
            typed("organization_name"),
            typed("acronym"),
            typed("website"),
            typed("country"),
        );
        let (organization, mut complaints) = match organization {
            Ok(organization) => (Some(organization), Complaints::default()),
            Err(complaints) => (None, complaints),
        };
        let sort_name = clean::optional_line(typed("sort_name"));
        complaints.at_most("sort_name", sort_name.as_deref().unwrap_or(""), LONGEST_NAME);
        let slug = read_slug(typed("slug"));
        if slug.is_none() {
            complaints.add("slug", say!("organizations-slug-form"));
        }
        let mut words = Vec::new();
        for fields in LANGUAGE_FIELDS.iter() {
            let language = Language::of_row(fields.tag);
            let name = (fields.name.as_str(), typed(&fields.name));
            let description = (fields.description.as_str(), typed(&fields.description));
            words.extend(read_words(language, name, description, &mut complaints));
        }
        let other = (("other_name", typed("other_name")), ("other_description", typed("other_description")));
        match typed("other_language").parse::<Language>() {
            Ok(language) => {
                words.retain(|words| words.language != language);
                words.extend(read_words(language, other.0, other.1, &mut complaints));
            }
            Err(()) if other.0.1.trim().is_empty() && other.1.1.trim().is_empty() => {}
            Err(()) => complaints.add("other_language", say!("organizations-language-choose")),
        }
        let names = LANGUAGE_FIELDS.iter().map(|fields| fields.name.as_str());
        let concealed =
            names.chain(["organization_name", "acronym", "other_name"]).any(|field| conceals(typed(field)));
        let version = typed("version").parse().unwrap_or(0); // of no profile: the person is shown what stands
        match (organization, slug) {
            (Some(organization), Some(slug)) if complaints.is_empty() => {
                Ok(Self { organization, sort_name, slug, words, version, concealed })
            }
            _ => Err(complaints),
        }
    }
}

fn read_slug(typed: &str) -> Option<Slug> {
    let typed = clean::line(typed);
    let words = typed.split('-').all(|word| !word.is_empty());
    typed.parse::<Slug>().ok().filter(|slug| words && slug.as_str().len() <= 60)
}

/// The words of one language; none where both fields are empty.
fn read_words(
    language: Language,
    (name_field, name): (&'static str, &str),
    (description_field, description): (&'static str, &str),
    complaints: &mut Complaints,
) -> Option<OrganizationWords> {
    let (name, description) = (clean::line(name), clean::line(description));
    complaints.at_most(name_field, &name, LONGEST_NAME);
    if !name.is_empty() && !name.chars().any(char::is_alphanumeric) {
        complaints.add(name_field, say!("organizations-name-letters"));
    }
    complaints.at_most(description_field, &description, LONGEST_DESCRIPTION);
    (!name.is_empty() || !description.is_empty()).then_some(OrganizationWords { language, name, description })
}

/// A profile in the hands of an owner.
pub(super) struct Profile {
    pub organization: Organization,
    pub email: String,
    /// The address that is asked for and not confirmed.
    pub wanted_email: Option<String>,
    pub words: Vec<OrganizationWords>,
    pub version: i32,
    pub logo: Option<LogoPlace>,
}

/// The profile of the organization at `slug`, for one of its owners.
pub(super) fn profile(tx: &mut Tx<'_>, person: PersonId, slug: &Slug) -> Result<Option<Profile>, Fault> {
    let organization = match hold_owned(tx, person, slug) {
        Ok(organization) => organization,
        Err(ColleagueError::Fault(fault)) => return Err(fault),
        Err(_) => return Ok(None),
    };
    let (email, version): (String, i32) = on!(tx, c => organizations::table
        .find(organization.id)
        .select((organizations::email, organizations::profile_version))
        .first(c))?;
    let wanted_email = addresses::wanted(tx, organization.id)?;
    let words = words_of(tx, organization.id)?;
    let logo = logo_of(tx, organization.id)?;
    Ok(Some(Profile { organization, email, wanted_email, words, version, logo }))
}

/// Why a profile was not changed.
#[derive(Debug)]
pub(super) enum ProfileError {
    /// There is no such organization of which this person is an owner.
    NoSuchOrganization,
    /// Somebody else has changed it since this person opened it.
    Meanwhile,
    /// Another organization has the address under `/organizations/`, or had it.
    SlugTaken,
    /// See [`Fault`].
    Fault(Fault),
}

carries_faults!(ProfileError);

impl From<ColleagueError> for ProfileError {
    fn from(error: ColleagueError) -> Self {
        match error {
            ColleagueError::Fault(fault) => Self::Fault(fault),
            ColleagueError::NoSuchOrganization
            | ColleagueError::AlreadyHere
            | ColleagueError::TooMany
            | ColleagueError::LastOwner => Self::NoSuchOrganization,
        }
    }
}

/// An owner changes the profile. Returns the organization as it was and as it is. Another website ends
/// the verification by the domain of the earlier one; the owners then get a mail.
pub(super) fn change_profile(
    tx: &mut Tx<'_>,
    owner: PersonId,
    slug: &Slug,
    new: &NewProfile,
    address: impl Fn(&str) -> String,
) -> Result<(Organization, Organization), ProfileError> {
    let before = hold_owned(tx, owner, slug)?;
    let version: i32 = on!(tx, c => organizations::table
        .find(before.id)
        .select(organizations::profile_version)
        .first(c))?;
    if version != new.version {
        return Err(ProfileError::Meanwhile);
    }
    if before.slug != new.slug.as_str() && !slugs::change(tx, before.id, &before.slug, &new.slug)? {
        return Err(ProfileError::SlugTaken);
    }
    on!(tx, c => diesel::update(organizations::table.find(before.id))
        .set((
            organizations::name.eq(sealed(&new.organization.name)),
            organizations::acronym.eq(sealed_if(new.organization.acronym.as_ref())),
            organizations::website.eq(sealed_if(new.organization.website.as_ref())),
            organizations::country.eq(&new.organization.country),
            organizations::sort_name.eq(sealed_if(new.sort_name.as_ref())),
            organizations::profile_version.eq(version + 1),
        ))
        .execute(c))?;
    write_words(tx, before.id, &new.words)?;
    let stood = standing_verifications(tx, before.id)?;
    settle_domain(tx, before.id)?;
    look_for_likeness(tx, before.id, new.concealed)?; // a new name may be taken for another’s
    let stands = standing_verifications(tx, before.id)?;
    let after = find_by_id(tx, before.id)?.ok_or(ProfileError::NoSuchOrganization)?;
    call_for_renewal(tx, before.id)?;
    let by_domain = |one: &super::Verification| one.method == VerifiedBy::Domain;
    if stood.iter().any(by_domain) && !stands.iter().any(by_domain) {
        let link = address(&format!("/organizations/{}/profile", after.slug));
        for person in owners_of(tx, before.id)? {
            mail::enqueue(tx, &mails::house::domain_is_lost(&person, &after, link.clone()))?;
        }
    }
    Ok((before, after))
}

fn write_words(
    tx: &mut Tx<'_>,
    organization: OrganizationId,
    words: &[OrganizationWords],
) -> Result<(), Fault> {
    let own = organization_words::table.filter(organization_words::organization_id.eq(organization));
    on!(tx, c => diesel::delete(own).execute(c))?;
    for one in words {
        let row = (
            organization_words::organization_id.eq(organization),
            organization_words::language.eq(one.language.tag()),
            organization_words::name.eq(sealed(&one.name)),
            organization_words::description.eq(sealed(&one.description)),
        );
        on!(tx, c => diesel::insert_into(organization_words::table).values(row).execute(c))?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use std::collections::HashMap;

    fn read(fields: &[(&str, &str)]) -> Result<NewProfile, Complaints> {
        let fields: HashMap<String, String> =
            fields.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect();
        NewProfile::read(|name| fields.get(name).map_or("", String::as_str))
    }

    #[test]
    fn words_are_read_per_language_and_cleaned() {
        let given = read(&[
            ("organization_name", "River Trust"),
            ("slug", "river-trust"),
            ("version", "3"),
            ("name_ar", "\u{202e}صندوق النهر"),
            ("description_fr", " Un fleuve,\n deux rives. "),
            ("other_language", "tr"),
            ("other_name", "Nehir Vakfı"),
        ]);
        let given = given.ok().unwrap();
        let words: Vec<(&str, &str, &str)> =
            given.words.iter().map(|w| (w.language.tag(), w.name.as_str(), w.description.as_str())).collect();
        assert_eq!(
            words,
            [("ar", "صندوق النهر", ""), ("fr", "", "Un fleuve, deux rives."), ("tr", "Nehir Vakfı", "")]
        );
        assert_eq!(given.version, 3);
    }

    #[test]
    fn what_does_not_fit_is_said_at_its_field() {
        let long = "a".repeat(301);
        let wrong = read(&[
            ("organization_name", ""),
            ("website", "https://user:secret@example.org"),
            ("slug", "../evil"),
            ("name_en", "!!"),
            ("description_en", &long),
            ("sort_name", &long),
            ("other_name", "Nehir"),
        ]);
        let wrong = wrong.err().unwrap();
        for field in [
            "organization_name",
            "website",
            "slug",
            "name_en",
            "description_en",
            "sort_name",
            "other_language",
        ] {
            assert!(wrong.at(field).is_some(), "{field}: {wrong:?}");
        }
    }

    proptest! {
        #[test]
        fn an_address_is_a_slug_of_words(typed in ".{0,70}") {
            if let Some(slug) = read_slug(&typed) {
                prop_assert!(slug.as_str().len() <= 60);
                prop_assert!(slug.as_str().split('-').all(|word| !word.is_empty()));
            }
        }
    }
}
