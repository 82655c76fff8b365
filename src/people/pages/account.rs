//! One's own account, and another password or address for it.

use maud::{Markup, html};

use super::proof_fields;
use crate::db::Moment;
use crate::ids::SessionId;
use crate::people::Person;
use crate::people::email_changes::{Answered, EmailChange, Mailbox, WAITING_DAYS};
use crate::people::second_factor::Standing;
use crate::people::sessions::Session;
use crate::people::visitor::ANOTHER_PROGRAM;
use crate::text::complaints::Complaints;
use crate::text::dates;
use crate::text::speaking;
use crate::text::words::{SPOKEN, Words, say};
use crate::web::form::{Field, select, summary};
use crate::web::phrase::phrase;

/// What the page of an account shows.
pub(in crate::people) struct Account<'a> {
    pub person: &'a Person,
    /// Name and title, as they stand or as they were typed.
    pub typed: (&'a str, &'a str),
    /// The session in which it is looked at.
    pub own: SessionId,
    pub sessions: &'a [Session],
    pub second_factor: &'a Standing,
    pub change: Option<&'a EmailChange>,
    pub note: Option<&'a str>,
    pub complaints: &'a Complaints,
}

fn moment(at: Moment) -> Markup {
    html! { time datetime=(at) { (dates::time_in_words(at.to_timestamp(), "UTC", &speaking::current().language())) } }
}

/// What kind of browser it is. What no browser is known by is kept in English.
pub(in crate::people) fn device_in_words(device: &str) -> String {
    if device == ANOTHER_PROGRAM { say!("people-another-program") } else { device.to_owned() }
}

/// One's own account.
pub(in crate::people) fn account(page: &Account<'_>) -> Markup {
    let person = page.person;
    html! {
        h1 { (say!("people-account")) }
        @if let Some(note) = page.note { p.note role="status" { (note) } }
        (summary(page.complaints))
        form method="post" action="/account" novalidate {
            (Field::line("person_name", &say!("people-your-name"), page.typed.0).fills("name").show(page.complaints))
            (Field::line("person_title", &say!("people-title"), page.typed.1).fills("organization-title").optional().show(page.complaints))
            div.actions { button.quiet { (say!("people-save")) } }
        }
        form method="post" action="/account/language" {
            (select(
                &Field::line("language", &say!("people-language"), page.person.words().tag()).hint(&say!("people-language-hint")),
                &spoken_by_name(),
                page.complaints,
            ))
            div.actions { button.quiet { (say!("people-language-save")) } }
        }
        section aria-labelledby="signing-in" {
            h2 id="signing-in" { (say!("people-signing-in")) }
            ul.rows {
                li { div { h3 { (say!("people-address")) } p.about { bdi dir="ltr" { (person.email) } } @if let Some(change) = page.change { (waiting(change)) } }
                    a.button.quiet href="/account/email" { (say!("people-change")) } }
                li { div { h3 { (say!("people-password")) } p.about { (say!("people-changing-signs-out")) } }
                    a.button.quiet href="/account/password" { (say!("people-change")) } }
                li { div { h3 { (say!("people-second-factor")) } p.about { (second_factor_in_words(page.second_factor)) } }
                    a.button.quiet href="/account/second-factor" { @if matches!(page.second_factor, Standing::Off) { (say!("people-set-up")) } @else { (say!("people-look")) } } }
            }
        }
        section aria-labelledby="sessions" {
            h2 id="sessions" { (say!("people-where-signed-in")) }
            ul.rows {
                @for session in page.sessions {
                    @let device = device_in_words(&session.device);
                    li {
                        div {
                            h3 { (device) @if session.id == page.own { " " span.meta { (say!("people-this-browser")) } } }
                            p.about { (phrase!("people-since", time = moment(session.created_at))) }
                        }
                        form method="post" action={ "/account/sessions/" (session.id) "/end" } {
                            button.quiet aria-label=(say!("people-sign-out-device", device = device)) { (say!("people-sign-out")) }
                        }
                    }
                }
            }
            form.actions method="post" action="/account/sessions/end" { button.quiet { (say!("people-sign-out-everywhere")) } }
        }
        section aria-labelledby="data" {
            h2 id="data" { (say!("people-kept-about-you")) }
            p { (phrase!("people-kept-yours", privacy = html! { a href="/privacy" { (say!("people-kept-what")) } })) }
            p.actions { a.button.quiet href="/account/data" { (say!("people-download-everything")) } " " a href="/account/deletion" { (say!("people-delete-account")) } }
        }
        form.actions method="post" action="/sign-out" { button.quiet { (say!("people-sign-out-here")) } }
    }
}

