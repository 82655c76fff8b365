//! The profile, its logo and its address, as owners change them.

use maud::{Markup, html};

use super::ltr;
use super::shown::logo;
use crate::organizations::addresses::WantedAddress;
use crate::organizations::model::Organization;
use crate::organizations::profile::{LANGUAGE_FIELDS, LanguageFields, Profile};
use crate::text::complaints::Complaints;
use crate::text::country;
use crate::text::language::language_of_name;
use crate::text::speaking;
use crate::text::words::say;
use crate::web::form::{Field, select, summary, textarea};
use crate::web::phrase::phrase;
use crate::web::uploaded::Uploaded;

/// What stands in the forms.
pub(in crate::organizations) enum Typed<'a> {
    /// What is saved.
    Standing,
    /// What was sent and needs another look.
    Form(&'a Uploaded<1>),
    /// What was sent while another owner changed the profile; its sender is told.
    Late(&'a Uploaded<1>),
    /// An address that was typed.
    Address(String),
}

/// The languages whose fields are always there.
const ALWAYS: [&str; 2] = ["en", "ar"];

/// The page.
pub(in crate::organizations) fn profile(
    profile: &Profile,
    typed: &Typed<'_>,
    complaints: &Complaints,
    note: Option<&str>,
) -> Markup {
    let base = format!("/organizations/{}", profile.organization.slug);
    html! {
        h1 { (say!("organizations-profile")) }
        p.lead.of-letter { a href=(base) { bdi lang=(language_of_name(&profile.organization.name)) { (profile.organization.name) } } }
        p.meta { (say!("organizations-anybody-reads")) }
        @if let Some(note) = note { p.note role="status" { (note) } }
        (summary(complaints))
        (words(&base, profile, typed, complaints))
        (picture(&base, profile, complaints))
        (address(&base, profile, typed, complaints))
    }
}

/// What stands in a field of the large form.
fn value<'a>(profile: &'a Profile, typed: &'a Typed<'_>, field: &str) -> &'a str {
    if let Typed::Form(form) | Typed::Late(form) = typed {
        return form.text(field);
    }
    let organization = &profile.organization;
    let of = |found: &'a Option<String>| found.as_deref().unwrap_or("");
    match field {
        "organization_name" => &organization.name,
        "acronym" => of(&organization.acronym),
        "sort_name" => of(&organization.sort_name),
        "slug" => &organization.slug,
        "website" => of(&organization.website),
        "country" => of(&organization.country),
        _ => profile
            .words
            .iter()
            .find_map(|words| {
                let fields = LANGUAGE_FIELDS.iter().find(|fields| fields.tag == words.language.tag())?;
                match field {
                    _ if field == fields.name => Some(words.name.as_str()),
                    _ if field == fields.description => Some(words.description.as_str()),
                    _ => None,
                }
            })
            .unwrap_or(""),
    }
}

fn words(base: &str, profile: &Profile, typed: &Typed<'_>, complaints: &Complaints) -> Markup {
    let countries = country::all(&speaking::current().language());
    let (choose_country, choose_language) =
        (say!("organizations-choose-country"), say!("organizations-choose-language"));
    let mut options = vec![("", choose_country.as_str())];
    options.extend(countries.iter().map(|(code, name)| (*code, name.as_str())));
    let of = |field: &str| value(profile, typed, field);
    let is_there = |fields: &&LanguageFields| {
        ALWAYS.contains(&fields.tag) || !of(&fields.name).is_empty() || !of(&fields.description).is_empty()
    };
    let there: Vec<&LanguageFields> = LANGUAGE_FIELDS.iter().filter(is_there).collect();
    let mut more = vec![("", choose_language.as_str())];
    let others = LANGUAGE_FIELDS.iter().filter(|fields| there.iter().all(|other| other.tag != fields.tag));
    more.extend(others.map(|fields| (fields.tag, fields.called)));
    html! {
        form method="post" action={ (base) "/profile" } novalidate {
            // Whoever saves once more after a conflict has been told of it, and replaces what stands.
            @if let Typed::Form(form) = typed { input type="hidden" name="version" value=(form.text("version")); }
            @else { input type="hidden" name="version" value=(profile.version); }
            (Field::line("organization_name", &say!("organizations-name"), of("organization_name")).fills("organization")
                .hint(&say!("organizations-profile-name-hint")).show(complaints))
            div.pair {
                (Field::line("acronym", &say!("organizations-acronym"), of("acronym")).optional().show(complaints))
                (Field::line("sort_name", &say!("organizations-sorted-as"), of("sort_name")).optional().show(complaints))
            }
            div.pair {
                (Field::line("website", &say!("organizations-website"), of("website")).kind("url").fills("url").optional().show(complaints))
                (select(&Field::line("country", &say!("organizations-country"), country::read(of("country")).unwrap_or(of("country"))).optional(), &options, complaints))
            }
            (Field::line("slug", &say!("organizations-page-address"), of("slug"))
                .hint(&say!("organizations-page-address-hint")).show(complaints))
            @for fields in there { (language(fields, &of, complaints)) }
            details open[!of("other_name").is_empty() || !of("other_description").is_empty() || complaints.at("other_language").is_some()] {
                summary { (say!("organizations-another-language")) }
                (select(&Field::line("other_language", &say!("organizations-language"), of("other_language")).optional(), &more, complaints))
                (Field::line("other_name", &say!("organizations-name-in-language"), of("other_name")).optional().show(complaints))
                (textarea(&Field::line("other_description", &say!("organizations-words-in-language"), of("other_description")).optional(), 3, complaints))
            }
            div.actions { button { (say!("organizations-save-profile")) } a href=(base) { (say!("organizations-see-page")) } }
        }
    }
}

