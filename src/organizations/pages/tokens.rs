//! The tokens of an organization's own programs.

use maud::{Markup, html};

use crate::db::Moment;
use crate::ids::PersonId;
use crate::organizations::Scope;
use crate::organizations::tokens::Tokens;
use crate::text::complaints::Complaints;
use crate::text::dates;
use crate::text::language::language_of_name;
use crate::text::speaking;
use crate::text::words::say;
use crate::web::form::{Field, select, summary};
use crate::web::phrase::phrase;

/// What is in the form.
pub(in crate::organizations) struct Typed<'a> {
    pub name: &'a str,
    pub scopes: &'a [Scope],
    pub days: &'a str,
}

impl Default for Typed<'_> {
    fn default() -> Self {
        Self { name: "", scopes: &[], days: "90" }
    }
}

fn in_words(scope: Scope) -> String {
    match scope {
        Scope::SignLetters => say!("api-scope-sign"),
        Scope::ReadInvitations => say!("api-scope-invitations"),
    }
}

fn field(scope: Scope) -> &'static str {
    match scope {
        Scope::SignLetters => "sign_letters",
        Scope::ReadInvitations => "read_invitations",
    }
}

fn day(at: Moment) -> String {
    dates::date_in_words(at.to_timestamp(), "UTC", &speaking::current().language())
}

/// The page; `made` is the token that was made this moment.
pub(in crate::organizations) fn tokens(
    shown: &Tokens,
    viewer: PersonId,
    typed: &Typed<'_>,
    complaints: &Complaints,
    made: Option<&str>,
) -> Markup {
    let base = format!("/organizations/{}/tokens", shown.organization.slug);
    let days = [("30", 30), ("90", 90), ("180", 180), ("365", 365)];
    let days = days.map(|(value, count): (&str, i64)| (value, say!("api-tokens-days", count = count)));
    let days = days.each_ref().map(|(value, words)| (*value, words.as_str()));
    html! {
        h1 { (say!("api-tokens-title")) }
        p.lead { a href={ "/organizations/" (shown.organization.slug) } {
            bdi lang=(language_of_name(&shown.organization.name)) { (shown.organization.name) }
        } }
        (summary(complaints))
        @if let Some(made) = made {
            section.note aria-labelledby="made" {
                h2 id="made" { (say!("api-tokens-made")) }
                p { (say!("api-tokens-made-once")) }
                p { code.link dir="ltr" { (made) } }
            }
        }
        p { (phrase!("api-tokens-what", here = html! { a href="/api" { (say!("api-tokens-what-here")) } })) }
        @if !shown.tokens.is_empty() {
            section aria-labelledby="tokens" {
                h2 id="tokens" { (say!("api-tokens-standing")) }
                ul.rows {
                    @for (token, person) in &shown.tokens {
                        li {
                            div {
                                h3 { bdi lang=(language_of_name(&token.name)) { (token.name) } }
                                p.about {
                                    @if person.id == viewer { (say!("api-tokens-yours")) }
                                    @else { (phrase!("api-tokens-of", person = &person.name)) }
                                    br;
                                    @for scope in token.scopes() { (in_words(scope)) " " code dir="ltr" { (scope.as_str()) } br; }
                                    (say!("api-tokens-until", from = day(token.created_at), to = day(token.expires_at))) br;
                                    @match token.last_used_at {
                                        Some(at) => (say!("api-tokens-used", when = day(at))),
                                        None => (say!("api-tokens-unused")),
                                    }
                                }
                            }
                            form method="post" action={ (base) "/" (token.id) "/revocation" } {
                                button.quiet aria-label=(say!("api-tokens-revoke-this", name = &token.name)) { (say!("api-tokens-revoke")) }
                            }
                        }
                    }
                }
            }
        }
        section aria-labelledby="another" {
            h2 id="another" { (say!("api-tokens-make")) }
            form method="post" action=(base) novalidate {
                (Field::line("name", &say!("api-tokens-name"), typed.name).hint(&say!("api-tokens-name-hint")).show(complaints))
                fieldset id="scopes" {
                    legend { (say!("api-tokens-scopes")) }
                    @if let Some(wrong) = complaints.at("scopes") { span.error { (wrong) } }
                    @for scope in Scope::ALL {
                        label.choice {
                            input type="checkbox" name=(field(scope)) value="yes" checked[typed.scopes.contains(&scope)];
                            " " span { (in_words(scope)) " " code dir="ltr" { (scope.as_str()) } }
                        }
                    }
                }
                (select(&Field::line("days", &say!("api-tokens-lasts"), typed.days), &days, complaints))
                div.actions { button { (say!("api-tokens-make-button")) } }
            }
        }
    }
}
