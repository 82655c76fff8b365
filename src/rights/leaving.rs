//! Deleting an account. What its person did for others stays; who they are does not. What becomes of
//! each table is in [`crate::rights`].
//!
//! What others depend on has to be handed over first: a letter that was opened and has no other
//! coordinator, an organization with other people and no other owner, the installation. What nobody else
//! is part of goes along or is left: an unopened draft is emptied, an organization of one person keeps
//! its signatures and has nobody until an operator gives it to somebody, and so does a coalition.

use diesel::prelude::*;

use crate::db::{Moment, SealedText, Tx, on, sealed, sealed_if};
use crate::error::{Fault, carries_faults};
use crate::ids::{CommentId, DeclarationId, LetterId, LogEntryId, OrganizationId, SignatureId};
use crate::letters::{self, EventKind, Letter};
use crate::mail;
use crate::organizations::{self, Organization, Role};
use crate::people::Person;
use crate::schema::{
    authority_voices, comments, coordinator_invitations, delivery_copies, invitations, letter_coordinators,
    letter_log, letters as letter_rows, member_invitations, memberships, operator_invitations, outbox_mails,
    people, prepared_signatures, registrations, reports, signature_declarations, signatures,
};
use crate::text::words::say;

/// What is to become of a person's name and words.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Choices {
    /// Whether their name stays on the signatures that they gave.
    pub keep_name: bool,
    /// Whether the words of their comments stay, under their organization's name.
    pub keep_words: bool,
}

/// What an account is part of, before it is deleted.
#[derive(Debug, Default)]
pub(super) struct Ties {
    /// Opened letters that nobody else coordinates.
    pub letters: Vec<Letter>,
    /// Drafts that nobody else coordinates: they are emptied.
    pub drafts: Vec<Letter>,
    /// Organizations with other people and no other owner.
    pub organizations: Vec<Organization>,
    /// Organizations whose only person they are.
    pub left_alone: Vec<Organization>,
    /// Whether they are the only operator.
    pub only_operator: bool,
}

impl Ties {
    /// Whether something has to be handed over first.
    pub(super) fn hold(&self) -> bool {
        !self.letters.is_empty() || !self.organizations.is_empty() || self.only_operator
    }
}

/// Looks what the account of `person` is part of.
pub(super) fn ties_of(tx: &mut Tx<'_>, person: &Person) -> Result<Ties, Fault> {
    let mut ties = Ties::default();
    for letter in letters::letters_of(tx, person.id)? {
        if letters::coordinators_of(tx, letter.id)?.len() == 1 {
            if letter.opened_at.is_some() { &mut ties.letters } else { &mut ties.drafts }.push(letter);
        }
    }
    for (organization, role) in organizations::memberships_of(tx, person.id)? {
        let roles: Vec<Role> = on!(tx, c => memberships::table
            .filter(memberships::organization_id.eq(organization.id).and(memberships::person_id.ne(person.id)))
            .select(memberships::role)
            .load(c))?;
        if roles.is_empty() {
            ties.left_alone.push(organization);
        } else if role == Role::Owner && !roles.contains(&Role::Owner) {
            ties.organizations.push(organization);
        }
    }
    if person.is_operator() {
        let operators: i64 = on!(tx, c => people::table
            .filter(people::operator_since.is_not_null())
            .count()
            .get_result(c))?;
        ties.only_operator = operators <= 1;
    }
    Ok(ties)
}

/// Why an account was not deleted.
#[derive(Debug)]
pub(super) enum LeaveError {
    /// Something has to be handed over first.
    Tied,
    /// See [`Fault`].
    Fault(Fault),
}

carries_faults!(LeaveError);

/// Deletes the account of `person`, and writes to its mailbox that it is gone.
pub(super) fn leave(tx: &mut Tx<'_>, person: &Person, choices: Choices) -> Result<(), LeaveError> {
    // Two owners, coordinators or operators who leave at once would each think that the other stays.
    tx.hold("people who leave")?;
    for (organization, _) in organizations::memberships_of(tx, person.id)? {
        tx.hold(&format!("organization {}", organization.id))?;
    }
    for letter in letters::letters_of(tx, person.id)? {
        letters::hold(tx, letter.id)?;
    }
    let ties = ties_of(tx, person)?;
    if ties.hold() {
        return Err(LeaveError::Tied);
    }
    for draft in &ties.drafts {
        empty_draft(tx, draft)?;
    }
    if !choices.keep_name {
        take_name_off(tx, person)?;
    }
    settle_declarations(tx, person, choices.keep_name)?;
    settle_comments(tx, person, choices.keep_words)?;
    forget_in_logs(tx, person)?;
    forget_addresses(tx, person)?;
    on!(tx, c => diesel::delete(prepared_signatures::table
            .filter(prepared_signatures::prepared_by.eq(person.id))
            .filter(prepared_signatures::approved_at.is_null().and(prepared_signatures::refused_at.is_null())))
        .execute(c))?;
    // All else that knows them goes with the row, or forgets them, as the tables say.
    on!(tx, c => diesel::delete(people::table.find(person.id)).execute(c))?;
    mail::enqueue(tx, &super::mails::account_deleted(person))?;
    Ok(())
}

