//! Registering and confirming. What follows is in the folder beside.

pub(super) mod claims;
pub(super) mod colleagues;
pub(super) mod house;
pub(super) mod letters;
pub(super) mod profile;
pub(super) mod protecting;
pub(super) mod shown;
pub(super) mod tokens;

use maud::{Markup, html};

use super::registrations::Waiting;
use crate::text::complaints::Complaints;
use crate::text::country;
use crate::text::language::Language;
use crate::web::form::{Field, select, summary};

/// What was typed into the registration form; the password is typed again.
#[derive(Default)]
pub(super) struct Typed<'a> {
    pub organization_name: &'a str,
    pub acronym: &'a str,
    pub website: &'a str,
    pub country: &'a str,
    pub person_name: &'a str,
    pub person_title: &'a str,
    pub email: &'a str,
    /// The token of the invitation on whose way they register; empty for none.
    pub invitation: &'a str,
}

/// The registration form.
pub(super) fn register(typed: &Typed<'_>, complaints: &Complaints) -> Markup {
    let english = Language::english();
    let countries = country::all(&english);
    let chosen = country::read(typed.country).unwrap_or(typed.country);
    let mut options = vec![("", "Choose a country")];
    options.extend(countries.iter().map(|(code, name)| (*code, name.as_str())));
    html! {
        h1 { "Register your organization" }
        @if complaints.is_empty() { p.lead { "Two minutes, and a mail to answer. Then it can sign letters, join coalitions and write letters of its own." } }
        (summary(complaints))
        @if !typed.invitation.is_empty() {
            p.note { "You were invited to sign a letter. Once the mail is answered you go on to it. " a href={ "/sign-in?next=/invitations/" (typed.invitation) } { "I have an account already" } }
        }
        form method="post" action="/register" novalidate {
            @if !typed.invitation.is_empty() { input type="hidden" name="invitation" value=(typed.invitation); }
            fieldset {
                legend { h2 { "The organization" } }
                (Field::line("organization_name", "Name", typed.organization_name).fills("organization")
                    .hint("As it should stand under a letter.").show(complaints))
                div.pair {
                    (Field::line("acronym", "Acronym", typed.acronym).optional().show(complaints))
                    (select(&Field::line("country", "Country", chosen).optional(), &options, complaints))
                }
                (Field::line("website", "Website", typed.website).kind("url").fills("url").optional().show(complaints))
            }
            fieldset {
                legend { h2 { "You" } }
                div.pair {
                    (Field::line("person_name", "Your name", typed.person_name).fills("name").show(complaints))
                    (Field::line("person_title", "Your title", typed.person_title).fills("organization-title").optional().show(complaints))
                }
                (Field::line("email", "Email", typed.email).kind("email").fills("email")
                    .hint("We send a link to this address. Only you and the people who run this place see it.").show(complaints))
                (Field::line("password", "Password", "").kind("password").fills("new-password")
                    .hint("At least 8 characters. A short sentence is good.").show(complaints))
            }
            p.meta { a href="/privacy" { "What is kept of you, and how long" } }
            div.actions { button { "Register" } a href={ "/sign-in" @if !typed.invitation.is_empty() { "?next=/invitations/" (typed.invitation) } } { "You have an account already? Sign in" } }
        }
    }
}

/// After registering: the same whether or not the address was known.
pub(super) fn look_in_your_mail(note: Option<&str>, complaints: &Complaints) -> Markup {
    html! {
        h1 { "Look in your mail" }
        @if let Some(note) = note { p.note role="status" { (note) } }
        p { "We have written to the address you gave. Open the link in the mail and press the button there, or type the six digits of the mail here. They work once, within 24 hours." }
        (summary(complaints))
        form method="post" action="/confirm" novalidate {
            div.field {
                label for="code" { "The code in the mail" }
                @if let Some(wrong) = complaints.at("code") { span.error id="code-error" { (wrong) } }
                input.code id="code" name="code" inputmode="numeric" autocomplete="one-time-code" maxlength="12" required dir="ltr"
                    aria-invalid=[complaints.at("code").map(|_| "true")] aria-describedby=[complaints.at("code").map(|_| "code-error")];
            }
            div.actions { button { "Confirm" } }
        }
        h2 { "Nothing came?" }
        p { "Look in the spam folder. It can take a minute or two." }
        form.actions method="post" action="/confirm/again" { button.quiet { "Send the mail again" } a href="/register" { "Use another address" } }
    }
}

/// The page of the link: one button.
pub(super) fn confirm(token: &str, waiting: &Waiting) -> Markup {
    html! {
        h1 { "Confirm " bdi { (waiting.organization) } }
        p.lead { "Registered by " bdi { (waiting.person) } " with the address " (waiting.email) "." }
        form.actions method="post" action={ "/confirm/" (token) } { button { "Confirm and sign in" } }
        p.meta { "If you did not register, close this page, and nothing will come of it." }
    }
}
