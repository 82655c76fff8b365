//! Every address of the site in one table, grouped by who may enter.

mod account;
pub mod api;
mod operators;

use actix_web::middleware::from_fn;
use actix_web::web::{ServiceConfig, get, head, post, resource};

use crate::web::{assets, components, prerendered};
use crate::{
    coalitions, comments, deliveries, home, imports, invitations, letters, mail, operating, organizations,
    people, reading, rights, signatures,
};

/// The table. More particular addresses stand before those that would also match them.
pub fn table(site: &mut ServiceConfig) {
    anyone(site);
    carrying(site);
    revisions(site);
    registering(site);
    signed_in(site);
    account::table(site);
    signatory_list(site);
    invited(site);
    two_steps(site);
    authority(site);
    claims(site);
    reporting(site);
    house(site);
    coordinating(site);
    commenting(site);
    importing(site);
    delivering(site);
    evidence(site);
    api::table(site);
    coordinators(site);
    operators::table(site);
    site.default_service(actix_web::web::route().to(home::handlers::not_found));
}

/// What is only read.
macro_rules! read {
    ($path:literal, $handler:path) => {
        resource($path).route(get().to($handler)).route(head().to($handler))
    };
}

/// What is read, and is the same for everyone without a session.
macro_rules! read_by_all {
    ($path:literal, $handler:path) => {
        read!($path, $handler).wrap(from_fn(prerendered::for_all))
    };
}

/// Readers, without an account.
fn anyone(site: &mut ServiceConfig) {
    macro_rules! page {
        ($path:literal, $handler:path) => {
            site.service(read!($path, $handler));
        };
    }
    site.service(read_by_all!("/", home::handlers::index))
        .service(read_by_all!("/about", home::handlers::about))
        .service(read_by_all!("/privacy", rights::handlers::privacy))
        .service(read_by_all!("/coalitions", coalitions::handlers::index));
    page!("/static/{path:.*}", assets::file);
    page!("/development/components", components::show); // in a debug build, on this machine
    page!("/letters/{slug}.json", reading::handlers::json);
    page!("/letters/{slug}.{form:pdf|docx|txt|md|csv}", reading::handlers::paper);
    page!("/letters/{slug}/signatories", reading::handlers::signatories::signatories);
    page!("/press/{token}", reading::handlers::press);
    page!("/organizations/{slug}.json", organizations::handlers::shown::json);
    site.service(read_by_all!("/organizations/{slug}", organizations::handlers::shown::organization));
    page!("/organizations/{slug}/logo-{hash}.png", organizations::handlers::shown::logo);
    page!("/healthz", home::handlers::healthz);
    page!("/readyz", home::handlers::readyz);
    page!("/mail", mail::handlers::kept); // on this machine, while mail is kept
    site.service(resource("/letters/{slug}/live").route(get().to(reading::handlers::live)));
}

/// A public letter on pages, in programs and calendars of others.
fn carrying(site: &mut ServiceConfig) {
    use reading::handlers::carrying as c;
    site.service(read!("/letters.atom", c::site_feed))
        .service(read!("/letters/{slug}.atom", c::feed))
        .service(read!("/letters/{slug}.ics", c::calendar))
        .service(read!("/letters/{slug}/embed", c::embed))
        .service(read!("/letters/{slug}/badge.svg", c::badge))
        .service(read!("/letters/{slug}/card.png", c::card))
        .service(read!("/letters/{slug}/share", c::share))
        .service(read!("/embed.js", c::script))
        .service(read!("/oembed", c::oembed))
        .service(read!("/schemas/letter.json", c::schema))
        .service(read!("/sitemap.xml", c::sitemap))
        .service(read!("/sitemap-{number}.xml", c::sitemap_part))
        .service(read!("/robots.txt", c::robots));
}

