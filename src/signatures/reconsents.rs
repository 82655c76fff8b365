//! **Reconsent**: after a substantive revision each signature is asked whether it keeps or
//! withdraws, until a date, with a rule for silence that was set beforehand.
//!
//! A signature has at most one question that is not superseded. Until it is answered the signature
//! stands under the revision that was signed, and readers see so.

use diesel::prelude::*;

use super::declaring::{Giving, declare};
use super::mails;
use super::preparing::{self, Head, PrepareError};
use super::signing;
use super::standing::{Stands, given_by};
use super::telling::{recipients, tell_given};
use super::withholding::{log_of, record_of};
use crate::db::{Moment, Tx, on, sealed, text_enum};
use crate::error::{Fault, carries_faults};
use crate::ids::{LetterId, PersonId, ReconsentId, RevisionId, SignatureId, Slug, Token, TokenHash};
use crate::letters::{
    self, EventKind, Happened, Letter, LockedLetter, Revision, RevisionKind, TextDifference, Turn,
};
use crate::mail;
use crate::organizations::{self, Organization, SigningAuthority};
use crate::people;
use crate::schema::{letters as letter_rows, organizations as organization_rows};
use crate::schema::{reconsent_links, reconsents, signatures};

text_enum! {
    /// What became of a question.
    Answer {
        /// The organization keeps its signature, under the new text.
        Keep = "keep",
        /// It withdrew.
        Withdraw = "withdraw",
        /// It did not answer and stays under the revision it signed.
        SilenceStay = "silence-stay",
        /// It did not answer and left the list.
        SilenceLeave = "silence-leave",
    }
}

/// A question as a row.
#[derive(Debug, Clone, Queryable, Selectable)]
#[diesel(table_name = reconsents)]
struct Question {
    id: ReconsentId,
    revision_id: RevisionId,
    answer: Option<Answer>,
    answered_at: Option<Moment>,
}

/// Whom a signature belongs to.
#[derive(Debug, Clone, Queryable, Selectable)]
#[diesel(table_name = signatures)]
pub(super) struct Signed {
    pub id: SignatureId,
    letter_id: LetterId,
    revision_id: Option<RevisionId>,
    pub signed_by: Option<PersonId>,
    withdrawn_at: Option<Moment>,
}

pub(super) fn signed_now(tx: &mut Tx<'_>, letter: LetterId) -> Result<Vec<(Signed, Organization)>, Fault> {
    Ok(on!(tx, c => signatures::table
        .inner_join(organization_rows::table)
        .filter(signatures::letter_id.eq(letter))
        .filter(signatures::confirmed_at.is_not_null())
        .filter(signatures::withdrawn_at.is_null())
        .order(signatures::id)
        .select((Signed::as_select(), Organization::as_select()))
        .load(c))?)
}

/// Tells everyone who signed of a revision that was just locked: of an editorial one with one mail
/// to each person, of a substantive one with a question for each signature and a link for each person.
///
/// # Errors
/// A fault of the database.
pub fn tell_of_revision(
    tx: &mut Tx<'_>,
    letter: &Letter,
    before: &Revision,
    after: &Revision,
    address: &dyn Fn(&str) -> String,
) -> Result<(), Fault> {
    let signed = signed_now(tx, letter.id)?;
    if after.kind == RevisionKind::Substantive {
        for (signature, organization) in signed {
            let question = ask(tx, &signature, after.id)?;
            write_to(tx, letter, after, question, &signature, &organization, false, address)?;
        }
        return Ok(());
    }
    let difference = TextDifference::between(&before.text(), &after.text());
    let link = address(&format!("/letters/{}/revisions/{}..{}", letter.slug, before.number, after.number));
    let mut told: Vec<PersonId> = Vec::new();
    for (signature, organization) in signed {
        for person in recipients(tx, organization.id, signature.signed_by)? {
            if !told.contains(&person.id) {
                told.push(person.id);
                let message =
                    mails::was_revised(&person, &organization, letter, after, &difference, link.clone());
                mail::enqueue(tx, &message)?;
            }
        }
    }
    Ok(())
}

