//! What somebody sees who opens their personal link.

pub(super) mod board;

use maud::{Markup, html};

use super::model::{Invitation, Stage};
use crate::letters::{Letter, LetterText, Level, NO_COUNT, Standing, article, retraction_note, zoned};
use crate::text::complaints::Complaints;
use crate::text::language::{Language, language_of_name};
use crate::text::speaking;
use crate::text::words::say;
use crate::web::form::{Field, summary, textarea};
use crate::web::phrase::phrase;

/// The page of a personal link.
pub(super) struct Guest<'a> {
    pub token: &'a str,
    pub invitation: &'a Invitation,
    pub letter: &'a Letter,
    pub text: &'a LetterText,
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

pub(super) fn guest(guest: &Guest<'_>) -> Markup {
    let letter = guest.letter;
    let count = shown_count(guest.text, guest.count);
    html! {
        div.invitation data-opening={ (guest.base()) "/opening" } {
            (introduction(guest))
            (retraction_note(letter, speaking::current()))
            (article(guest.text, &count, Level::Page, &html! {}))
            @if !letter.is_public() && guest.standing != Standing::Draft {
                p.meta { (say!("invitations-signed-so-far", count = guest.count)) }
            }
            (answers(guest))
            p.meta.retention { (guest.retention) " " a href="/privacy" { (say!("invitations-what-is-kept")) } }
        }
    }
}

fn introduction(guest: &Guest<'_>) -> Markup {
    let letter = guest.letter;
    let from = match guest.from {
        Some(name) => html! { bdi { (name) } },
        None => html! { (say!("invitations-a-coordinator")) },
    };
    let whom = match guest.invitation.organization_name.as_str() {
        "" => html! { (say!("invitations-your-organization")) },
        name => html! { bdi lang=(language_of_name(name)) { (name) } },
    };
    let draft = guest.standing == Standing::Draft;
    html! {
        section.note aria-label=(say!("invitations-yours")) {
            p {
                @if draft { (phrase!("invitations-invites-draft", from = from, whom = whom)) }
                @else { (phrase!("invitations-invites", from = from, whom = whom)) }
            }
            @if guest.invitation.signature_id.is_some() && guest.invitation.is_unanswered() {
                p { (say!("invitations-is-listed")) }
            }
            @if letter.is_public() {
                p { (say!("invitations-is-public")) }
            } @else {
                p {
                    strong { (say!("invitations-confidential")) }
                    @if let Some(at) = letter.publish_at { " " (phrase!("invitations-published-on", time = zoned(at, letter.deadline_zone.as_deref()))) }
                    " " (say!("invitations-no-account"))
                }
            }
            @if let (true, Some(at)) = (draft, letter.red_lines_by) {
                p { (phrase!("invitations-red-lines", time = zoned(at, letter.red_lines_zone.as_deref()))) }
            }
            @match guest.standing {
                Standing::Open { until: Some(until) } => p { (phrase!("invitations-open-until", time = zoned(until, letter.deadline_zone.as_deref()))) },
                Standing::Open { until: None } => p { (say!("invitations-open")) },
                Standing::Closed { since } => p { (phrase!("invitations-closed-on", time = zoned(since, letter.deadline_zone.as_deref()))) },
                Standing::Draft => @if let Some(at) = letter.deadline {
                    p { (phrase!("invitations-later-until", time = zoned(at, letter.deadline_zone.as_deref()))) }
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
            h2 id="answer" { (say!("invitations-answer")) }
            @match (stage, guest.standing) {
                (Stage::Signed, _) => {
                    p.note { (phrase!("invitations-has-signed", see = html! { a href={ "/letters/" (guest.letter.slug) "/sign" } { (say!("invitations-see-signature")) } })) }
                }
                (_, Standing::Closed { .. }) => p.empty { (say!("invitations-closed")) },
                (_, Standing::Draft) => {
                    p { (say!("invitations-is-draft")) }
                    div.actions {
                        a.button href={ (base) "/comments" } { (say!("invitations-comment")) }
                        (decline_link(&base, stage, guest.invitation.signature_id.is_some()))
                    }
                }
                (_, Standing::Open { .. }) => {
                    form method="post" action={ (base) "/acceptance" } {
                        button.large { (say!("invitations-sign")) }
                    }
                    p.meta { (say!("invitations-next")) }
                    p.actions { (decline_link(&base, stage, guest.invitation.signature_id.is_some())) }
                }
            }
        }
    }
}

fn decline_link(base: &str, stage: Stage, listed: bool) -> Markup {
    html! {
        @if stage == Stage::Declined { span.meta { (say!("invitations-you-declined")) } }
        @else { a href={ (base) "/decline" } { @if listed { (say!("invitations-decline-listed")) } @else { (say!("invitations-decline-mails")) } } }
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
                h1 { (say!("invitations-declined")) }
                p.lead { bdi { (title) } }
                p { (say!("invitations-declined-text")) }
                p.actions { a href=(base) { (say!("invitations-changed-mind")) } }
            }
            Stage::Signed => {
                h1 { (say!("invitations-signed")) }
                p.lead { bdi { (title) } }
                p { (say!("invitations-signed-text")) }
                p.actions { a href=(base) { (say!("invitations-back")) } }
            }
            _ => {
                h1 { (say!("invitations-decline")) }
                p.lead { bdi { (title) } }
                @if invitation.signature_id.is_some() { p { (say!("invitations-decline-listed-text")) } }
                p { (say!("invitations-decline-text")) }
                (summary(complaints))
                form method="post" action={ (base) "/decline" } novalidate {
                    (textarea(&Field::line("reason", &say!("invitations-why"), reason).optional()
                        .hint(&say!("invitations-why-hint")), 4, complaints))
                    div.actions { button { (say!("invitations-decline")) } a href=(base) { (say!("invitations-back")) } }
                }
            }
        }
    }
}
