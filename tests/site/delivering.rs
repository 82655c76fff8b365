//! Delivering a letter once, with its files and the final copy for everyone who signed.

use std::io::Read;
use std::thread;

use crate::coordinating::two_coordinators;
use crate::listing::{add_listed, line, the_list};
use crate::preparing::colleague;
use crate::support::letters::{list, sha256};
use crate::support::{Letter, Page, Visitor};

const TO: [(&str, &str); 2] =
    [("delivered_to", "The President of the European Council"), ("note", "Before the meeting.")];

/// All files of a delivery, as they are sent.
fn files(reader: &Visitor<'_>, letter: &Letter) -> Vec<(String, Vec<u8>)> {
    let page = reader.get(&letter.at("/delivery"));
    let links = page.is(200).attributes("ul.rows a", "href");
    assert_eq!(links.len(), 8, "{links:?}");
    links.into_iter().map(|link| (link.clone(), reader.ask(&link).is(200).bytes.clone())).collect()
}

/// Delivers a letter and reads the mails about it that come to these.
#[track_caller]
fn deliver(
    coordinator: &Visitor<'_>,
    letter: &Letter,
    more: &[(&str, &str)],
    mailed: &[&Visitor<'_>],
) -> Page {
    let typed: Vec<(&str, &str)> = TO.iter().chain(more).copied().collect();
    let page = coordinator.fill(&letter.at("/delivery"), &letter.at("/delivery"), &typed);
    page.is(200).sees("The delivery");
    for visitor in mailed {
        visitor.mail().says("has been delivered to");
    }
    page
}

const OTHER: &str = "We, the undersigned, ask for two things.\n\nOpen the road.";

stories! {
    fn a_letter_is_delivered_once_and_its_numbers_stay(site: &Site) {
        let (river, hill, wood) = (site.organization("River Trust"), site.organization("Hill Trust"), site.organization("Alder Wood"));
        let letter = river.publish(&[("title", "We, {{count}}")]);
        river.sign(&letter);
        hill.sign(&letter);
        site.reader().ask(&letter.at("/delivery")).is(404);
        hill.ask(&letter.at("/delivery")).is(404);
        hill.press(&letter.at("/delivery"), &TO).is(404);
        river.get(&letter.at("/delivery")).is(200).sees("Signed by 2 organizations");
        let long = "The President ".repeat(30);
        let again = river.press(&letter.at("/delivery"), &[("delivered_to", &long), ("note", "Kept words.")]);
        again.is(422).complains("delivered_to", "at most 300").sees("Kept words.");
        let done = river.fill(&letter.at("/delivery"), &letter.at("/delivery"), &[TO[0], TO[1], ("signing", "open")]);
        done.is(200).sees("The President of the European Council").sees("Signed by 2 organizations");
        let mail = hill.mail();
        mail.says("has been delivered to The President").says("is attached");
        river.mail();
        river.press(&letter.at("/delivery"), &TO).is(403).sees("delivered already");

        wood.sign(&letter);
        let json = site.reader().json(&letter);
        assert_eq!((json["state"].as_str(), json["open"].as_bool(), json["count"].as_u64()), (Some("delivered"), Some(true), Some(3)));
        assert_eq!(list(&json), ["1 Hill Trust (-)", "2 River Trust (-)", "3 Alder Wood (Signed after delivery)"], "it would stand first by name");
        assert_eq!((&json["groups"][1]["kind"], &json["groups"][1]["after_delivery"], &json["groups"][0]["after_delivery"]), (&"late".into(), &true.into(), &serde_json::Value::Null));
        site.reader().read(&letter).sees("Signed after delivery").sees("We, 3");
        river.fill(&letter.edit(), &letter.edit(), &[("ordering", "time"), ("numbering", "restart")]).is(200);
        hill.withdraw(&letter);
        river.mail().says("The organization: Hill Trust.");
        assert_eq!(list(&site.reader().json(&letter)), ["2 River Trust (-)", "1 Alder Wood (Signed after delivery)"], "no number moves");
        hill.sign(&letter);
        assert_eq!(list(&site.reader().json(&letter)).len(), 3);
        site.reader().get(&letter.at("/delivery")).sees("Signed by 2 organizations");
    }

    fn the_pack_has_every_form_and_stays_as_it_was(site: &Site) {
        let river = site.organization("=River Trust");
        let letter = river.publish(&[("title", "We, {{count}}")]);
        river.sign(&letter);
        river.press(&letter.at("/delivery"), &TO).is(303);
        river.mail();
        assert_eq!(site.reader().json(&letter)["open"], false);
        let pack = site.reader().ask(&letter.at("/delivery/pack.zip"));
        pack.is(200);
        let mut zip = zip::ZipArchive::new(std::io::Cursor::new(pack.bytes.clone())).expect("a ZIP");
        let names: Vec<String> = zip.file_names().flatten().map(|name| name.into_owned()).collect();
        for file in ["cover.pdf", "letter.pdf", "letter.docx", "letter.txt", "signatories.csv", "letter.json"] {
            let alone = site.reader().ask(&letter.at(&format!("/delivery/{file}")));
            alone.is(200);
            assert!(alone.header("content-disposition").starts_with("attachment"), "{file}");
            let name = names.iter().find(|name| name.ends_with(file)).unwrap_or_else(|| panic!("{file} in {names:?}"));
            let mut packed = Vec::new();
            zip.by_name(name).expect("a file").read_to_end(&mut packed).expect("its bytes");
            assert_eq!(packed, alone.bytes, "{file}");
        }
        assert!(site.reader().ask(&letter.at("/delivery/letter.pdf")).bytes.starts_with(b"%PDF-"));
        let text = site.reader().ask(&letter.at("/delivery/letter.txt")).html();
        assert!(text.contains("We, 1") && text.contains("Open the road.") && text.contains("=River Trust"), "{text}");
        let csv = site.reader().ask(&letter.at("/delivery/signatories.csv")).html();
        assert!(csv.contains("'=River Trust"), "{csv}");
        let json = site.reader().ask(&letter.at("/delivery/letter.json")).json();
        assert_eq!(json["snapshot"]["count"], 1);
        let page = site.reader().get(&letter.at("/delivery"));
        page.sees(json["sha256"].as_str().expect("a hash"));
        site.reader().ask(&letter.at("/delivery/passwords.txt")).is(404);
        river.press(&letter.at("/closing"), &[]);
        assert_eq!(site.reader().ask(&letter.at("/delivery/pack.zip")).bytes, pack.bytes);
    }

    fn a_delivery_needs_no_words(site: &Site) {
        let river = site.organization("River Trust");
        let letter = river.publish(&[]);
        river.sign(&letter);
        river.press(&letter.at("/delivery"), &[]).is(303);
        river.mail().says("has been delivered.");
        site.reader().get(&letter.at("/delivery")).sees("Delivered on").lacks(" to .");
        site.reader().read(&letter).sees("Delivered on");
        assert_eq!(site.reader().json(&letter)["state"], "delivered");
        assert!(site.reader().ask(&letter.at("/delivery/letter.pdf")).is(200).bytes.starts_with(b"%PDF-"));
    }

    fn two_coordinators_who_deliver_at_once_deliver_once(site: &Site) {
        let river = site.organization("River Trust");
        let letter = river.publish(&[]);
        river.sign(&letter);
        let answers: Vec<u16> = thread::scope(|scope| {
            let presses: Vec<_> = (0..4).map(|_| scope.spawn(|| river.press(&letter.at("/delivery"), &TO).status)).collect();
            presses.into_iter().map(|press| press.join().expect("an answer")).collect()
        });
        assert_eq!(answers.iter().filter(|status| **status == 303).count(), 1, "{answers:?}");
        assert_eq!(answers.iter().filter(|status| **status == 403).count(), 3, "{answers:?}");
        river.mail();
        assert_eq!(river.get(&letter.at("/log?q=delivered")).all("ol.log > li").len(), 1);
    }

    fn a_private_letter_can_be_delivered_and_stays_private(site: &Site) {
        let river = site.organization("River Trust");
        let letter = river.write(&[]);
        river.press(&letter.at("/delivery"), &TO).is(403).sees("draft");
        river.press(&letter.at("/opening"), &[]).is(303);
        river.sign(&letter);
        river.press(&letter.at("/delivery"), &TO).is(303);
        river.mail();
        for address in ["/delivery", "/delivery/pack.zip", "/delivery/letter.pdf"] {
            site.reader().ask(&letter.at(address)).is(404);
            river.ask(&letter.at(address)).is(200);
        }
    }

    fn the_addressees_answer_is_recorded_and_shown(site: &Site) {
        let (river, hill) = (site.organization("River Trust"), site.organization("Hill Trust"));
        let letter = river.publish(&[]);
        river.sign(&letter);
        let answer = [("from", "The Council <press>"), ("received_at", "2026-11-20"), ("text", "We have read it.\n\nWe will act.")];
        river.press(&letter.at("/answer"), &answer).is(403).sees("Nothing is delivered");
        deliver(&river, &letter, &[], &[&river]);
        let delivered = files(&site.reader(), &letter);
        hill.press(&letter.at("/answer"), &answer).is(404);
        let wrong = river.press(&letter.at("/answer"), &[("from", ""), ("received_at", "2026-02-30"), ("text", "Kept.")]);
        wrong.is(422).complains("from", "Who answered").complains("received_at", "A day looks like");
        assert_eq!(wrong.form(&letter.at("/answer"))["text"], "Kept.");
        river.press(&letter.at("/answer"), &answer).is(303);
        site.reader().get(&letter.at("/delivery")).sees("The Council <press>").sees("We will act.").sees("20 November 2026");
        assert_eq!(site.reader().json(&letter)["state"], "answered");
        site.reader().read(&letter).sees("to The President of the European Council").sees("Answer of The Council <press>");
        river.fill(&letter.at("/delivery"), &letter.at("/answer"), &[("text", "Corrected.")]).sees("Corrected.").lacks("We will act.");
        river.get(&letter.at("/log")).sees("recorded the addressee’s answer");
        assert_eq!(files(&site.reader(), &letter), delivered);
    }

    fn what_cannot_be_delivered_says_why_and_stays_as_it_was(site: &Site) {
        let river = site.organization("River Trust");
        let draft = river.write(&[]);
        river.get(&draft.at("/delivery")).sees("A draft cannot be delivered");
        river.press(&draft.at("/delivery"), &TO).is(403).sees("A draft cannot be delivered");
        let empty = river.publish(&[]);
        river.get(&empty.at("/delivery")).sees("Nobody has signed this letter yet");
        river.press(&empty.at("/delivery"), &TO).is(403).sees("Nobody has signed this letter yet");
        let retracted = river.publish(&[]);
        river.sign(&retracted);
        river.press(&retracted.at("/retraction"), &[("note", "It was wrong.")]).is(303);
        river.mail();
        river.get(&retracted.at("/delivery")).sees("This letter is retracted");
        river.press(&retracted.at("/delivery"), &TO).is(403).sees("This letter is retracted");
        for letter in [draft, empty, retracted] {
            site.reader().ask(&letter.at("/delivery")).is(404);
            site.reader().ask(&letter.at("/delivery/pack.zip")).is(404);
            river.get(&letter.at("/log?q=delivered")).sees("Nothing");
        }
    }

    fn of_two_coordinators_who_deliver_at_once_one_is_told_so(site: &Site) {
        let (river, hill, letter) = two_coordinators(site);
        river.press_publish(&letter).is(200);
        river.sign(&letter);
        let other = ("delivered_to", "The Council of Ministers");
        let answers: Vec<Page> = thread::scope(|scope| {
            let one = scope.spawn(|| river.press(&letter.at("/delivery"), &TO));
            let two = scope.spawn(|| hill.press(&letter.at("/delivery"), &[other]));
            [one, two].into_iter().map(|press| press.join().expect("an answer")).collect()
        });
        let (done, refused): (Vec<&Page>, Vec<&Page>) = answers.iter().partition(|page| page.status == 303);
        assert_eq!((done.len(), refused.len()), (1, 1), "{answers:?}");
        refused[0].is(403).sees("delivered already");
        river.mail();
        assert_eq!(river.get(&letter.at("/log?q=delivered")).all("ol.log > li").len(), 1);
        let whom = if answers[0].status == 303 { TO[0].1 } else { other.1 };
        site.reader().get(&letter.at("/delivery")).sees(whom);
    }

    fn nothing_that_happens_later_changes_what_was_delivered(site: &Site) {
        let mut site = site.sibling(|_| {});
        let (letter, delivered) = {
            let names = ["River Trust", "Hill Trust", "Lake Trust"];
            let [river, hill, lake] = names.map(|name| site.organization(name));
            let letter = river.publish(&[("title", "We, {{count}}")]);
            hill.sign(&letter);
            lake.sign(&letter);
            add_listed(&river, &letter, &[("name", "Oak")]).is(303);
            deliver(&river, &letter, &[("signing", "open")], &[&hill, &lake]);
            let delivered = files(&site.reader(), &letter);

            river.sign(&letter);
            hill.withdraw(&letter);
            assert!(river.mail().subject.contains("left after the delivery"));
            river.press(&letter.at("/printed-name"), &[("organization", "hill-trust"), ("name", "Other")]);
            let oak = line(&the_list(&river, &letter), "Oak");
            river.press(&letter.at(&format!("/list/lines/{oak}")), &[("name", "Oak Wood"), ("group", "")]);
            river.press(&letter.at(&format!("/list/lines/{oak}/removal")), &[("reason", "A mistake.")]);
            river.press(&letter.at("/list/groups"), &[("name", "Others")]);
            river.press(&letter.at("/list/ordering"), &[("ordering", "time")]);
            river.press(&letter.at("/list/undo"), &[]);
            river.press(&letter.at("/revisions"), &[("kind", "editorial"), ("note", "X"), ("body", "Other words.")]).is(403);
            assert_eq!(list(&site.reader().json(&letter)), ["2 Lake Trust (-)", "3 Oak (-)", "4 River Trust (Signed after delivery)"]);
            (letter, delivered)
        };
        assert_eq!(files(&site.reader(), &letter), delivered);
        site.stop();
        site.restart();
        assert_eq!(files(&site.reader(), &letter), delivered);

        // The pack says itself what is in it.
        let of = |end: &str| delivered.iter().find(|(link, _)| link.ends_with(end)).map(|(_, bytes)| bytes).expect("a file");
        let json: serde_json::Value = serde_json::from_slice(of("letter.json")).expect("JSON");
        // The names in it are in order, and its numbers whole: so this is its canonical form.
        assert_eq!(sha256(&json["snapshot"].to_string()), json["sha256"].as_str().expect("a hash"));
        let mut pack = zip::ZipArchive::new(std::io::Cursor::new(of("pack.zip"))).expect("a ZIP");
        let mut sums = String::new();
        pack.by_name(&format!("{}/SHA256SUMS", letter.slug())).expect("the sums").read_to_string(&mut sums).expect("text");
        assert_eq!(sums.lines().count(), 6, "{sums}");
        let text = of("letter.txt");
        assert!(sums.contains(&format!("{}  letter.txt", sha256(std::str::from_utf8(text).expect("text")))), "{sums}");
        site.finish();
    }

    fn the_final_copy_goes_once_to_who_signed_and_to_their_organization(site: &Site) {
        let (river, hill, lake) = (site.organization("River Trust"), site.organization("Hill Trust"), site.organization("Lake Trust"));
        let nour = colleague(site, &hill, "hill-trust", "nour@hill.example", "signatory");
        let _other = colleague(site, &hill, "hill-trust", "sami@hill.example", "signatory");
        let letter = river.publish(&[]);
        nour.sign_with(&letter, &[]).is(200);
        hill.mail();
        let told: Vec<_> = site.unread_mails().into_iter().filter(|mail| mail.to == "nour@hill.example").collect();
        assert!(told.len() <= 1);
        if !told.is_empty() {
            site.mail_to("nour@hill.example");
        }
        lake.sign(&letter);
        add_listed(&river, &letter, &[("name", "Oak"), ("email", "oak@example.org")]).is(303);
        for mail in site.unread_mails() {
            site.mail_to(&mail.to); // the question whether Oak confirms
        }
        deliver(&river, &letter, &[], &[]);
        let mut copies = site.unread_mails();
        copies.sort_by(|one, other| one.to.cmp(&other.to));
        let to: Vec<(&str, &str)> = copies.iter().map(|mail| (mail.to.as_str(), mail.to_name.as_str())).collect();
        assert_eq!(to, [("hill-trust@example.org", "Hill Trust"), ("lake-trust@example.org", "Amal Haddad"), ("nour@hill.example", "Nour Saleh")]);
        let delivered = site.reader().ask(&letter.at("/delivery/letter.pdf")).bytes;
        for mail in &copies {
            mail.says("is attached");
            let message = mail_parser::MessageParser::default().parse(mail.raw.as_bytes()).expect("a mail");
            let attached: Vec<_> = message.attachments().collect();
            assert_eq!(attached.len(), 1);
            assert_eq!(attached[0].contents(), delivered, "the bytes that were delivered");
            site.mail_to(&mail.to);
        }
        river.press(&letter.at("/delivery"), &TO).is(403);
        assert!(site.unread_mails().is_empty(), "once each");
    }

    fn the_delivery_ends_the_questions_of_those_who_stay(site: &Site) {
        let [river, hill, lake] = ["River Trust", "Hill Trust", "Lake Trust"].map(|name| site.organization(name));
        let letter = river.publish(&[]);
        hill.sign(&letter);
        lake.sign(&letter);
        river.revise_in_substance(&letter, OTHER, &[("silence", "stay")]);
        let (hills, lakes) = (hill.mail().link(), lake.mail().link());
        lake.keep(&lakes);
        river.get(&letter.at("/delivery")).sees("1 organization has not answered").sees("marked as having signed an earlier revision: Hill Trust").lacks("Not on the delivered list");
        deliver(&river, &letter, &[("signing", "open")], &[&hill, &lake]);
        let text = site.reader().ask(&letter.at("/delivery/letter.txt")).html();
        assert!(text.lines().any(|line| line.contains("Hill Trust") && line.contains("signed revision 1")), "{text}");
        assert!(text.lines().any(|line| line.contains("Lake Trust") && !line.contains("signed revision 1")), "{text}");
        hill.get("/desk").lacks("Your answer is asked for");
        let page = hill.get(&hills);
        page.is(200).sees("The question is over").sees("that ended this question").lacks("Keep the signature");
        hill.send_form(&page, &hills, &[("answer", "keep")]).is(403).sees("The question is over");
        let delivered = files(&site.reader(), &letter);
        site.wait(73 * 3600);
        thread::sleep(std::time::Duration::from_millis(1500)); // a step of what happens by itself
        let log = river.get(&letter.at("/log"));
        assert_eq!(log.text().matches("did not answer and stays").count(), 1, "{}", log.text());
        hill.answer(&hills, "withdraw").is(200).sees("has withdrawn");
        assert!(river.mail().subject.contains("left after the delivery"));
        hill.mail();
        assert_eq!(list(&site.reader().json(&letter)), ["2 Lake Trust (-)"]);
        assert_eq!(files(&site.reader(), &letter), delivered);
    }

    fn the_delivery_ends_the_questions_of_those_who_leave(site: &Site) {
        let [river, hill, lake] = ["River Trust", "Hill Trust", "Lake Trust"].map(|name| site.organization(name));
        let letter = river.publish(&[]);
        hill.sign(&letter);
        lake.sign(&letter);
        river.revise_in_substance(&letter, OTHER, &[("silence", "leave")]);
        let (hills, lakes) = (hill.mail().link(), lake.mail().link());
        lake.keep(&lakes);
        river.get(&letter.at("/delivery")).sees("Not on the delivered list, and told so by mail: Hill Trust").sees("Signed by 1 organization");
        deliver(&river, &letter, &[("signing", "open")], &[&lake]);
        let mail = hill.mail();
        assert!(mail.subject.contains("Hill Trust has left the list"), "{}", mail.subject);
        mail.says("has been delivered before anybody answered for Hill Trust");
        assert_eq!(list(&site.reader().json(&letter)), ["1 Lake Trust (-)"]);
        hill.get(&hills).is(200).sees("The question is over").sees("does not stand under what was handed over");
        hill.press(&hills, &[("answer", "keep")]).is(303);
        assert_eq!(site.reader().json(&letter)["count"], 1);
        site.wait(73 * 3600);
        thread::sleep(std::time::Duration::from_millis(1500));
        assert_eq!(list(&site.reader().json(&letter)), ["1 Lake Trust (-)"]);
        hill.sign(&letter);
        assert_eq!(list(&site.reader().json(&letter)), ["1 Lake Trust (-)", "2 Hill Trust (Signed after delivery)"]);
    }

    fn a_letter_under_which_nobody_would_be_left_is_not_delivered(site: &Site) {
        let (river, hill) = (site.organization("River Trust"), site.organization("Hill Trust"));
        let letter = river.publish(&[]);
        hill.sign(&letter);
        river.revise_in_substance(&letter, OTHER, &[("silence", "leave")]);
        let link = hill.mail().link();
        river.press(&letter.at("/delivery"), &TO).is(403).sees("Nobody has signed");
        hill.keep(&link);
        deliver(&river, &letter, &[], &[&hill]);
    }

    fn signs_that_the_pdf_cannot_show_are_named_before_it_is_too_late(site: &Site) {
        let river = site.organization("River Trust");
        let letter = river.publish(&[("body", "We, the undersigned 漢字, ask.")]);
        river.sign(&letter);
        river.get(&letter.at("/delivery")).sees("shows a box for each: 字 漢");
        let plain = river.publish(&[]);
        river.sign(&plain);
        river.get(&plain.at("/delivery")).lacks("shows a box");
        let japanese = river.publish(&[("language", "ja")]);
        let links = site.reader().read(&japanese).attributes("p.formats a", "href");
        assert!(links.contains(&japanese.at(".docx")) && !links.contains(&japanese.at(".pdf")), "{links:?}");
    }
}
