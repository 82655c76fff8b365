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
use crate::text::speaking;
use crate::text::words::{Words, say};

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
    /// The message that is declared, with `person` and `organization` in it. The form shows its words,
    /// and the row keeps them with the names, in the language in which they were read: what was declared
    /// is what was read.
    pub fn message(self) -> &'static str {
        match self {
            Self::Signed => "signatures-declares-signed",
            Self::Approved => "signatures-declares-approved",
            Self::Kept => "signatures-declares-kept",
            Self::Prepared => "signatures-declares-prepared",
        }
    }
}

/// The words for a role: "owner".
pub(super) fn role_in_words(role: Role) -> String {
    match role {
        Role::Owner => say!("signatures-role-owner"),
        Role::Signatory => say!("signatures-role-signatory"),
        Role::Member => say!("signatures-role-member"),
    }
}

/// The language in which a form showed what is declared; that of the request if the form does not say.
pub(super) fn shown_in(tag: &str) -> Words {
    Words::spoken(tag.trim()).unwrap_or_else(speaking::current)
}

/// Writes down what `person` declares for `organization` about a revision, in the language that is spoken
/// ([`shown_in`]). What is only prepared has no signature yet.
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
    // As they were typed: a row is no line of text in which a name could run against the others.
    let names = [("person", somebody.name.as_str()), ("organization", organization.name.as_str())];
    let words = speaking::current().say_with(giving.message(), &names);
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
