//! One's own account, and another password or address for it.

use maud::{Markup, html};

use super::proof_fields;
use crate::db::Moment;
use crate::ids::SessionId;
use crate::people::Person;
use crate::people::email_changes::{Answered, EmailChange, Mailbox, WAITING_DAYS};
use crate::people::second_factor::Standing;
use crate::people::sessions::Session;
use crate::text::complaints::Complaints;
use crate::text::dates;
use crate::text::language::Language;
use crate::text::words::{SPOKEN, Words, say};
use crate::web::form::{Field, select, summary};

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
    html! { time datetime=(at) { (dates::time_in_words(at.to_timestamp(), "UTC", &Language::english())) } }
}

/// One's own account.
pub(in crate::people) fn account(page: &Account<'_>) -> Markup {
    let person = page.person;
    html! {
        h1 { "Your account" }
        @if let Some(note) = page.note { p.note role="status" { (note) } }
        (summary(page.complaints))
        form method="post" action="/account" novalidate {
            (Field::line("person_name", "Your name", page.typed.0).fills("name").show(page.complaints))
            (Field::line("person_title", "Title", page.typed.1).fills("organization-title").optional().show(page.complaints))
            div.actions { button.quiet { "Save" } }
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
            h2 id="signing-in" { "Signing in" }
            ul.rows {
                li { div { h3 { "Address" } p.about { (person.email) } @if let Some(change) = page.change { (waiting(change)) } }
                    a.button.quiet href="/account/email" { "Change" } }
                li { div { h3 { "Password" } p.about { "Changing it signs out all other browsers." } }
                    a.button.quiet href="/account/password" { "Change" } }
                li { div { h3 { "Second factor" } p.about { (second_factor_in_words(page.second_factor)) } }
                    a.button.quiet href="/account/second-factor" { @if matches!(page.second_factor, Standing::Off) { "Set up" } @else { "Look" } } }
            }
        }
        section aria-labelledby="sessions" {
            h2 id="sessions" { "Where you are signed in" }
            ul.rows {
                @for session in page.sessions {
                    li {
                        div {
                            h3 { (session.device) @if session.id == page.own { " " span.meta { "this browser" } } }
                            p.about { "since " (moment(session.created_at)) }
                        }
                        form method="post" action={ "/account/sessions/" (session.id) "/end" } {
                            button.quiet aria-label={ "Sign out " (session.device) } { "Sign out" }
                        }
                    }
                }
            }
            form.actions method="post" action="/account/sessions/end" { button.quiet { "Sign out everywhere" } }
        }
        section aria-labelledby="data" {
            h2 id="data" { "What is kept about you" }
            p { "All of it is yours to take along, and the account is yours to delete. " a href="/privacy" { "What is kept, why and how long" } "." }
            p.actions { a.button.quiet href="/account/data" { "Download everything (JSON)" } " " a href="/account/deletion" { "Delete the account" } }
        }
        form.actions method="post" action="/sign-out" { button.quiet { "Sign out here" } }
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
            Standing::Off => "Off. With it, whoever learns your password still does not get in.",
            Standing::Waiting(_) => "Waits for its first code.",
            Standing::On { since, codes_left } => { "On since " (moment(*since)) ". " (codes_in_words(*codes_left)) },
        }
    }
}

pub(super) fn codes_in_words(left: i64) -> String {
    match left {
        0 => "No recovery code is left: make new ones.".to_owned(),
        1 => "One recovery code is left.".to_owned(),
        left => format!("{left} recovery codes are left."),
    }
}

fn waiting(change: &EmailChange) -> Markup {
    html! {
        p.about {
            "Is to become " bdi { (change.new_email) } ". "
            @if change.new_confirmed_at.is_none() { "The new mailbox has to confirm it. " }
            @if change.old_confirmed_at.is_none() {
                "The present one is asked too; if it says nothing, that is taken for a yes on " (moment(change.takes_effect_at)) "."
            }
        }
        form method="post" action="/account/email/cancellation" { button.quiet { "Keep the present address" } }
    }
}

/// Another password.
pub(in crate::people) fn password(person: &Person, coded: bool, complaints: &Complaints) -> Markup {
    html! {
        h1 { "Change your password" }
        (summary(complaints))
        form method="post" action="/account/password" novalidate {
            (proof_fields(person, coded, complaints))
            (Field::line("new_password", "New password", "").kind("password").fills("new-password")
                .hint("At least 8 characters. A short sentence is good.").show(complaints))
            div.actions { button { "Change it" } a href="/password/forgot" { "I forgot my password" } " " a href="/account" { "Leave it" } }
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
        h1 { "Change your address" }
        p { "Your account has " strong { (person.email) } "." }
        p { "We write to both mailboxes. The new one has to confirm. When the present one confirms too, the change takes effect at once; if you cannot read it any more, after " (WAITING_DAYS) " days. Until then whoever reads it can stop the change." }
        @if let Some(change) = change { p.note { "A change to " bdi { (change.new_email) } " waits. Asking for another address takes its place." } }
        (summary(complaints))
        form method="post" action="/account/email" novalidate {
            (Field::line("email", "New address", typed).kind("email").fills("email").show(complaints))
            (proof_fields(person, coded, complaints))
            div.actions { button { "Write to both" } a href="/account" { "Leave it" } }
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
        h1 { "A new address" }
        @match mailbox {
            Mailbox::New => p { "An account at Undersigned is to have the address " bdi { (change.new_email) } "." },
            Mailbox::Old => {
                p { "Your account at Undersigned is to have another address: " bdi { (change.new_email) } "." }
                p { "If you say nothing, that is taken for a yes on " (moment(change.takes_effect_at)) ", for you may have lost this mailbox." }
            },
        }
        (summary(complaints))
        form id="answer" method="post" action={ "/addresses/" (token) } {
            div.actions {
                button name="answer" value="confirm" { @if mailbox == Mailbox::New { "This is my address" } @else { "Yes, change it" } }
                @if mailbox == Mailbox::Old { button.quiet name="answer" value="stop" { "This was not me: stop it" } }
            }
        }
    }
}

/// After a button was pressed.
pub(in crate::people) fn answered(answered: Answered) -> Markup {
    html! {
        h1 { "A new address" }
        @match answered {
            Answered::Changed => {
                p { "Your account has its new address. Sign in with it from now on." }
            },
            Answered::Waits { for_new: true, .. } => {
                p { "Thank you. The new mailbox has to confirm it too: open the mail there." }
            },
            Answered::Waits { for_new: false, until } => {
                p { "Thank you. The present mailbox is asked too. If it says nothing, the change takes effect on " (moment(until)) "." }
            },
        }
        p.actions { a.button.quiet href="/account" { "Your account" } }
    }
}
