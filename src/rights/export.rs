//! Everything that is kept about one person, as JSON.
//!
//! What others wrote about them is in it too, the notes of a letter's coordinators included; secrets
//! (hashes, the second factor's key) are not, for they are of use to nobody but a thief.

use diesel::prelude::*;
use serde_json::{Value, json};

use crate::db::{Moment, Tx, on, sealed};
use crate::error::Fault;
use crate::people::{self, Person, SessionLimits};
use crate::schema::{
    api_tokens, approval_links, authority_voices, coalition_coordinators, coalitions, comments,
    coordinator_invitations, email_changes, imports, invitations, letter_coordinators, letter_log, letters,
    member_invitations, memberships, organizations, outbox_mails, people as people_rows, prepared_signatures,
    reconsents, recovery_codes, registrations, revisions, second_factors, signature_declarations,
    signature_evidence, signatures, webhooks,
};
use crate::text::words::say;

fn at(moment: Moment) -> Value {
    json!(moment.to_string())
}

fn maybe(moment: Option<Moment>) -> Value {
    moment.map_or(Value::Null, at)
}

/// Everything that is kept about `person`.
pub(super) fn everything_about(
    tx: &mut Tx<'_>,
    person: &Person,
    limits: &SessionLimits,
) -> Result<Value, Fault> {
    let created: Moment = on!(tx, c => people_rows::table
        .find(person.id)
        .select(people_rows::created_at)
        .first(c))?;
    Ok(json!({
        "about": say!("rights-data-about"),
        "made_at": at(tx.now()),
        "person": {
            "name": person.name,
            "title": person.title,
            "email": person.email,
            "operator_since": maybe(person.operator_since),
            "account_made_at": at(created),
        },
        "signing_in": signing_in(tx, person, limits)?,
        "acting_for": acting_for(tx, person)?,
        "signatures": given_signatures(tx, person)?,
        "invitations_to_you": invitations_to(tx, person)?,
        "comments": written_comments(tx, person)?,
        "acts_in_letters": acts(tx, person)?,
        "programs": own_programs(tx, person)?,
        "imports": begun_imports(tx, person)?,
        "registrations": own_registrations(tx, person)?,
        "mails_to_you": mails_to(tx, person)?,
    }))
}

fn signing_in(tx: &mut Tx<'_>, person: &Person, limits: &SessionLimits) -> Result<Value, Fault> {
    let sessions = people::sessions_of(tx, person.id, limits)?;
    let devices = people::devices_of(tx, person.id)?;
    let factor: Option<(Moment, Option<Moment>)> = on!(tx, c => second_factors::table
        .find(person.id)
        .select((second_factors::created_at, second_factors::confirmed_at))
        .first(c)
        .optional())?;
    let codes: Vec<Option<Moment>> = on!(tx, c => recovery_codes::table
        .filter(recovery_codes::person_id.eq(person.id))
        .select(recovery_codes::used_at)
        .load(c))?;
    let changes: Vec<(String, Moment, Option<Moment>, Option<Moment>)> = on!(tx, c => email_changes::table
        .filter(email_changes::person_id.eq(person.id))
        .order(email_changes::id)
        .select((email_changes::new_email, email_changes::created_at, email_changes::stopped_at, email_changes::done_at))
        .load(c))?;
    Ok(json!({
        "sessions": sessions.iter().map(|s| json!({
            "device": s.device, "since": at(s.created_at), "last_used_at": at(s.last_seen_at),
        })).collect::<Vec<_>>(),
        "known_browsers": devices.iter().map(|d| json!({
            "device": d.device, "since": at(d.created_at), "last_signed_in_at": at(d.last_seen_at),
        })).collect::<Vec<_>>(),
        "second_factor": factor.map(|(made, on)| json!({ "made_at": at(made), "on_since": maybe(on) })),
        "recovery_codes_left": codes.iter().filter(|used| used.is_none()).count(),
        "changes_of_address": changes.into_iter().map(|(to, asked, stopped, done)| json!({
            "to": to, "asked_at": at(asked), "stopped_at": maybe(stopped), "done_at": maybe(done),
        })).collect::<Vec<_>>(),
    }))
}

