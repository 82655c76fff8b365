//! Setting up a second factor, its recovery codes, and turning it off.

use maud::{Markup, html};
use qrcode::{Color, EcLevel, QrCode};

use super::account::codes_in_words;
use super::{otp_field, proof_fields};
use crate::people::Person;
use crate::people::second_factor::{Secret, Standing};
use crate::text::complaints::Complaints;
use crate::text::dates;
use crate::text::speaking;
use crate::text::words::say;
use crate::web::form::summary;
use crate::web::phrase::phrase;

/// Where it stands, and what can be done with it.
pub(in crate::people) fn second_factor(
    person: &Person,
    standing: &Standing,
    host: &str,
    next: &str,
    complaints: &Complaints,
) -> Markup {
    html! {
        h1 { (say!("people-second-factor")) }
        (summary(complaints))
        @match standing {
            Standing::Off => (off(person, next, complaints)),
            Standing::Waiting(secret) => (waiting(person, secret, host, next, complaints)),
            Standing::On { since, codes_left } => {
                @let time = dates::time_in_words(since.to_timestamp(), "UTC", &speaking::current().language());
                p { (phrase!("people-factor-on-asked", time = html! { (time) })) }
                p { (codes_in_words(*codes_left)) }
                @if !next.is_empty() { p.actions { a.button href=(next) { (say!("people-go-on")) } } }
                (on(person, complaints))
            }
        }
    }
}

fn off(person: &Person, next: &str, complaints: &Complaints) -> Markup {
    html! {
        @if !next.is_empty() {
            p.note { (say!("people-factor-first")) }
        }
        p { (say!("people-factor-what")) }
        p { (say!("people-factor-programs")) }
        form method="post" action="/account/second-factor" novalidate {
            @if !next.is_empty() { input type="hidden" name="next" value=(next); }
            (proof_fields(person, false, complaints))
            div.actions { button { (say!("people-set-it-up")) } a href="/account" { (say!("people-leave-it")) } }
        }
    }
}

fn waiting(person: &Person, secret: &Secret, host: &str, next: &str, complaints: &Complaints) -> Markup {
    html! {
        ol.ways {
            li {
                p { (say!("people-scan")) }
                (qr(&secret.address(host, &person.email)))
                p { (say!("people-type-key")) }
                p { code.key { (secret.to_type()) } }
            }
            li {
                p { (say!("people-type-digits")) }
                form method="post" action="/account/second-factor/confirmation" novalidate {
                    @if !next.is_empty() { input type="hidden" name="next" value=(next); }
                    (crate::web::form::Field::line("otp", &say!("people-code"), "").fills("one-time-code").show(complaints))
                    div.actions { button { (say!("people-turn-on")) } }
                }
            }
        }
        form.actions method="post" action="/account/second-factor/cancellation" { button.quiet { (say!("people-leave-it")) } }
    }
}

fn on(person: &Person, complaints: &Complaints) -> Markup {
    html! {
        section aria-labelledby="changing" {
            h2 id="changing" { (say!("people-new-codes-or-off")) }
            p { (say!("people-new-codes-text")) }
            form method="post" action="/account/second-factor/codes" novalidate {
                input type="hidden" name="username" value=(person.email) autocomplete="username";
                (crate::web::form::Field::line("password", &say!("people-your-password"), "").kind("password").fills("current-password").show(complaints))
                (otp_field(complaints))
                div.actions {
                    button { (say!("people-make-codes")) }
                    button.quiet formaction="/account/second-factor/removal" { (say!("people-turn-off")) }
                }
            }
        }
        p.actions { a href="/account" { (say!("people-account")) } }
    }
}

/// The recovery codes, on the one page that ever shows them.
pub(in crate::people) fn recovery_codes(codes: &[String], first: bool, next: &str) -> Markup {
    let on = if next.is_empty() { "/account" } else { next };
    html! {
        h1 { (say!("people-recovery-codes")) }
        @if first { p.note role="status" { (say!("people-factor-is-on")) } }
        p { (say!("people-codes-text")) }
        ol.codes { @for code in codes { li { code { (code) } } } }
        form.actions method="post" action="/account/second-factor/codes.txt" {
            textarea name="codes" hidden readonly { "\n" (codes.join("\n")) }
            button.quiet { (say!("people-keep-codes-file")) }
            a.button href=(on) { (say!("people-have-codes")) }
        }
    }
}

/// A QR code as one path of an inline drawing: no image is fetched, and no style is set in the page.
fn qr(text: &str) -> Markup {
    let Ok(code) = QrCode::with_error_correction_level(text, EcLevel::M) else {
        return html! {}; // longer than a QR code can be; the key beside it can be typed
    };
    let width = code.width();
    let mut path = String::new();
    for (at, color) in code.to_colors().iter().enumerate() {
        if *color == Color::Dark {
            path.push_str(&format!("M{} {}h1v1h-1z", at % width + QUIET, at / width + QUIET));
        }
    }
    let size = width + 2 * QUIET;
    html! {
        svg.qr viewBox=(format!("0 0 {size} {size}")) role="img" aria-label=(say!("people-qr")) shape-rendering="crispEdges" {
            rect width=(size) height=(size) fill="#fff" {}
            path d=(path) fill="#000" {}
        }
    }
}

/// The white border that readers of QR codes need.
const QUIET: usize = 4;
