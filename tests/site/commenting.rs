//! Comments by invited organizations on a draft, and the answers of its coordinators.

use undersigned::error::Fault;
use undersigned::ids::Slug;
use undersigned::invitations::{self, NewInvitation};
use undersigned::letters;
use undersigned::people::{self, Email};

use crate::support::{Letter, Visitor};

const BODY: &str = "We ask for peace in the whole country.\n\nOpen the road to the camps before winter.\n\nLet all prisoners go.";

/// Invites an address to a letter in a coordinator's name, and returns the path of its comments. The
/// board on which people do this has stories of its own.
fn invited(by: &Visitor<'_>, letter: &Letter, organization: &str, email: &str) -> String {
    let (by_email, slug) = (by.email(), letter.slug().to_owned());
    let who = NewInvitation {
        organization_name: organization.to_owned(),
        person_name: String::new(),
        email: Email::read(email).expect("an address"),
        coalition_id: None,
        signature_id: None,
    };
    let invite = by.site.db.write::<_, Fault, _>(move |tx| {
        let email = Email::read(&by_email).expect("an address");
        let person = people::find_person_by_email(tx, &email)?.expect("the coordinator");
        let slug: Slug = slug.parse().expect("a slug");
        let letter = letters::find_any(tx, &slug)?.expect("the letter");
        invitations::invite(tx, letter.id, person.id, &who)
    });
    let (_, token) = by.site.runtime().block_on(invite).expect("a database").expect("a new address");
    format!("/invitations/{}/comments", token.as_str())
}

/// Opens the page and comments on a paragraph of it.
fn says(guest: &Visitor<'_>, page: &str, paragraph: &str, body: &str, typed: &[(&str, &str)]) {
    let mut fields = vec![("paragraph", paragraph), ("body", body)];
    fields.extend_from_slice(typed);
    let answer = guest.press(page, &fields);
    answer.is(303);
    guest.get(answer.header("location")).is(200).sees("Your comment is kept");
}

fn told(coordinator: &Visitor<'_>) {
    let mail = coordinator.mail();
    assert_eq!(mail.subject, "There are comments on your draft");
    coordinator.get(&mail.link()).is(200).sees("Comments");
}

/// The address of the only comment.
fn comment(coordinator: &Visitor<'_>, letter: &Letter) -> String {
    let page = coordinator.get(&letter.at("/comments"));
    let ids = page.attributes("article.comment", "id");
    assert_eq!(ids.len(), 1, "{}", page.text());
    format!("{}/{}", letter.at("/comments"), ids[0].trim_start_matches("c-"))
}

