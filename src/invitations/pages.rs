//! What somebody sees who opens their personal link.

pub(super) mod board;

use maud::{Markup, html};

use super::model::{Invitation, Stage};
use crate::letters::{
    Letter, LetterText, Level, NO_COUNT, Revision, Standing, Translation, article, article_to_sign,
    retraction_note,
};
use crate::text::complaints::Complaints;
use crate::text::dates;
use crate::text::language::Language;
use crate::text::speaking;
use crate::text::words::Words;
use crate::web::form::{Field, summary, textarea};

/// The page of a personal link.
pub(super) struct Guest<'a> {
    pub token: &'a str,
    pub invitation: &'a Invitation,
    pub letter: &'a Letter,
    pub text: &'a LetterText,
    /// What is signed, once the letter is opened, and the translation in which the visitor reads it.
    pub signed: Option<(&'a Revision, Option<&'a Translation>)>,
    pub count: usize,
    /// Who invited.
    pub from: Option<&'a str>,
    /// How long the contacts are kept.
    pub retention: &'a str,
    pub standing: Standing,
}

impl Guest<'_> {
    fn base(&self) -> String {
        format!("/invitations/{}", self.token)
    }
}

/// The count as the text says it to somebody who is invited: an ellipsis while nobody has signed.
pub(super) fn shown_count(text: &LetterText, count: usize) -> String {
    if count == 0 { NO_COUNT.to_owned() } else { Language::of_row(&text.language).number(count) }
}

/// A time in the zone it was named in; a script adds what it is in the reader's own.
fn time(at: crate::db::Moment, zone: Option<&str>) -> Markup {
    html! {
        time data-local datetime=(at) { (dates::time_in_words(at.to_timestamp(), zone.unwrap_or("UTC"), &Language::english())) }
    }
}

pub(super) fn guest(guest: &Guest<'_>) -> Markup {
    let letter = guest.letter;
    html! {
        div.invitation data-opening={ (guest.base()) "/opening" } {
            (introduction(guest))
            (retraction_note(letter, Words::of(&Language::english())))
            @match guest.signed {
                Some((revision, translation)) => (article_to_sign(revision, translation, Some(guest.count).filter(|count| *count > 0), &html! {}, speaking::current())),
                None => (article(guest.text, NO_COUNT, Level::Page, &html! {})),
            }
            @if !letter.is_public() && guest.standing != Standing::Draft {
                p.meta { (Words::of(&Language::english()).count("organizations", guest.count)) " signed so far. Their names are public once the letter is." }
            }
            (answers(guest))
            p.meta.retention { (guest.retention) " " a href="/privacy" { "What is kept of you" } }
        }
    }
}

fn introduction(guest: &Guest<'_>) -> Markup {
    let letter = guest.letter;
    let whom = Some(guest.invitation.organization_name.as_str()).filter(|name| !name.is_empty());
    let draft = guest.standing == Standing::Draft;
    html! {
        section.note aria-label="Your invitation" {
            p {
                @match guest.from { Some(name) => bdi { (name) }, None => "A coordinator" }
                " invites " @match whom { Some(name) => bdi { (name) }, None => "your organization" }
                @if draft { " to read and comment on this draft." } @else { " to sign this letter." }
            }
            @if guest.invitation.signature_id.is_some() && guest.invitation.is_unanswered() {
                p { "Your organization is on the list, because somebody said yes for it; until it signs here, the list says that it has not confirmed. If it does not sign, decline, and its name is taken off the list at once." }
            }
            @if letter.is_public() {
                p { "The letter is public." }
            } @else {
                p {
                    strong { "Please keep it confidential until it is published." }
                    @if let Some(at) = letter.publish_at { " That will be on " (time(at, letter.deadline_zone.as_deref())) "." }
                    " You need no account to read it."
                }
            }
            @if let (true, Some(at)) = (draft, letter.red_lines_by) {
                p { "Red lines by " (time(at, letter.red_lines_zone.as_deref())) ": please say by then what you could not sign." }
            }
            @match guest.standing {
                Standing::Open { until: Some(until) } => p { "Open for signatures until " (time(until, letter.deadline_zone.as_deref())) "." },
                Standing::Open { until: None } => p { "Open for signatures." },
                Standing::Closed { since } => p { "Signing closed on " (time(since, letter.deadline_zone.as_deref())) "." },
                Standing::Draft => @if let Some(at) = letter.deadline {
                    p { "It can be signed later, until " (time(at, letter.deadline_zone.as_deref())) "." }
                },
            }
        }
    }
}

fn answers(guest: &Guest<'_>) -> Markup {
    let base = guest.base();
    let stage = guest.invitation.stage();
    html! {
        section aria-labelledby="answer" {
            h2 id="answer" { "Your answer" }
            @match (stage, guest.standing) {
                (Stage::Signed, _) => {
                    p.note { "Your organization has signed this letter. " a href={ "/letters/" (guest.letter.slug) "/sign" } { "See or withdraw the signature" } }
                }
                (_, Standing::Closed { .. }) => p.empty { "This letter can no longer be signed." },
                (_, Standing::Draft) => {
                    p { "This is a draft. You get a mail when the text is final and can be signed." }
                    div.actions {
                        a.button href={ (base) "/comments" } { "Comment on the draft" }
                        (decline_link(&base, stage, guest.invitation.signature_id.is_some()))
                    }
                }
                (_, Standing::Open { .. }) => {
                    form method="post" action={ (base) "/acceptance" } {
                        button.large { "Sign for your organization" }
                    }
                    p.meta { "Next: sign in, or register your organization (two minutes and one mail). Nothing is signed before you say so at the end." }
                    p.actions { (decline_link(&base, stage, guest.invitation.signature_id.is_some())) }
                }
            }
        }
    }
}

fn decline_link(base: &str, stage: Stage, listed: bool) -> Markup {
    html! {
        @if stage == Stage::Declined { span.meta { "You declined; signing takes that back." } }
        @else { a href={ (base) "/decline" } { @if listed { "Decline, and take our name off the list" } @else { "Decline, and get no more mails about this letter" } } }
    }
}

/// Declining: one button. The reason is seen by the letter's coordinators only.
pub(super) fn decline(
    token: &str,
    invitation: &Invitation,
    title: &str,
    reason: &str,
    complaints: &Complaints,
) -> Markup {
    let base = format!("/invitations/{token}");
    html! {
        @match invitation.stage() {
            Stage::Declined => {
                h1 { "You have declined" }
                p.lead { bdi { (title) } }
                p { "The coordinators know. You get no more mails about this letter." }
                p.actions { a href=(base) { "Changed your mind? Read it again" } }
            }
            Stage::Signed => {
                h1 { "Your organization has signed" }
                p.lead { bdi { (title) } }
                p { "To take its name off this letter, sign in and withdraw the signature." }
                p.actions { a href=(base) { "Back to the letter" } }
            }
            _ => {
                h1 { "Decline" }
                p.lead { bdi { (title) } }
                @if invitation.signature_id.is_some() { p { "The name of your organization is taken off the list of signatories, on which a coordinator has put it." } }
                p { "You get no more mails about this letter. While it is open you can still change your mind and sign." }
                (summary(complaints))
                form method="post" action={ (base) "/decline" } novalidate {
                    (textarea(&Field::line("reason", "Why?", reason).optional()
                        .hint("Only the letter’s coordinators read this."), 4, complaints))
                    div.actions { button { "Decline" } a href=(base) { "Back to the letter" } }
                }
            }
        }
    }
}
