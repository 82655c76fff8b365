//! Two persons to a signature: one prepares, one with authority approves from a mail.

use crate::support::letters::list;
use crate::support::{Letter, Site, Visitor};

const PASSWORD: &str = "the river runs to the sea";

/// A colleague who joins an organization by the mail of its owner.
pub fn colleague<'s>(
    site: &'s Site,
    owner: &Visitor<'_>,
    slug: &str,
    email: &str,
    role: &str,
) -> Visitor<'s> {
    let people = format!("/organizations/{slug}/people");
    owner.fill(&people, &people, &[("email", email), ("role", role)]).is(200).sees("The mail is on its way.");
    let link = site.mail_to(email).link();
    let colleague = site.visitor();
    let typed = [("person_name", "Nour Saleh"), ("password", PASSWORD)];
    colleague.fill(&link, &link, &typed).is(200).sees("You are one of its people.");
    site.visitor().get(&link).is(410);
    colleague
}

/// Prepares the signature as the form proposes it.
#[track_caller]
fn prepare(member: &Visitor<'_>, letter: &Letter) {
    let page = member.fill(&letter.sign(), &letter.at("/preparation"), &[]);
    page.is(200).sees("The signature is prepared.").sees("waits for somebody with authority");
}

/// An organization that wants two persons to every signature: its owner, and another who may sign.
fn two_of<'s>(site: &'s Site, name: &str) -> (Visitor<'s>, Visitor<'s>) {
    let owner = site.organization(name);
    let slug = owner.slug();
    let people = format!("/organizations/{slug}/people");
    owner.fill(&people, &format!("{people}/steps"), &[("two_steps", "yes")]).is(200).sees("Saved.");
    let other = colleague(site, &owner, &slug, "nour@hill.example", "signatory");
    (owner, other)
}

/// What a person sends who would sign alone.
#[track_caller]
fn alone(person: &Visitor<'_>, letter: &Letter, revision: &str) {
    let typed = [
        ("organization", "hill-trust"),
        ("authority", "yes"),
        ("representative_name", "Amal"),
        ("revision", revision),
    ];
    person.press(&letter.sign(), &typed).is(403).sees("needs two persons");
}

/// The hash that a letter's signing page shows.
fn shown_revision(person: &Visitor<'_>, letter: &Letter) -> String {
    person.get(&letter.sign()).form(&letter.at("/preparation"))["revision"].clone()
}

