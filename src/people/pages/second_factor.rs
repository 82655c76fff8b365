//! Setting up a second factor, its recovery codes, and turning it off.

use maud::{Markup, html};
use qrcode::{Color, EcLevel, QrCode};

use super::account::codes_in_words;
use super::{otp_field, proof_fields};
use crate::people::Person;
use crate::people::second_factor::{Secret, Standing};
use crate::text::complaints::Complaints;
use crate::text::dates;
use crate::text::language::Language;
use crate::web::form::summary;

/// Where it stands, and what can be done with it.
pub(in crate::people) fn second_factor(
    person: &Person,
    standing: &Standing,
    host: &str,
    next: &str,
    complaints: &Complaints,
) -> Markup {
    html! {
        h1 { "Second factor" }
        (summary(complaints))
        @match standing {
            Standing::Off => (off(person, next, complaints)),
            Standing::Waiting(secret) => (waiting(person, secret, host, next, complaints)),
            Standing::On { since, codes_left } => {
                p { "On since " (dates::time_in_words(since.to_timestamp(), "UTC", &Language::english())) ". You are asked for a code whenever you sign in." }
                p { (codes_in_words(*codes_left)) }
                @if !next.is_empty() { p.actions { a.button href=(next) { "Go on" } } }
                (on(person, complaints))
            }
        }
    }
}

fn off(person: &Person, next: &str, complaints: &Complaints) -> Markup {
    html! {
        @if !next.is_empty() {
            p.note { "Whoever coordinates or runs things here signs in with a password and a code. Set up the code first; then you go on where you were." }
        }
        p { "A program on your phone or computer shows six digits that are others every half minute. Whoever learns your password does not get in without them." }
        p { "Any program for one-time codes will do: Aegis, FreeOTP, KeePassXC, the one in your browser or phone." }
        form method="post" action="/account/second-factor" novalidate {
            @if !next.is_empty() { input type="hidden" name="next" value=(next); }
            (proof_fields(person, false, complaints))
            div.actions { button { "Set it up" } a href="/account" { "Leave it" } }
        }
    }
}

fn waiting(person: &Person, secret: &Secret, host: &str, next: &str, complaints: &Complaints) -> Markup {
    html! {
        ol.ways {
            li {
                p { "Open the program and scan this." }
                (qr(&secret.address(host, &person.email)))
                p { "Or type this key into it (based on time, six digits):" }
                p { code.key { (secret.to_type()) } }
            }
            li {
                p { "Type the six digits that it shows." }
                form method="post" action="/account/second-factor/confirmation" novalidate {
                    @if !next.is_empty() { input type="hidden" name="next" value=(next); }
                    (crate::web::form::Field::line("otp", "Code", "").fills("one-time-code").show(complaints))
                    div.actions { button { "Turn it on" } }
                }
            }
        }
        form.actions method="post" action="/account/second-factor/cancellation" { button.quiet { "Leave it" } }
    }
}

fn on(person: &Person, complaints: &Complaints) -> Markup {
    html! {
        section aria-labelledby="changing" {
            h2 id="changing" { "New recovery codes, or no second factor" }
            p { "New codes take the place of all earlier ones. For both you give your password and a code once more." }
            form method="post" action="/account/second-factor/codes" novalidate {
                input type="hidden" name="username" value=(person.email) autocomplete="username";
                (crate::web::form::Field::line("password", "Your password", "").kind("password").fills("current-password").show(complaints))
                (otp_field(complaints))
                div.actions {
                    button { "Make new recovery codes" }
                    button.quiet formaction="/account/second-factor/removal" { "Turn the second factor off" }
                }
            }
        }
        p.actions { a href="/account" { "Your account" } }
    }
}

/// The recovery codes, on the one page that ever shows them.
pub(in crate::people) fn recovery_codes(codes: &[String], first: bool, next: &str) -> Markup {
    let on = if next.is_empty() { "/account" } else { next };
    html! {
        h1 { "Recovery codes" }
        @if first { p.note role="status" { "Your second factor is on." } }
        p { "If you lose the program, each of these lets you in once in its place. This page is the only one that shows them: print it, write them down, or keep the file, and not beside your password." }
        ol.codes { @for code in codes { li { code { (code) } } } }
        form.actions method="post" action="/account/second-factor/codes.txt" {
            textarea name="codes" hidden readonly { "\n" (codes.join("\n")) }
            button.quiet { "Keep them as a file" }
            a.button href=(on) { "I have them: go on" }
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
        svg.qr viewBox=(format!("0 0 {size} {size}")) role="img" aria-label="The key as a QR code; it also stands below as letters" shape-rendering="crispEdges" {
            rect width=(size) height=(size) fill="#fff" {}
            path d=(path) fill="#000" {}
        }
    }
}

/// The white border that readers of QR codes need.
const QUIET: usize = 4;