fn acting_for(tx: &mut Tx<'_>, person: &Person) -> Result<Value, Fault> {
    let member: Vec<(String, String, String, Moment)> = on!(tx, c => memberships::table
        .inner_join(organizations::table)
        .filter(memberships::person_id.eq(person.id))
        .select((organizations::name, organizations::slug, memberships::role, memberships::created_at))
        .load(c))?;
    let letters: Vec<(String, String, Moment)> = on!(tx, c => letter_coordinators::table
        .inner_join(letters::table)
        .filter(letter_coordinators::person_id.eq(person.id))
        .select((letters::title, letters::slug, letter_coordinators::created_at))
        .load(c))?;
    let coalitions: Vec<(String, Moment)> = on!(tx, c => coalition_coordinators::table
        .inner_join(coalitions::table)
        .filter(coalition_coordinators::person_id.eq(person.id))
        .select((coalitions::name, coalition_coordinators::created_at))
        .load(c))?;
    let asked_to_join: Vec<(String, Moment)> = on!(tx, c => member_invitations::table
        .inner_join(organizations::table)
        .filter(member_invitations::email.eq(sealed(&person.email)))
        .select((organizations::name, member_invitations::created_at))
        .load(c))?;
    let asked_to_coordinate: Vec<(String, Moment)> = on!(tx, c => coordinator_invitations::table
        .inner_join(letters::table)
        .filter(coordinator_invitations::email.eq(sealed(&person.email)))
        .select((letters::title, coordinator_invitations::created_at))
        .load(c))?;
    Ok(json!({
        "organizations": member.into_iter().map(|(name, slug, role, since)| json!({
            "name": name, "slug": slug, "role": role, "since": at(since),
        })).collect::<Vec<_>>(),
        "letters_you_coordinate": letters.into_iter().map(|(title, slug, since)| json!({
            "title": title, "slug": slug, "since": at(since),
        })).collect::<Vec<_>>(),
        "coalitions_you_coordinate": coalitions.into_iter().map(|(name, since)| json!({
            "name": name, "since": at(since),
        })).collect::<Vec<_>>(),
        "asked_to_join": asked_to_join.into_iter().map(|(name, asked)| json!({
            "organization": name, "asked_at": at(asked),
        })).collect::<Vec<_>>(),
        "asked_to_coordinate": asked_to_coordinate.into_iter().map(|(title, asked)| json!({
            "letter": title, "asked_at": at(asked),
        })).collect::<Vec<_>>(),
    }))
}

type Given = (String, String, bool, Moment, Option<Moment>, String, Option<String>);

