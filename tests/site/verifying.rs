//! How an organization is verified, by what, since when, and what falls when that goes.

use undersigned::error::Fault;
use undersigned::ids::{OrganizationId, Slug};
use undersigned::organizations::{self, VerifiedBy};

use crate::support::{Letter, Site, Visitor};

const WEBSITE: &str = "https://www.river-trust.example/about";
const EMAIL: &str = "amal@river-trust.example";

/// Somebody whose organization has a website and an address.
fn registered<'s>(site: &'s Site, name: &str, website: &str, email: &str) -> Visitor<'s> {
    let visitor = site.visitor();
    visitor.register_as(name, &[("website", website), ("email", email)]).sees("Look in your mail");
    visitor.confirm_from_mail();
    visitor
}

/// The methods in an organization's JSON, the best first.
fn methods(site: &Site, slug: &str) -> Vec<String> {
    let json = site.reader().ask(&format!("/organizations/{slug}.json")).json();
    let all = json["verifications"].as_array().expect("verifications").clone();
    let first = all.first().map(|one| (one["method"].clone(), one["since"].clone()));
    let best = (json["verified_by"].clone(), json["verified_at"].clone());
    assert_eq!(first.unwrap_or_default(), best, "the best is the first");
    all.iter().map(|one| one["method"].as_str().expect("a method").to_owned()).collect()
}

/// How the only signatory of a letter is verified, by its JSON.
fn shown_by(site: &Site, letter: &Letter) -> serde_json::Value {
    site.reader().json(letter)["groups"][0]["signatories"][0]["verified_by"].clone()
}

/// An owner saves the profile with another website.
fn move_website(owner: &Visitor<'_>, website: &str) {
    let page = "/organizations/river-trust/profile";
    owner.fill(page, page, &[("website", website)]).is(200).sees("Saved.");
}

/// What an operator does; the pages for it are elsewhere.
fn id_of(site: &Site, slug: &str) -> OrganizationId {
    let slug: Slug = slug.parse().expect("a slug");
    let found = site.db.read::<_, Fault, _>(move |tx| organizations::find_organization(tx, &slug));
    site.runtime().block_on(found).expect("a look").expect("an organization").id
}

