//! Asking organizations to a letter, and what they do with their personal link.

use crate::support::letters::list;
use crate::support::mail::Mail;
use crate::support::{Letter, Page, Site, Visitor};

/// The board of a letter.
fn board(letter: &Letter) -> String {
    letter.at("/invitations")
}

/// Invites these addresses.
#[track_caller]
fn invite(coordinator: &Visitor<'_>, letter: &Letter, addresses: &str) -> Page {
    let page =
        coordinator.fill(&board(letter), &board(letter), &[("addresses", addresses), ("then", "send")]);
    page.is(200).sees("invited.");
    page
}

/// The stages on the board, a line each.
fn stages(coordinator: &Visitor<'_>, letter: &Letter) -> Vec<String> {
    coordinator.get(&board(letter)).attributes("ul.board .stage", "data-stage")
}

/// The personal link in a mail; the address to decline at is another line's end.
fn link(mail: &Mail) -> String {
    mail.link()
}

/// A letter that collects in private.
fn collecting<'a>(coordinator: &Visitor<'a>, typed: &[(&str, &str)]) -> Letter {
    let letter = coordinator.write(typed);
    coordinator.fill(&letter.edit(), &letter.at("/opening"), &[]).is(200).sees("locked");
    letter
}

stories! {
    fn an_invitation_leads_from_the_mail_to_the_signature_in_one_go(site: &Site) {
        let office = site.organization("Alliance Office");
        let letter = collecting(&office, &[("title", "We, {{count}}")]);
        let page = office.fill(&board(&letter), &board(&letter), &[
            ("csv", "email;organization;person\nnour@hill.example;Hill Trust;Nour Saleh"), ("then", "send")]);
        page.is(200).sees("1 address invited.").sees("Hill Trust").sees("nour@hill.example");
        assert_eq!(stages(&office, &letter), ["invited"]);

        let mail = site.mail_to("nour@hill.example");
        assert_eq!(mail.subject, "Invitation to sign: We, …");
        mail.says("Dear Nour Saleh,").says("Amal Haddad invites Hill Trust").says("need no account").says("/decline");
        let invitation = link(&mail);

        let nour = site.visitor();
        let page = nour.get(&invitation);
        page.is(200).sees("Open the road.").sees("confidential").sees("0 organizations signed so far").lacks("Alliance Office has");
        assert!(page.header("cache-control").contains("no-store") && page.header("x-robots-tag").contains("noindex"));
        assert_eq!(stages(&office, &letter), ["invited"], "opening the page notes nothing");
        nour.press(&format!("{invitation}/opening"), &[]).is(204);
        assert_eq!(stages(&office, &letter), ["opened"]);

        let form = nour.fill(&invitation, &format!("{invitation}/acceptance"), &[]);
        form.is(200).sees("Register your organization").sees("I have an account");
        assert_eq!(stages(&office, &letter), ["preparing"]);
        let fields = form.form("/register");
        assert_eq!((fields["organization_name"].as_str(), fields["person_name"].as_str(), fields["email"].as_str()),
            ("Hill Trust", "Nour Saleh", "nour@hill.example"));
        // They register with another address than the one that was invited.
        let sent = nour.send_form(&form, "/register", &[("email", "office@hill.example"), ("password", "the river runs to the sea")]);
        sent.is(303);
        let confirm = site.mail_to("office@hill.example").link();
        let page = nour.fill(&confirm, &confirm, &[]);
        page.is(200).sees("Open the road.").sees("For Hill Trust").sees("Your organization is verified");
        nour.fill(&letter.sign(), &letter.sign(), &[("authority", "yes")]).is(200).sees("has signed");
        site.mail_to("office@hill.example");
        assert_eq!(stages(&office, &letter), ["signed"]);
        site.visitor().ask(&letter.path).is(404);
        nour.get(&letter.path).is(200).sees("not public yet").sees("1 organization").lacks("Signed by");
        office.get(&letter.path).is(200).sees("not public yet").sees("Hill Trust");
        assert_eq!(office.press_publish(&letter).is(200).status, 200);
        assert_eq!(list(&site.reader().json(&letter)), ["1 Hill Trust (-)"]);
    }

    fn somebody_with_an_account_finds_the_invitation_on_the_desk(site: &Site) {
        let office = site.organization("Alliance Office");
        let (hill, stranger) = (site.organization("Hill Trust"), site.organization("River Trust"));
        let letter = collecting(&office, &[]);
        hill.ask(&letter.path).is(404);
        hill.ask(&letter.sign()).is(404);
        invite(&office, &letter, &hill.email());
        let invitation = hill.mail().link();
        hill.get("/desk").sees("You are invited").sees("Open the road");
        hill.get(&letter.path).is(200).sees("confidential");
        stranger.get("/desk").lacks("You are invited");
        stranger.ask(&letter.path).is(404);
        stranger.ask(&letter.sign()).is(404);
        // The link of a colleague is as good as one's own.
        stranger.fill(&invitation, &format!("{invitation}/acceptance"), &[]).is(200).sees("For River Trust");
        stranger.get(&letter.path).is(200);
        hill.sign(&letter);
        assert_eq!(stages(&office, &letter), ["signed"]);
        hill.get("/desk").lacks("You are invited");
    }

    fn whoever_declines_is_asked_no_more_and_may_still_sign(site: &Site) {
        let office = site.organization("Alliance Office");
        let hill = site.organization("Hill Trust");
        let letter = collecting(&office, &[]);
        invite(&office, &letter, &hill.email());
        let invitation = hill.mail().link();
        let decline = format!("{invitation}/decline");
        assert_eq!(stages(&office, &letter), ["invited"]);
        hill.fill(&decline, &decline, &[("reason", "Paragraph two <b>names</b> a place.")]).is(200).sees("You have declined");
        assert_eq!(stages(&office, &letter), ["declined"]);
        office.get(&board(&letter)).sees("Paragraph two <b>names</b> a place.");
        site.wait(3 * 86_400);
        let page = office.fill(&board(&letter), &letter.at("/invitations/reminders"), &[]);
        page.sees("Nobody was reminded");
        hill.get(&invitation).is(200).sees("signing takes that back");
        hill.sign(&letter);
        assert_eq!(stages(&office, &letter), ["signed"]);
        hill.press(&decline, &[]).is(403).sees("has signed");
    }

    fn an_address_that_cannot_be_written_to_comes_back_in_its_line(site: &Site) {
        let office = site.organization("Alliance Office");
        let letter = collecting(&office, &[]);
        invite(&office, &letter, "a@one.example\nb@two.example");
        let decline = format!("{}/decline", site.mail_to("a@one.example").link());
        site.mail_to("b@two.example");
        let id = office.get(&board(&letter)).attributes("ul.board > li", "id")[0].trim_start_matches("i-").to_owned();
        let address = letter.at(&format!("/invitations/{id}/address"));
        let is_wrong = |typed: &str, sentence: &str| {
            let page = office.press(&address, &[("email", typed)]);
            page.is(422).sees(sentence);
            assert_eq!(page.attributes("ul.board details[open] input[aria-invalid]", "value"), [typed]);
            assert_eq!(page.attributes(".problem a", "href"), [format!("#email-{id}")]);
        };
        is_wrong("not <an> address", "This is no email address.");
        is_wrong("b@two.example", "has that address already");
        // Whoever declined was told that no mail follows; somebody else can be asked in their place.
        site.visitor().fill(&decline, &decline, &[]).is(200);
        is_wrong("a@one.example", "They declined");
        assert_eq!(stages(&office, &letter), ["declined", "invited"]);
        office.press(&address, &[("email", "c@one.example")]).is(303);
        site.mail_to("c@one.example").says("to read and sign");
    }

    fn what_cannot_be_read_stops_the_sending_and_is_kept(site: &Site) {
        let office = site.organization("Alliance Office");
        let letter = office.write(&[]);
        let typed = "a@one.example\nnobody at all\nAmal <b@two.example>";
        let page = office.fill(&board(&letter), &board(&letter), &[("addresses", typed), ("then", "send")]);
        page.is(422).sees("1 line could not be read").sees("Line 2: “nobody at all”").sees("Invite the 2 readable ones");
        assert_eq!(page.form(&board(&letter))["addresses"], typed);
        assert!(site.unread_mails().is_empty(), "nothing was sent");
        office.send_form(&page, &board(&letter), &[("then", "readable")]).is(303);
        for address in ["a@one.example", "b@two.example"] {
            assert!(site.mail_to(address).subject.starts_with("Invitation to read a draft"));
        }
        // Who was invited is not invited again.
        let page = office.fill(&board(&letter), &board(&letter), &[("addresses", "B@Two.example, c@three.example, c@three.example")]);
        page.is(200).sees("1 address invited. 1 address had been invited before");
        site.mail_to("c@three.example");
        office.fill(&board(&letter), &board(&letter), &[("addresses", " ")]).is(422).complains("addresses", "Whom do you want");
        office.fill(&board(&letter), &board(&letter), &[("csv", "d@four.example,,,"), ("then", "preview")]).is(200).sees("1 address understood");
        office.press(&board(&letter), &[("csv", "organization,email,coalition\nHill,h@hill.example,Nobody’s Alliance")]).is(422).sees("no part in a coalition");
        office.press(&board(&letter), &[("coalition", "nobodys-alliance")]).is(422).complains("coalition", "Choose a coalition");
    }

    fn a_table_comes_as_a_file_in_the_encoding_of_its_spreadsheet(site: &Site) {
        let office = site.organization("Alliance Office");
        let letter = office.write(&[]);
        let table = "المنظمة;البريد الإلكتروني\r\nمنظمة القلب الكبير;a@one.example\r\nجمعية الأمل للإغاثة والتنمية;b@two.example\r\n";
        let windows: Vec<u8> = encoding_rs::WINDOWS_1256.encode(table).0.into_owned();
        let send = |bytes: &[u8]| {
            let mut body = b"--xx\r\nContent-Disposition: form-data; name=\"file\"; filename=\"l.csv\"\r\nContent-Type: text/csv\r\n\r\n".to_vec();
            body.extend_from_slice(bytes);
            body.extend_from_slice(b"\r\n--xx--\r\n");
            office.send(reqwest::Method::POST, &letter.at("/invitations/file"), &[("content-type", "multipart/form-data; boundary=xx")], Some(body))
        };
        let page = send(&windows);
        page.is(200).sees("2 addresses understood").sees("منظمة القلب الكبير");
        assert!(site.unread_mails().is_empty(), "a file is looked at first");
        office.send_form(&page, &board(&letter), &[("then", "send")]).is(303);
        site.mail_to("a@one.example").says("منظمة القلب الكبير");
        site.mail_to("b@two.example");
        send(b"PK\x03\x04\0\0\0").is(422).complains("file", "no text");
        send(&vec![b'a'; 3 * 1024 * 1024]).is(413);
    }

    fn the_draft_is_read_first_and_signed_when_it_is_open(site: &Site) {
        let office = site.organization("Alliance Office");
        let letter = office.write(&[]);
        invite(&office, &letter, "a@one.example\nb@two.example");
        let invitation = site.mail_to("a@one.example").link();
        let other = site.mail_to("b@two.example").link();
        site.visitor().get(&invitation).is(200).sees("This is a draft").lacks("Sign for your organization");
        site.visitor().get(&invitation).sees("Comment on the draft");
        site.visitor().press(&format!("{invitation}/acceptance"), &[]).is(403).sees("still a draft");
        let decline = format!("{other}/decline");
        site.visitor().fill(&decline, &decline, &[]).is(200);
        office.fill(&letter.edit(), &letter.at("/opening"), &[]).is(200);
        let mail = site.mail_to("a@one.example");
        assert_eq!(mail.subject, "Open for signatures: Open the road");
        for link in [mail.link(), invitation] {
            site.visitor().get(&link).is(200).sees("Sign for your organization");
        }
    }

    fn the_board_is_for_its_coordinators_and_forged_ids_find_nothing(site: &Site) {
        let (office, hill) = (site.organization("Alliance Office"), site.organization("Hill Trust"));
        let (letter, other) = (collecting(&office, &[]), collecting(&hill, &[]));
        invite(&office, &letter, "a@one.example");
        let invitation = site.mail_to("a@one.example").link();
        let id = office.get(&board(&letter)).attributes("ul.board li", "id")[0].replace("i-", "");
        for more in ["", ".csv"] {
            hill.ask(&format!("{}{more}", board(&letter))).is(404);
        }
        for verb in ["reminder", "note", "revocation", "address"] {
            for at in [&letter, &other] {
                hill.press(&at.at(&format!("/invitations/{id}/{verb}")), &[("email", "x@example.org")]).is(404);
            }
        }
        hill.press(&board(&letter), &[("addresses", "x@example.org")]).is(404);
        office.fill(&board(&letter), &letter.at(&format!("/invitations/{id}/note")), &[("note", "=called on Monday")]).is(200).sees("=called on Monday");
        let csv = office.get(&letter.at("/invitations.csv"));
        assert!(csv.html().contains("'=called on Monday") && csv.html().contains("a@one.example"), "{}", csv.html());
        office.get(&format!("{}?q=MONDAY", board(&letter))).sees("a@one.example");
        office.get(&format!("{}?q=tuesday", board(&letter))).sees("Nobody found");
        office.get(&format!("{}?stage=signed", board(&letter))).sees("Nobody found");
        // Corrected, it goes out anew and the earlier link is over; taken back, all are.
        office.fill(&board(&letter), &letter.at(&format!("/invitations/{id}/address")), &[("email", "right@one.example")]).is(200);
        let right = site.mail_to("right@one.example").link();
        site.visitor().get(&invitation).is(410);
        site.visitor().get(&right).is(200);
        office.fill(&board(&letter), &letter.at(&format!("/invitations/{id}/revocation")), &[]).is(200);
        for over in [&right, "/invitations/aaaaaaaa"] {
            site.visitor().get(over).is(410).sees("no longer works");
            site.visitor().press(&format!("{over}/acceptance"), &[]).is(410);
        }
        assert_eq!(stages(&office, &letter), ["revoked"]);
    }

    fn a_whole_coalition_is_invited_without_showing_its_addresses(site: &Site) {
        let office = site.organization("Alliance Office");
        let coalition = office.set_up("Syrian NGO Alliance", "SNA");
        let (hill, river) = (site.organization("Hill Trust"), site.organization("River Trust"));
        for member in [&hill, &river] {
            office.admit(&coalition, member);
        }
        let letter = collecting(&office, &[]);
        let page = office.fill(&board(&letter), &board(&letter), &[("coalition", "syrian-ngo-alliance")]);
        page.is(200).sees("2 addresses invited.").sees("Hill Trust").sees("River Trust").lacks("hill-trust@").lacks("river-trust@");
        for member in [&hill, &river] {
            member.mail().says("Dear Amal Haddad,");
        }
        hill.sign(&letter);
        assert_eq!(stages(&office, &letter), ["signed", "invited"]);
        assert!(!office.get(&letter.at("/invitations.csv")).html().contains("@example.org"));
    }

    fn two_thousand_are_invited_at_once(site: &Site) {
        let site = site.sibling(|config| config.mail = undersigned::config::MailRoute::Kept);
        let office = operator_at(&site);
        let letter = office.write(&[]);
        let addresses: String = (0..2000).map(|n| format!("Person {n} <p{n}@many.example>\n")).collect();
        let started = std::time::Instant::now();
        invite(&office, &letter, &addresses).sees("2,000 addresses invited.");
        let took = started.elapsed();
        assert!(took.as_secs() < 20, "{took:?}");
        println!("2,000 were invited and their board was shown in {took:?} on {:?}", site.engine());
        let page = office.get(&format!("{}?page=10", board(&letter)));
        page.sees("Page 10 of 10").sees("p1999@many.example").sees("2,000 invited in all");
        assert_eq!(page.all("ul.board > li").len(), 200);
        // What is done to a line far down leads back to the page that it stands on.
        let notes = page.attributes("ul.board form[action$='/note']", "action");
        office.fill(&format!("{}?page=10", board(&letter)), &notes[199], &[("note", "A call")]).is(200).sees("Page 10 of 10").sees("A call");
        invite(&office, &letter, &addresses).sees("0 addresses invited. 2,000 addresses had been invited before");
        drop(office);
        site.finish();
    }
}

/// Somebody with an account on a site that files no mail.
fn operator_at(site: &Site) -> Visitor<'_> {
    let link =
        site.db.write::<_, undersigned::error::Fault, _>(|tx| undersigned::people::invite_operator(tx, None));
    let token = site.runtime().block_on(link).expect("a link");
    let path = format!("/operator/{}", token.as_str());
    let office = site.visitor();
    let typed = [
        ("person_name", "Amal Haddad"),
        ("email", "office@example.org"),
        ("password", "the river runs to the sea"),
    ];
    office.fill(&path, &path, &typed).is(200);
    office
}