fn given_signatures(tx: &mut Tx<'_>, person: &Person) -> Result<Value, Fault> {
    let given: Vec<Given> = on!(tx, c => signatures::table
        .inner_join(letters::table)
        .left_join(organizations::table)
        .filter(signatures::signed_by.eq(person.id))
        .order(signatures::id)
        .select((
            signatures::representative_name,
            signatures::representative_title,
            signatures::show_representative,
            signatures::signed_at,
            signatures::withdrawn_at,
            letters::slug,
            organizations::name.nullable(),
        ))
        .load(c))?;
    let prepared: Vec<(String, String, Moment, String)> = on!(tx, c => prepared_signatures::table
        .inner_join(letters::table)
        .filter(prepared_signatures::prepared_by.eq(person.id).or(prepared_signatures::settled_by.eq(person.id)))
        .order(prepared_signatures::id)
        .select((
            letters::slug,
            prepared_signatures::representative_name,
            prepared_signatures::prepared_at,
            prepared_signatures::reason,
        ))
        .load(c))?;
    let to_approve: i64 = on!(tx, c => approval_links::table
        .filter(approval_links::person_id.eq(person.id))
        .count()
        .get_result(c))?;
    let answers: Vec<(Option<String>, Option<Moment>)> = on!(tx, c => reconsents::table
        .filter(reconsents::answered_by.eq(person.id))
        .order(reconsents::id)
        .select((reconsents::answer, reconsents::answered_at))
        .load(c))?;
    let entered: Vec<(String, Moment)> = on!(tx, c => signature_evidence::table
        .filter(signature_evidence::entered_by.eq(person.id))
        .order(signature_evidence::id)
        .select((signature_evidence::note, signature_evidence::entered_at))
        .load(c))?;
    let declared: Vec<(String, String, String, String, Moment)> = on!(tx, c => signature_declarations::table
        .filter(signature_declarations::person_id.eq(person.id))
        .order(signature_declarations::id)
        .select((
            signature_declarations::person_name,
            signature_declarations::email,
            signature_declarations::role,
            signature_declarations::words,
            signature_declarations::declared_at,
        ))
        .load(c))?;
    let said: Vec<(String, String, Moment)> = on!(tx, c => authority_voices::table
        .filter(authority_voices::person_id.eq(person.id))
        .order(authority_voices::id)
        .select((authority_voices::says, authority_voices::words, authority_voices::said_at))
        .load(c))?;
    Ok(json!({
        "declared_by_you": declared.into_iter().map(|(name, email, role, words, when)| json!({
            "name": name, "email": email, "role": role, "words": words, "declared_at": at(when),
        })).collect::<Vec<_>>(),
        "said_in_cases": said.into_iter().map(|(says, words, when)| json!({
            "says": says, "words": words, "said_at": at(when),
        })).collect::<Vec<_>>(),
        "given_by_you": given.into_iter().map(|(name, title, shown, signed, withdrawn, letter, organization)| json!({
            "letter": letter, "organization": organization, "signed_by": name, "title": title,
            "shown_to_the_public": shown, "signed_at": at(signed), "withdrawn_at": maybe(withdrawn),
        })).collect::<Vec<_>>(),
        "prepared_or_settled_by_you": prepared.into_iter().map(|(letter, name, when, reason)| json!({
            "letter": letter, "signed_by": name, "prepared_at": at(when), "reason": reason,
        })).collect::<Vec<_>>(),
        "links_to_approve": to_approve,
        "answers_to_new_revisions": answers.into_iter().map(|(answer, when)| json!({
            "answer": answer, "answered_at": maybe(when),
        })).collect::<Vec<_>>(),
        "evidence_you_entered": entered.into_iter().map(|(note, when)| json!({
            "note": note, "entered_at": at(when),
        })).collect::<Vec<_>>(),
    }))
}

type Invited = (
    String,
    String,
    String,
    String,
    String,
    Moment,
    (Option<Moment>, Option<Moment>, Option<Moment>),
    Option<String>,
);

fn invitations_to(tx: &mut Tx<'_>, person: &Person) -> Result<Vec<Value>, Fault> {
    let found: Vec<Invited> = on!(tx, c => invitations::table
        .inner_join(letters::table)
        .filter(invitations::person_id.eq(person.id).or(invitations::email.eq(sealed(&person.email)).nullable()))
        .order(invitations::id)
        .select((
            letters::title,
            invitations::organization_name,
            invitations::person_name,
            invitations::email,
            invitations::note,
            invitations::invited_at,
            (invitations::opened_at, invitations::signed_at, invitations::declined_at),
            invitations::decline_reason,
        ))
        .load(c))?;
    let invited =
        |(letter, organization, name, email, note, invited, (opened, signed, declined), reason): Invited| {
            json!({
                "letter": letter, "organization": organization, "name": name, "email": email,
                "note_of_the_coordinators": note, "invited_at": at(invited), "opened_at": maybe(opened),
                "signed_at": maybe(signed), "declined_at": maybe(declined), "reason": reason,
            })
        };
    Ok(found.into_iter().map(invited).collect())
}

fn written_comments(tx: &mut Tx<'_>, person: &Person) -> Result<Vec<Value>, Fault> {
    let found: Vec<(String, String, String, Moment, Option<String>)> = on!(tx, c => comments::table
        .filter(comments::person_id.eq(person.id).or(comments::answered_by.eq(person.id)))
        .order(comments::id)
        .select((
            comments::author_name,
            comments::author_organization,
            comments::body,
            comments::created_at,
            comments::answer,
        ))
        .load(c))?;
    let comment = |(name, organization, body, when, answer)| json!({ "name": name, "organization": organization, "words": body, "written_at": at(when), "answer": answer });
    Ok(found.into_iter().map(comment).collect())
}

