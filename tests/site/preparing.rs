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

stories! {
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
        site.wait(1200);
        site.visitor().press(&too_late, &[("authority", "yes")]).is(403).sees("can no longer be signed");
    }
}