/// A draft that nobody can reach any more keeps no words, asks nobody and is never published.
fn empty_draft(tx: &mut Tx<'_>, draft: &Letter) -> Result<(), Fault> {
    on!(tx, c => diesel::update(letter_rows::table.find(draft.id))
        .set((
            letter_rows::title.eq(""),
            letter_rows::addressees.eq(""),
            letter_rows::place_and_date.eq(""),
            letter_rows::body.eq(""),
            letter_rows::publish_at.eq(None::<Moment>),
        ))
        .execute(c))?;
    on!(tx, c => diesel::delete(comments::table.filter(comments::letter_id.eq(draft.id))).execute(c))?;
    on!(tx, c => diesel::delete(invitations::table.filter(invitations::letter_id.eq(draft.id))).execute(c))?;
    on!(tx, c => diesel::delete(letter_log::table.filter(letter_log::letter_id.eq(draft.id))).execute(c))?;
    on!(tx, c => diesel::delete(coordinator_invitations::table
            .filter(coordinator_invitations::letter_id.eq(draft.id)))
        .execute(c))?;
    on!(tx, c => diesel::delete(letter_coordinators::table
            .filter(letter_coordinators::letter_id.eq(draft.id)))
        .execute(c))?;
    Ok(())
}

/// The signatures that they gave, and those of organizations they act for under which their name
/// stands, lose it; the public list of each is read anew.
fn take_name_off(tx: &mut Tx<'_>, person: &Person) -> Result<(), Fault> {
    let somebody = say!("rights-somebody");
    let own: Vec<OrganizationId> = organizations::memberships_of(tx, person.id)?
        .into_iter()
        .map(|(organization, _)| organization.id)
        .collect();
    let named: Vec<(SignatureId, LetterId, bool)> = on!(tx, c => signatures::table
        .filter(signatures::representative_name.eq(sealed(&person.name)))
        .filter(signatures::signed_by.eq(person.id).or(signatures::organization_id.eq_any(own)))
        .select((signatures::id, signatures::letter_id, signatures::show_representative))
        .load(c))?;
    for (signature, letter, shown) in named {
        on!(tx, c => diesel::update(signatures::table.find(signature))
            .set((
                signatures::representative_name.eq(sealed(&somebody)),
                signatures::representative_title.eq(sealed("")),
                signatures::show_representative.eq(false),
            ))
            .execute(c))?;
        if shown && letters::find_public_by_id(tx, letter)?.is_some() {
            letters::record(tx, letter, EventKind::Relisted, None)?;
        }
    }
    Ok(())
}

/// What they declared when they signed, and said in a case, stays with the organization's act; their
/// address does not, and their name as they chose.
fn settle_declarations(tx: &mut Tx<'_>, person: &Person, keep_name: bool) -> Result<(), Fault> {
    on!(tx, c => diesel::update(signature_declarations::table
            .filter(signature_declarations::person_id.eq(person.id)))
        .set(signature_declarations::email.eq(sealed("")))
        .execute(c))?;
    if keep_name {
        return Ok(());
    }
    let somebody = say!("rights-somebody");
    // Whoever approves also says who they are.
    let declared: Vec<(DeclarationId, String, String)> = on!(tx, c => signature_declarations::table
        .filter(signature_declarations::person_id.eq(person.id))
        .select((
            signature_declarations::id,
            signature_declarations::person_name,
            signature_declarations::words,
        ))
        .load(c))?;
    for (declaration, name, words) in declared {
        let words = if name.is_empty() { words } else { words.replace(&name, &somebody) };
        on!(tx, c => diesel::update(signature_declarations::table.find(declaration))
            .set((
                signature_declarations::person_name.eq(sealed(&somebody)),
                signature_declarations::words.eq(sealed(words)),
            ))
            .execute(c))?;
    }
    on!(tx, c => diesel::update(authority_voices::table.filter(authority_voices::person_id.eq(person.id)))
        .set(authority_voices::person_name.eq(sealed(&somebody)))
        .execute(c))?;
    Ok(())
}