/// The text of a letter through time: locked anew by coordinators, answered by those who signed,
/// read by whoever may read the letter.
fn revisions(site: &mut ServiceConfig) {
    use letters::handlers as l;
    use signatures::handlers::reconsenting as r;
    site.service(resource("/letters/{slug}/revising").route(get().to(l::revising::show_revising)))
        .service(resource("/letters/{slug}/revisions").route(post().to(l::revising::revise)))
        .service(resource("/letters/{slug}/revisions/reminder").route(post().to(l::revising::remind)))
        .service(read_by_all!("/letters/{slug}/history", l::history::history))
        .service(resource("/letters/{slug}/translations").route(get().to(l::translations::show_translations)))
        .service(
            resource("/letters/{slug}/translations/{language}")
                .route(get().to(l::translations::show_translation))
                .route(post().to(l::translations::save)),
        )
        .service(
            resource("/letters/{slug}/translations/{language}/removal")
                .route(post().to(l::translations::remove)),
        )
        .service(read_by_all!("/letters/{slug}/revisions/{which}", l::history::revision))
        .service(
            resource("/reconsents/{token}")
                .route(get().to(r::show_by_link))
                .route(post().to(r::answer_by_link)),
        )
        .service(
            resource("/letters/{slug}/reconsent")
                .route(get().to(r::show_signed_in))
                .route(post().to(r::answer_signed_in)),
        );
}

/// People on their way in.
fn registering(site: &mut ServiceConfig) {
    use organizations::handlers as o;
    use people::handlers as p;
    site.service(resource("/register").route(get().to(o::show_register)).route(post().to(o::register)))
        .service(resource("/confirm").route(get().to(o::show_confirm)).route(post().to(o::confirm_by_code)))
        .service(resource("/confirm/again").route(post().to(o::send_again)))
        .service(
            resource("/confirm/{token}")
                .route(get().to(o::show_confirm_link))
                .route(post().to(o::confirm_by_link)),
        )
        .service(resource("/sign-in").route(get().to(p::sign_in::show)).route(post().to(p::sign_in::sign_in)))
        .service(resource("/sign-out").route(post().to(p::sign_out)))
        .service(resource("/password/forgot").route(get().to(p::show_forgot)).route(post().to(p::forgot)))
        .service(
            resource("/password/reset/{token}").route(get().to(p::show_reset)).route(post().to(p::reset)),
        );
}

/// People with an account; each handler asks for [`people::SignedIn`].
fn signed_in(site: &mut ServiceConfig) {
    use coalitions::handlers as c;
    use signatures::handlers as s;
    site.service(resource("/desk").route(get().to(home::handlers::desk)))
        .service(resource("/letters/{slug}/sign").route(get().to(s::show_sign)).route(post().to(s::sign)))
        .service(resource("/letters/{slug}/withdrawal").route(post().to(s::withdraw)))
        .service(resource("/coalitions/new").route(get().to(c::show_new)).route(post().to(c::create)))
        .service(read_by_all!("/coalitions/{slug}", c::show))
        .service(resource("/coalitions/{slug}/members").route(post().to(c::ask_to_join)))
        .service(
            resource("/coalitions/{slug}/members/{organization}/confirmation").route(post().to(c::confirm)),
        )
        .service(resource("/coalitions/{slug}/members/{organization}/removal").route(post().to(c::remove)));
}

/// Whoever has a personal link, and the coordinators who gave it to them.
fn invited(site: &mut ServiceConfig) {
    use invitations::handlers as i;
    site.service(resource("/invitations/{token}").route(get().to(i::show)).route(head().to(i::show)))
        .service(resource("/invitations/{token}/opening").route(post().to(i::note_opened)))
        .service(resource("/invitations/{token}/acceptance").route(post().to(i::accept)))
        .service(
            resource("/invitations/{token}/decline")
                .route(get().to(i::show_decline))
                .route(post().to(i::decline)),
        )
        .service(
            resource("/letters/{slug}/invitations")
                .route(get().to(i::board::show))
                .route(post().to(i::asking::invite)),
        )
        .service(resource("/letters/{slug}/invitations.csv").route(get().to(i::board::export)))
        .service(resource("/letters/{slug}/invitations/file").route(post().to(i::asking::read_file)))
        .service(resource("/letters/{slug}/invitations/reminders").route(post().to(i::board::remind_all)))
        .service(resource("/letters/{slug}/invitations/{id}/reminder").route(post().to(i::board::remind)))
        .service(resource("/letters/{slug}/invitations/{id}/note").route(post().to(i::board::note)))
        .service(resource("/letters/{slug}/invitations/{id}/revocation").route(post().to(i::board::revoke)))
        .service(resource("/letters/{slug}/invitations/{id}/address").route(post().to(i::board::correct)));
}