stories! {
    fn two_steps_are_two_on_the_way_from_an_invitation(site: &Site) {
        let office = site.organization("Alliance Office");
        let (hill, _nour) = two_of(site, "Hill Trust");
        let letter = office.write(&[]);
        office.fill(&letter.edit(), &letter.at("/opening"), &[]).is(200);
        let board = letter.at("/invitations");
        office.fill(&board, &board, &[("addresses", &hill.email()), ("then", "send")]).is(200);
        let invitation = hill.mail().link();
        let page = hill.fill(&invitation, &format!("{invitation}/acceptance"), &[]);
        page.is(200).sees("Prepare the signature").lacks("Sign this letter");
        alone(&hill, &letter, &shown_revision(&hill, &letter));
        prepare(&hill, &letter);
        site.visitor().press(&site.mail_to("nour@hill.example").link(), &[("authority", "yes")]).is(200);
        hill.mail();
        assert!(site.mail_to("nour@hill.example").subject.contains("has signed"), "who gave it");
        assert_eq!(office.get(&board).attributes("ul.board .stage", "data-stage"), ["signed"]);
    }

    fn two_steps_are_two_to_confirm_a_listed_line(site: &Site) {
        let office = site.organization("Alliance Office");
        let (hill, _nour) = two_of(site, "Hill Trust");
        let letter = office.publish(&[("ordering", "time")]);
        let listed = [("name", "The Hill"), ("said_by", "Nour"), ("said_at", "2016-12-10"), ("email", &hill.email())];
        office.press(&letter.at("/list/listed"), &listed).is(303);
        let link = hill.mail().link();
        office.sign(&letter);
        hill.fill(&link, &format!("{link}/acceptance"), &[]).is(200).sees("The Hill is us");
        alone(&hill, &letter, &shown_revision(&hill, &letter));
        prepare(&hill, &letter);
        assert_eq!(list(&site.reader().json(&letter)), ["1 The Hill (-)", "2 Alliance Office (-)"]);
        site.visitor().press(&site.mail_to("nour@hill.example").link(), &[("authority", "yes")]).is(200);
        hill.mail();
        site.mail_to("nour@hill.example");
        let json = site.reader().json(&letter);
        assert_eq!(list(&json).len(), 2, "its own line, not another: {json}");
        assert_eq!(json.to_string().matches("\"confirmed\"").count(), 2);
    }

    fn two_steps_are_two_to_keep_a_signature_under_another_text(site: &Site) {
        let office = site.organization("Alliance Office");
        let (hill, nour) = two_of(site, "Hill Trust");
        let letter = office.publish(&[]);
        prepare(&hill, &letter);
        site.visitor().press(&site.mail_to("nour@hill.example").link(), &[("authority", "yes")]).is(200);
        hill.mail();
        site.mail_to("nour@hill.example");
        let revision = |visitor: &Visitor<'_>| visitor.json(&letter)["groups"][0]["signatories"][0]["revision"].as_i64();
        assert_eq!(revision(&site.reader()), Some(1));
        office.revise_in_substance(&letter, "We, the undersigned, ask for two things.", &[]);
        let (first, second) = (hill.mail().link(), site.mail_to("nour@hill.example").link());

        hill.get(&first).sees("wants two persons to every signature");
        hill.answer(&first, "keep").is(200).sees("prepared that the signature is kept").sees("waits for another person");
        assert_eq!(revision(&site.reader()), Some(1), "one person keeps nothing");
        hill.answer(&first, "keep").is(200); // pressing twice is pressing once: no second mail
        let mail = site.mail_to("nour@hill.example");
        assert!(mail.subject.starts_with("Keep the signature of Hill Trust?"), "{}", mail.subject);
        let page = site.visitor().get(&mail.link());
        page.is(200).sees("What changed since your organization signed").sees("Approve and keep");
        assert_eq!(page.all("ins").iter().map(|s| s.trim().to_owned()).collect::<Vec<_>>(), ["two things"]);

        // The other's own answer is one person's again: it is prepared for the first, and replaces.
        nour.answer(&second, "keep").is(200).sees("waits for another person");
        site.visitor().press(&mail.link(), &[("authority", "yes")]).is(410).sees("A newer one was prepared");
        let link = hill.mail().link();
        let kept = site.visitor().press(&link, &[("authority", "yes")]);
        kept.is(200).sees("stands under the changed text");
        hill.mail().says("has kept the signature");
        site.mail_to("nour@hill.example").says("has approved what you prepared");
        assert_eq!(revision(&site.reader()), Some(2));
        site.visitor().press(&link, &[("authority", "yes")]).is(410).sees("approved already");
        hill.get(&first).sees("keeps its signature, under revision 2");
    }

    fn what_was_prepared_to_be_kept_can_be_refused_or_withdrawn_by_one(site: &Site) {
        let office = site.organization("Alliance Office");
        let (hill, nour) = two_of(site, "Hill Trust");
        let letter = office.publish(&[]);
        prepare(&nour, &letter);
        site.visitor().press(&hill.mail().link(), &[("authority", "yes")]).is(200);
        hill.mail();
        site.mail_to("nour@hill.example").says("has approved");
        office.revise_in_substance(&letter, "We, the undersigned, ask for two things.", &[]);
        let first = hill.mail().link(); // who approved has signed, and is the owner: nobody else is asked
        hill.answer(&first, "keep").is(200);
        let link = site.mail_to("nour@hill.example").link();
        let refused = site.visitor().press(&format!("{link}/refusal"), &[("reason", "Two are too many.")]);
        refused.is(200);
        hill.mail().says("it stays under the earlier text").says("Two are too many.");
        hill.answer(&first, "keep").is(200);
        let link = site.mail_to("nour@hill.example").link();
        hill.answer(&first, "withdraw").is(200).sees("has withdrawn its signature");
        hill.mail();
        site.visitor().press(&link, &[("authority", "yes")]).is(410);
        assert_eq!(site.reader().json(&letter)["count"], 0, "what was prepared before does not sign again");
    }

    fn nobody_approves_what_they_have_prepared(site: &Site) {
        let office = site.organization("Alliance Office");
        let (hill, nour) = two_of(site, "Hill Trust");
        let letter = office.publish(&[]);
        prepare(&nour, &letter);
        let to_hill = hill.mail().link(); // and no mail to Nour: the end of the story would say
        prepare(&hill, &letter);
        let to_nour = site.mail_to("nour@hill.example").link();
        site.visitor().press(&to_hill, &[("authority", "yes")]).is(410).sees("A newer one was prepared");
        // A member prepares; then becomes the only other one with authority.
        let people = "/organizations/hill-trust/people";
        let roles = hill.get(people).attributes("form[action$=role]", "action");
        let own = nour.get(people).attributes("form[action$=removal]", "action")[0].replace("/removal", "/role");
        assert!(roles.contains(&own));
        hill.press(&own, &[("role", "member")]).is(303);
        site.visitor().get(&to_nour).is(410).sees("no authority");
        site.visitor().press(&to_nour, &[("authority", "yes")]).is(410);
        site.visitor().press(&format!("{to_nour}/refusal"), &[]).is(410);
        assert_eq!(site.reader().json(&letter)["count"], 0);
        hill.press(&own, &[("role", "signatory")]).is(303);
        site.visitor().press(&to_nour, &[("authority", "yes")]).is(200);
        hill.mail();
        site.mail_to("nour@hill.example");
        assert_eq!(site.reader().json(&letter)["count"], 1);
    }

    fn a_form_to_prepare_that_needs_another_look_keeps_its_words(site: &Site) {
        let (office, hill) = (site.organization("Alliance Office"), site.organization("Hill Trust"));
        let member = colleague(site, &hill, "hill-trust", "nour@hill.example", "member");
        let letter = office.publish(&[]);
        let long = "x".repeat(10_000);
        let page = member.get(&letter.sign());
        let again = member.send_form(&page, &letter.at("/preparation"), &[("representative_name", &long), ("representative_title", "Chair")]);
        again.is(422).complains("representative_name", "at most 200 fit");
        let form = again.form(&letter.at("/preparation"));
        assert_eq!((form["representative_name"].len(), form["representative_title"].as_str()), (10_000, "Chair"));
        office.revise(&letter, &[("kind", "editorial"), ("note", "A comma."), ("body", "We, the undersigned, ask for one other thing.")]);
        let moved = member.send_form(&page, &letter.at("/preparation"), &[("representative_title", "Chair")]);
        moved.is(409).sees("Nothing is signed. This is what changed");
        assert_eq!(moved.form(&letter.at("/preparation"))["representative_title"], "Chair");
        member.send_form(&moved, &letter.at("/preparation"), &[("group", "nobodys")]).is(422).complains("group", "has not confirmed");
        assert!(site.unread_mails().is_empty());
    }

    fn a_member_prepares_and_the_owner_approves_from_the_mail(site: &Site) {
        let (office, hill) = (site.organization("Alliance Office"), site.organization("Hill Trust"));
        let member = colleague(site, &hill, "hill-trust", "nour@hill.example", "member");
        let letter = office.publish(&[]);
        let page = member.get(&letter.sign());
        page.is(200).sees("Prepare the signature").lacks("Sign this letter");
        assert_eq!(page.form(&letter.at("/preparation"))["representative_name"], "Amal Haddad", "who has authority");
        member.press(&letter.sign(), &[("organization", "hill-trust"), ("authority", "yes"), ("representative_name", "Nour"),
            ("revision", &page.form(&letter.at("/preparation"))["revision"])]).is(403).sees("owner or a signatory");
        prepare(&member, &letter);
        assert_eq!(site.reader().json(&letter)["count"], 0);

        let mail = hill.mail();
        assert!(mail.subject.starts_with("Approve the signature of Hill Trust?"), "{}", mail.subject);
        mail.says("Nour Saleh has prepared");
        let link = mail.link();
        let reader = site.visitor();
        reader.get(&link).is(200).sees("Open the road.").sees("Amal Haddad and authorised");
        reader.fill(&link, &link, &[]).is(422).complains("authority", "Tick that you are authorised");
        assert_eq!(site.reader().json(&letter)["count"], 0);
        reader.fill(&link, &link, &[("authority", "yes")]).is(200).sees("The name of Hill Trust stands under this letter.");
        hill.mail().says("has signed");
        site.mail_to("nour@hill.example").says("Amal Haddad has approved what you prepared");
        assert_eq!(list(&site.reader().json(&letter)), ["1 Hill Trust (-)"]);
        // Once is once.
        reader.get(&link).is(410).sees("approved already");
        reader.press(&link, &[("authority", "yes")]).is(410);
        reader.press(&format!("{link}/refusal"), &[]).is(410);
        site.visitor().get("/approvals/aaaaaaaa").is(410);
    }

    fn what_is_refused_is_not_signed_and_can_be_prepared_again(site: &Site) {
        let (office, hill) = (site.organization("Alliance Office"), site.organization("Hill Trust"));
        let member = colleague(site, &hill, "hill-trust", "nour@hill.example", "member");
        let letter = office.publish(&[]);
        prepare(&member, &letter);
        let first = hill.mail().link();
        let reader = site.visitor();
        reader.fill(&first, &format!("{first}/refusal"), &[("reason", "Not without the board.")]).is(200).sees("Nothing is signed");
        site.mail_to("nour@hill.example").says("Not without the board.");
        reader.press(&first, &[("authority", "yes")]).is(410).sees("was refused");
        prepare(&member, &letter);
        let second = hill.mail().link();
        prepare(&member, &letter);
        let third = hill.mail().link();
        reader.press(&second, &[("authority", "yes")]).is(410).sees("A newer one was prepared");
        assert_eq!(site.reader().json(&letter)["count"], 0);
        reader.press(&third, &[("authority", "yes")]).is(200);
        hill.mail();
        site.mail_to("nour@hill.example");
        assert_eq!(site.reader().json(&letter)["count"], 1);
    }

    fn a_text_that_moved_is_not_approved(site: &Site) {
        let (office, hill) = (site.organization("Alliance Office"), site.organization("Hill Trust"));
        let member = colleague(site, &hill, "hill-trust", "nour@hill.example", "member");
        let letter = office.publish(&[]);
        prepare(&member, &letter);
        let link = hill.mail().link();
        office.press(&letter.at("/revisions"), &[("kind", "editorial"), ("note", "A comma."), ("title", "Open the road"),
            ("addressees", "To the European Council"), ("place_and_date", "Gaziantep, 14 December 2016"),
            ("body", "We, the undersigned, ask for another thing.")]).is(303);
        let page = site.visitor().press(&link, &[("authority", "yes")]);
        page.is(409).sees("The text has moved").sees("ask for another thing").lacks("Approve and sign");
        assert_eq!(site.reader().json(&letter)["count"], 0);
        prepare(&member, &letter);
        let link = hill.mail().link();
        site.visitor().press(&link, &[("authority", "yes")]).is(200);
        hill.mail();
        site.mail_to("nour@hill.example");
        assert_eq!(site.reader().json(&letter)["count"], 1);
    }

    fn an_organization_can_ask_for_two_persons(site: &Site) {
        let (office, hill) = (site.organization("Alliance Office"), site.organization("Hill Trust"));
        let people = "/organizations/hill-trust/people";
        hill.fill(people, &format!("{people}/steps"), &[("two_steps", "yes")]).is(200).sees("Saved.");
        let alone = office.publish(&[("title", "Signed alone")]);
        hill.sign(&alone);
        let _other = colleague(site, &hill, "hill-trust", "nour@hill.example", "signatory");
        let letter = office.publish(&[]);
        let page = hill.get(&letter.sign());
        let form = page.form(&letter.at("/preparation"));
        hill.press(&letter.sign(), &[("organization", "hill-trust"), ("authority", "yes"), ("representative_name", "Amal"), ("revision", &form["revision"])])
            .is(403).sees("needs two persons");
        prepare(&hill, &letter);
        let link = site.mail_to("nour@hill.example").link();
        site.visitor().press(&link, &[("authority", "yes")]).is(200);
        hill.mail();
        site.mail_to("nour@hill.example");
        assert_eq!(site.reader().json(&letter)["count"], 1);
    }

    fn whoever_lost_the_authority_approves_nothing(site: &Site) {
        let (office, hill) = (site.organization("Alliance Office"), site.organization("Hill Trust"));
        let signatory = colleague(site, &hill, "hill-trust", "nour@hill.example", "signatory");
        let people = "/organizations/hill-trust/people";
        hill.fill(people, &format!("{people}/steps"), &[("two_steps", "yes")]).is(200);
        let letter = office.publish(&[]);
        prepare(&hill, &letter);
        let link = site.mail_to("nour@hill.example").link();
        let removals = hill.get(people).attributes("form[action$=removal]", "action");
        let forms = signatory.get(people).attributes("form[action$=removal]", "action");
        assert_eq!(forms.len(), 1, "a signatory can only leave");
        assert_eq!(removals.len(), 2);
        let own = removals.iter().find(|action| !forms.contains(action)).expect("the owner's");
        hill.press(own, &[]).is(403).sees("at least one owner");
        signatory.press(own, &[]).is(404);
        hill.press(&forms[0], &[]).is(303);
        site.mail_to("nour@hill.example").says("taken you out");
        signatory.get(people).is(404);
        site.visitor().press(&link, &[("authority", "yes")]).is(410);
        assert_eq!(site.reader().json(&letter)["count"], 0);
        site.organization("River Trust").get(people).is(404);
    }

    fn after_the_deadline_what_was_prepared_before_has_fifteen_minutes(site: &Site) {
        let (office, hill) = (site.organization("Alliance Office"), site.organization("Hill Trust"));
        let member = colleague(site, &hill, "hill-trust", "nour@hill.example", "member");
        let then = jiff::Timestamp::now() + jiff::SignedDuration::from_hours(24);
        let letter = office.publish(&[("deadline", &then.strftime("%Y-%m-%dT%H:%M").to_string())]);
        let late = office.publish(&[("deadline", &then.strftime("%Y-%m-%dT%H:%M").to_string())]);
        prepare(&member, &letter);
        let link = hill.mail().link();
        prepare(&member, &late);
        let too_late = hill.mail().link();
        site.wait(86_400 + 300);
        site.visitor().press(&link, &[("authority", "yes")]).is(200);
        hill.mail();
        site.mail_to("nour@hill.example");
        site.wait(1200);
        site.visitor().press(&too_late, &[("authority", "yes")]).is(403).sees("can no longer be signed");
    }
}