stories! {
    fn an_invited_organization_comments_without_an_account_and_is_answered(site: &Site) {
        let river = site.organization("River Trust");
        let letter = river.write(&[("body", BODY)]);
        let page = invited(&river, &letter, "Hill Trust", "amal@hill.example");
        let guest = site.visitor();
        guest.get(&page).is(200).sees("Open the road to the camps before winter.").sees("Comment on this paragraph");
        says(&guest, &page, "1", "“Before winter” is too late.\n\nSay “now”.", &[("red_line", "yes"), ("name", "Amal")]);
        told(&river);
        let all = river.get(&letter.at("/comments"));
        all.sees("Amal, Hill Trust").sees("Red line").sees("Say “now”.");
        assert_eq!(all.all("#p-1 .comment .said").len(), 1, "it stands at its paragraph");
        assert!(all.all("#p-0 .comment").is_empty());

        let address = comment(&river, &letter);
        river.press(&format!("{address}/answer"), &[("answer", "We will.")]).is(303);
        let mail = site.mail_to("amal@hill.example");
        mail.says("has answered your comment").says("We will.");
        assert_ne!(mail.link(), page, "a link of its own");
        guest.get(&mail.link()).is(200).sees("We will.");
        guest.get(&page).sees("We will.");
        river.press(&format!("{address}/resolution"), &[]).is(303);
        river.get(&letter.at("/comments")).sees("resolved").sees("Open (0)").sees("Red lines (1)");
        river.get(&letter.at("/comments?show=open")).lacks("too late").sees("None.");
        river.get(&letter.at("/comments?show=red-lines")).sees("too late");
        river.fill(&letter.at("/comments"), &format!("{address}/reopening"), &[]).is(200).sees("Open (1)");
        river.get(&letter.at("/log")).sees("commented on the draft: Hill Trust").sees("answered a comment").sees("resolved a comment").sees("reopened a comment");
    }

    fn a_comment_follows_its_paragraph_through_the_draft(site: &Site) {
        let river = site.organization("River Trust");
        let letter = river.write(&[("body", BODY)]);
        let page = invited(&river, &letter, "Hill Trust", "amal@hill.example");
        let guest = site.visitor();
        says(&guest, &page, "1", "About the road.", &[]);
        told(&river);
        let at = |body: &str, css: &str| {
            river.fill(&letter.edit(), &letter.edit(), &[("body", body)]).is(200);
            let found = river.get(&letter.at("/comments"));
            assert_eq!(found.all(&format!("{css} .comment .said")), ["About the road."], "{body}");
            found
        };
        let moved = at("Dear all.\n\nDear others.\n\nOpen the road to the camps before winter.", "#p-2");
        assert!(moved.all("#p-2 .quote").is_empty(), "the paragraph is what it was");
        let changed = at("Open all the roads to the camps before winter comes.\n\nDear all.", "#p-0");
        assert_eq!(changed.all("#p-0 .quote"), ["Open the road to the camps before winter."]);
        at("Dear all.", "section[aria-labelledby=gone]").sees("Paragraphs that are gone");
        guest.get(&page).sees("Paragraphs that are gone").sees("About the road.");
    }

    fn a_draft_that_moves_while_a_comment_is_written_keeps_what_was_seen(site: &Site) {
        let river = site.organization("River Trust");
        let letter = river.write(&[("body", BODY)]);
        let page = invited(&river, &letter, "Hill Trust", "amal@hill.example");
        let guest = site.visitor();
        let version = guest.get(&page).form(&page)["version"].clone();
        river.fill(&letter.edit(), &letter.edit(), &[("body", "Another text.")]).is(200);
        let quote = "Let all prisoners go.";
        says(&guest, &page, "2", "And the missing?", &[("version", &version), ("quote", quote)]);
        told(&river);
        river.get(&letter.at("/comments")).sees("Paragraphs that are gone").sees(quote);
        let lost = guest.press(&page, &[("paragraph", "7"), ("body", "My words"), ("name", "Amal")]);
        lost.is(422).complains("body", "no such paragraph");
        assert!(lost.html().contains("My words") && lost.html().contains("Amal"), "the words are kept");
        let empty = guest.press(&page, &[("paragraph", "0"), ("body", " "), ("organization", "Hill")]);
        empty.is(422).complains("body", "no words yet");
        guest.press(&page, &[("body", &"a".repeat(5001))]).is(422).complains("body", "5,001 characters");
        guest.press(&page, &[("paragraph", "-1"), ("body", "x")]).is(422);
        guest.press(&page, &[("paragraph", "x"), ("body", "x")]).is(422);
    }

    fn comments_are_seen_by_their_author_and_the_coordinators_alone(site: &Site) {
        let (river, hill, wood) = (site.organization("River Trust"), site.organization("Hill Trust"), site.organization("Wood Trust"));
        let letter = river.write(&[("body", BODY)]);
        let theirs = invited(&river, &letter, "Lake Trust", "lake@example.org");
        let own = invited(&river, &letter, "Hill Trust", &hill.email());
        says(&site.visitor(), &theirs, "0", "Nobody else’s business.", &[]);
        told(&river);
        says(&hill, &own, "0", "Ours.", &[]);
        hill.get(&own).lacks("Nobody else").lacks("Lake Trust");
        // The same signed in, at the letter's own address; and the answer is mailed to the person.
        let page = hill.get(&letter.at("/comments"));
        page.is(200).sees("Ours.").lacks("Nobody else").lacks("Resolve");
        says(&hill, &letter.at("/comments"), "", "On the whole: yes.", &[]);
        let all = river.get(&letter.at("/comments"));
        all.sees("Nobody else’s business.").sees("Lake Trust").sees("Ours.").sees("On the whole: yes.");
        let ours = all.attributes("article.comment", "id").into_iter().next_back().expect("a comment");
        let id = ours.trim_start_matches("c-").to_owned();
        hill.press(&format!("{}/{id}/answer", letter.at("/comments")), &[("answer", "x")]).is(404);
        hill.press(&format!("{}/{id}/resolution", letter.at("/comments")), &[]).is(404);

        wood.ask(&letter.at("/comments")).is(404);
        wood.press(&letter.at("/comments"), &[("body", "x")]).is(404);
        assert_eq!(site.visitor().ask(&letter.at("/comments")).status, 303);
        site.visitor().ask("/invitations/aaaaaaaa/comments").is(410);
        site.visitor().press("/invitations/aaaaaaaa/comments", &[("body", "x")]).is(410);
        // A comment of another letter is none of this one's.
        let other = wood.write(&[]);
        for verb in ["answer", "resolution", "reopening"] {
            wood.press(&format!("{}/{id}/{verb}", other.at("/comments")), &[("answer", "x")]).is(404);
        }
        wood.press(&format!("{}/nonsense/resolution", other.at("/comments")), &[]).is(404);
        river.press(&format!("{}/{id}/answer", letter.at("/comments")), &[("answer", " ")]).is(422).complains("answer", "no words yet");
        let long = "Too long ".repeat(600);
        let again = river.press(&format!("{}/{id}/answer", letter.at("/comments")), &[("answer", &long)]);
        again.is(422).complains("answer", "at most 5,000").sees("Too long Too long");
        river.press(&format!("{}/{id}/answer", letter.at("/comments")), &[("answer", "Heard.")]).is(303);
        let mail = hill.mail();
        mail.says("Heard.");
        hill.get(&mail.link()).is(200).sees("Heard.");
    }

    fn whoever_was_given_a_link_and_is_signed_in_finds_the_answer(site: &Site) {
        let (river, wood) = (site.organization("River Trust"), site.organization("Wood Trust"));
        let letter = river.write(&[("body", BODY)]);
        let page = invited(&river, &letter, "Hill Trust", "amal@hill.example");
        says(&wood, &page, "0", "For Amal.", &[]);
        told(&river);
        river.press(&format!("{}/answer", comment(&river, &letter)), &[("answer", "Thank you.")]).is(303);
        let mail = wood.mail();
        wood.ask(&letter.at("/comments")).is(404);
        wood.get(&mail.link()).is(200).sees("Thank you.");
    }

    fn coordinators_get_one_mail_an_hour(site: &Site) {
        let river = site.organization("River Trust");
        let letter = river.write(&[("body", BODY)]);
        let page = invited(&river, &letter, "Hill Trust", "amal@hill.example");
        let guest = site.visitor();
        for words in ["One.", "Two.", "Three."] {
            says(&guest, &page, "0", words, &[]);
        }
        told(&river);
        assert!(site.unread_mails().is_empty());
        site.wait(3601);
        says(&guest, &page, "0", "Four.", &[]);
        told(&river);
        // What coordinators say themselves is no news to them.
        site.wait(3601);
        river.press(&letter.at("/comments"), &[("paragraph", "0"), ("body", "Five.")]).is(303);
        guest.get(&page).lacks("Five.");
    }

    fn red_lines_after_the_hour_are_marked(site: &Site) {
        let river = site.organization("River Trust");
        let letter = river.write(&[("body", BODY)]);
        let then = jiff::Timestamp::now() + jiff::SignedDuration::from_hours(24);
        let by = then.strftime("%Y-%m-%dT%H:%M").to_string();
        river.fill(&letter.edit(), &letter.edit(), &[("red_lines_by", &by), ("red_lines_zone", "Asia/Tokyo")]).is(200);
        let page = invited(&river, &letter, "Hill Trust", "amal@hill.example");
        let guest = site.visitor();
        guest.get(&page).sees("Red lines by").sees("(Asia/Tokyo, UTC+09:00)");
        says(&guest, &page, "0", "In time.", &[("red_line", "yes")]);
        told(&river);
        guest.get(&page).lacks("after the hour ");
        site.wait(86_400);
        guest.get(&page).sees("That hour is over. You can still comment");
        says(&guest, &page, "1", "Late.", &[("red_line", "yes")]);
        told(&river);
        let marks = river.get(&letter.at("/comments")).all(".comment .marks");
        assert_eq!(marks, ["Red line", "Red line after the hour"]);
    }

    fn a_locked_text_is_not_commented_on(site: &Site) {
        let river = site.organization("River Trust");
        let letter = river.write(&[("body", BODY)]);
        let page = invited(&river, &letter, "Hill Trust", "amal@hill.example");
        let guest = site.visitor();
        says(&guest, &page, "0", "<b>Bold</b> words \u{202e}turned", &[("name", "=cmd()")]);
        told(&river);
        assert!(guest.get(&page).html().contains("&lt;b&gt;Bold&lt;/b&gt; words turned"));
        river.press(&letter.at("/opening"), &[]).is(303);
        assert!(site.mail_to("amal@hill.example").subject.contains("Open for signatures"));
        guest.press(&page, &[("paragraph", "0"), ("body", "More.")]).is(403).complains("body", "The text was locked meanwhile").sees("More.");
        guest.get(&page).is(200).sees("no longer commented on").sees("Bold").lacks("Send the comment");
        river.press(&format!("{}/resolution", comment(&river, &letter)), &[]).is(303);
    }
}
