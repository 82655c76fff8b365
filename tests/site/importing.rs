//! Importing a letter that exists: paste or upload, look it over, take it over.

use crate::support::program::run;
use crate::support::{Page, Visitor};

const LETTER: &str = "Let the river run

To: The Ministry of Water
Gaziantep, 3 March 2026

We, the undersigned 5 organizations, work along the river. We call on the ministry to:
1. Open the dams at once and keep them open.
2. Publish what is measured in the water.

Signatories

River Alliance (RA)
1. River Trust (RT), Kenya
2. Hill Society 3. Sea Watch, Peru
Delta Coalition
5. Delta Friends

For media contact: press@example.org
";

fn paste(visitor: &Visitor<'_>, text: &str) -> Page {
    visitor.fill("/letters/import", "/letters/import", &[("text", text)])
}

fn upload(visitor: &Visitor<'_>, name: &str, content: &[u8]) -> Page {
    let mut body = format!("--xx\r\nContent-Disposition: form-data; name=\"file\"; filename=\"{name}\"\r\nContent-Type: application/octet-stream\r\n\r\n").into_bytes();
    body.extend_from_slice(content);
    body.extend_from_slice(b"\r\n--xx--\r\n");
    let headers = [("content-type", "multipart/form-data; boundary=xx")];
    visitor.send(reqwest::Method::POST, "/letters/import", &headers, Some(body))
}

/// The address of the import that a page is about.
fn import_of(page: &Page) -> String {
    let action = page.attributes("form[action$='/letter']", "action");
    action.first().expect("a way to take it over").trim_end_matches("/letter").to_owned()
}

