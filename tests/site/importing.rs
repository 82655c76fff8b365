//! Importing a letter that exists: paste or upload, look it over, take it over.

use std::io::Write;

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

/// A document with this in it.
fn docx(xml: &str) -> Vec<u8> {
    let mut archive = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
    archive.start_file("word/document.xml", zip::write::SimpleFileOptions::default()).expect("a part");
    archive.write_all(xml.as_bytes()).expect("its content");
    archive.finish().expect("an archive").into_inner()
}

/// Files that cannot be read, and what is said of them.
fn bad_files() -> Vec<(&'static str, Vec<u8>, &'static str)> {
    let paragraph = "<w:p><w:r><w:t>River Trust</w:t></w:r></w:p>";
    let much = format!("<w:document><w:body>{}</w:body></w:document>", paragraph.repeat(300_000));
    let bomb = format!("<w:document><w:body>{}</w:body></w:document>", paragraph.repeat(1_000_000));
    vec![
        ("empty.txt", Vec::new(), "There is no text in it."),
        ("letter.docx", b"this is no archive".to_vec(), "This is not a DOCX document"),
        ("cut.docx", docx(&much).into_iter().take(200).collect(), "This is not a DOCX document"),
        ("much.docx", docx(&much), "longer than that of any letter"),
        ("bomb.docx", docx(&bomb), "longer than that of any letter"),
        ("zeros.txt", vec![0; 100_000], "There is no text in it."),
        ("lines.txt", "River Trust\n".repeat(100_000).into_bytes(), "20,000 lines"),
        ("forty.txt", vec![b'a'; 40 * 1024 * 1024], "10 MB"),
    ]
}