/// Asks a signature about a revision; what it was asked before is superseded.
fn ask(tx: &mut Tx<'_>, signature: &Signed, revision: RevisionId) -> Result<ReconsentId, Fault> {
    supersede(tx, signature.id)?;
    let id = ReconsentId::new();
    let row = (
        reconsents::id.eq(id),
        reconsents::signature_id.eq(signature.id),
        reconsents::revision_id.eq(revision),
        reconsents::asked_at.eq(tx.now()),
    );
    on!(tx, c => diesel::insert_into(reconsents::table).values(row).execute(c))?;
    Ok(id)
}

/// What a signature was asked is no longer a question: it is asked anew, or given anew.
pub(super) fn supersede(tx: &mut Tx<'_>, signature: SignatureId) -> Result<(), Fault> {
    let now = tx.now();
    on!(tx, c => diesel::update(reconsents::table
            .filter(reconsents::signature_id.eq(signature).and(reconsents::superseded_at.is_null())))
        .set(reconsents::superseded_at.eq(now))
        .execute(c))?;
    Ok(())
}

/// Writes to everyone who may answer, each with a link of their own.
#[allow(clippy::too_many_arguments)] // what the mail says; a struct would be filled once and read once
pub(super) fn write_to(
    tx: &mut Tx<'_>,
    letter: &Letter,
    asked: &Revision,
    question: ReconsentId,
    signature: &Signed,
    organization: &Organization,
    again: bool,
    address: &dyn Fn(&str) -> String,
) -> Result<(), Fault> {
    for person in recipients(tx, organization.id, signature.signed_by)? {
        let token = Token::new();
        let row = (
            reconsent_links::token_hash.eq(token.hash().as_bytes().to_vec()),
            reconsent_links::reconsent_id.eq(question),
            reconsent_links::person_id.eq(person.id),
            reconsent_links::created_at.eq(tx.now()),
        );
        on!(tx, c => diesel::insert_into(reconsent_links::table).values(row).execute(c))?;
        let link = address(&format!("/reconsents/{}", token.as_str()));
        mail::enqueue(tx, &mails::keep_or_withdraw(&person, organization, letter, asked, again, link))?;
    }
    Ok(())
}

/// The question of one signature, in the hands of somebody who may answer it.
pub(super) struct Case {
    question: Question,
    signature: Signed,
    /// Who may answer.
    pub authority: SigningAuthority,
    /// The letter and its current text.
    pub letter: LockedLetter,
    /// The revision that was signed.
    pub signed: Revision,
    /// The revision that asked.
    pub asked: Revision,
}

impl Case {
    /// The signature that is asked about.
    pub fn signature(&self) -> SignatureId {
        self.signature.id
    }

    /// How it was answered; a signature that left the list in some other way is withdrawn.
    pub fn answer(&self) -> Option<Answer> {
        match self.question.answer {
            None | Some(Answer::Keep) if self.signature.withdrawn_at.is_some() => Some(Answer::Withdraw),
            answer => answer,
        }
    }

    /// When the delivery ended the question, if it did so before its date: nobody had answered then.
    pub fn ended_by_delivery(&self) -> Option<Moment> {
        let silent = matches!(self.question.answer, Some(Answer::SilenceStay | Answer::SilenceLeave));
        let early = self.question.answered_at.filter(|at| self.asked.answer_by.is_none_or(|by| *at < by));
        early.filter(|_| silent).and(self.letter.letter().delivered_at)
    }

    /// Whether an answer still counts: before the date always, and afterwards from those who stay
    /// under the earlier revision.
    pub fn is_open(&self) -> bool {
        matches!(self.answer(), None | Some(Answer::SilenceStay))
    }

    /// Whether the signature can be kept under the new text: until the date, and as long as anybody
    /// can sign it. A delivered list is not touched.
    pub fn can_keep(&self, tx: &Tx<'_>) -> bool {
        let letter = self.letter.letter();
        let in_time = self.asked.answer_by.is_some_and(|by| tx.now() < by);
        let can_sign = matches!(letters::turn_of(tx, self.letter.clone(), None), Turn::Open(_));
        letter.delivered_at.is_none() && letter.retracted_at.is_none() && (in_time || can_sign)
    }
}

/// How somebody comes to a question.
#[derive(Debug, Clone)]
pub(super) enum Way {
    /// By the link in a mail.
    Link(TokenHash),
    /// Signed in, for an organization of theirs.
    SignedIn { person: PersonId, letter: Slug, organization: Slug },
}