fn language<'a>(
    fields: &'static LanguageFields,
    of: &impl Fn(&str) -> &'a str,
    complaints: &Complaints,
) -> Markup {
    html! {
        fieldset {
            legend { h2.language { bdi lang=(fields.tag) { (fields.called) } } }
            (Field::line(&fields.name, &say!("organizations-name"), of(&fields.name)).optional().show(complaints))
            (textarea(&Field::line(&fields.description, &say!("organizations-few-words"), of(&fields.description)).optional(), 3, complaints))
        }
    }
}

fn picture(base: &str, profile: &Profile, complaints: &Complaints) -> Markup {
    let wrong = complaints.at("logo");
    html! {
        section aria-labelledby="logo-title" {
            h2 id="logo-title" { (say!("organizations-logo")) }
            @if let Some(found) = &profile.logo { (logo(&profile.organization, found)) }
            form method="post" action={ (base) "/logo" } enctype="multipart/form-data" {
                div.field {
                    label for="logo" { (say!("organizations-logo-picture")) }
                    span.hint id="logo-hint" { (say!("organizations-logo-hint")) }
                    @if let Some(wrong) = wrong { span.error id="logo-error" { (wrong) } }
                    input id="logo" name="logo" type="file" accept="image/png,image/jpeg,image/webp"
                        aria-invalid=[wrong.map(|_| "true")] aria-describedby=[Some(if wrong.is_some() { "logo-hint logo-error" } else { "logo-hint" })];
                }
                div.actions {
                    button.quiet { (say!("organizations-save-logo")) }
                    @if profile.logo.is_some() { button.quiet name="then" value="remove" { (say!("organizations-remove-logo")) } }
                }
            }
        }
    }
}

fn address(base: &str, profile: &Profile, typed: &Typed<'_>, complaints: &Complaints) -> Markup {
    let wanted = match typed {
        Typed::Address(wanted) => wanted.as_str(),
        Typed::Standing | Typed::Form(_) | Typed::Late(_) => "",
    };
    html! {
        section aria-labelledby="address" {
            h2 id="address" { (say!("organizations-email-address")) }
            p { (phrase!("organizations-verified-by-address", email = html! { strong { (ltr(&profile.email)) } })) }
            @if let Some(wanted) = &profile.wanted_email {
                p.note { (phrase!("organizations-mail-has-gone", email = ltr(wanted))) }
            }
            p { (say!("organizations-another-address")) }
            form method="post" action={ (base) "/address" } novalidate {
                (Field::line("email", &say!("organizations-new-address"), wanted).kind("email").show(complaints))
                div.actions { button.quiet { (say!("organizations-send-mail")) } }
            }
        }
    }
}

/// The page of the link to a new address: one button.
pub(in crate::organizations) fn confirm_address(token: &str, wanted: &WantedAddress) -> Markup {
    html! {
        h1 { (phrase!("organizations-confirm-address-of", name = &wanted.organization.name)) }
        p.lead { (phrase!("organizations-would-have-address", email = ltr(&wanted.email))) }
        form.actions method="post" action={ "/organization-address/" (token) } { button { (say!("organizations-confirm-address")) } }
        p.meta { (say!("organizations-unknown-close")) }
    }
}

/// After the button.
pub(in crate::organizations) fn address_is_confirmed(organization: &Organization) -> Markup {
    html! {
        h1 { (say!("organizations-address-confirmed")) }
        p.lead { (phrase!("organizations-has-address-now", name = &organization.name)) }
        p.actions { a.button.quiet href={ "/organizations/" (organization.slug) } { (say!("organizations-see-its-page")) } }
    }
}
