//! What happens by itself: letters are published and closed at their moment, and what is over is
//! forgotten.

use std::sync::Arc;
use std::time::Duration;

use tokio::sync::watch;
use tokio::task::JoinHandle;

use crate::config::Config;
use crate::db::{Db, Moment};
use crate::error::Fault;
use crate::invitations::Letterhead;
use crate::reading::Shelf;
use crate::web::limits::Limits;
use crate::web::sparing;
use crate::{imports, invitations, letters, mail, organizations, people, rights, signatures, webhooks};

/// The finest step of a moment that somebody named is a second.
const STEP: Duration = Duration::from_secs(1);
/// Every how many steps what is over is forgotten: once an hour.
const FORGET_EVERY: u32 = 3600;
/// How often it is looked, by the site's own clock, whether contacts are to be erased. The promise names
/// a day.
const ERASE_EVERY_SECONDS: i64 = 3600;
/// So many letters in one go, each in a transaction of its own, so that nobody waits for all of them.
const ERASED_AT_ONCE: usize = 20;

/// Starts; ends when `stop` turns true.
pub fn start(
    db: Db,
    config: Config,
    shelf: Arc<Shelf>,
    limits: Arc<Limits>,
    mut stop: watch::Receiver<bool>,
) -> JoinHandle<()> {
    tokio::spawn(async move {
        let mut step = 0_u32;
        let mut erased_at = None;
        loop {
            tokio::select! {
                () = tokio::time::sleep(STEP) => {}
                _ = stop.changed() => return,
            }
            sparing::say_what_was_left_out();
            // While the database is away, whether it is back is asked once for all of them.
            if db.is_away() && db.ping().await.is_err() {
                continue;
            }
            if let Err(fault) = publish_due(&db, &config).await {
                tracing::error!(%fault, "letters could not be published at their moment");
            }
            if let Err(fault) = answer_for_the_silent(&db, &config).await {
                tracing::error!(%fault, "what silence means could not be applied at its moment");
            }
            if let Err(fault) = list_the_risen(&db, &config).await {
                tracing::error!(%fault, "signatures that need not wait any more could not be listed");
            }
            if let Err(fault) = show_anew(&db, false).await {
                tracing::error!(%fault, "letters could not show organizations as they are");
            }
            if let Err(fault) = change_addresses(&db).await {
                tracing::error!(%fault, "addresses of accounts could not be changed at their moment");
            }
            if let Err(fault) = remind(&db, &config).await {
                tracing::error!(%fault, "reminders could not be sent");
            }
            shelf.turn_pages().await;
            if erased_at.is_none_or(|at: Moment| at.plus_seconds(ERASE_EVERY_SECONDS) <= db.now()) {
                erased_at = Some(db.now());
                if let Err(fault) = erase_contacts(&db, &config).await {
                    tracing::error!(%fault, "contacts of closed letters could not be erased");
                }
            }
            if step.is_multiple_of(FORGET_EVERY) {
                limits.forget_the_quiet(db.now());
                if let Err(fault) = forget_what_is_over(&db, &config).await {
                    tracing::error!(%fault, "what is over could not be forgotten");
                }
            }
            step = step.wrapping_add(1);
        }
    })
}

/// Letters whose moment has come are public; those invited to one that was a draft hear of it.
async fn publish_due(db: &Db, config: &Config) -> Result<(), Fault> {
    if db.read(letters::is_any_due).await? {
        let config = config.clone();
        db.write(move |tx| {
            for letter in letters::publish_due(tx)? {
                let title = signatures::title_in_mail(tx, &letter)?;
                let head = Letterhead { title, address: &|path| config.address(path) };
                invitations::tell_opened(tx, &letter, &head)?;
            }
            Ok::<_, Fault>(())
        })
        .await?;
    }
    Ok(())
}

/// Signatories that did not answer to a substantive revision stay or leave, as was said beforehand.
async fn answer_for_the_silent(db: &Db, config: &Config) -> Result<(), Fault> {
    if db.read(signatures::is_anyone_silent).await? {
        let config = config.clone();
        db.write(move |tx| signatures::answer_for_the_silent(tx, &|path| config.address(path))).await?;
    }
    Ok(())
}

/// Signatures that waited for a coordinator, of organizations that have come to be verified as their
/// letter asks, are listed.
async fn list_the_risen(db: &Db, config: &Config) -> Result<(), Fault> {
    if db.read(signatures::has_anyone_risen).await? {
        let config = config.clone();
        db.write(move |tx| signatures::list_the_risen(tx, &|path| config.address(path))).await?;
    }
    Ok(())
}

/// What closed letters needed of people is erased when its time has come, or is announced to be.
async fn erase_contacts(db: &Db, config: &Config) -> Result<(), Fault> {
    let months = config.accounts.retention_months;
    if !db.read(move |tx| rights::is_any_contact_due(tx, months)).await? {
        return Ok(());
    }
    for _ in 0..ERASED_AT_ONCE {
        let config = config.clone();
        let erased = db.write::<_, Fault, _>(move |tx| {
            rights::erase_due_contacts(tx, months, &|path| config.address(path))
        });
        if !erased.await? {
            break;
        }
    }
    Ok(())
}

/// Whoever changed an organization and ended before its letters showed it left them to others.
///
/// # Errors
/// A fault of the database.
pub async fn show_anew(db: &Db, at_start: bool) -> Result<(), Fault> {
    for organization in db.read(move |tx| organizations::renewals_left(tx, at_start)).await? {
        db.write(move |tx| signatures::show_anew(tx, organization)).await?;
    }
    Ok(())
}

/// Accounts get their new address to which the old mailbox has said nothing for a week.
async fn change_addresses(db: &Db) -> Result<(), Fault> {
    if db.read(people::is_any_address_due).await? {
        db.write(people::change_due_addresses).await?;
    }
    Ok(())
}

/// Those who were invited to sign and have not answered are reminded before the deadline.
async fn remind(db: &Db, config: &Config) -> Result<(), Fault> {
    if db.read(invitations::is_any_reminder_due).await? {
        let config = config.clone();
        db.write(move |tx| {
            invitations::remind_due(tx, signatures::title_in_mail, &|path| config.address(path))
        })
        .await?;
    }
    Ok(())
}

/// Sessions and links that are over, registrations and invitations that nobody answered, mail that was sent: each
/// row of these holds somebody's address, and none is needed.
async fn forget_what_is_over(db: &Db, config: &Config) -> Result<(), Fault> {
    let limits = people::SessionLimits::of(&config.accounts);
    db.write(move |tx| {
        tx.hold("what is over")?; // two nodes that delete the same rows in different orders wait in a circle
        people::forget_what_is_over(tx, &limits)?;
        organizations::forget_registrations(tx)?;
        organizations::forget_member_invitations(tx)?;
        organizations::forget_wanted_addresses(tx)?;
        organizations::forget_offers(tx)?;
        organizations::forget_tokens(tx)?;
        webhooks::forget_deliveries(tx)?;
        letters::forget_coordinator_invitations(tx)?;
        signatures::forget_signature_links(tx)?;
        imports::forget_old(tx)?;
        mail::forget_sent(tx)
    })
    .await
}