/// The people of an organization, and signatures that two of them give.
fn two_steps(site: &mut ServiceConfig) {
    use organizations::handlers::colleagues as o;
    use organizations::handlers::protecting;
    use signatures::handlers::preparing as p;
    site.service(resource("/letters/{slug}/preparation").route(post().to(p::prepare)))
        .service(
            resource("/approvals/{token}").route(get().to(p::show_approval)).route(post().to(p::approve)),
        )
        .service(resource("/approvals/{token}/refusal").route(post().to(p::refuse)))
        .service(
            resource("/organizations/{slug}/people").route(get().to(o::show)).route(post().to(o::invite)),
        )
        .service(
            resource("/organizations/{slug}/protection")
                .route(get().to(protecting::show))
                .route(post().to(protecting::set)),
        )
        .service(resource("/organizations/{slug}/people/steps").route(post().to(o::set_steps)))
        .service(resource("/organizations/{slug}/people/{id}/role").route(post().to(o::set_role)))
        .service(resource("/organizations/{slug}/people/{id}/removal").route(post().to(o::remove)))
        .service(resource("/colleagues/{token}").route(get().to(o::show_place)).route(post().to(o::join)));
}

/// Who may sign for an organization, and changes of mind: from the links in the mail after a signature,
/// signed in as an owner, and in the coordinators' hands.
fn authority(site: &mut ServiceConfig) {
    use signatures::handlers::{cases as c, leaving as l, queue as q};
    let mine = resource("/signatures/{token}").route(get().to(l::show)).route(head().to(l::show));
    let objection = resource("/objections/{token}").route(get().to(c::show_objection));
    let objection = objection.route(head().to(c::show_objection));
    site.service(mine.route(post().to(l::withdraw)))
        .service(objection.route(post().to(c::object_by_link)))
        .service(resource("/letters/{slug}/objection").route(post().to(c::object)))
        .service(resource("/letters/{slug}/authorization").route(post().to(c::confirm)))
        .service(resource("/letters/{slug}/queue").route(get().to(q::show)))
        .service(resource("/letters/{slug}/queue/{entry}/acceptance").route(post().to(q::accept)))
        .service(resource("/letters/{slug}/queue/{entry}/refusal").route(post().to(q::refuse)))
        .service(resource("/letters/{slug}/cases/{case}/restoration").route(post().to(c::restore)))
        .service(resource("/letters/{slug}/cases/{case}/removal").route(post().to(c::remove)));
}

/// An organization's own house: its profile, its ownership, what it signed, and for whom one acts.
fn house(site: &mut ServiceConfig) {
    use organizations::handlers::{house as h, letters as l, profile as p};
    site.service(
        resource("/organizations/{slug}/profile").route(get().to(p::show)).route(post().to(p::change)),
    )
    .service(resource("/organizations/{slug}/logo").route(post().to(p::set_logo)))
    .service(resource("/organizations/{slug}/address").route(post().to(p::ask_address)))
    .service(
        resource("/organization-address/{token}")
            .route(get().to(p::show_address))
            .route(post().to(p::take_address)),
    )
    .service(resource("/organizations/{slug}/letters").route(get().to(l::show)))
    .service(resource("/organizations/{slug}/letters.csv").route(get().to(l::export)))
    .service(resource("/organizations/{slug}/ownership").route(post().to(h::offer)))
    .service(resource("/organizations/{slug}/ownership/withdrawal").route(post().to(h::withdraw_offer)))
    .service(resource("/ownership/{token}").route(get().to(h::show_offer)).route(post().to(h::accept)))
    .service(resource("/ownership/{token}/refusal").route(post().to(h::refuse)))
    .service(
        resource("/organizations/{slug}/leaving").route(get().to(h::show_leaving)).route(post().to(h::leave)),
    )
    .service(resource("/acting").route(get().to(h::show_acting)).route(post().to(h::choose_acting)));
}

/// Whoever registered an organization that exists, and those who own it.
fn claims(site: &mut ServiceConfig) {
    use organizations::handlers::claims as c;
    site.service(resource("/claims/{id}").route(get().to(c::show)).route(post().to(c::say)))
        .service(resource("/claims/{id}/withdrawal").route(post().to(c::withdraw)))
        .service(resource("/claims/{id}/answer").route(post().to(c::answer)))
        .service(resource("/claims/{id}/acceptance").route(post().to(c::accept)));
}