/// The question at the end of a way, if it leads to one and the person may still sign for the
/// organization. A link of an earlier question leads to the one that superseded it.
pub(super) fn find_case(tx: &mut Tx<'_>, way: &Way) -> Result<Option<Case>, Fault> {
    let found = match way {
        Way::Link(hash) => by_link(tx, hash)?,
        Way::SignedIn { person, letter, organization } => {
            by_slugs(tx, letter, organization)?.map(|signature| (signature, *person, organization.clone()))
        }
    };
    let Some((signature, person, organization)) = found else { return Ok(None) };
    let Some(authority) = organizations::find_authority(tx, person, &organization)? else { return Ok(None) };
    let question: Option<Question> = on!(tx, c => reconsents::table
        .filter(reconsents::signature_id.eq(signature.id).and(reconsents::superseded_at.is_null()))
        .select(Question::as_select())
        .first(c)
        .optional())?;
    let letter = letters::find_locked(tx, signature.letter_id)?;
    let (Some(question), Some(letter), Some(signed)) = (question, letter, signature.revision_id) else {
        return Ok(None);
    };
    let (signed, asked) =
        (letters::find_revision(tx, signed)?, letters::find_revision(tx, question.revision_id)?);
    Ok(Some(Case { question, signature, authority, letter, signed, asked }))
}

/// The question that is open for the signature of an organization under a letter, in the hands of
/// somebody with authority; none if nothing is asked.
pub(super) fn find_case_of(
    tx: &mut Tx<'_>,
    authority: &SigningAuthority,
    letter: &Letter,
) -> Result<Option<Case>, Fault> {
    let (Ok(letter), Ok(organization)) = (letter.slug.parse(), authority.organization().slug.parse()) else {
        return Ok(None);
    };
    let case = find_case(tx, &Way::SignedIn { person: authority.person(), letter, organization })?;
    Ok(case.filter(Case::is_open))
}

fn by_link(tx: &mut Tx<'_>, hash: &TokenHash) -> Result<Option<(Signed, PersonId, Slug)>, Fault> {
    let found: Option<(ReconsentId, PersonId)> = on!(tx, c => reconsent_links::table
        .filter(reconsent_links::token_hash.eq(hash.as_bytes()))
        .select((reconsent_links::reconsent_id, reconsent_links::person_id))
        .first(c)
        .optional())?;
    let Some((question, person)) = found else { return Ok(None) };
    let (signature, slug): (Signed, String) = on!(tx, c => reconsents::table
        .inner_join(signatures::table.inner_join(organization_rows::table))
        .filter(reconsents::id.eq(question))
        .select((Signed::as_select(), organization_rows::slug))
        .first(c))?;
    Ok(slug.parse().ok().map(|slug| (signature, person, slug)))
}

fn by_slugs(tx: &mut Tx<'_>, letter: &Slug, organization: &Slug) -> Result<Option<Signed>, Fault> {
    Ok(on!(tx, c => signatures::table
        .inner_join(letter_rows::table)
        .inner_join(organization_rows::table)
        .filter(letter_rows::slug.eq(letter.as_str()))
        .filter(organization_rows::slug.eq(sealed(organization.as_str())))
        .select(Signed::as_select())
        .first(c)
        .optional())?)
}

/// What came of an answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Answered {
    /// It is taken.
    Settled,
    /// Another person of the organization has to approve it.
    Prepared,
}

/// Why an answer was not taken.
#[derive(Debug)]
pub(super) enum AnswerError {
    /// The way leads to no question.
    NoSuchQuestion,
    /// It was answered.
    AlreadyAnswered,
    /// The text moved since it was shown.
    TextMoved,
    /// The date is over, and so is the signing.
    Over,
    /// See [`Fault`].
    Fault(Fault),
}

carries_faults!(AnswerError);

