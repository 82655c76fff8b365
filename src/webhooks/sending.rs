//! What is to be sent: a row with its cause, claimed by one worker, settled by what came of it.

use diesel::prelude::*;
use rand::RngExt;

use super::mails;
use super::model::{Kind, OffBecause, Trouble, Webhook, WebhookError, find_own, may_hear, switch_off};
use super::posting::Outcome;
use super::told::{Told, ToldData};
use crate::db::{Moment, News, Tx, on, sealed};
use crate::error::Fault;
use crate::ids::{LetterId, PersonId, SignatureId, WebhookDeliveryId, WebhookId};
use crate::letters;
use crate::mail;
use crate::people::find_person;
use crate::schema::{signatures, webhook_deliveries as deliveries, webhooks};

/// How long a message that was claimed is left to its worker: several times what a request may take.
const CLAIM_SECONDS: i64 = 120;
/// So many attempts, with the pauses of [`pause_after`], are three days.
const ATTEMPTS: i32 = 13;
/// How long it is known what was sent.
const KEPT_SECONDS: i64 = 30 * 86_400;
/// How many lines a webhook's page shows.
const SHOWN: i64 = 50;

/// Something that was sent, or is to be.
#[derive(Debug, Clone, Queryable, Selectable)]
#[diesel(table_name = deliveries)]
pub(super) struct Delivery {
    pub id: WebhookDeliveryId,
    pub kind: Kind,
    pub created_at: Moment,
    pub attempts: i32,
    pub next_attempt_at: Moment,
    pub last_answer: Option<i32>,
    pub last_trouble: Option<Trouble>,
    pub delivered_at: Option<Moment>,
    pub given_up_at: Option<Moment>,
}

/// Writes down what a webhook is to be told, to be sent when this transaction has been committed.
pub(super) fn enqueue(
    tx: &mut Tx<'_>,
    webhook: WebhookId,
    kind: Kind,
    told: &Told,
    letter: Option<LetterId>,
    signature: Option<SignatureId>,
) -> Result<(), Fault> {
    let now = tx.now();
    let row = (
        deliveries::id.eq(WebhookDeliveryId::new()),
        deliveries::webhook_id.eq(webhook),
        deliveries::kind.eq(kind),
        deliveries::body.eq(sealed(serde_json::to_string(told)?)),
        deliveries::letter_id.eq(letter),
        deliveries::signature_id.eq(signature),
        deliveries::created_at.eq(now),
        deliveries::attempts.eq(0),
        deliveries::next_attempt_at.eq(now),
    );
    on!(tx, c => diesel::insert_into(deliveries::table).values(row).execute(c))?;
    tx.tell(News::Webhooks);
    Ok(())
}

/// Has a webhook tried, once: a test is not tried again.
pub(super) fn enqueue_test(tx: &mut Tx<'_>, person: PersonId, id: WebhookId) -> Result<(), WebhookError> {
    find_own(tx, person, id)?.ok_or(WebhookError::NotTheirs)?;
    let told = Told {
        kind: Kind::Test.as_str().to_owned(),
        timestamp: tx.now().to_string(),
        data: ToldData { letter: None, signatory: None },
    };
    Ok(enqueue(tx, id, Kind::Test, &told, None, None)?)
}

/// Sends something once more, with the id that it had: whoever got it knows it again.
pub(super) fn send_again(
    tx: &mut Tx<'_>,
    person: PersonId,
    id: WebhookId,
    delivery: WebhookDeliveryId,
) -> Result<(), WebhookError> {
    tx.hold("webhooks")?;
    find_own(tx, person, id)?.ok_or(WebhookError::NotTheirs)?;
    let now = tx.now();
    let again = on!(tx, c => diesel::update(deliveries::table.find(delivery).filter(deliveries::webhook_id.eq(id)))
        .set((
            deliveries::attempts.eq(0),
            deliveries::next_attempt_at.eq(now),
            deliveries::delivered_at.eq(None::<Moment>),
            deliveries::given_up_at.eq(None::<Moment>),
        ))
        .execute(c))?;
    if again == 0 {
        return Err(WebhookError::NotTheirs);
    }
    tx.tell(News::Webhooks);
    Ok(())
}

/// What was sent to a webhook lately, the latest first.
pub(super) fn log_of(tx: &mut Tx<'_>, webhook: WebhookId) -> Result<Vec<Delivery>, Fault> {
    Ok(on!(tx, c => deliveries::table
        .filter(deliveries::webhook_id.eq(webhook))
        .order(deliveries::id.desc())
        .limit(SHOWN)
        .select(Delivery::as_select())
        .load(c))?)
}

/// A message that a worker has taken.
pub(super) struct Outgoing {
    pub id: WebhookDeliveryId,
    pub webhook: Webhook,
    pub kind: Kind,
    pub attempts: i32,
    pub body: String,
}

type Due = (WebhookDeliveryId, Kind, i32, String, Option<LetterId>, Option<SignatureId>, Webhook);