fn settle_comments(tx: &mut Tx<'_>, person: &Person, keep_words: bool) -> Result<(), Fault> {
    let theirs: Vec<(CommentId, String)> = on!(tx, c => comments::table
        .filter(comments::person_id.eq(person.id).or(comments::author_name.eq(sealed(&person.name)).nullable()
            .and(comments::invitation_id.nullable().eq_any(
                invitations::table
                    .filter(invitations::person_id.eq(person.id)
                        .or(invitations::email.eq(sealed(&person.email)).nullable()))
                    .select(invitations::id.nullable()),
            ))))
        .select((comments::id, comments::body))
        .load(c))?;
    for (comment, body) in theirs {
        let words = if keep_words { body } else { say!("rights-comment-erased") };
        on!(tx, c => diesel::update(comments::table.find(comment))
            .set((comments::author_name.eq(sealed("")), comments::body.eq(sealed(words))))
            .execute(c))?;
    }
    Ok(())
}

/// Lines of letters' logs that are about them forget their name and address. The words lie sealed,
/// so they are looked through here.
fn forget_in_logs(tx: &mut Tx<'_>, person: &Person) -> Result<(), Fault> {
    let of_letters: Vec<LetterId> = on!(tx, c => letter_log::table
        .filter(letter_log::person_id.eq(person.id))
        .select(letter_log::letter_id)
        .distinct()
        .load(c))?;
    let invited: Vec<LetterId> = on!(tx, c => invitations::table
        .filter(invitations::person_id.eq(person.id).or(invitations::email.eq(sealed(&person.email)).nullable()))
        .select(invitations::letter_id)
        .distinct()
        .load(c))?;
    let asked: Vec<LetterId> = on!(tx, c => coordinator_invitations::table
        .filter(coordinator_invitations::email.eq(sealed(&person.email)))
        .select(coordinator_invitations::letter_id)
        .distinct()
        .load(c))?;
    let mut all: Vec<LetterId> = [of_letters, invited, asked].concat();
    all.sort_unstable();
    all.dedup();
    let names_them = |text: &str| text == person.name || text.contains(&person.email);
    for letter in all {
        let lines: Vec<(LogEntryId, String, String)> = on!(tx, c => letter_log::table
            .filter(letter_log::letter_id.eq(letter))
            .select((letter_log::id, letter_log::about, letter_log::note))
            .load(c))?;
        for (line, about, note) in lines {
            if !names_them(&about) && !names_them(&note) {
                continue;
            }
            let kept = |text: String| if names_them(&text) { String::new() } else { text };
            on!(tx, c => diesel::update(letter_log::table.find(line))
                .set((letter_log::about.eq(sealed(kept(about))), letter_log::note.eq(sealed(kept(note)))))
                .execute(c))?;
        }
    }
    Ok(())
}

/// Whatever was sent or is to be sent to their address.
fn forget_addresses(tx: &mut Tx<'_>, person: &Person) -> Result<(), Fault> {
    // What was reported stays; where the answer would have gone does not.
    on!(tx, c => diesel::update(reports::table.filter(reports::email.eq(sealed(&person.email))))
        .set(reports::email.eq(None::<SealedText<'static>>))
        .execute(c))?;
    let email = || sealed(&person.email);
    on!(tx, c => diesel::delete(delivery_copies::table.filter(delivery_copies::address.eq(email()))).execute(c))?;
    on!(tx, c => diesel::delete(invitations::table
            .filter(invitations::person_id.eq(person.id).or(invitations::email.eq(email()).nullable())))
        .execute(c))?;
    on!(tx, c => diesel::delete(member_invitations::table.filter(member_invitations::email.eq(email()))).execute(c))?;
    on!(tx, c => diesel::delete(coordinator_invitations::table
            .filter(coordinator_invitations::email.eq(email())))
        .execute(c))?;
    on!(tx, c => diesel::delete(registrations::table.filter(registrations::email.eq(email()))).execute(c))?;
    on!(tx, c => diesel::delete(operator_invitations::table
            .filter(operator_invitations::email.eq(sealed_if(Some(&person.email)))))
        .execute(c))?;
    on!(tx, c => diesel::delete(outbox_mails::table.filter(outbox_mails::to_address.eq(email()))).execute(c))?;
    Ok(())
}