/// Takes an answer. Keeping puts the signature under the current text, which must be the one that
/// was shown (`shown` is its SHA-256), and is only prepared where the organization wants two persons;
/// withdrawing takes the name off the list, whatever the text, and is one person's to do.
pub(super) fn answer(
    tx: &mut Tx<'_>,
    way: &Way,
    keeps: bool,
    shown: &str,
    address: &dyn Fn(&str) -> String,
) -> Result<Answered, AnswerError> {
    let found = find_case(tx, way)?.ok_or(AnswerError::NoSuchQuestion)?;
    letters::hold(tx, found.letter.letter().id)?;
    let case = find_case(tx, way)?.ok_or(AnswerError::NoSuchQuestion)?; // again: it may have been answered
    if !case.is_open() {
        return Err(AnswerError::AlreadyAnswered);
    }
    let (by, letter) = (case.authority.person(), case.letter.letter());
    let organization = case.authority.organization();
    if !keeps {
        settle(tx, case.question.id, Answer::Withdraw, Some(by))?;
        if let Some(given) = given_by(tx, letter.id, organization.id)? {
            signing::leave(tx, letter, organization, &given, by, Happened::LeftOnRevision, address)?;
        }
        return Ok(Answered::Settled);
    }
    if !case.can_keep(tx) {
        return Err(AnswerError::Over);
    }
    if shown.trim() != case.letter.revision().sha256() {
        return Err(AnswerError::TextMoved);
    }
    // To keep a name under another text is to sign it: two persons where the organization wants two.
    if preparing::needs_another(tx, by, organization.id)? {
        if preparing::waits_from(tx, by, letter.id, organization.id, shown.trim())? {
            return Ok(Answered::Prepared);
        }
        let person = people::find_person(tx, by)?.ok_or(AnswerError::NoSuchQuestion)?;
        let head = Head { title: mails::title_of(letter), address };
        return match preparing::prepare_keeping(
            tx,
            &person,
            organization,
            &case.letter,
            case.signature.id,
            &head,
        ) {
            Ok(()) => Ok(Answered::Prepared),
            Err(PrepareError::Fault(fault)) => Err(fault.into()),
            // The text is this one and somebody else has authority: both were just seen.
            Err(
                PrepareError::AlreadySigned
                | PrepareError::TextMoved
                | PrepareError::NotAMember
                | PrepareError::NobodyToApprove,
            ) => Err(Fault::new("a signature that can be kept could not be prepared").into()),
        };
    }
    keep(tx, &case, address)?;
    Ok(Answered::Settled)
}

/// Puts the signature of a case under the text that stands there. That it may be is the caller's to
/// know, see [`answer`] and [`super::approving`]. The owners and whoever kept it get a mail. To keep is not
/// to confirm: what is suspended stays so.
pub(super) fn keep(tx: &mut Tx<'_>, case: &Case, address: &dyn Fn(&str) -> String) -> Result<(), Fault> {
    let (by, letter) = (case.authority.person(), case.letter.letter());
    let organization = case.authority.organization();
    settle(tx, case.question.id, Answer::Keep, Some(by))?;
    on!(tx, c => diesel::update(signatures::table.find(case.signature.id))
        .set(signatures::revision_id.eq(case.letter.revision().id))
        .execute(c))?;
    let about = format!("revision {}", case.letter.revision().number);
    log_of(tx, letter.id, Some(by), Happened::Kept, organization, &about)?;
    let signature = case.signature.id;
    let revision = case.letter.revision().id;
    declare(tx, Giving::Kept, by, organization, revision, (Some(signature), None))?;
    let stands = given_by(tx, letter.id, organization.id)?.map(|given| given.stands());
    if stands == Some(Stands::Listed) {
        record_of(tx, letter.id, EventKind::Kept, signature)?;
    }
    tell_given(tx, &case.letter, signature, by, address)
}

pub(super) fn settle(
    tx: &mut Tx<'_>,
    question: ReconsentId,
    answer: Answer,
    by: Option<PersonId>,
) -> Result<(), Fault> {
    let answered =
        (reconsents::answer.eq(answer), reconsents::answered_at.eq(tx.now()), reconsents::answered_by.eq(by));
    on!(tx, c => diesel::update(reconsents::table.find(question)).set(answered).execute(c))?;
    Ok(())
}

/// Notes that a signature was withdrawn elsewhere: that answers what it was asked.
pub(super) fn answered_by_withdrawing(
    tx: &mut Tx<'_>,
    signature: SignatureId,
    by: PersonId,
) -> Result<(), Fault> {
    let open: Option<ReconsentId> = on!(tx, c => reconsents::table
        .filter(reconsents::signature_id.eq(signature).and(reconsents::superseded_at.is_null()))
        .filter(reconsents::answer.is_null().or(reconsents::answer.eq(Answer::SilenceStay)))
        .select(reconsents::id)
        .first(c)
        .optional())?;
    match open {
        Some(question) => settle(tx, question, Answer::Withdraw, Some(by)),
        None => Ok(()),
    }
}
