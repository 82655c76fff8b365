//! Several coordinators of one letter: inviting, removing, handing over.

use crate::support::letters::DEFAULTS;
use crate::support::people::address_of;
use crate::support::{Letter, Site, Visitor};

/// Invites somebody to coordinate and returns the path of the link in their mail.
fn invited(by: &Visitor<'_>, letter: &Letter, email: &str, typed: &[(&str, &str)]) -> String {
    let mut fields = vec![("email", email)];
    fields.extend_from_slice(typed);
    let answer = by.press(&letter.at("/coordinators"), &fields);
    answer.is(303);
    by.get(answer.header("location")).sees("The invitation is on its way.").sees(email);
    by.site.mail_to(email).link()
}

/// Two people who coordinate a letter together.
pub fn two_coordinators(site: &Site) -> (Visitor<'_>, Visitor<'_>, Letter) {
    let (river, hill) = (site.organization("River Trust"), site.organization("Hill Trust"));
    let letter = river.write(&[]);
    let link = invited(&river, &letter, &hill.email(), &[]);
    hill.fill(&link, &link, &[]).is(200).sees("You coordinate this letter.");
    (river, hill, letter)
}

/// The id in the button that removes somebody, from the page of the coordinators.
fn id_of(visitor: &Visitor<'_>, letter: &Letter, button: &str) -> String {
    let page = visitor.get(&letter.at("/coordinators"));
    let removal = format!("form[action='{}']", letter.at("/coordinators/removal"));
    let buttons = page.all(&format!("{removal} button"));
    let at = buttons.iter().position(|words| words == button).expect("the button");
    page.attributes(&format!("{removal} input[name=person]"), "value")[at].clone()
}

