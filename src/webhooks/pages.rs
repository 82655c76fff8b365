//! The webhooks of a letter or an organization, and one of them with what was sent.

use maud::{Markup, html};

use super::model::{About, Kind, OffBecause, Trouble, Webhook};
use super::sending::Delivery;
use crate::db::Moment;
use crate::letters::{Place, coordinating_nav};
use crate::text::complaints::Complaints;
use crate::text::dates;
use crate::text::language::language_of_name;
use crate::text::speaking;
use crate::text::words::say;
use crate::web::form::{Field, summary};
use crate::web::phrase::phrase;

/// What is in the form.
pub(super) struct Typed<'a> {
    pub url: &'a str,
    pub kinds: &'a [Kind],
}

fn heard(kind: Kind) -> String {
    match kind {
        Kind::Signed => say!("webhooks-kind-signed"),
        Kind::Withdrew => say!("webhooks-kind-withdrew"),
        Kind::Revised => say!("webhooks-kind-revised"),
        Kind::Published => say!("webhooks-kind-published"),
        Kind::Closed => say!("webhooks-kind-closed"),
        Kind::Delivered => say!("webhooks-kind-delivered"),
        Kind::Test => say!("webhooks-kind-test"),
    }
}

/// The name that the form has for it.
fn field(kind: Kind) -> &'static str {
    let word = kind.as_str();
    word.split_once('.').map_or(word, |(_, word)| word)
}

fn in_words(at: Moment) -> String {
    dates::time_in_words(at.to_timestamp(), "UTC", &speaking::current().language())
}

fn head(about: &About) -> Markup {
    match about {
        About::Letter(letter) => coordinating_nav(letter, Place::Webhooks),
        About::Organization(organization) => html! {
            p.lead { a href={ "/organizations/" (organization.slug) } {
                bdi lang=(language_of_name(&organization.name)) { (organization.name) }
            } }
        },
    }
}

/// All of them, and the form for another.
pub(super) fn list(about: &About, all: &[Webhook], typed: &Typed<'_>, complaints: &Complaints) -> Markup {
    html! {
        h1 { (say!("webhooks-title")) }
        (head(about))
        (summary(complaints))
        p { (match about {
            About::Letter(_) => say!("webhooks-about-letter"),
            About::Organization(_) => say!("webhooks-about-organization"),
        }) }
        p { (phrase!("webhooks-how", here = html! { a href="/api#webhooks" { (say!("webhooks-how-here")) } })) }
        @if !all.is_empty() {
            section aria-labelledby="webhooks" {
                h2 id="webhooks" { (say!("webhooks-yours")) }
                ul.rows { @for webhook in all { li { div {
                    h3 { a href={ "/webhooks/" (webhook.id) } { bdi dir="ltr" { (webhook.host()) } } }
                    p.about { (standing(webhook)) }
                } } } }
            }
        }
        section aria-labelledby="another" {
            h2 id="another" { (say!("webhooks-add")) }
            form method="post" action=(about.path()) novalidate {
                (Field::line("url", &say!("webhooks-url"), typed.url).kind("url").hint(&say!("webhooks-url-hint")).show(complaints))
                fieldset id="kinds" {
                    legend { (say!("webhooks-kinds")) }
                    @if let Some(wrong) = complaints.at("kinds") { span.error { (wrong) } }
                    @for kind in Kind::CHOICES {
                        label.choice {
                            input type="checkbox" name=(field(kind)) value="yes" checked[typed.kinds.contains(&kind)];
                            " " span { (heard(kind)) " " code dir="ltr" { (kind.as_str()) } }
                        }
                    }
                }
                div.actions { button { (say!("webhooks-add-button")) } }
            }
        }
    }
}

fn standing(webhook: &Webhook) -> String {
    let Some(since) = webhook.off_since else { return say!("webhooks-on") };
    let when = in_words(since);
    match webhook.off_because {
        Some(OffBecause::GivenUp) => say!("webhooks-off-given-up", when = when),
        Some(OffBecause::Gone) => say!("webhooks-off-gone", when = when),
        Some(OffBecause::MakerLeft) => say!("webhooks-off-maker-left", when = when),
        Some(OffBecause::Asked) | None => say!("webhooks-off-asked", when = when),
    }
}