/// Files that somebody's program wrote in its own way; two signatories in each.
fn odd_files() -> Vec<(&'static str, Vec<u8>)> {
    let list = "Signatories:\n1. River Trust\n2. Hill Trust\n";
    let utf16 = [0xff, 0xfe].into_iter().chain(list.encode_utf16().flat_map(u16::to_le_bytes)).collect();
    let (arabic, ..) = encoding_rs::WINDOWS_1256
        .encode("الرقم;المنظمة;البلد\r\n1;منظمة النهر;سوريا\r\n2;جمعية الجبل;تركيا\r\n");
    let long = format!("{}\n\n{list}", "The river is long. ".repeat(55_000));
    vec![("letter.txt", utf16), ("list.csv", arabic.into_owned()), ("long.txt", long.into_bytes())]
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
        river.fill(&page, &entry, &[("second", "nothing"), ("then", "split")]).is(422).complains("second", "Choose the word");
        let page = format!("{import}/lines/{delta}");
        river.fill(&page, &page, &[("role", "note")]).is(200).lacks("Number 4 is missing");
        river.fill(&page, &page, &[("role", "entry")]).is(200).sees("5. Delta Friends");
        let split = format!("{page}/entries/0");
        river.fill(&page, &split, &[("second", "Friends"), ("then", "split")]).is(200).sees("Printed: Delta").sees("Printed: Friends");
        let text = format!("{import}/text");
        river.fill(&text, &text, &[("title", "Another title"), ("language", "ar")]).is(200).sees("Another title").sees("العربية");
        assert_eq!(river.get(&import).attributes("ol.source", "dir"), ["rtl"]);
    }

    fn a_mistake_is_undone_and_lines_are_put_together(site: &Site) {
        let river = site.organization("River Trust");
        let letter = LETTER.replace("5. Delta Friends", "5. Delta Friends of the\nGreat River\n6. Delta Watch 7. Delta Youth");
        let import = import_of(&paste(&river, &letter));
        let line = |text: &str| 1 + letter.lines().position(|line| line == text).expect("the line");
        let entries = || river.get(&import).all("li.entry .entry");
        let read = entries();
        assert!(read.contains(&"7. Delta Youth".to_owned()), "{read:?}");
        river.get(&import).lacks("Undo the correction");
        // Each kind of line is a press away, and the press can be taken back.
        let rest = format!("{import}/lines/{}", line("Great River"));
        river.fill(&rest, &rest, &[("role", "entry")]).is(200).sees("Undo the correction of line");
        assert!(entries().contains(&"Great River".to_owned()));
        river.fill(&rest, &rest, &[("role", "continuation")]).is(200).sees("Delta Friends of the Great River");
        let undo = format!("{import}/undoing");
        for _ in 0..2 {
            river.fill(&import, &undo, &[]).is(200);
        }
        assert_eq!(entries(), read);
        river.get(&import).lacks("Undo the correction");
        river.press(&undo, &[]).is(303);
        // One of two in a line has a page of its own; what was typed there is kept.
        let youth = format!("{import}/lines/{}/entries/1", line("6. Delta Watch 7. Delta Youth"));
        river.get(&format!("{import}/lines/{}", line("6. Delta Watch 7. Delta Youth"))).sees("Printed: Delta Youth");
        let refused = river.fill(&youth, &youth, &[("name", ""), ("acronym", "DY"), ("then", "save")]);
        refused.is(422).complains("name", "A signatory needs a name.");
        assert_eq!(refused.form(&youth)["acronym"], "DY");
        let heading = line("River Alliance (RA)").to_string();
        river.fill(&youth, &youth, &[("group", heading.as_str()), ("then", "save")]).is(200).sees("Undo the correction");
        let draft = river.fill(&import, &format!("{import}/letter"), &[]);
        let path = draft.attributes("form[action$='/edit']", "action").remove(0).trim_end_matches("/edit").to_owned();
        river.press(&format!("{path}/publication"), &[]).is(303);
        let json = site.reader().get(&format!("{path}.json")).json();
        assert_eq!(json["groups"][0]["signatories"][3]["name"], "Delta Youth");
        // A draft does not follow its import, so that is corrected no more.
        river.get(&import).sees("It is a draft already").lacks("Undo the correction");
        river.press(&rest, &[("role", "entry")]).is(422).sees("Correct it there.");
        river.press(&undo, &[]).is(303);
    }

    fn what_is_not_taken_over_is_said_and_stays_with_the_import(site: &Site) {
        let river = site.organization("River Trust");
        let letter = "Let the river run\n\nWe call on the ministry to open the dams at once and to keep them open.\n\nSignatories:\n1. River Trust\n2. Name withheld for security reasons\n3. Hill Society\nThree organizations whose names are withheld for their safety\n\nIndividuals:\nJane Example, writer\nJohn Sample, teacher\n\nMedia contact: press@example.org\n";
        let page = paste(&river, letter);
        page.is(200).sees("Not taken over").sees("2 individuals: only organizations are signatories.")
            .sees("4 withheld names: no name is kept of them").sees("1 line that is a note or not part of the letter.")
            .sees("The original stays here, line by line, for 30 days");
        let import = import_of(&page);
        let draft = river.fill(&import, &format!("{import}/letter"), &[]);
        let path = draft.attributes("form[action$='/edit']", "action").remove(0).trim_end_matches("/edit").to_owned();
        river.get(&format!("{path}/log")).sees("2 listed; 2 individuals not taken over; 4 withheld names not taken over");
        // The original is still there, word by word.
        let original = river.get(&import).all("ol.source .original");
        assert!(letter.lines().filter(|line| !line.is_empty()).eq(original.iter().map(String::as_str)), "{original:?}");
        river.press(&format!("{path}/publication"), &[]).is(303);
        let reader = site.reader();
        for kind in ["", ".json", ".txt", ".csv"] {
            let public = reader.get(&format!("{path}{kind}"));
            for name in ["withheld for", "whose names", "Jane Example", "John Sample"] {
                assert!(!public.text().contains(name), "{name} in {path}{kind}");
            }
        }
        assert_eq!(reader.get(&format!("{path}.json")).json()["count"], 2);
    }

    fn whatever_is_sent_gets_a_clear_answer_soon(site: &Site) {
        let river = site.organization("River Trust");
        for (name, content, sentence) in bad_files() {
            let begun = std::time::Instant::now();
            let answer = upload(&river, name, &content);
            answer.is(if content.len() > 10_000_000 { 413 } else { 422 }).sees(sentence);
            assert!(begun.elapsed().as_secs() < 30, "{name}: {:?}", begun.elapsed());
        }
        for (name, content) in odd_files() {
            let answer = upload(&river, name, &content);
            let page = river.get(answer.is(303).header("location"));
            assert_eq!(page.all("li.entry .entry").len(), 2, "{name}");
        }
        // What was pasted beside a file that is too large is there to be sent again.
        let mut body = b"--xx\r\nContent-Disposition: form-data; name=\"text\"\r\n\r\nLet the river run\r\n--xx\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.txt\"\r\n\r\n".to_vec();
        body.extend(vec![b'a'; 11 * 1024 * 1024]);
        body.extend_from_slice(b"\r\n--xx--\r\n");
        let headers = [("content-type", "multipart/form-data; boundary=xx")];
        let answer = river.send(reqwest::Method::POST, "/letters/import", &headers, Some(body));
        answer.is(413).complains("file", "more than 10 MB").sees("Let the river run");
        // So is what was pasted and could not be read.
        let many: String = (0..21_000).map(|number| format!("River {number}\n")).collect();
        paste(&river, &many).is(422).complains("text", "20,000 lines").sees("River 20999");
        let long = format!("Signed by: {}", "River Trust, Kenya; ".repeat(50_000));
        paste(&river, &long).is(422).complains("text", "at most 5,000 can be imported");
        river.get("/desk").sees("list.csv");
    }

    fn an_import_is_its_persons_alone(site: &Site) {
        let river = site.organization("River Trust");
        let hill = site.organization("Hill Trust");
        let import = import_of(&paste(&river, LETTER));
        for more in ["", "/text", "/lines/1", "/lines/13/entries/0"] {
            hill.ask(&format!("{import}{more}")).is(404);
        }
        for more in ["/text", "/lines/1", "/lines/13/entries/0", "/undoing", "/letter", "/removal"] {
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

#[test]
fn the_command_line_refuses_in_one_line_and_prints_nothing_else() {
    let folder = tempfile::tempdir().expect("a folder");
    let missing = folder.path().join("missing.txt");
    let output = run(&["import", &missing.to_string_lossy(), "--dry-run", "--json"]);
    assert_eq!((output.status.code(), output.stdout.len()), (Some(1), 0));
    for (name, content, sentence) in bad_files() {
        let file = folder.path().join(name);
        std::fs::write(&file, content).expect("a file");
        let output = run(&["import", &file.to_string_lossy(), "--dry-run", "--json"]);
        let said = String::from_utf8_lossy(&output.stderr);
        // The page takes ten megabytes, the command line what a letter has of text.
        let sentence = if name == "forty.txt" { "longer than that of any letter" } else { sentence };
        assert_eq!((output.status.code(), output.stdout.len()), (Some(1), 0), "{name}: {said}");
        assert!(said.contains(sentence) && said.trim().lines().count() == 1, "{name}: {said}");
    }
    for (name, content) in odd_files() {
        let file = folder.path().join(name);
        std::fs::write(&file, content).expect("a file");
        let output = run(&["import", &file.to_string_lossy(), "--dry-run", "--json"]);
        let json: serde_json::Value = serde_json::from_slice(&output.stdout).expect("JSON and no more");
        assert_eq!((json["count"].as_u64(), output.stderr.len()), (Some(2), 0), "{name}");
    }
}

#[test]
fn the_command_line_says_how_well_letters_are_read() {
    let letters = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/letters");
    let output = run(&["import", "--evaluate", letters]);
    let said = String::from_utf8_lossy(&output.stdout);
    assert!(output.status.success() && said.starts_with("letter "), "{said}");
    for column in ["right group", "missed", "invented", "gaps", "reported"] {
        assert!(said.lines().next().is_some_and(|head| head.contains(column)), "{said}");
    }
    assert!(said.lines().last().is_some_and(|total| total.starts_with("total")), "{said}");
}