fn acts(tx: &mut Tx<'_>, person: &Person) -> Result<Value, Fault> {
    let log: Vec<(String, String, String, String, Moment)> = on!(tx, c => letter_log::table
        .inner_join(letters::table.on(letters::id.eq(letter_log::letter_id)))
        .filter(letter_log::person_id.eq(person.id))
        .order(letter_log::id)
        .select((letters::slug, letter_log::kind, letter_log::about, letter_log::note, letter_log::happened_at))
        .load(c))?;
    let revised: Vec<(String, i32, Moment)> = on!(tx, c => revisions::table
        .inner_join(letters::table)
        .filter(revisions::created_by.eq(person.id))
        .order(revisions::id)
        .select((letters::slug, revisions::number, revisions::created_at))
        .load(c))?;
    Ok(json!({
        "log": log.into_iter().map(|(letter, kind, about, note, when)| json!({
            "letter": letter, "what": kind, "about": about, "said": note, "at": at(when),
        })).collect::<Vec<_>>(),
        "revisions": revised.into_iter().map(|(letter, number, when)| json!({
            "letter": letter, "number": number, "at": at(when),
        })).collect::<Vec<_>>(),
    }))
}

/// What their own programs come in with, and where they are told of what happens; the secrets of neither.
fn own_programs(tx: &mut Tx<'_>, person: &Person) -> Result<Value, Fault> {
    type Token = (String, String, String, Moment, Moment, Option<Moment>, Option<Moment>);
    let tokens: Vec<Token> = on!(tx, c => api_tokens::table
        .inner_join(organizations::table)
        .filter(api_tokens::person_id.eq(person.id))
        .order(api_tokens::id)
        .select((
            organizations::name,
            api_tokens::name,
            api_tokens::scopes,
            api_tokens::created_at,
            api_tokens::expires_at,
            api_tokens::last_used_at,
            api_tokens::ended_at,
        ))
        .load(c))?;
    let hooks: Vec<(String, String, Moment, Option<Moment>)> = on!(tx, c => webhooks::table
        .filter(webhooks::made_by.eq(person.id))
        .order(webhooks::id)
        .select((webhooks::url, webhooks::kinds, webhooks::created_at, webhooks::off_since))
        .load(c))?;
    Ok(json!({
        "tokens": tokens.into_iter().map(|(organization, name, scopes, made, until, used, ended)| json!({
            "organization": organization, "name": name, "scopes": scopes, "made_at": at(made),
            "good_until": at(until), "last_used_at": maybe(used), "ended_at": maybe(ended),
        })).collect::<Vec<_>>(),
        "webhooks": hooks.into_iter().map(|(url, kinds, made, off)| json!({
            "address": url, "hears": kinds, "made_at": at(made), "off_since": maybe(off),
        })).collect::<Vec<_>>(),
    }))
}

fn begun_imports(tx: &mut Tx<'_>, person: &Person) -> Result<Vec<Value>, Fault> {
    let found: Vec<(String, Moment, Moment)> = on!(tx, c => imports::table
        .filter(imports::person_id.eq(person.id))
        .order(imports::id)
        .select((imports::name, imports::created_at, imports::updated_at))
        .load(c))?;
    let import = |(name, begun, touched)| json!({ "file": name, "begun_at": at(begun), "last_touched_at": at(touched) });
    Ok(found.into_iter().map(import).collect())
}

fn own_registrations(tx: &mut Tx<'_>, person: &Person) -> Result<Vec<Value>, Fault> {
    let found: Vec<(String, String, Moment, Option<Moment>)> = on!(tx, c => registrations::table
        .filter(registrations::email.eq(sealed(&person.email)))
        .order(registrations::id)
        .select((
            registrations::person_name,
            registrations::organization_name,
            registrations::created_at,
            registrations::confirmed_at,
        ))
        .load(c))?;
    let registration = |(name, organization, when, confirmed)| json!({ "name": name, "organization": organization, "at": at(when), "confirmed_at": maybe(confirmed) });
    Ok(found.into_iter().map(registration).collect())
}

fn mails_to(tx: &mut Tx<'_>, person: &Person) -> Result<Vec<Value>, Fault> {
    let found: Vec<(String, Moment, Option<Moment>)> = on!(tx, c => outbox_mails::table
        .filter(outbox_mails::to_address.eq(sealed(&person.email)))
        .order(outbox_mails::id)
        .select((outbox_mails::subject, outbox_mails::created_at, outbox_mails::sent_at))
        .load(c))?;
    let mail = |(subject, written, sent)| json!({ "subject": subject, "written_at": at(written), "sent_at": maybe(sent) });
    Ok(found.into_iter().map(mail).collect())
}