/// Takes up to `most` messages that are due, so that no other worker takes them meanwhile.
pub(super) fn claim_due(tx: &mut Tx<'_>, most: i64) -> Result<Vec<Outgoing>, Fault> {
    tx.hold("webhooks")?;
    let now = tx.now();
    let due: Vec<Due> = on!(tx, c => deliveries::table
        .inner_join(webhooks::table)
        .filter(deliveries::delivered_at.is_null().and(deliveries::given_up_at.is_null()))
        .filter(deliveries::next_attempt_at.le(now).and(webhooks::off_since.is_null()))
        .order((deliveries::next_attempt_at, deliveries::id))
        .limit(most)
        .select((
            deliveries::id,
            deliveries::kind,
            deliveries::attempts,
            deliveries::body,
            deliveries::letter_id,
            deliveries::signature_id,
            Webhook::as_select(),
        ))
        .load(c))?;
    let mut taken = Vec::new();
    for (id, kind, attempts, body, letter, signature, webhook) in due {
        // What they might hear when it happened they may not have to hear any more.
        if !may_hear(tx, &webhook)? {
            switch_off(tx, webhook.id, OffBecause::MakerLeft)?;
            continue;
        }
        if let Some(letter) = letter.filter(|_| webhook.organization_id.is_some())
            && letters::find_public_by_id(tx, letter)?.is_none()
        {
            give_up(tx, id, Some(Trouble::LetterNotPublic))?;
            continue;
        }
        let body = without_withheld_name(tx, body, signature)?;
        on!(tx, c => diesel::update(deliveries::table.find(id))
            .set((
                deliveries::body.eq(sealed(&body)),
                deliveries::attempts.eq(attempts + 1),
                deliveries::last_attempt_at.eq(now),
                // What came of the attempt before says nothing of this one, which is under way.
                deliveries::last_answer.eq(None::<i32>),
                deliveries::last_trouble.eq(None::<Trouble>),
                deliveries::next_attempt_at.eq(now.plus_seconds(CLAIM_SECONDS)),
            ))
            .execute(c))?;
        taken.push(Outgoing { id, webhook, kind, attempts: attempts + 1, body });
    }
    Ok(taken)
}

/// The words of a message, without a name that is withheld since they were written.
fn without_withheld_name(
    tx: &mut Tx<'_>,
    body: String,
    signature: Option<SignatureId>,
) -> Result<String, Fault> {
    let Some(signature) = signature else { return Ok(body) };
    let shown: i64 = on!(tx, c => signatures::table
        .find(signature)
        .filter(signatures::withheld_at.is_null())
        .count()
        .get_result(c))?;
    if shown > 0 {
        return Ok(body);
    }
    let mut told: Told = serde_json::from_str(&body)?;
    told.data.signatory = None;
    Ok(serde_json::to_string(&told)?)
}

fn give_up(tx: &mut Tx<'_>, id: WebhookDeliveryId, trouble: Option<Trouble>) -> Result<(), Fault> {
    let now = tx.now();
    on!(tx, c => diesel::update(deliveries::table.find(id))
        .set((deliveries::given_up_at.eq(now), deliveries::last_trouble.eq(trouble)))
        .execute(c))?;
    Ok(())
}

/// Writes down what came of an attempt: it was taken; it is tried again after a pause; or it is given up,
/// and with it the webhook, whose maker gets a mail.
pub(super) fn settle(
    tx: &mut Tx<'_>,
    sent: &Outgoing,
    outcome: Outcome,
    address: &dyn Fn(&str) -> String,
) -> Result<(), Fault> {
    let now = tx.now();
    let (answer, trouble) = match outcome {
        Outcome::Answered(status) if (200..300).contains(&status) => (Some(i32::from(status)), None),
        Outcome::Answered(status) => (Some(i32::from(status)), Some(Trouble::Refused)),
        Outcome::Trouble(trouble) => (None, Some(trouble)),
    };
    let gone = answer == Some(410);
    let over = gone || sent.attempts >= ATTEMPTS || sent.kind == Kind::Test;
    let pause = pause_after(sent.attempts);
    on!(tx, c => diesel::update(deliveries::table.find(sent.id))
        .set((
            deliveries::last_answer.eq(answer),
            deliveries::last_trouble.eq(trouble),
            deliveries::delivered_at.eq(trouble.is_none().then_some(now)),
            deliveries::given_up_at.eq(trouble.filter(|_| over).map(|_| now)),
            deliveries::next_attempt_at.eq(now.plus_seconds(pause + rand::rng().random_range(0..=pause / 4))),
        ))
        .execute(c))?;
    if trouble.is_none() || !over || (sent.kind == Kind::Test && !gone) {
        return Ok(());
    }
    let because = if gone { OffBecause::Gone } else { OffBecause::GivenUp };
    if switch_off(tx, sent.webhook.id, because)?
        && let Some(person) = find_person(tx, sent.webhook.made_by)?
    {
        let link = address(&format!("/webhooks/{}", sent.webhook.id));
        mail::enqueue(tx, &mails::switched_off(&person, &sent.webhook, because, link))?;
    }
    Ok(())
}

/// Seconds to wait after so many attempts: ten, then four times as long each time, at most half a day. (Up
/// to a quarter more is added by chance, so that what failed together does not come back together.)
fn pause_after(attempts: i32) -> i64 {
    let quadrupled = 10_i64.saturating_mul(4_i64.saturating_pow(u32::try_from(attempts - 1).unwrap_or(0)));
    quadrupled.min(43_200)
}

/// Deletes what was sent a month ago.
///
/// # Errors
/// A fault of the database.
pub fn forget_deliveries(tx: &mut Tx<'_>) -> Result<(), Fault> {
    let before = tx.now().plus_seconds(-KEPT_SECONDS);
    on!(tx, c => diesel::delete(deliveries::table.filter(deliveries::created_at.le(before))).execute(c))?;
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_pauses_grow_and_add_up_to_three_days() {
        assert_eq!((pause_after(1), pause_after(2), pause_after(7)), (10, 40, 40_960));
        assert_eq!((pause_after(8), pause_after(1000)), (43_200, 43_200));
        let hours = (1..ATTEMPTS).map(pause_after).sum::<i64>() / 3600;
        assert!((70..80).contains(&hours), "{hours}");
    }
}