/// What anyone reports, and what a letter's coordinators are warned of.
fn reporting(site: &mut ServiceConfig) {
    use operating::handlers::{letters as l, reporting as r};
    site.service(
        resource("/letters/{slug}/report")
            .route(get().to(r::show_for_letter))
            .route(post().to(r::report_letter)),
    )
    .service(
        resource("/organizations/{slug}/report")
            .route(get().to(r::show_for_organization))
            .route(post().to(r::report_organization)),
    )
    .service(resource("/letters/{slug}/warnings").route(get().to(l::warnings)));
}

/// What is handed over: for coordinators, and afterwards for whoever may see the letter.
fn delivering(site: &mut ServiceConfig) {
    use deliveries::handlers as d;
    site.service(
        resource("/letters/{slug}/delivery")
            .route(get().to(d::show))
            .route(head().to(d::show))
            .route(post().to(d::deliver)),
    )
    .service(resource("/letters/{slug}/delivery/{file}").route(get().to(d::file)).route(head().to(d::file)))
    .service(resource("/letters/{slug}/copies").route(get().to(d::copies::show)))
    .service(resource("/letters/{slug}/answer").route(post().to(d::record_answer)));
}

/// What can be checked: the log of a public letter and the keys by anyone, receipts by who signed.
fn evidence(site: &mut ServiceConfig) {
    use crate::evidence::handlers as e;
    site.service(read!("/.well-known/undersigned-keys.json", e::keys));
    site.service(read!("/verification", e::verification));
    site.service(read!("/letters/{slug}/verification", e::letter_verification));
    site.service(read!("/letters/{slug}/checkpoint", e::checkpoint));
    site.service(read!("/letters/{slug}/leaves", e::leaves));
    site.service(read!("/letters/{slug}/proofs/inclusion", e::inclusion));
    site.service(read!("/letters/{slug}/proofs/consistency", e::consistency));
    site.service(read!("/receipts", e::index));
    site.service(read!("/receipts/{signature}", e::receipt));
    site.service(read!("/receipts/{signature}/receipt.json", e::receipt_json));
}

/// A letter that somebody imports; to everybody else it does not exist.
fn importing(site: &mut ServiceConfig) {
    use imports::handlers as i;
    site.service(resource("/letters/import").route(get().to(i::show_start)).route(post().to(i::start)))
        .service(resource("/imports/{id}").route(get().to(i::show)))
        .service(resource("/imports/{id}/text").route(get().to(i::show_text)).route(post().to(i::save_text)))
        .service(
            resource("/imports/{id}/lines/{line}")
                .route(get().to(i::show_line))
                .route(post().to(i::save_line)),
        )
        .service(
            resource("/imports/{id}/lines/{line}/entries/{place}")
                .route(get().to(i::show_entry))
                .route(post().to(i::save_entry)),
        )
        .service(resource("/imports/{id}/undoing").route(post().to(i::undo)))
        .service(resource("/imports/{id}/letter").route(post().to(i::take_over)))
        .service(resource("/imports/{id}/removal").route(post().to(i::discard)));
}

/// The coordinators of a letter; to everybody else these do not exist.
fn coordinators(site: &mut ServiceConfig) {
    use letters::handlers as l;
    use letters::handlers::composing as w;
    site.service(resource("/letters/new").route(get().to(w::show_new)).route(post().to(w::create)))
        .service(resource("/letters/{slug}/edit").route(get().to(w::show_edit)).route(post().to(w::edit)))
        .service(resource("/letters/{slug}/opening").route(post().to(l::open)))
        .service(resource("/letters/{slug}/publication").route(post().to(l::publish)))
        .service(resource("/letters/{slug}/publication/cancellation").route(post().to(l::cancel_publication)))
        .service(resource("/letters/{slug}/deadline").route(post().to(l::time::move_deadline)))
        .service(
            resource("/letters/{slug}/press")
                .route(get().to(l::press::show_press))
                .route(post().to(l::press::make_link)),
        )
        .service(resource("/letters/{slug}/press/{id}/revocation").route(post().to(l::press::revoke_link)))
        .service(
            resource("/letters/{slug}/retraction")
                .route(get().to(l::retraction::show_retraction))
                .route(post().to(l::retraction::retract)),
        )
        .service(resource("/letters/{slug}/log").route(get().to(l::log::show_log)))
        .service(resource("/letters/{slug}/log.csv").route(get().to(l::log::export_log)))
        .service(resource("/letters/{slug}/closing").route(post().to(l::close)))
        // Last, for everything above it is "new" or longer: the letter itself, for anyone.
        .service(
            resource("/letters/{slug}")
                .route(get().to(reading::handlers::letter))
                .route(head().to(reading::handlers::letter)),
        );
}

