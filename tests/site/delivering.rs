//! Delivering a letter once, with its files and the final copy for everyone who signed.

use std::io::Read;
use std::thread;

use crate::support::letters::list;

const TO: [(&str, &str); 2] =
    [("delivered_to", "The President of the European Council"), ("note", "Before the meeting.")];

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
        river.press(&letter.at("/delivery"), &[("delivered_to", " ")]).is(422).complains("delivered_to", "To whom");
        let done = river.fill(&letter.at("/delivery"), &letter.at("/delivery"), &[TO[0], TO[1], ("signing", "open")]);
        done.is(200).sees("The President of the European Council").sees("Signed by 2 organizations");
        let mail = hill.mail();
        mail.says("Delivered").says("is attached");
        river.mail();
        river.press(&letter.at("/delivery"), &TO).is(403).sees("delivered already");

        wood.sign(&letter);
        let json = site.reader().json(&letter);
        assert_eq!((json["state"].as_str(), json["open"].as_bool(), json["count"].as_u64()), (Some("delivered"), Some(true), Some(3)));
        assert_eq!(list(&json), ["1 Hill Trust (-)", "2 River Trust (-)", "3 Alder Wood (-)"], "it would stand first by name");
        site.reader().read(&letter).sees("Signed after delivery").sees("We, 3");
        river.fill(&letter.edit(), &letter.edit(), &[("ordering", "time"), ("numbering", "restart")]).is(200);
        hill.withdraw(&letter);
        assert_eq!(list(&site.reader().json(&letter)), ["2 River Trust (-)", "1 Alder Wood (-)"], "no number moves");
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
        let answer = [("from", "The Council <press>"), ("received_at", "2026-11-20"), ("text", "We have read it.\n\nWe will act.")];
        river.press(&letter.at("/answer"), &answer).is(403).sees("Nothing is delivered");
        river.press(&letter.at("/delivery"), &TO).is(303);
        hill.press(&letter.at("/answer"), &answer).is(404);
        let wrong = river.press(&letter.at("/answer"), &[("from", ""), ("received_at", "2026-02-30"), ("text", "Kept.")]);
        wrong.is(422).complains("from", "Who answered").complains("received_at", "A day looks like");
        assert_eq!(wrong.form(&letter.at("/answer"))["text"], "Kept.");
        river.press(&letter.at("/answer"), &answer).is(303);
        site.reader().get(&letter.at("/delivery")).sees("The Council <press>").sees("We will act.").sees("20 November 2026");
        assert_eq!(site.reader().json(&letter)["state"], "answered");
        river.fill(&letter.at("/delivery"), &letter.at("/answer"), &[("text", "Corrected.")]).sees("Corrected.").lacks("We will act.");
        river.get(&letter.at("/log")).sees("recorded the addressee’s answer");
    }
}