stories! {
    fn a_pasted_letter_is_understood_and_becomes_a_draft(site: &Site) {
        let river = site.organization("River Trust");
        let page = paste(&river, LETTER);
        page.is(200).sees("Let the river run").sees("The Ministry of Water").sees("Gaziantep, 3 March 2026")
            .sees("Number 4 is missing before 5.").sees("2 signatories stand in this line.").sees("The letter speaks of 5; 4 were found.");
        assert_eq!(page.all("li.entry .entry"), ["1. River Trust · RT · Kenya", "2. Hill Society", "3. Sea Watch · Peru", "5. Delta Friends"]);
        assert_eq!(page.all("li.heading .original"), ["Signatories", "River Alliance (RA)", "Delta Coalition"]);
        let import = import_of(&page);
        river.get("/desk").sees("Still to be looked over");
        let draft = river.fill(&import, &format!("{import}/letter"), &[]);
        draft.is(200).sees("The letter is a draft");
        let action = draft.attributes("form[action$='/edit']", "action").remove(0);
        let form = draft.form(&action);
        assert_eq!((form["title"].as_str(), form["addressees"].as_str(), form["ordering"].as_str()), ("Let the river run", "The Ministry of Water", "hand"));
        assert!(form["body"].contains("1. Open the dams") && !form["body"].contains("Delta"), "{}", form["body"]);
        let path = action.trim_end_matches("/edit").to_owned();
        river.press(&format!("{path}/publication"), &[]).is(303);
        let json = site.reader().get(&format!("{path}.json")).json();
        assert_eq!(json["count"], 4);
        assert_eq!((json["groups"][0]["name"].as_str(), json["groups"][0]["acronym"].as_str()), (Some("River Alliance"), Some("RA")));
        let first = &json["groups"][0]["signatories"][0];
        assert_eq!((first["name"].as_str(), first["acronym"].as_str(), first["country"].as_str(), first["status"].as_str()),
            (Some("River Trust"), Some("RT"), Some("KE"), Some("listed")));
        assert_eq!(json["groups"][1]["signatories"][0]["name"], "Delta Friends");
        // A second press means the same draft.
        let again = river.press(&format!("{import}/letter"), &[]);
        assert_eq!(again.header("location"), format!("{path}/edit?note=imported"));
    }

    fn everything_is_corrected_before_it_is_taken_over(site: &Site) {
        let river = site.organization("River Trust");
        let import = import_of(&paste(&river, LETTER));
        let line = |text: &str| 1 + LETTER.lines().position(|line| line == text).expect("the line");
        let (trust, delta) = (line("1. River Trust (RT), Kenya"), line("5. Delta Friends"));
        let entry = format!("{import}/lines/{trust}/entries/0");
        let page = format!("{import}/lines/{trust}");
        river.fill(&page, &entry, &[("name", ""), ("then", "save")]).is(422).complains("name", "A signatory needs a name.");
        river.fill(&page, &entry, &[("name", "The River Trust"), ("country", "UG"), ("then", "save")]).is(200).sees("1. The River Trust · RT · Uganda");
        river.fill(&page, &entry, &[("second", "nothing"), ("then", "split")]).is(422).complains("second", "Copy the words");
        let page = format!("{import}/lines/{delta}");
        river.fill(&page, &page, &[("role", "note")]).is(200).lacks("Number 4 is missing");
        river.fill(&page, &page, &[("role", "entry")]).is(200).sees("5. Delta Friends");
        let split = format!("{page}/entries/0");
        river.fill(&page, &split, &[("second", "Friends"), ("then", "split")]).is(200).sees("Printed: Delta").sees("Printed: Friends");
        let text = format!("{import}/text");
        river.fill(&text, &text, &[("title", "Another title"), ("language", "ar")]).is(200).sees("Another title").sees("العربية");
        assert_eq!(river.get(&import).attributes("ol.source", "dir"), ["rtl"]);
    }

    fn an_import_is_its_persons_alone(site: &Site) {
        let river = site.organization("River Trust");
        let hill = site.organization("Hill Trust");
        let import = import_of(&paste(&river, LETTER));
        for more in ["", "/text", "/lines/1"] {
            hill.ask(&format!("{import}{more}")).is(404);
        }
        for more in ["/text", "/lines/1", "/lines/13/entries/0", "/letter", "/removal"] {
            hill.press(&format!("{import}{more}"), &[("role", "note"), ("title", "x"), ("language", "en")]).is(404);
        }
        river.ask(&format!("{import}/lines/999")).is(404);
        river.press(&format!("{import}/removal"), &[]).is(303);
        river.ask(&import).is(404);
    }

    fn what_cannot_be_read_is_said_plainly(site: &Site) {
        let river = site.organization("River Trust");
        paste(&river, "  \n ").is(422).complains("text", "There is no text in it.");
        upload(&river, "letter.docx", b"this is no archive").is(422).sees("This is not a DOCX document");
        upload(&river, "letter.pdf", b"%PDF-1.7 ...").is(422).sees("A PDF or an old DOC cannot be read.");
        upload(&river, "picture.txt", &[0x89, 0, 1, 2, 3, 0xff, 0xfe, 4, 5, 6, 7, 8, 14, 15]).is(422).sees("This is no text");
        let much = "word ".repeat(8 * 1024 * 1024);
        let headers = [("content-type", "application/x-www-form-urlencoded")];
        river.send(reqwest::Method::POST, "/letters/import", &headers, Some(format!("text={}", much.replace(' ', "+")).into_bytes()))
            .is(413).sees("That is too much at once");
        river.get("/desk").lacks("Still to be looked over");
    }

    fn a_table_in_the_encoding_of_an_arabic_spreadsheet_is_read(site: &Site) {
        let river = site.organization("River Trust");
        let table = "الرقم;المنظمة;البلد\r\n1;منظمة النهر;سوريا\r\n2;جمعية الجبل;تركيا\r\n";
        let (bytes, ..) = encoding_rs::WINDOWS_1256.encode(table);
        let answer = upload(&river, "list.csv", &bytes);
        let page = river.get(answer.is(303).header("location"));
        assert_eq!(page.all("li.entry .entry"), ["1. منظمة النهر · Syria", "2. جمعية الجبل · Türkiye"]);
        assert_eq!(page.attributes("ol.source", "dir"), ["rtl"]);
        // It has no title, which a letter needs.
        let import = import_of(&page);
        river.press(&format!("{import}/letter"), &[]).is(422).sees("The letter needs a title.");
    }

    fn an_import_nobody_comes_back_to_is_forgotten(site: &Site) {
        let river = site.organization("River Trust");
        let import = import_of(&paste(&river, LETTER));
        river.get(&import).is(200);
        site.wait(31 * 86_400);
        let forgotten = site.db.write::<_, undersigned::error::Fault, _>(undersigned::imports::forget_old);
        site.runtime().block_on(forgotten).expect("the database");
        river.sign_in(&river.email(), &river.password());
        river.ask(&import).is(404);
    }
}

#[test]
fn the_command_line_reads_a_letter_and_changes_nothing() {
    let folder = tempfile::tempdir().expect("a folder");
    let file = folder.path().join("letter.txt");
    std::fs::write(&file, LETTER).expect("a file");
    let output = run(&["import", &file.to_string_lossy(), "--dry-run", "--json"]);
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let json: serde_json::Value = serde_json::from_slice(&output.stdout).expect("JSON");
    assert_eq!((json["count"].as_u64(), json["claimed_count"].as_u64()), (Some(4), Some(5)));
    assert_eq!(json["groups"][0]["signatories"][0]["listed_as"], "River Trust (RT), Kenya");
    assert_eq!(json["groups"][0]["acronym"], "RA");
    assert!(json["doubts"].as_array().expect("doubts").iter().any(|doubt| doubt["kind"] == "numbering-gap"));
    std::fs::write(&file, b"%PDF-1.4").expect("a file");
    let output = run(&["import", &file.to_string_lossy(), "--dry-run"]);
    assert_eq!(output.status.code(), Some(1));
    assert!(String::from_utf8_lossy(&output.stderr).contains("A PDF or an old DOC cannot be read."));
}