/// The list in the hands of a letter's coordinators; how a name appears in it also in its
/// organization's.
fn signatory_list(site: &mut ServiceConfig) {
    use signatures::handlers::{display, groups, line, list, listed, printed, withheld};
    let of = |path: &str| resource(format!("/letters/{{slug}}{path}"));
    site.service(of("/list").route(get().to(list::show_list)))
        .service(of("/order").route(get().to(list::show_order)).route(post().to(list::reorder)))
        .service(of("/list/order").route(post().to(list::reorder)))
        .service(of("/list/ordering").route(post().to(list::order_by)))
        .service(of("/list/undo").route(post().to(list::undo)))
        .service(of("/list/duplicates").route(post().to(list::not_the_same)))
        .service(of("/list/footnotes").route(post().to(list::edit_footnote)))
        .service(
            of("/list/groups").route(get().to(groups::show_new_group)).route(post().to(groups::add_group)),
        )
        .service(
            of("/list/groups/{group}")
                .route(get().to(groups::show_group))
                .route(post().to(groups::edit_group)),
        )
        .service(of("/list/groups/{group}/position").route(post().to(groups::move_group)))
        .service(of("/list/groups/{group}/removal").route(post().to(groups::remove_group)))
        .service(
            of("/list/lines/{signature}").route(get().to(line::show_line)).route(post().to(line::edit_line)),
        )
        .service(of("/list/lines/{signature}/removal").route(post().to(line::remove)))
        .service(of("/list/lines/{signature}/question").route(post().to(listed::ask)))
        .service(of("/list/listed").route(get().to(listed::show_form)).route(post().to(listed::add)))
        .service(of("/list/evidence/{evidence}").route(get().to(listed::evidence)))
        .service(of("/withheld").route(get().to(withheld::show_button)).route(post().to(withheld::look_up)))
        .service(of("/list/lines/{signature}/withholding").route(post().to(withheld::protect)))
        .service(of("/list/lines/{signature}/showing").route(post().to(withheld::end_protection)))
        .service(of("/list/lines/{signature}/heading").route(post().to(withheld::move_withheld)))
        .service(of("/display").route(post().to(display::display)))
        .service(of("/printed-name").route(post().to(printed::appear_as)));
}

/// Those who coordinate a letter together, and whom they ask to.
fn coordinating(site: &mut ServiceConfig) {
    use letters::handlers::coordinators as c;
    site.service(
        resource("/letters/{slug}/coordinators").route(get().to(c::show)).route(post().to(c::invite)),
    )
    .service(resource("/letters/{slug}/coordinators/removal").route(post().to(c::remove)))
    .service(resource("/letters/{slug}/coordinators/withdrawal").route(post().to(c::withdraw)))
    .service(resource("/coordinating").route(post().to(c::accept_on_desk)))
    .service(
        resource("/coordinating/{token}").route(get().to(c::show_invitation)).route(post().to(c::accept)),
    );
}

/// What those invited say of the draft: from the link in their mail, or signed in.
fn commenting(site: &mut ServiceConfig) {
    use comments::handlers as c;
    site.service(
        resource("/invitations/{token}/comments")
            .route(get().to(c::show_by_link))
            .route(post().to(c::comment_by_link)),
    )
    .service(resource("/letters/{slug}/comments").route(get().to(c::show)).route(post().to(c::comment)))
    .service(resource("/letters/{slug}/comments/{id}/answer").route(post().to(c::answer)))
    .service(resource("/letters/{slug}/comments/{id}/resolution").route(post().to(c::resolve)))
    .service(resource("/letters/{slug}/comments/{id}/reopening").route(post().to(c::reopen)));
}
