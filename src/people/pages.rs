//! Signing in and out, passwords.

use maud::{Markup, html};

pub(super) mod account;
pub(super) mod second_factor;

use super::model::Person;
use crate::text::complaints::Complaints;
use crate::text::words::say;
use crate::web::form::{Field, summary};
use crate::web::phrase::phrase;

/// The sign-in page.
pub(super) fn sign_in(email: &str, next: &str, note: Option<&str>, complaints: &Complaints) -> Markup {
    html! {
        h1 { (say!("people-sign-in")) }
        @if let Some(note) = note { p.note role="status" { (note) } }
        (summary(complaints))
        form method="post" action="/sign-in" novalidate {
            @if !next.is_empty() { input type="hidden" name="next" value=(next); }
            (Field::line("email", &say!("people-email"), email).kind("email").fills("username").show(complaints))
            (Field::line("password", &say!("people-password"), "").kind("password").fills("current-password").show(complaints))
            div.actions { button { (say!("people-sign-in")) } a href="/password/forgot" { (say!("people-forgot-mine")) } }
        }
        p { (phrase!("people-not-here-yet", register = html! { a href="/register" { (say!("people-register-it")) } })) }
    }
}

/// Asking for a new password.
pub(super) fn forgot(email: &str, complaints: &Complaints) -> Markup {
    html! {
        h1 { (say!("people-new-password-title")) }
        p.lead { (say!("people-forgot-lead")) }
        (summary(complaints))
        form method="post" action="/password/forgot" novalidate {
            (Field::line("email", &say!("people-email"), email).kind("email").fills("username").show(complaints))
            div.actions { button { (say!("people-send-link")) } a href="/sign-in" { (say!("people-back-to-signing-in")) } }
        }
    }
}

/// After asking: the same words whether or not there is such an account.
pub(super) fn look_in_your_mail() -> Markup {
    html! {
        h1 { (say!("people-look-in-mail")) }
        p { (say!("people-we-have-written")) }
        p.meta { (say!("people-nothing-came")) }
        p.actions { a.button.quiet href="/password/forgot" { (say!("people-try-another-address")) } }
    }
}

/// Choosing the new password.
pub(super) fn reset(token: &str, person: &Person, complaints: &Complaints) -> Markup {
    html! {
        h1 { (say!("people-choose-password")) }
        p { (phrase!("people-for-account-of", name = &person.name)) }
        (summary(complaints))
        form method="post" action={ "/password/reset/" (token) } novalidate {
            input type="hidden" name="username" value=(person.email) autocomplete="username";
            (Field::line("password", &say!("people-new-password"), "").kind("password").fills("new-password")
                .hint(&say!("people-password-hint")).show(complaints))
            div.actions { button { (say!("people-set-password")) } }
        }
    }
}

/// The two fields with which somebody proves once more that it is they.
pub fn proof_fields(person: &Person, coded: bool, complaints: &Complaints) -> Markup {
    html! {
        // For the browser's store of passwords, which asks whose it is.
        input type="hidden" name="username" value=(person.email) autocomplete="username";
        (Field::line("password", &say!("people-your-password"), "").kind("password").fills("current-password").show(complaints))
        @if coded { (otp_field(complaints)) }
    }
}

/// The field of the code; recovery codes have letters, so it is no field of numbers.
fn otp_field(complaints: &Complaints) -> Markup {
    Field::line("otp", &say!("people-code"), "")
        .fills("one-time-code")
        .hint(&say!("people-code-hint"))
        .show(complaints)
}

/// The code, once the password was right.
pub(super) fn second_step(email: &str, step: &str, next: &str, complaints: &Complaints) -> Markup {
    html! {
        h1 { (say!("people-sign-in")) }
        p { (say!("people-password-is-right")) }
        (summary(complaints))
        form method="post" action="/sign-in" novalidate {
            @if !next.is_empty() { input type="hidden" name="next" value=(next); }
            input type="hidden" name="email" value=(email);
            input type="hidden" name="step" value=(step);
            (otp_field(complaints))
            div.actions { button { (say!("people-sign-in")) } a href="/sign-in" { (say!("people-begin-again")) } }
        }
    }
}

/// What the form of a new operator was filled with.
pub(super) struct OperatorForm<'a> {
    pub token: &'a str,
    pub name: &'a str,
    pub email: &'a str,
    pub fixed_email: bool,
}

/// Becoming an operator.
pub(super) fn become_operator(form: &OperatorForm<'_>, complaints: &Complaints) -> Markup {
    html! {
        h1 { (say!("people-run-installation")) }
        p.lead { (say!("people-operator-lead")) }
        (summary(complaints))
        form method="post" action={ "/operator/" (form.token) } novalidate {
            (Field::line("person_name", &say!("people-your-name"), form.name).fills("name").show(complaints))
            @if form.fixed_email {
                p { (phrase!("people-email-is", email = html! { strong { bdi dir="ltr" { (form.email) } } })) }
                input type="hidden" name="email" value=(form.email);
            } @else {
                (Field::line("email", &say!("people-email"), form.email).kind("email").fills("email").show(complaints))
            }
            (Field::line("password", &say!("people-password"), "").kind("password").fills("new-password")
                .hint(&say!("people-password-hint")).show(complaints))
            div.actions { button { (say!("people-become-operator")) } }
        }
    }
}