/// One of them; `secret` is what was made this moment.
pub(super) fn one(
    webhook: &Webhook,
    about: &About,
    log: &[Delivery],
    secret: Option<&str>,
    note: Option<&str>,
    now: Moment,
) -> Markup {
    let base = format!("/webhooks/{}", webhook.id);
    let kinds: Vec<Kind> = webhook.kinds().collect();
    html! {
        h1 { (say!("webhooks-one")) }
        (head(about))
        @if let Some(note) = note { p.note role="status" { (note) } }
        @if let Some(secret) = secret {
            section.note aria-labelledby="secret" {
                h2 id="secret" { (say!("webhooks-secret")) }
                p { (say!("webhooks-secret-once")) }
                p { code.link dir="ltr" { (secret) } }
            }
        }
        p { code.link dir="ltr" { (webhook.url) } }
        p { (standing(webhook)) }
        ul { @for kind in &kinds { li { (heard(*kind)) } } }
        @if webhook.secrets(now).len() > 1 { p.meta { (say!("webhooks-two-secrets")) } }
        div.actions {
            form method="post" action={ (base) "/test" } { button { (say!("webhooks-test")) } }
            form method="post" action={ (base) "/secret" } { button.quiet { (say!("webhooks-renew")) } }
            @if webhook.off_since.is_some() {
                form method="post" action={ (base) "/on" } { button.quiet { (say!("webhooks-turn-on")) } }
            } @else {
                form method="post" action={ (base) "/off" } { button.quiet { (say!("webhooks-turn-off")) } }
            }
            form method="post" action={ (base) "/removal" } { button.quiet { (say!("webhooks-remove")) } }
        }
        section aria-labelledby="log" {
            h2 id="log" { (say!("webhooks-log")) }
            @if log.is_empty() { p.empty { (say!("webhooks-log-empty")) } }
            ul.rows { @for delivery in log { (row(&base, delivery, webhook.off_since.is_none())) } }
        }
        p { a href=(about.path()) { (say!("webhooks-all")) } }
    }
}

fn row(base: &str, delivery: &Delivery, on: bool) -> Markup {
    html! {
        li {
            div {
                h3 { code dir="ltr" { (delivery.kind.as_str()) } }
                p.about {
                    (in_words(delivery.created_at)) br;
                    (became_of(delivery))
                    @if let Some(trouble) = delivery.last_trouble { " " (trouble_in_words(trouble, delivery.last_answer)) }
                }
                p.meta { code dir="ltr" { "msg_" (delivery.id) } }
            }
            @if on && (delivery.delivered_at.is_some() || delivery.given_up_at.is_some()) {
                form method="post" action={ (base) "/deliveries/" (delivery.id) "/again" } {
                    button.quiet aria-label=(say!("webhooks-again-this", id = delivery.id.to_string())) { (say!("webhooks-again")) }
                }
            }
        }
    }
}

fn became_of(delivery: &Delivery) -> String {
    match (delivery.delivered_at, delivery.given_up_at) {
        (Some(at), _) => say!(
            "webhooks-delivered",
            when = in_words(at),
            status = delivery.last_answer.map(|status| status.to_string()).unwrap_or_default()
        ),
        (None, Some(at)) => say!("webhooks-given-up", when = in_words(at)),
        (None, None) if delivery.attempts == 0 => say!("webhooks-waiting"),
        (None, None) => {
            say!("webhooks-tried", count = delivery.attempts, when = in_words(delivery.next_attempt_at))
        }
    }
}

fn trouble_in_words(trouble: Trouble, answer: Option<i32>) -> String {
    match trouble {
        Trouble::Refused => {
            say!(
                "webhooks-trouble-refused",
                status = answer.map(|status| status.to_string()).unwrap_or_default()
            )
        }
        Trouble::TooSlow => say!("webhooks-trouble-too-slow"),
        Trouble::NoSuchName => say!("webhooks-trouble-no-such-name"),
        Trouble::NotPublic => say!("webhooks-trouble-not-public"),
        Trouble::NotTrusted => say!("webhooks-trouble-not-trusted"),
        Trouble::Unreachable => say!("webhooks-trouble-unreachable"),
        Trouble::LetterNotPublic => say!("webhooks-trouble-letter-not-public"),
    }
}
