//! An organization's public page.

use maud::{Markup, html};

use crate::coalitions::Coalition;
use crate::organizations::model::{Organization, Role, VerifiedBy};
use crate::organizations::{LogoPlace, OrganizationWords, Suspension};
use crate::text::language::{Language, language_of_name};
use crate::text::speaking;
use crate::text::words::say;
use crate::text::{country, dates};
use crate::web::phrase::phrase;

/// A way in which it is verified.
pub(in crate::organizations) struct Verified<'a> {
    pub method: VerifiedBy,
    pub since: jiff::Timestamp,
    /// The coalition that vouches.
    pub coalition: Option<&'a Coalition>,
    /// The domain at which its address is.
    pub domain: Option<&'a str>,
}

/// A public letter that it signed.
pub(in crate::organizations) struct Signed<'a> {
    pub slug: &'a str,
    pub title: &'a str,
    pub language: Language,
    pub signed_at: jiff::Timestamp,
}

/// Everything the page shows.
pub(in crate::organizations) struct Shown<'a> {
    pub organization: &'a Organization,
    /// Whether the operator has stopped it.
    pub suspension: Option<&'a Suspension>,
    pub words: &'a [OrganizationWords],
    pub logo: Option<&'a LogoPlace>,
    pub verifications: Vec<Verified<'a>>,
    pub coalitions: Vec<(&'a Coalition, jiff::Timestamp)>,
    pub signed: &'a [Signed<'a>],
    /// What the visitor may do for it.
    pub role: Option<Role>,
}

/// Where the logo of an organization is.
pub(in crate::organizations) fn logo_address(organization: &Organization, logo: &LogoPlace) -> String {
    format!("/organizations/{}/logo-{}.png", organization.slug, logo.hash)
}

/// The picture, as large as it is shown.
pub(in crate::organizations) fn logo(organization: &Organization, logo: &LogoPlace) -> Markup {
    html! { img.logo src=(logo_address(organization, logo)) alt=(organization.name) width=(logo.width) height=(logo.height); }
}

fn day(at: jiff::Timestamp) -> String {
    dates::date_in_words(at, "UTC", &speaking::current().language())
}

/// The page.
pub(in crate::organizations) fn organization(page: &Shown<'_>) -> Markup {
    let organization = page.organization;
    let named = page.words.iter().filter(|words| !words.name.is_empty() && words.name != organization.name);
    let described = page.words.iter().filter(|words| !words.description.is_empty());
    html! {
        @if organization.is_protected() {
            p.note { (say!("organizations-shown-protected")) }
        }
        div.house {
            @if let Some(found) = page.logo { (logo(organization, found)) }
            h1 { bdi lang=(language_of_name(&organization.name)) { (organization.name) } @if let Some(acronym) = &organization.acronym { " " abbr.acronym { bdi { (acronym) } } } }
            @for words in named {
                p.also lang=(words.language.tag()) dir=(words.language.direction()) { (words.name) }
            }
        }
        @for words in described {
            p.lead lang=(words.language.tag()) dir=(words.language.direction()) { (words.description) }
        }
        @if let Some(suspension) = page.suspension {
            aside.note role="note" {
                p { strong { (say!("organizations-suspended-on", date = day(suspension.since.to_timestamp()))) } }
                p dir="auto" { (suspension.note) }
                p.meta { (say!("organizations-suspended-means")) }
            }
        }
        @if let Some(role) = page.role { (own(organization, role)) }
        dl.facts {
            @if let Some(website) = &organization.website {
                dt { (say!("organizations-website")) } dd { bdi dir="ltr" { a href=(website) rel="nofollow noopener ugc" { (shown(website)) } } }
            }
            @if let Some(code) = &organization.country { dt { (say!("organizations-country")) } dd { (country::name(code, &speaking::current().language())) } }
            dt { (say!("organizations-verified")) }
            // One value: the grid has two columns.
            dd {
                @for one in &page.verifications { div { (verified(one)) } }
                @if page.verifications.is_empty() { (say!("organizations-not-verified")) }
            }
            @for (coalition, confirmed) in &page.coalitions {
                dt { (say!("organizations-coalition")) }
                dd { (phrase!("organizations-member-since", coalition = named_coalition(coalition), date = html! { (day(*confirmed)) })) }
            }
        }
        section aria-labelledby="signed" {
            h2 id="signed" { (say!("organizations-signed")) }
            @if page.signed.is_empty() { p.empty { (say!("organizations-no-public-letter")) } }
            ul.rows {
                @for letter in page.signed {
                    li { div {
                        h3 lang=(letter.language.tag()) dir="auto" { a href={ "/letters/" (letter.slug) } { (letter.title) } }
                        p.about { (day(letter.signed_at)) }
                    } }
                }
            }
        }
        p.actions.meta { a href={ "/organizations/" (organization.slug) "/report" } rel="nofollow" { (say!("organizations-report")) } }
    }
}

fn named_coalition(coalition: &Coalition) -> Markup {
    html! {
        a href={ "/coalitions/" (coalition.slug) } { bdi { (coalition.name) } }
        @if let Some(acronym) = &coalition.acronym { " " abbr.acronym { bdi { (acronym) } } }
    }
}

/// How it was verified, in plain words, with the date.
fn verified(one: &Verified<'_>) -> Markup {
    let since = html! { (day(one.since)) };
    html! {
        @match one.method {
            VerifiedBy::Email => (phrase!("organizations-by-email", date = since)),
            VerifiedBy::Domain => @match one.domain {
                Some(domain) => (phrase!("organizations-by-domain", domain = html! { span dir="ltr" { (domain) } }, date = since)),
                None => (phrase!("organizations-by-own-domain", date = since)),
            },
            VerifiedBy::Vouched => @match one.coalition {
                Some(coalition) => (phrase!("organizations-by-coalition", name = &coalition.name, date = since)),
                None => (phrase!("organizations-by-a-coalition", date = since)),
            },
            VerifiedBy::Operator => (phrase!("organizations-by-operator", date = since)),
        }
    }
}

/// The way for its own people.
fn own(organization: &Organization, role: Role) -> Markup {
    let base = format!("/organizations/{}", organization.slug);
    html! {
        nav.places aria-label=(say!("organizations-own-people")) {
            ul {
                @if role == Role::Owner { li { a href={ (base) "/profile" } { (say!("organizations-profile")) } } }
                li { a href={ (base) "/people" } { (say!("organizations-people")) } }
                li { a href={ (base) "/letters" } { (say!("organizations-all-you-signed")) } }
            }
        }
    }
}

fn shown(website: &str) -> &str {
    website.trim_start_matches("https://").trim_start_matches("http://").trim_end_matches('/')
}