stories! {
    fn a_letter_has_several_coordinators(site: &Site) {
        let (river, hill) = (site.organization("River Trust"), site.organization("Hill Trust"));
        let letter = river.write(&[]);
        river.get(&letter.edit()).sees("Coordinators");
        hill.ask(&letter.edit()).is(404);
        let link = invited(&river, &letter, &hill.email(), &[]);
        let page = hill.get(&link);
        page.is(200).sees("asks you to coordinate").sees(DEFAULTS[0].1);
        hill.ask(&letter.edit()).is(404);
        hill.send_form(&page, &link, &[]).is(303);
        hill.fill(&letter.edit(), &letter.edit(), &[("title", "A common letter")]).is(200).sees("Saved.");
        river.get("/desk").sees("A common letter");
        hill.get("/desk").sees("A common letter");
        let page = river.get(&letter.at("/coordinators"));
        page.sees(&river.email()).sees(&hill.email()).lacks("Waiting for an answer");
        river.get(&letter.at("/log")); // the log's own page is told elsewhere
    }

    fn whoever_holds_the_link_accepts_once_and_signed_in(site: &Site) {
        let (river, hill) = (site.organization("River Trust"), site.organization("Hill Trust"));
        let letter = river.write(&[]);
        let link = invited(&river, &letter, "somebody@example.org", &[]);
        let visitor = site.visitor();
        assert!(visitor.ask(&link).header("location").starts_with("/sign-in?next=%2Fcoordinating%2F"));
        let answer = visitor.press(&link, &[]);
        answer.is(303);
        assert!(answer.header("location").starts_with("/sign-in?next=%2Fcoordinating%2F"));
        // Another address than the one it was sent to, and nothing happens by looking.
        hill.get(&link).is(200);
        hill.get("/desk").lacks(DEFAULTS[0].1);
        hill.fill(&link, &link, &[]).is(200);
        hill.get(&letter.edit()).is(200);
        let wood = site.organization("Wood Trust");
        wood.ask(&link).is(410).sees("no longer works");
        wood.press(&link, &[]).is(410);
        wood.ask("/coordinating/aaaaaaaa").is(410);
        wood.ask(&letter.edit()).is(404);
    }

    fn the_answer_does_not_say_whether_an_address_is_known(site: &Site) {
        let (river, hill) = (site.organization("River Trust"), site.organization("Hill Trust"));
        let letter = river.write(&[]);
        let answers = [hill.email(), "nobody@example.org".to_owned()].map(|email| {
            let answer = river.press(&letter.at("/coordinators"), &[("email", &email)]);
            let mail = site.mail_to(&email);
            (answer.status, answer.header("location").to_owned(), mail.subject.clone(), mail.text.lines().next().map(str::to_owned))
        });
        assert_eq!(answers[0], answers[1]);
    }

    fn an_invitation_waits_on_the_desk_of_its_address_alone(site: &Site) {
        let (river, hill, wood) = (site.organization("River Trust"), site.organization("Hill Trust"), site.organization("Wood Trust"));
        let letter = river.write(&[]);
        let first = invited(&river, &letter, &hill.email(), &[]);
        let link = invited(&river, &letter, &hill.email(), &[]);
        hill.ask(&first).is(410); // the second took its place
        hill.get(&link).is(200);
        let desk = hill.get("/desk");
        desk.sees("Letters to coordinate").sees("asks you to coordinate it together");
        let id = desk.form("/coordinating")["invitation"].clone();
        wood.get("/desk").lacks("Letters to coordinate");
        wood.press("/coordinating", &[("invitation", &id)]).is(410);
        wood.press("/coordinating", &[("invitation", "x")]).is(410);
        hill.fill("/desk", "/coordinating", &[]).is(200).sees("You coordinate this letter.");
        hill.press("/coordinating", &[("invitation", &id)]).is(410);
        hill.ask(&link).is(410);
        hill.get("/desk").lacks("Letters to coordinate").sees(DEFAULTS[0].1);
    }

    fn an_invitation_ends_after_two_weeks_or_when_it_is_taken_back(site: &Site) {
        let (river, hill) = (site.organization("River Trust"), site.organization("Hill Trust"));
        let letter = river.write(&[]);
        let link = invited(&river, &letter, &hill.email(), &[]);
        let id = river.get(&letter.at("/coordinators")).form(&letter.at("/coordinators/withdrawal"))["invitation"].clone();
        hill.press(&letter.at("/coordinators/withdrawal"), &[("invitation", &id)]).is(404);
        let other = hill.write(&[]);
        hill.press(&other.at("/coordinators/withdrawal"), &[("invitation", &id)]).is(404);
        river.fill(&letter.at("/coordinators"), &letter.at("/coordinators/withdrawal"), &[]).is(200)
            .sees("taken back").lacks("Waiting for an answer");
        hill.press(&link, &[]).is(410);
        let link = invited(&river, &letter, &hill.email(), &[]);
        site.wait(14 * 86_400 + 1);
        hill.sign_in(&hill.email(), &hill.password()).is(200);
        hill.ask(&link).is(410);
        hill.press(&link, &[]).is(410);
        hill.get("/desk").lacks("Letters to coordinate");
        hill.ask(&letter.edit()).is(404);
    }

    fn a_coordinator_is_removed_and_told(site: &Site) {
        let (river, hill, letter) = two_coordinators(site);
        // What the removed one has under way is over, too.
        let link = invited(&hill, &letter, "friend@example.org", &[]);
        let open = hill.get(&letter.edit());
        let id = id_of(&river, &letter, "Remove");
        river.press(&letter.at("/coordinators/removal"), &[("person", &id)]).is(303);
        let mail = hill.mail();
        mail.says("has removed you from the coordinators").says(&river.email());
        hill.ask(&letter.edit()).is(404);
        hill.ask(&letter.at("/coordinators")).is(404);
        hill.send_form(&open, &letter.edit(), &[("body", "Mine!")]).is(404);
        site.organization("Wood Trust").ask(&link).is(410);
        river.get(&letter.at("/coordinators")).lacks("Hill").lacks(&hill.email());
        river.press(&letter.at("/coordinators/removal"), &[("person", &id)]).is(404);
    }

    fn the_last_coordinator_stays(site: &Site) {
        let (river, hill, letter) = two_coordinators(site);
        let (own, other) = (id_of(&river, &letter, "Step down"), id_of(&river, &letter, "Remove"));
        river.press(&letter.at("/coordinators/removal"), &[("person", &own)]).is(303);
        river.ask(&letter.edit()).is(404);
        hill.press(&letter.at("/coordinators/removal"), &[("person", &other)]).is(403).sees("Nobody would be left");
        hill.get(&letter.at("/coordinators")).lacks("Step down").lacks("Hand over ");
        hill.get(&letter.edit()).is(200);
    }

    fn a_letter_is_handed_over_when_it_is_accepted(site: &Site) {
        let (river, hill) = (site.organization("River Trust"), site.organization("Hill Trust"));
        let letter = river.write(&[]);
        let link = invited(&river, &letter, &hill.email(), &[("hand_over", "yes")]);
        river.get(&letter.edit()).is(200);
        // Whoever sent it cannot take it up, which would leave nobody.
        river.press(&link, &[]).is(303);
        river.get(&letter.edit()).is(200);
        hill.get(&link).sees("stops coordinating it");
        hill.fill(&link, &link, &[]).is(200);
        river.mail().says("has accepted to take over");
        river.ask(&letter.edit()).is(404);
        river.get("/desk").lacks(DEFAULTS[0].1);
        hill.get(&letter.edit()).is(200);
    }

    fn a_letter_is_handed_over_to_another_coordinator_at_once(site: &Site) {
        let (river, hill, letter) = two_coordinators(site);
        let (to, yes) = (hill.email(), "yes");
        river.press(&letter.at("/coordinators"), &[("email", &to)]).is(422).complains("email", "coordinates the letter already");
        river.press(&letter.at("/coordinators"), &[("email", &river.email())]).is(422).complains("email", "your own address");
        river.press(&letter.at("/coordinators"), &[("email", "no address")]).is(422).complains("email", "not an email address");
        river.press(&letter.at("/coordinators"), &[("email", &to), ("hand_over", yes)]).is(303);
        hill.mail().says("has handed over to you");
        river.ask(&letter.edit()).is(404);
        hill.get(&letter.at("/coordinators")).is(200).lacks(&address_of("River Trust"));
    }

    fn coordinators_do_not_exist_for_strangers(site: &Site) {
        let (river, hill) = (site.organization("River Trust"), site.organization("Hill Trust"));
        let letter = river.write(&[]);
        hill.ask(&letter.at("/coordinators")).is(404);
        hill.press(&letter.at("/coordinators"), &[("email", "a@example.org")]).is(404);
        let own = id_of_self(&river, &letter);
        hill.press(&letter.at("/coordinators/removal"), &[("person", &own)]).is(404);
        river.press(&letter.at("/coordinators/removal"), &[("person", "nonsense")]).is(404);
        // Ten an hour, and one was sent above.
        for _ in 0..9 {
            river.press(&letter.at("/coordinators"), &[("email", "busy@example.org")]).is(303);
            site.mail_to("busy@example.org");
        }
        river.press(&letter.at("/coordinators"), &[("email", "busy@example.org")]).is(429);
    }
}

/// The id of the only coordinator, who has no button: from the session of somebody who has one.
fn id_of_self(visitor: &Visitor<'_>, letter: &Letter) -> String {
    let other = visitor.site.organization("Lake Trust");
    let link = invited(visitor, letter, &other.email(), &[]);
    other.fill(&link, &link, &[]).is(200);
    let id = id_of(visitor, letter, "Step down");
    let leaving = id_of(&other, letter, "Step down");
    other.press(&letter.at("/coordinators/removal"), &[("person", &leaving)]).is(303);
    id
}
