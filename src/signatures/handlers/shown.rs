//! What the signing page shows: the letter, where the visitor's organizations stand, and the form.

use crate::coalitions::{self, Coalition};
use crate::db::{Moment, Tx};
use crate::error::Fault;
use crate::ids::{LetterId, OrganizationId, PersonId, Slug};
use crate::invitations;
use crate::letters::{self, LockedLetter, TextDifference};
use crate::organizations::{self, Organization, Role};
use crate::people::Person;
use crate::signatures::cases::{self, Says};
use crate::signatures::confirming::{WaitingLine, waiting_line};
use crate::signatures::pages::OwnSignature;
use crate::signatures::pages::standing::OwnStanding;
use crate::signatures::printed::{self, Appearance};
use crate::signatures::standing::{self, Given};
use crate::signatures::withholding::withholding_of;
use crate::signatures::{counting, declaring, preparing as preparation, signed_letters, silence};

/// Everything the signing page shows.
pub(super) struct Shown {
    pub letter: LockedLetter,
    /// The translation in which the visitor reads it.
    pub translation: Option<letters::Translation>,
    pub count: usize,
    pub own: Vec<OwnSignature>,
    /// The organization that the form is for, with the coalitions that confirmed it.
    pub chosen: Option<Chosen>,
    pub waiting: Vec<(String, Moment)>,
    /// What changed since the text that the person had been shown, if it moved.
    pub moved: Option<TextDifference>,
    /// How long the contacts are kept, if anything was written down of it.
    pub retention: Option<letters::Retention>,
}

pub(super) struct Chosen {
    pub organization: Organization,
    pub coalitions: Vec<Coalition>,
    /// Whether somebody else has to approve.
    pub prepares: bool,
    /// Who would be named as signing: the visitor, or who has authority.
    pub representative: Option<Person>,
    /// The listed signatory that the visitor was asked to confirm.
    pub line: Option<WaitingLine>,
    /// The visitor's role in it.
    pub role: Role,
}

impl Chosen {
    /// What the form proposes to say of the listed signatory.
    pub(super) fn listed(&self) -> &'static str {
        match &self.line {
            Some(line) if line.is_likely => "ours",
            Some(_) => "another",
            None => "",
        }
    }
}

pub(super) fn look(
    tx: &mut Tx<'_>,
    slug: &Slug,
    person: PersonId,
    wanted: &str,
) -> Result<Option<Shown>, Fault> {
    let Some(turn) = invitations::find_turn(tx, slug, Some(person), None)? else { return Ok(None) };
    let letter = turn.locked();
    let id = letter.letter().id;
    let count = counting::count_signatories(tx, id)?;
    let translation = letters::translation_to_read(tx, letter.revision())?;
    let asked: Vec<OrganizationId> = silence::questions_to(tx, person)?
        .into_iter()
        .filter(|question| question.letter.id == id)
        .map(|question| question.organization.id)
        .collect();
    let preparable = preparation::preparable_by(tx, person)?;
    let (mut own, mut unsigned) = (Vec::new(), Vec::new());
    let signing = organizations::authorities_of(tx, person)?.into_iter().map(|a| a.organization().clone());
    let mut all: Vec<Organization> = signing.collect();
    let only_preparing = preparable.iter().filter(|o| all.iter().all(|other| other.id != o.id)).cloned();
    all.extend(only_preparing.collect::<Vec<_>>());
    for organization in all {
        let signature = signed_letters::find_signature(tx, id, organization.id)?;
        if signature.is_none() {
            unsigned.push(organization.clone());
        }
        let is_asked = asked.contains(&organization.id);
        let withholding = match signature {
            Some(signature) => withholding_of(tx, signature)?,
            None => None,
        };
        let appearance = match signature {
            Some(signature) => printed::appearance_of(tx, signature)?,
            None => Appearance::default(),
        };
        let standing = match standing::given_by(tx, id, organization.id)? {
            Some(given) => Some(own_standing(tx, person, &organization, &given)?),
            None => None,
        };
        own.push(OwnSignature { organization, signature, appearance, withholding, is_asked, standing });
    }
    let ids: Vec<_> = own.iter().map(|own| own.organization.id).collect();
    let waiting = preparation::waiting_of(tx, id, &ids)?.into_iter().filter_map(|waiting| {
        let own = own.iter().find(|own| own.organization.id == waiting.organization)?;
        Some((own.organization.name.clone(), waiting.prepared_at))
    });
    let waiting = waiting.collect();
    let only = unsigned.len() == 1;
    let chosen = unsigned.into_iter().find(|organization| only || organization.slug == wanted);
    let chosen = match chosen {
        Some(organization) => Some(choose(tx, id, person, organization, &preparable)?),
        None => None,
    };
    let retention = letters::find_retention(tx, id)?;
    Ok(Some(Shown { letter, translation, count, own, chosen, waiting, moved: None, retention }))
}

fn own_standing(
    tx: &mut Tx<'_>,
    person: PersonId,
    organization: &Organization,
    given: &Given,
) -> Result<OwnStanding, Fault> {
    let case = cases::open_case_of(tx, given.id)?;
    Ok(OwnStanding {
        stands: given.stands(),
        declared: declaring::declarations_of(tx, given.id)?,
        is_owner: organizations::find_role(tx, person, organization.id)? == Some(Role::Owner),
        has_confirmed: case.and_then(|case| case.said_by(person)) == Some(Says::Confirms),
    })
}

fn choose(
    tx: &mut Tx<'_>,
    letter: LetterId,
    person: PersonId,
    organization: Organization,
    preparable: &[Organization],
) -> Result<Chosen, Fault> {
    let confirmed = coalitions::confirmed_coalitions_of(tx, organization.id)?;
    let coalitions = confirmed.into_iter().map(|(coalition, _)| coalition).collect();
    let prepares = preparable.iter().any(|other| other.id == organization.id);
    let with_authority = organizations::people_with_authority(tx, organization.id)?;
    let representative = with_authority.into_iter().find(|other| prepares && other.id != person);
    let line = waiting_line(tx, letter, person, &organization)?;
    let role = organizations::find_role(tx, person, organization.id)?.unwrap_or(Role::Member);
    Ok(Chosen { organization, coalitions, prepares, representative, line, role })
}

/// The same, with what changed since the revision that had been shown, if it is one of this letter's.
pub(super) fn look_again(
    tx: &mut Tx<'_>,
    slug: &Slug,
    person: PersonId,
    wanted: &str,
    shown_hash: Option<&str>,
) -> Result<Option<Shown>, Fault> {
    let Some(mut shown) = look(tx, slug, person, wanted)? else { return Ok(None) };
    if let Some(hash) = shown_hash
        && let Some(before) = letters::find_revision_by_hash(tx, shown.letter.letter().id, hash)?
    {
        shown.moved = Some(TextDifference::between(&before.text(), &shown.letter.revision().text()));
    }
    Ok(Some(shown))
}