/// The languages of the interface, each by its own name.
fn spoken_by_name() -> Vec<(&'static str, &'static str)> {
    SPOKEN
        .iter()
        .filter_map(|tag| Words::spoken(tag))
        .map(|words| (words.tag(), words.language().own_name()))
        .collect()
}

fn second_factor_in_words(standing: &Standing) -> Markup {
    html! {
        @match standing {
            Standing::Off => (say!("people-factor-off")),
            Standing::Waiting(_) => (say!("people-factor-waits")),
            Standing::On { since, codes_left } => {
                (phrase!("people-factor-on", time = moment(*since), codes = html! { (codes_in_words(*codes_left)) }))
            },
        }
    }
}

pub(super) fn codes_in_words(left: i64) -> String {
    if left == 0 { say!("people-no-codes-left") } else { say!("people-codes-left", count = left) }
}

/// An address runs from left to right in a line of any direction.
fn address(email: &str) -> Markup {
    html! { bdi dir="ltr" { (email) } }
}

fn waiting(change: &EmailChange) -> Markup {
    html! {
        p.about {
            (phrase!("people-address-becomes", email = address(&change.new_email))) " "
            @if change.new_confirmed_at.is_none() { (say!("people-address-new-confirms")) " " }
            @if change.old_confirmed_at.is_none() {
                (phrase!("people-address-old-asked", time = moment(change.takes_effect_at)))
            }
        }
        form method="post" action="/account/email/cancellation" { button.quiet { (say!("people-keep-address")) } }
    }
}

/// Another password.
pub(in crate::people) fn password(person: &Person, coded: bool, complaints: &Complaints) -> Markup {
    html! {
        h1 { (say!("people-change-password")) }
        (summary(complaints))
        form method="post" action="/account/password" novalidate {
            (proof_fields(person, coded, complaints))
            (Field::line("new_password", &say!("people-new-password"), "").kind("password").fills("new-password")
                .hint(&say!("people-password-hint")).show(complaints))
            div.actions { button { (say!("people-change-it")) } a href="/password/forgot" { (say!("people-forgot-mine")) } " " a href="/account" { (say!("people-leave-it")) } }
        }
    }
}

/// Another address.
pub(in crate::people) fn email(
    person: &Person,
    typed: &str,
    coded: bool,
    change: Option<&EmailChange>,
    complaints: &Complaints,
) -> Markup {
    html! {
        h1 { (say!("people-change-address")) }
        p { (phrase!("people-account-has", email = html! { strong { (address(&person.email)) } })) }
        p { (say!("people-both-mailboxes", days = WAITING_DAYS)) }
        @if let Some(change) = change { p.note { (phrase!("people-change-waits", email = address(&change.new_email))) } }
        (summary(complaints))
        form method="post" action="/account/email" novalidate {
            (Field::line("email", &say!("people-new-address-field"), typed).kind("email").fills("email").show(complaints))
            (proof_fields(person, coded, complaints))
            div.actions { button { (say!("people-write-to-both")) } a href="/account" { (say!("people-leave-it")) } }
        }
    }
}

/// What a link in one of the two mailboxes is for.
pub(in crate::people) fn answer(
    token: &str,
    change: &EmailChange,
    mailbox: Mailbox,
    complaints: &Complaints,
) -> Markup {
    html! {
        h1 { (say!("people-new-address")) }
        @match mailbox {
            Mailbox::New => p { (phrase!("people-answer-new", email = address(&change.new_email))) },
            Mailbox::Old => {
                p { (phrase!("people-answer-old", email = address(&change.new_email))) }
                p { (phrase!("people-answer-silence", time = moment(change.takes_effect_at))) }
            },
        }
        (summary(complaints))
        form id="answer" method="post" action={ "/addresses/" (token) } {
            div.actions {
                button name="answer" value="confirm" { @if mailbox == Mailbox::New { (say!("people-my-address")) } @else { (say!("people-yes-change")) } }
                @if mailbox == Mailbox::Old { button.quiet name="answer" value="stop" { (say!("people-not-me")) } }
            }
        }
    }
}

/// After a button was pressed.
pub(in crate::people) fn answered(answered: Answered) -> Markup {
    html! {
        h1 { (say!("people-new-address")) }
        @match answered {
            Answered::Changed => {
                p { (say!("people-answered-changed")) }
            },
            Answered::Waits { for_new: true, .. } => {
                p { (say!("people-answered-waits-new")) }
            },
            Answered::Waits { for_new: false, until } => {
                p { (phrase!("people-answered-waits-old", time = moment(until))) }
            },
        }
        p.actions { a.button.quiet href="/account" { (say!("people-account")) } }
    }
}
