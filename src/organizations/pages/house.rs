//! Handing an organization over, leaving it, and choosing for which one acts.

use maud::{Markup, html};

use crate::ids::PersonId;
use crate::organizations::acting::Acting;
use crate::organizations::colleagues::Team;
use crate::organizations::handing_over::{Afterwards, Offer};
use crate::organizations::model::{Organization, Role};
use crate::people::Person;
use crate::text::complaints::Complaints;
use crate::text::language::language_of_name;
use crate::text::words::say;
use crate::web::form::{Field, select};
use crate::web::phrase::phrase;

/// What an owner can do to hand the organization over; nothing while there is no colleague.
pub(super) fn handing_over(team: &Team, viewer: PersonId) -> Markup {
    let base = format!("/organizations/{}/ownership", team.organization.slug);
    let others: Vec<&Person> = team
        .people
        .iter()
        .filter(|(person, role)| person.id != viewer && *role != Role::Owner)
        .map(|(person, _)| person)
        .collect();
    let ids: Vec<String> = others.iter().map(|person| person.id.to_string()).collect();
    let choose = say!("organizations-choose-colleague");
    let mut options = vec![("", choose.as_str())];
    options.extend(ids.iter().zip(&others).map(|(id, person)| (id.as_str(), person.name.as_str())));
    let afterwards = [
        (Afterwards::Signatory, say!("organizations-then-sign")),
        (Afterwards::Member, say!("organizations-then-read")),
        (Afterwards::Leaves, say!("organizations-then-leave")),
    ];
    let afterwards = afterwards.each_ref().map(|(which, words)| (which.as_str(), words.as_str()));
    let none = Complaints::default();
    html! {
        section aria-labelledby="ownership" {
            h2 id="ownership" { (say!("organizations-hand-over")) }
            @if let Some(to) = &team.offered_to {
                p.note { (phrase!("organizations-offered-to", name = &to.name)) }
                form method="post" action={ (base) "/withdrawal" } { button.quiet { (say!("organizations-take-offer-back")) } }
            } @else if others.is_empty() {
                p { (say!("organizations-invite-first")) }
            } @else {
                p { (say!("organizations-hand-over-text")) }
                form method="post" action=(base) {
                    div.pair {
                        (select(&Field::line("person", &say!("organizations-hand-over-to"), ""), &options, &none))
                        (select(&Field::line("afterwards", &say!("organizations-afterwards-you"), "signatory"), &afterwards, &none))
                    }
                    div.actions { button.quiet { (say!("organizations-offer-it")) } }
                }
            }
        }
    }
}

/// What is offered, to the colleague.
pub(in crate::organizations) fn offer(token: &str, offer: &Offer) -> Markup {
    let by = &offer.by.name;
    let means = match offer.afterwards {
        Afterwards::Signatory => phrase!("organizations-offer-then-signs", name = by),
        Afterwards::Member => phrase!("organizations-offer-then-reads", name = by),
        Afterwards::Leaves => phrase!("organizations-offer-then-leaves", name = by),
    };
    html! {
        h1 { (phrase!("organizations-take-over-name", name = &offer.organization.name)) }
        p.lead { (phrase!("organizations-wants-to-hand-over", name = by)) }
        p { (means) }
        div.actions {
            form method="post" action={ "/ownership/" (token) } { button { (say!("organizations-take-it-over")) } }
            form method="post" action={ "/ownership/" (token) "/refusal" } { button.quiet { (say!("organizations-no")) } }
        }
    }
}

/// What it means to leave.
pub(in crate::organizations) fn leaving(team: &Team, viewer: PersonId) -> Markup {
    let base = format!("/organizations/{}", team.organization.slug);
    let only_owner = team.role == Role::Owner
        && !team.people.iter().any(|(person, role)| *role == Role::Owner && person.id != viewer);
    html! {
        @let name = html! { bdi lang=(language_of_name(&team.organization.name)) { (team.organization.name) } };
        h1 { (phrase!("organizations-leave-name", name = name)) }
        @if only_owner {
            p.lead { (say!("organizations-leaving-only-owner")) }
            p.actions { a.button href={ (base) "/people#ownership" } { (say!("organizations-hand-over-first")) } }
        } @else {
            p.lead { (say!("organizations-leaving-lead")) }
            ul {
                li { (say!("organizations-leaving-signed")) }
                li { (say!("organizations-leaving-sees")) }
                li { (say!("organizations-leaving-mail")) }
                li { (say!("organizations-leaving-account")) }
            }
            div.actions {
                form method="post" action={ (base) "/leaving" } { button { (say!("organizations-leave-it")) } }
                a href={ (base) "/people" } { (say!("organizations-stay")) }
            }
        }
    }
}

/// The organizations of a person, each with a button.
pub(in crate::organizations) fn acting(own: &[(Organization, Role)], acting: &Acting, next: &str) -> Markup {
    html! {
        h1 { (say!("organizations-for-whom")) }
        @if own.is_empty() {
            p.lead { (say!("organizations-acts-for-none")) }
            p.actions { a.button href="/register" { (say!("organizations-register-one")) } }
        } @else {
            p.lead { (say!("organizations-acting-lead")) }
        }
        ul.rows {
            @for (organization, _) in own {
                @let is_it = acting.organization().is_some_and(|other| other.id == organization.id);
                li {
                    div { h3 { bdi lang=(language_of_name(&organization.name)) { (organization.name) } } }
                    @if is_it { p.about { (say!("organizations-you-act-for-it")) } }
                    @else {
                        form method="post" action="/acting" {
                            input type="hidden" name="organization" value=(organization.slug);
                            input type="hidden" name="next" value=(next);
                            button.quiet aria-label=(say!("organizations-act-for-name", name = &organization.name)) { (say!("organizations-act-for-it")) }
                        }
                    }
                }
            }
        }
    }
}
