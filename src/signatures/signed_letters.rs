//! The letters that an organization signed.

use diesel::prelude::*;

use super::counting::count_signatories;
use super::standing::on_the_list;
use crate::db::{Moment, Tx, on};
use crate::error::Fault;
use crate::ids::{LetterId, OrganizationId, PersonId, SignatureId};
use crate::invitations;
use crate::letters::{Letter, titles_to_read};
use crate::schema::{letters, signatures};
use crate::text::markdown;
use crate::text::speaking;

/// A letter that an organization signed.
#[derive(Debug, Clone)]
pub struct SignedLetter {
    /// The letter.
    pub id: LetterId,
    /// Its address under `/letters/`.
    pub slug: String,
    /// Its title, with the count in it.
    pub title: String,
    /// The language of the title, BCP 47.
    pub language: String,
    /// How many signed it.
    pub count: usize,
    /// When the organization signed.
    pub signed_at: Moment,
    /// Whether anyone can read it.
    pub public: bool,
    /// Whether the organization's name is withheld there.
    pub withheld: bool,
}

/// The public letters that an organization signed with its name and has not withdrawn from, newest
/// first.
///
/// # Errors
/// A fault of the database.
pub fn public_letters_signed_by(
    tx: &mut Tx<'_>,
    organization: OrganizationId,
) -> Result<Vec<SignedLetter>, Fault> {
    let signed = signed_by(tx, organization)?.into_iter();
    let named = |signed: &Signed| signed.letter.is_public() && signed.listed && !signed.withheld;
    in_words(tx, signed.filter(named).collect())
}

/// The letters that an organization signed and has not withdrawn from, as far as `person` may see
/// them: also those that are not public yet. Newest first.
///
/// # Errors
/// A fault of the database.
pub fn letters_signed_by(
    tx: &mut Tx<'_>,
    organization: OrganizationId,
    person: PersonId,
) -> Result<Vec<SignedLetter>, Fault> {
    let mut seen = Vec::new();
    for signed in signed_by(tx, organization)? {
        if signed.letter.is_public() || invitations::may_see(tx, &signed.letter, Some(person))? {
            seen.push(signed);
        }
    }
    in_words(tx, seen)
}

/// So many signatures a page can still show.
const SHOWN: i64 = 200;

/// A letter with the moment of signing.
struct Signed {
    letter: Letter,
    at: Moment,
    /// Whether the signature is on the list.
    listed: bool,
    /// Whether the name is not.
    withheld: bool,
}

fn signed_by(tx: &mut Tx<'_>, organization: OrganizationId) -> Result<Vec<Signed>, Fault> {
    let found: Vec<(Letter, Moment, bool, Option<Moment>)> = on!(tx, c => signatures::table
        .inner_join(letters::table)
        .filter(signatures::organization_id.eq(organization))
        .filter(signatures::withdrawn_at.is_null())
        .order(signatures::signed_at.desc())
        .limit(SHOWN)
        .select((Letter::as_select(), signatures::signed_at, on_the_list!(), signatures::withheld_at))
        .load(c))?;
    let signed = |(letter, at, listed, withheld): (Letter, Moment, bool, Option<Moment>)| Signed {
        letter,
        at,
        listed,
        withheld: withheld.is_some(),
    };
    Ok(found.into_iter().map(signed).collect())
}

fn in_words(tx: &mut Tx<'_>, signed: Vec<Signed>) -> Result<Vec<SignedLetter>, Fault> {
    let with_count = |tx: &mut Tx<'_>, Signed { letter, at, withheld, .. }: Signed| {
        let count = count_signatories(tx, letter.id)?;
        let shown = letter.language().number(count);
        let title = letter.title.replace(markdown::COUNT, &shown);
        let public = letter.is_public();
        Ok(SignedLetter {
            id: letter.id,
            count,
            slug: letter.slug,
            title,
            language: letter.language,
            signed_at: at,
            public,
            withheld,
        })
    };
    signed.into_iter().map(|signed| with_count(tx, signed)).collect()
}

/// These letters with their titles in the language that was asked for, where they are translated into that.
///
/// # Errors
/// A fault of the database.
pub fn as_read(tx: &mut Tx<'_>, mut signed: Vec<SignedLetter>) -> Result<Vec<SignedLetter>, Fault> {
    let Some(words) = speaking::asked() else { return Ok(signed) };
    let ids: Vec<LetterId> = signed.iter().map(|letter| letter.id).collect();
    let mut titles = titles_to_read(tx, &ids)?;
    for letter in &mut signed {
        let Some(title) = titles.remove(&letter.id) else { continue };
        letter.title = title.replace(markdown::COUNT, &words.language().number(letter.count));
        letter.language = words.tag().to_owned();
    }
    Ok(signed)
}

/// The signature that an organization's name stands with under a letter, if it does.
///
/// # Errors
/// A fault of the database.
pub fn find_signature(
    tx: &mut Tx<'_>,
    letter: LetterId,
    organization: OrganizationId,
) -> Result<Option<SignatureId>, Fault> {
    Ok(on!(tx, c => signatures::table
        .filter(signatures::letter_id.eq(letter).and(signatures::organization_id.eq(organization)))
        .filter(signatures::withdrawn_at.is_null())
        .select(signatures::id)
        .first(c)
        .optional())?)
}
