//! **Declaration**: who put an organization's name under a letter, in which role, from which confirmed
//! address, in which words, and when. A row for each person and giving, written in the transaction of
//! the giving; nothing changes it afterwards.

use diesel::prelude::*;

use crate::db::{Moment, Tx, on, sealed, text_enum};
use crate::error::Fault;
use crate::ids::{DeclarationId, PersonId, PreparedId, RevisionId, SignatureId};
use crate::organizations::{self, Organization, Role};
use crate::people;
use crate::schema::{revisions, signature_declarations as declarations};

text_enum! {
    /// What a declaration was made for.
    Giving {
        /// One person signed.
        Signed = "signed",
        /// A colleague prepared what another gives; nothing is given by it alone.
        Prepared = "prepared",
        /// The second person gave what was prepared.
        Approved = "approved",
        /// The signature was kept under a text that says something else.
        Kept = "kept",
    }
}

impl Giving {
    /// What is declared, with `{person}` and `{organization}` in it. The form shows these words, and
    /// the row keeps them with the names: what was declared is what was read.
    pub fn words(self) -> &'static str {
        match self {
            Self::Signed => {
                "I am authorised to sign for {organization}. I put its name under this letter, in exactly the text that was shown to me."
            }
            Self::Approved => {
                "I am {person} and authorised to sign for {organization}. I put its name under this letter, in exactly the text that was shown to me."
            }
            Self::Kept => {
                "I am authorised to sign for {organization}. I keep its name under this letter, in exactly the changed text that was shown to me."
            }
            Self::Prepared => {
                "I prepare the signature of {organization}. It is given only by somebody else with authority."
            }
        }
    }

    /// What the person did: "signed".
    pub fn in_words(self) -> &'static str {
        match self {
            Self::Signed => "signed",
            Self::Prepared => "prepared it",
            Self::Approved => "approved and gave it",
            Self::Kept => "kept it under the changed text",
        }
    }
}

/// The words for a role: "as an owner".
pub(super) fn role_in_words(role: Role) -> &'static str {
    match role {
        Role::Owner => "owner",
        Role::Signatory => "signatory",
        Role::Member => "member",
    }
}

/// Writes down what `person` declares for `organization` about a revision. What is only prepared has no
/// signature yet.
pub(super) fn declare(
    tx: &mut Tx<'_>,
    giving: Giving,
    person: PersonId,
    organization: &Organization,
    revision: RevisionId,
    (signature, prepared): (Option<SignatureId>, Option<PreparedId>),
) -> Result<(), Fault> {
    let somebody = people::find_person(tx, person)?;
    let role = organizations::find_role(tx, person, organization.id)?;
    let (Some(somebody), Some(role)) = (somebody, role) else {
        return Err(Fault::new("a declaration by somebody who does not act for the organization"));
    };
    let words =
        giving.words().replace("{person}", &somebody.name).replace("{organization}", &organization.name);
    let row = (
        declarations::id.eq(DeclarationId::new()),
        declarations::signature_id.eq(signature),
        declarations::prepared_id.eq(prepared),
        declarations::revision_id.eq(revision),
        declarations::person_id.eq(person),
        declarations::person_name.eq(sealed(somebody.name)),
        declarations::email.eq(sealed(somebody.email)),
        declarations::role.eq(role),
        declarations::giving.eq(giving),
        declarations::words.eq(sealed(words)),
        declarations::declared_at.eq(tx.now()),
    );
    on!(tx, c => diesel::insert_into(declarations::table).values(row).execute(c))?;
    Ok(())
}

/// What was prepared is given: the declaration of whoever prepared it stands at the signature too.
pub(super) fn prepared_is_given(
    tx: &mut Tx<'_>,
    prepared: PreparedId,
    signature: SignatureId,
) -> Result<(), Fault> {
    on!(tx, c => diesel::update(declarations::table.filter(declarations::prepared_id.eq(prepared)))
        .set(declarations::signature_id.eq(signature))
        .execute(c))?;
    Ok(())
}

/// A declaration as those may read it who may.
#[derive(Debug, Clone, Queryable)]
pub(super) struct Declared {
    /// What the person was called.
    pub person_name: String,
    /// Their confirmed address; empty once they had it forgotten.
    pub email: String,
    pub role: Role,
    pub giving: Giving,
    pub words: String,
    pub at: Moment,
    /// The number of the revision.
    pub revision: i32,
}

/// All that was declared for a signature, the first first.
pub(super) fn declarations_of(tx: &mut Tx<'_>, signature: SignatureId) -> Result<Vec<Declared>, Fault> {
    Ok(on!(tx, c => declarations::table
        .inner_join(revisions::table)
        .filter(declarations::signature_id.eq(signature))
        .order((declarations::declared_at, declarations::id))
        .select((
            declarations::person_name,
            declarations::email,
            declarations::role,
            declarations::giving,
            declarations::words,
            declarations::declared_at,
            revisions::number,
        ))
        .load(c))?)
}
