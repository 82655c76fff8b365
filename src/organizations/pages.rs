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
use crate::text::speaking;
use crate::text::words::say;
use crate::web::form::{Field, select, summary};
use crate::web::phrase::phrase;

/// An address runs from left to right in a line of any direction.
fn ltr(address: &str) -> Markup {
    html! { bdi dir="ltr" { (address) } }
}

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
    let countries = country::all(&speaking::current().language());
    let chosen = country::read(typed.country).unwrap_or(typed.country);
    let choose = say!("organizations-choose-country");
    let mut options = vec![("", choose.as_str())];
    options.extend(countries.iter().map(|(code, name)| (*code, name.as_str())));
    html! {
        h1 { (say!("organizations-register-title")) }
        @if complaints.is_empty() { p.lead { (say!("organizations-register-lead")) } }
        (summary(complaints))
        @if !typed.invitation.is_empty() {
            p.note { (say!("organizations-register-invited")) " " a href={ "/sign-in?next=/invitations/" (typed.invitation) } { (say!("organizations-have-account-link")) } }
        }
        form method="post" action="/register" novalidate {
            @if !typed.invitation.is_empty() { input type="hidden" name="invitation" value=(typed.invitation); }
            fieldset {
                legend { h2 { (say!("organizations-the-organization")) } }
                (Field::line("organization_name", &say!("organizations-name"), typed.organization_name).fills("organization")
                    .hint(&say!("organizations-name-hint")).show(complaints))
                div.pair {
                    (Field::line("acronym", &say!("organizations-acronym"), typed.acronym).optional().show(complaints))
                    (select(&Field::line("country", &say!("organizations-country"), chosen).optional(), &options, complaints))
                }
                (Field::line("website", &say!("organizations-website"), typed.website).kind("url").fills("url").optional().show(complaints))
            }
            fieldset {
                legend { h2 { (say!("organizations-you")) } }
                div.pair {
                    (Field::line("person_name", &say!("organizations-your-name"), typed.person_name).fills("name").show(complaints))
                    (Field::line("person_title", &say!("organizations-your-title"), typed.person_title).fills("organization-title").optional().show(complaints))
                }
                (Field::line("email", &say!("organizations-email"), typed.email).kind("email").fills("email")
                    .hint(&say!("organizations-email-hint")).show(complaints))
                (Field::line("password", &say!("organizations-password"), "").kind("password").fills("new-password")
                    .hint(&say!("organizations-password-hint")).show(complaints))
            }
            p.meta { a href="/privacy" { (say!("organizations-kept")) } }
            div.actions { button { (say!("organizations-register")) } a href={ "/sign-in" @if !typed.invitation.is_empty() { "?next=/invitations/" (typed.invitation) } } { (say!("organizations-have-account")) } }
        }
    }
}

/// After registering: the same whether or not the address was known.
pub(super) fn look_in_your_mail(note: Option<&str>, complaints: &Complaints) -> Markup {
    html! {
        h1 { (say!("organizations-look-in-mail")) }
        @if let Some(note) = note { p.note role="status" { (note) } }
        p { (say!("organizations-we-have-written")) }
        (summary(complaints))
        form method="post" action="/confirm" novalidate {
            div.field {
                label for="code" { (say!("organizations-code")) }
                @if let Some(wrong) = complaints.at("code") { span.error id="code-error" { (wrong) } }
                input.code id="code" name="code" inputmode="numeric" autocomplete="one-time-code" maxlength="12" required dir="ltr"
                    aria-invalid=[complaints.at("code").map(|_| "true")] aria-describedby=[complaints.at("code").map(|_| "code-error")];
            }
            div.actions { button { (say!("organizations-confirm")) } }
        }
        h2 { (say!("organizations-nothing-came")) }
        p { (say!("organizations-nothing-came-text")) }
        form.actions method="post" action="/confirm/again" { button.quiet { (say!("organizations-send-again")) } a href="/register" { (say!("organizations-use-another-address")) } }
    }
}

/// The page of the link: one button.
pub(super) fn confirm(token: &str, waiting: &Waiting) -> Markup {
    html! {
        h1 { (phrase!("organizations-confirm-name", name = &waiting.organization)) }
        p.lead { (phrase!("organizations-registered-by", person = &waiting.person, email = ltr(&waiting.email))) }
        form.actions method="post" action={ "/confirm/" (token) } { button { (say!("organizations-confirm-and-sign-in")) } }
        p.meta { (say!("organizations-not-registered")) }
    }
}