stories! {
    fn an_address_at_the_websites_domain_verifies_by_it(site: &Site) {
        registered(site, "River Trust", WEBSITE, EMAIL);
        assert_eq!(methods(site, "river-trust"), ["domain", "email"]);
        let page = site.reader().get("/organizations/river-trust");
        page.is(200).sees("by its web domain: its email address is at river-trust.example, confirmed on").sees("by email: its address was confirmed on");
        assert!(!page.html().contains(EMAIL), "the address itself is nobody's business");
        assert_eq!(page.attributes("dl a", "rel"), ["nofollow noopener ugc"]);
        let river = registered(site, "Hill Trust", "hill.example", "office@mail.hill.example");
        let letter = river.publish(&[]);
        river.sign(&letter);
        assert_eq!(shown_by(site, &letter), "domain");
        site.reader().read(&letter).sees("verified by its web domain");
    }

    fn what_only_looks_like_its_domain_does_not(site: &Site) {
        for (at, (website, email)) in [
            ("https://river-trust.example.evil.example", "amal@river-trust.example"),
            ("https://gmail.com", "amal@gmail.com"),
            ("https://river.github.io", "amal@hill.github.io"),
            ("https://river.wordpress.com", "amal@wordpress.com"),
            ("https://river.co.uk", "amal@hill.co.uk"),
            ("https://xn--rver-lza.example", "amal@river.example"),
        ].into_iter().enumerate() {
            let name = format!("River {at}");
            registered(site, &name, website, email);
            assert_eq!(methods(site, &format!("river-{at}")), ["email"], "{website} {email}");
        }
        for website in ["https://amal@river.example", "https://192.0.2.7", "javascript:alert(1)", "https://[::1]/"] {
            site.visitor().register_as("River", &[("website", website)]).is(422).complains("website", "");
        }
    }

    fn another_website_ends_it_and_the_owners_hear_so(site: &Site) {
        let river = registered(site, "River Trust", WEBSITE, EMAIL);
        let letter = river.publish(&[]);
        river.sign(&letter);
        assert_eq!(shown_by(site, &letter), "domain");
        move_website(&river, "https://river-trust.example/elsewhere");
        assert_eq!(methods(site, "river-trust"), ["domain", "email"], "the same domain proves the same");
        move_website(&river, "https://hill.example");
        river.mail().says("no longer verified by its web domain").says("what else it is verified by stands");
        assert_eq!(methods(site, "river-trust"), ["email"]);
        assert_eq!(shown_by(site, &letter), "email", "whoever reads a letter sees it at once");
        let shown = site.reader().read(&letter).all("#signatories .verified");
        assert_eq!(shown, ["verified by email"]);
        site.wait(86_400);
        move_website(&river, WEBSITE);
        let json = site.reader().ask("/organizations/river-trust.json").json();
        assert_eq!(json["verified_by"], "domain");
        assert!(json["verified_at"].as_str() > json["verifications"][1]["since"].as_str(), "anew, not as if it had never gone");
    }

    fn another_address_is_confirmed_from_its_own_mailbox(site: &Site) {
        let river = registered(site, "River Trust", WEBSITE, EMAIL);
        let profile = "/organizations/river-trust/profile";
        let asked = river.fill(profile, "/organizations/river-trust/address", &[("email", "river@free.example")]);
        asked.is(200).sees("Nothing changes before it is answered").sees("river@free.example");
        let notice = river.mail();
        notice.says("another address on Undersigned than this one");
        assert!(!notice.text.contains("river@free.example"), "that mailbox may be in other hands");
        let first = site.mail_to("river@free.example").link();

        // Asked again, the earlier link is over.
        river.fill(profile, "/organizations/river-trust/address", &[("email", "river@free.example")]).is(200);
        river.mail();
        let link = site.mail_to("river@free.example").link();
        site.visitor().get(&first).is(410);
        site.visitor().press(&first, &[]).is(410);
        for _ in 0..2 {
            site.visitor().get(&link).is(200).sees("Confirm the address of River Trust");
        }
        assert_eq!(methods(site, "river-trust"), ["domain", "email"], "opening it changes nothing");

        site.visitor().fill(&link, &link, &[]).is(200).sees("The address is confirmed");
        site.visitor().press(&link, &[]).is(410);
        river.mail().says("is now river@free.example").says("no longer verified by its web domain");
        assert_eq!(methods(site, "river-trust"), ["email"]);
        river.get(profile).sees("river@free.example");
        river.fill(profile, "/organizations/river-trust/address", &[("email", "river@free.example")]).is(422).complains("email", "the address that the organization has");
        river.fill(profile, "/organizations/river-trust/address", &[("email", "amal@co.uk@")]).is(422).complains("email", "not an email address");
    }

    fn an_address_that_was_asked_for_by_somebody_who_is_no_owner_any_more_is_not_taken(site: &Site) {
        let river = registered(site, "River Trust", WEBSITE, EMAIL);
        let nour = crate::preparing::colleague(site, &river, "river-trust", "nour@river-trust.example", "owner");
        let profile = "/organizations/river-trust/profile";
        nour.fill(profile, "/organizations/river-trust/address", &[("email", "nour@evil.example")]).is(200);
        river.mail();
        let link = site.mail_to("nour@evil.example").link();
        let people = river.get("/organizations/river-trust/people");
        let out = people.attributes("form[action$='/removal']", "action");
        river.press(&out[1], &[]).is(303); // the first is their own
        site.mail_to("nour@river-trust.example").says("has taken you out");
        site.visitor().press(&link, &[]).is(410);
        assert_eq!(methods(site, "river-trust"), ["domain", "email"]);
        site.wait(2 * 86_400);
        site.visitor().get(&link).is(410);
    }

    fn a_coalition_vouches_until_the_membership_ends(site: &Site) {
        let office = site.organization("Alliance Office");
        let coalition = office.set_up("Syrian NGO Alliance", "SNA");
        let river = site.organization("River Trust");
        let letter = river.publish(&[]);
        river.sign(&letter);
        assert_eq!(shown_by(site, &letter), "email");
        office.admit(&coalition, &river);
        assert_eq!(methods(site, "river-trust"), ["vouched", "email"]);
        assert_eq!(shown_by(site, &letter), "vouched");
        site.reader().get("/organizations/river-trust").sees("by a coalition: Syrian NGO Alliance vouches for it as its member, since");
        office.press(&format!("{coalition}/members/river-trust/removal"), &[]).is(303);
        assert_eq!(methods(site, "river-trust"), ["email"]);
        assert_eq!(shown_by(site, &letter), "email");
        site.reader().get("/organizations/river-trust").lacks("vouches");
    }

    fn nobody_vouches_for_themselves(site: &Site) {
        let office = site.organization("Alliance Office");
        let coalition = office.set_up("Alliance of One", "");
        office.ask_to_join(&coalition);
        office.mail();
        office.press(&format!("{coalition}/members/alliance-office/confirmation"), &[]).is(303);
        office.mail();
        site.reader().get(&coalition).sees("Alliance Office");
        assert_eq!(methods(site, "alliance-office"), ["email"], "a member, on nobody else's word");
    }

    fn who_is_verified_no_longer_cannot_sign_until_an_address_is_confirmed_again(site: &Site) {
        let river = site.organization("River Trust");
        let (signed, open) = (river.publish(&[]), river.publish(&[("title", "Another")]));
        river.sign(&signed);
        let id = id_of(site, "river-trust");
        let end = site.db.write(move |tx| organizations::end_verification(tx, id, VerifiedBy::Email));
        site.runtime().block_on(end).expect("it ends");

        assert!(methods(site, "river-trust").is_empty());
        site.reader().get("/organizations/river-trust").is(200).sees("Not at present");
        assert_eq!(site.reader().json(&signed)["count"], 1, "what it signed stays");
        assert_eq!(shown_by(site, &signed), serde_json::Value::Null);
        let page = site.reader().read(&signed);
        page.sees("River Trust");
        assert!(page.all("#signatories .verified").is_empty(), "nothing is said of it that does not hold");
        river.press(&open.sign(), &[("organization", "river-trust"), ("authority", "yes"), ("representative_name", "Amal")]).is(403);
        river.get("/desk").sees("not verified");

        let profile = "/organizations/river-trust/profile";
        river.fill(profile, "/organizations/river-trust/address", &[("email", &river.email())]).is(200);
        let link = river.mail().link();
        river.fill(&link, &link, &[]).is(200);
        river.mail().says("is verified by it from today");
        river.sign(&open);
        assert_eq!(shown_by(site, &signed), "email");
    }

    fn the_operators_look_is_the_best_and_ends_when_they_say(site: &Site) {
        let river = registered(site, "River Trust", WEBSITE, EMAIL);
        let office = site.organization("Alliance Office");
        let coalition = office.set_up("Syrian NGO Alliance", "SNA");
        office.admit(&coalition, &river);
        let id = id_of(site, "river-trust");
        let person = site.db.read::<_, Fault, _>(move |tx| organizations::owners_of(tx, id));
        let operator = site.runtime().block_on(person).expect("owners")[0].id;
        let look = site.db.write(move |tx| organizations::verify_by_operator(tx, id, operator, "the register of charities"));
        site.runtime().block_on(look).expect("they look");
        assert_eq!(methods(site, "river-trust"), ["operator", "vouched", "domain", "email"]);
        site.reader().get("/organizations/river-trust").sees("by the operator, who looked at who it is").lacks("register of charities");
        let end = site.db.write(move |tx| organizations::end_verification(tx, id, VerifiedBy::Operator));
        site.runtime().block_on(end).expect("it ends");
        assert_eq!(methods(site, "river-trust"), ["vouched", "domain", "email"]);
    }

    fn what_the_lists_of_domains_decide_is_decided_anew_at_each_start(site: &Site) {
        registered(site, "River Trust", WEBSITE, EMAIL);
        let id = id_of(site, "river-trust");
        let end = site.db.write(move |tx| organizations::end_verification(tx, id, VerifiedBy::Domain));
        site.runtime().block_on(end).expect("it ends");
        assert_eq!(methods(site, "river-trust"), ["email"]);
        let second = site.second_node();
        assert_eq!(methods(site, "river-trust"), ["domain", "email"]);
        site.runtime().block_on(second.stop());
    }
}
