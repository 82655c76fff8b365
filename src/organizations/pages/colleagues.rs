//! The people of an organization.

use maud::{Markup, html};

use super::house::handing_over;
use crate::ids::PersonId;
use crate::organizations::Role;
use crate::organizations::colleagues::{Place, Team};
use crate::people::Person;
use crate::text::complaints::Complaints;
use crate::text::language::language_of_name;
use crate::text::words::say;
use crate::web::form::{Field, choices, select, summary};

/// What a role is called and what it may do.
fn in_words(role: Role) -> &'static str {
    match role {
        Role::Owner => "owner: signs, and looks after the people",
        Role::Signatory => "signatory: signs",
        Role::Member => "member: reads and prepares signatures",
    }
}

const ROLES: [Role; 3] = [Role::Member, Role::Signatory, Role::Owner];

/// The people, and what an owner can do about them. `typed` is the address and role in the form.
pub(in crate::organizations) fn team(
    team: &Team,
    viewer: PersonId,
    typed: (&str, &str),
    complaints: &Complaints,
    note: Option<&str>,
) -> Markup {
    let base = format!("/organizations/{}/people", team.organization.slug);
    let owns = team.role == Role::Owner;
    html! {
        h1 { "People" }
        p.lead { a href={ "/organizations/" (team.organization.slug) } { bdi lang=(language_of_name(&team.organization.name)) { (team.organization.name) } } }
        @if let Some(note) = note { p.note role="status" { (note) } }
        (summary(complaints))
        h2.visually-hidden { "Who acts for it" }
        ul.rows {
            @for (person, role) in &team.people {
                li {
                    div {
                        h3 { bdi lang=(language_of_name(&person.name)) { (person.name) } @if person.id == viewer { " " span.meta { "(you)" } } }
                        p.about { (in_words(*role)) @if owns { br; span dir="ltr" { (person.email) } } }
                    }
                    @if owns || person.id == viewer {
                        details {
                            summary { "Change" }
                            @if owns { (role_form(&base, person, *role)) }
                            @if person.id == viewer {
                                p.meta { a href={ "/organizations/" (team.organization.slug) "/leaving" } { "What it means to leave" } }
                            }
                            form method="post" action={ (base) "/" (person.id) "/removal" } {
                                button.quiet { @if person.id == viewer { "Leave" } @else { "Take out" } }
                            }
                        }
                    }
                }
            }
            @for (email, role) in &team.waiting {
                @if owns { li { div { h3 { span dir="ltr" { (email) } } p.about { "invited as " (role.as_str()) ", has not answered yet" } } } }
            }
        }
        @if team.role.may_sign() {
            p.meta {
                a href={ "/organizations/" (team.organization.slug) "/tokens" } { (say!("api-tokens-title")) }
                @if owns { " · " a href={ "/organizations/" (team.organization.slug) "/webhooks" } { (say!("webhooks-title")) } }
            }
        }
        @if owns {
            section aria-labelledby="invite" {
                h2 id="invite" { "Invite a colleague" }
                form method="post" action=(base) novalidate {
                    (Field::line("email", "Email", typed.0).kind("email").show(complaints))
                    (choices("role", "What they may do", &ROLES.map(|role| (role.as_str(), html! { (in_words(role)) })), typed.1, complaints))
                    div.actions { button { "Send the invitation" } }
                }
            }
            (steps(&base, team.two_steps))
            p { a href={ "/organizations/" (team.organization.slug) "/protection" } { "Keep the organization off this site’s public pages" } }
            (handing_over(team, viewer))
        }
    }
}

fn role_form(base: &str, person: &Person, role: Role) -> Markup {
    let words = ROLES.map(|role| (role.as_str(), in_words(role)));
    html! {
        form method="post" action={ (base) "/" (person.id) "/role" } {
            div.field {
                label for={ "role-" (person.id) } { "Role" }
                select id={ "role-" (person.id) } name="role" {
                    @for (value, words) in words { option value=(value) selected[value == role.as_str()] { (words) } }
                }
            }
            button.quiet { "Save the role" }
        }
    }
}

fn steps(base: &str, two_steps: bool) -> Markup {
    let chosen = if two_steps { "yes" } else { "" };
    html! {
        section aria-labelledby="steps" {
            h2 id="steps" { "Two steps" }
            p { "If you wish, every signature needs two persons: one who signs it, and another with authority who approves it from a mail. While only one person has authority, they sign alone." }
            form method="post" action={ (base) "/steps" } {
                (select(&Field::line("two_steps", "A signature needs", chosen), &[("", "one person"), ("yes", "two persons")], &Complaints::default()))
                div.actions { button.quiet { "Save" } }
            }
        }
    }
}

/// What a colleague's link offers.
pub(in crate::organizations) fn place(
    token: &str,
    place: &Place,
    visitor: Option<&Person>,
    name: &str,
    complaints: &Complaints,
) -> Markup {
    html! {
        h1 { "Join " bdi { (place.organization.name) } }
        p.lead { "As " (in_words(place.role)) "." }
        (summary(complaints))
        form method="post" action={ "/colleagues/" (token) } novalidate {
            @match visitor {
                Some(person) => p { "With your account: " bdi { (person.name) } ", " span dir="ltr" { (person.email) } },
                None => {
                    p { "For " span dir="ltr" { (place.email) } ". You have an account already? " a href={ "/sign-in?next=/colleagues/" (token) } { "Sign in" } "." }
                    (Field::line("person_name", "Your name", name).fills("name").show(complaints))
                    (Field::line("password", "Password", "").kind("password").fills("new-password")
                        .hint("At least 8 characters. A short sentence is good.").show(complaints))
                }
            }
            div.actions { button { "Join" } }
        }
        p.meta { "If you do not know this organization, close this page, and nothing will come of it." }
    }
}
