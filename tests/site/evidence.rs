//! What can be checked from outside: receipts, the log of a letter, and that nobody changes a row unseen.

use std::path::{Path, PathBuf};
use std::process::Command;

use serde_json::{Value, json};
use sha2::{Digest, Sha256};
use tempfile::TempDir;
use undersigned::error::Fault;
use undersigned::ids::SignatureId;

use crate::listing::{add_listed, line, the_list};
use crate::support::postgres::skip;
use crate::support::program::run;
use crate::support::{Letter, Site, Visitor, eventually, letters};

/// A folder of files for programs that check.
struct Desk(TempDir);

impl Desk {
    fn new() -> Self {
        Self(tempfile::tempdir().expect("a folder"))
    }

    fn put(&self, name: &str, bytes: impl AsRef<[u8]>) -> PathBuf {
        let file = self.0.path().join(name);
        std::fs::write(&file, bytes).expect("a file");
        file
    }
}

fn text(file: &Path) -> &str {
    file.to_str().expect("a path")
}

/// What a program that checks said: its exit code and its words.
fn said(output: &std::process::Output) -> (i32, String) {
    let words = [output.stdout.as_slice(), output.stderr.as_slice()].concat();
    (output.status.code().expect("it ended by itself"), String::from_utf8_lossy(&words).into_owned())
}

fn ours(receipt: &Path, more: &[&str]) -> (i32, String) {
    said(&run(&[&["verify", text(receipt)], more].concat()))
}

/// The same by the program in Python that has nothing of ours; none where there is no Python.
fn theirs(receipt: &Path, more: &[&str]) -> Option<(i32, String)> {
    let script = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/checking/check_receipt.py");
    match Command::new("python3").arg(script).arg(receipt).args(more).output() {
        Ok(output) => Some(said(&output)),
        Err(error) => {
            skip("Python, to check receipts with another program", &error.to_string());
            None
        }
    }
}

/// Both programs have to end with this code.
#[track_caller]
fn both(receipt: &Path, more: &[&str], code: i32, what: &str) {
    let own = ours(receipt, more);
    assert_eq!(own.0, code, "{what}: {}", own.1);
    let python: Vec<&str> = more.iter().map(|word| if *word == "--key" { "--keys" } else { *word }).collect();
    if let Some(other) = theirs(receipt, &python) {
        assert_eq!(other.0, code, "{what}, in Python: {}", other.1);
    }
}

fn doctor(site: &Site, more: &[&str]) -> (i32, String) {
    said(&run(&[&["doctor", "--database-url", site.database_url()], more].concat()))
}

#[track_caller]
fn is_well(site: &Site) {
    let (code, words) = doctor(site, &[]);
    assert_eq!(code, 0, "{words}");
    assert!(words.contains("All is well."), "{words}");
}

#[track_caller]
fn finds(site: &Site, expected: &str) {
    let (code, words) = doctor(site, &[]);
    assert_eq!(code, 1, "{expected}: {words}");
    assert!(words.contains(expected), "{expected}: {words}");
}

impl Visitor<'_> {
    /// The address of the receipt of this person's signature, from the page on which they signed.
    #[track_caller]
    fn receipt(&self, letter: &Letter) -> String {
        let links = self.get(&letter.sign()).attributes("a[href^='/receipts/']", "href");
        links.first().expect("a link to the receipt").clone()
    }

    #[track_caller]
    fn receipt_json(&self, letter: &Letter) -> Value {
        self.ask(&format!("{}/receipt.json", self.receipt(letter))).json()
    }
}

fn checkpoint(site: &Site, letter: &Letter) -> String {
    let page = site.reader().ask(&letter.at("/checkpoint"));
    page.is(200);
    assert!(page.header("content-type").starts_with("text/plain"));
    String::from_utf8(page.bytes).expect("text")
}

fn leaves(site: &Site, letter: &Letter) -> Vec<Value> {
    site.reader().ask(&letter.at("/leaves")).json()["leaves"].as_array().expect("leaves").clone()
}

fn leaf(entry: &Value) -> Value {
    serde_json::from_str(entry["leaf"].as_str().expect("a leaf")).expect("JSON")
}

fn kinds(site: &Site, letter: &Letter) -> Vec<String> {
    leaves(site, letter)
        .iter()
        .map(|entry| leaf(entry)["kind"].as_str().expect("a kind").to_owned())
        .collect()
}

/// The root of a tree by the words of RFC 9162, 2.1.1.
fn root(leaves: &[&[u8]]) -> Vec<u8> {
    match leaves {
        [] => Sha256::digest([]).to_vec(),
        [leaf] => Sha256::digest([&[0_u8][..], leaf].concat()).to_vec(),
        more => {
            let mut k = 1;
            while k * 2 < more.len() {
                k *= 2;
            }
            Sha256::digest([&[1_u8][..], &root(&more[..k]), &root(&more[k..])].concat()).to_vec()
        }
    }
}

/// That the checkpoint is of exactly these leaves, and each opening of its leaf.
#[track_caller]
fn adds_up(site: &Site, letter: &Letter) {
    let all = leaves(site, letter);
    let texts: Vec<&[u8]> =
        all.iter().map(|entry| entry["leaf"].as_str().expect("a leaf").as_bytes()).collect();
    let note = checkpoint(site, letter);
    let lines: Vec<&str> = note.lines().collect();
    assert_eq!(lines[1], all.len().to_string(), "{note}");
    assert_eq!(lines[2], data_encoding::BASE64.encode(&root(&texts)), "{note}");
    for entry in &all {
        let opening = &entry["opening"];
        if opening.is_object() {
            let salt = data_encoding::HEXLOWER.decode(opening["salt"].as_str().expect("a salt").as_bytes());
            let content = canonical(&opening["content"]);
            let commitment = Sha256::digest([salt.expect("hex").as_slice(), content.as_bytes()].concat());
            assert_eq!(leaf(entry)["commitment"], data_encoding::HEXLOWER.encode(&commitment));
        }
    }
}

/// RFC 8785 for an object of strings and nulls.
fn canonical(object: &Value) -> String {
    let strings: serde_json::Map<String, Value> =
        object.as_object().expect("an object").iter().map(|(n, v)| (n.clone(), v.clone())).collect();
    let none = "\u{1}none";
    let filled: serde_json::Map<String, Value> = strings
        .into_iter()
        .map(|(name, value)| (name, if value.is_null() { json!(none) } else { value }))
        .collect();
    letters::canonical(&Value::Object(filled)).replace("\"\\u0001none\"", "null")
}

/// Letters that nobody may change behind the program's back, with the triggers that hold that gone.
const UNGUARDED: (&str, &str) = (
    "DROP TRIGGER evidence_leaves_are_never_changed; DROP TRIGGER evidence_leaves_are_never_deleted; \
     DROP TRIGGER evidence_checkpoints_are_never_changed; DROP TRIGGER evidence_checkpoints_are_never_deleted; \
     DROP TRIGGER revisions_are_never_changed; DROP TRIGGER revisions_are_never_deleted;",
    "DROP TRIGGER evidence_leaves_are_never_changed ON evidence_leaves; \
     DROP TRIGGER evidence_checkpoints_are_never_changed ON evidence_checkpoints; \
     DROP TRIGGER revisions_are_never_changed ON revisions;",
);

fn alter(site: &Site, statement: &str) {
    let sqlite = format!("PRAGMA foreign_keys = OFF; {statement}");
    site.behind_its_back(&sqlite, &format!("SET session_replication_role = replica; {statement}"));
}

stories! {
    fn a_signature_yields_a_receipt_that_two_programs_check(site: &Site) {
        let [river, hill, lake] = ["River Trust", "Hill Trust", "Lake \"Trust\" بحيرة"].map(|name| site.organization(name));
        let letter = river.publish(&[("title", "Open the road, say {{count}}")]);
        hill.sign(&letter);
        lake.sign(&letter);
        let address = lake.receipt(&letter);
        let page = lake.get(&address);
        page.is(200).sees("Lake \"Trust\" بحيرة put its name under “Open the road, say 2”").sees("The list had 2 names with it.").sees("Leaf 2");
        let file = lake.ask(&format!("{address}/receipt.json"));
        assert!(file.header("content-disposition").contains("receipt.json"), "{}", file.header("content-disposition"));
        let receipt = file.json();
        assert_eq!(receipt["receipt"]["revision"]["sha256"], site.reader().json(&letter)["revision"]["sha256"]);
        lake.get("/receipts").sees("Open the road, say 2");
        assert!(lake.get("/desk").attributes("a[href='/receipts']", "href").len() == 1);

        // Who has no part in the organization finds nothing, and who is nobody here is asked who they are.
        for path in [address.clone(), format!("{address}/receipt.json"), format!("{address}?event=1")] {
            hill.ask(&path).is(404);
            river.ask(&path).is(404);
            let asked = site.reader().ask(&path);
            asked.is(303);
            assert!(asked.header("location").starts_with("/sign-in"), "{path}");
        }
        for none in ["/receipts/0190b0a0-0000-7000-8000-000000000000", "/receipts/x", "/receipts/%00", "/receipts/1/receipt.json"] {
            lake.ask(none).is(404);
        }
        lake.ask(&format!("{address}?event=999999")).is(404);
        lake.ask(&format!("{address}?event=x")).is(404);

        let desk = Desk::new();
        let keys = desk.put("keys.json", site.reader().ask("/.well-known/undersigned-keys.json").is(200).bytes.clone());
        let kept = desk.put("receipt.json", receipt.to_string());
        both(&kept, &[], 0, "as it was given");
        let (_, words) = ours(&kept, &[]);
        assert!(words.contains("You gave no key") && words.contains("The receipt holds."), "{words}");
        both(&kept, &["--key", text(&keys)], 0, "with the published keys");
        let other = json!({"keys": [{"kty": "OKP", "crv": "Ed25519", "x": "11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo"}]});
        both(&kept, &["--key", text(&desk.put("other.json", other.to_string()))], 1, "with another key");
        let key = receipt["signature"]["public_key"].as_str().expect("a key").to_owned();
        assert_eq!(ours(&kept, &["--key", &key]).0, 0);

        // Anything else in its place, and it does not hold.
        let flip = |hex: &Value| {
            let hex = hex.as_str().expect("hex");
            json!(format!("{}{}", if hex.starts_with('0') { "1" } else { "0" }, &hex[1..]))
        };
        let hash = &receipt["proof"]["inclusion"][0];
        let leaf = receipt["proof"]["leaf"].as_str().expect("a leaf").replace("signed", "kept");
        let note = receipt["proof"]["checkpoint"].as_str().expect("a note").replacen("\n3\n", "\n4\n", 1);
        let salt = &receipt["proof"]["opening"]["salt"];
        let others = hill.receipt_json(&letter);
        for (pointer, value) in [
            ("/receipt/organization/name", json!("Forged Trust")),
            ("/receipt/revision/sha256", flip(&receipt["receipt"]["revision"]["sha256"])),
            ("/receipt/revision/number", json!(2)),
            ("/receipt/position", json!(1)),
            ("/receipt/time", json!("2016-12-14T00:00:00Z")),
            ("/receipt/letter/log", json!("elsewhere.example/letters/x")),
            ("/signature/value", others["signature"]["value"].clone()),
            ("/signature/key_id", json!("kPrK_qmxVWaYVA9wwBF6Iuo3vVzz7TxHCTwXBygrS4k")),
            ("/signature/public_key", json!("11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo")),
            ("/proof/opening/salt", flip(salt)),
            ("/proof/opening/content/name", json!("Forged Trust")),
            ("/proof/opening", others["proof"]["opening"].clone()),
            ("/proof/leaf", json!(leaf)),
            ("/proof/leaf", others["proof"]["leaf"].clone()),
            ("/proof/index", json!(1)),
            ("/proof/index", json!(3)),
            ("/proof/inclusion/0", flip(hash)),
            ("/proof/inclusion", json!([])),
            ("/proof/checkpoint", json!(note)),
            ("/proof", others["proof"].clone()),
        ] {
            let mut forged = receipt.clone();
            *forged.pointer_mut(pointer).unwrap_or_else(|| panic!("{pointer}")) = value;
            both(&desk.put("forged.json", forged.to_string()), &[], 1, pointer);
        }
    }

    fn whatever_else_is_done_to_a_list_receipts_and_mails_have_the_number_of_its_names(site: &Site) {
        let people = ["River", "Hill", "Lake", "Fen", "Isle"].map(|name| site.organization(&format!("{name} Trust")));
        let [river, hill, lake, fen, isle] = &people;
        let letter = river.publish(&[("title", "Open the road, say {{count}}")]);
        let signs = |who: &Visitor<'_>, names: usize| {
            who.sign_with(&letter, &[]).is(200).sees("has signed");
            let mail = who.mail();
            assert!(mail.subject.contains(&format!("say {names}")), "{} of {names}", mail.subject);
            assert_eq!(who.receipt_json(&letter)["receipt"]["position"], names);
            assert_eq!(site.reader().json(&letter)["count"], names);
        };
        signs(hill, 1);
        signs(lake, 2);
        hill.withdraw(&letter);
        signs(fen, 2);
        signs(hill, 3);
        add_listed(river, &letter, &[("name", "The Oak")]).is(303);
        signs(isle, 5);
        // Now Isle's name is nobody's to read, Fen observes, and Lake has left.
        let withheld = [("organization", &*isle.slug()), ("display", "withheld")];
        isle.press(&letter.at("/display"), &withheld).is(303);
        river.press(&letter.at("/list/groups"), &[("name", "Friends"), ("kind", "observers")]).is(303);
        let page = the_list(river, &letter);
        let friends = page.attributes("section.work-group", "data-place").into_iter().find(|key| key.len() > 20).expect("a group");
        river.press(&letter.at(&format!("/list/lines/{}", line(&page, "Fen Trust"))), &[("group", &friends)]).is(303);
        lake.withdraw(&letter);
        signs(river, 4);
        let [marsh, moor] = ["Marsh Trust", "Moor Trust"].map(|name| site.organization(name));
        signs(&marsh, 5);
        signs(&moor, 6);
        is_well(site);
    }

    fn before_publication_there_is_no_log_and_the_proof_follows(site: &Site) {
        let [river, hill] = ["River Trust", "Hill Trust"].map(|name| site.organization(name));
        let letter = river.write(&[]);
        river.press(&letter.at("/opening"), &[]).is(303);
        river.sign(&letter);
        river.withdraw(&letter);
        river.sign(&letter);
        let none = site.reader().ask("/letters/there-is-none/leaves");
        for path in ["/checkpoint", "/leaves", "/leaves?from=x", "/proofs/inclusion?leaf=0", "/proofs/consistency?from=1&to=2", "/proofs/inclusion?leaf=x", "/verification"] {
            for visitor in [&site.reader(), &hill, &river] {
                let page = visitor.ask(&letter.at(path));
                assert_eq!((page.status, &page.bytes), (404, &none.bytes), "{path}");
            }
        }
        let desk = Desk::new();
        let early = river.receipt_json(&letter);
        assert!(early["proof"].is_null(), "{early}");
        let kept = desk.put("early.json", early.to_string());
        both(&kept, &[], 0, "before publication");
        assert!(ours(&kept, &[]).1.contains("no proof"));
        river.get(&river.receipt(&letter)).sees("Not yet. The log begins when the letter is public");

        river.press_publish(&letter).is(200);
        // Nothing in the log tells of what was before: not how often somebody signed and withdrew.
        assert_eq!(kinds(site, &letter), ["published", "signed"]);
        let first = leaves(site, &letter);
        assert!(first.iter().all(|entry| leaf(entry).get("event").is_none()), "{first:?}");
        let later = river.receipt_json(&letter);
        assert_eq!((&later["receipt"], &later["signature"]), (&early["receipt"], &early["signature"]));
        assert_eq!(later["proof"]["index"], 1);
        both(&desk.put("later.json", later.to_string()), &[], 0, "after publication");
        // The receipt for the name that was withdrawn before has no place in the log.
        let links = river.get(&river.receipt(&letter)).attributes("main a[href*='?event=']", "href");
        let other = links.iter().find(|link| !link.contains("receipt.json")).expect("the other receipt");
        let withdrawn = river.ask(&other.replace("?event", "/receipt.json?event")).json();
        assert!(withdrawn["proof"].is_null(), "{withdrawn}");
        is_well(site);
    }

    fn every_public_event_is_a_leaf_and_the_log_only_grows(site: &Site) {
        let [river, hill, lake] = ["River Trust", "Hill Trust", "Lake Trust"].map(|name| site.organization(name));
        let letter = river.publish(&[]);
        let desk = Desk::new();
        let mut kept = vec![checkpoint(site, &letter)];
        hill.sign(&letter);
        kept.push(checkpoint(site, &letter));
        lake.sign(&letter);
        river.revise_in_substance(&letter, "We, the undersigned, ask for two things.\n\nOpen the road.", &[]);
        kept.push(checkpoint(site, &letter));
        let (hills, _) = (hill.mail().link(), lake.mail().link());
        hill.answer(&hills, "keep").is(200);
        assert!(hill.mail().links().contains(&hill.receipt(&letter)), "to keep a signature yields a receipt too");
        lake.withdraw(&letter);
        lake.sign(&letter);
        // The organization would like to appear otherwise, here alone.
        hill.fill(&letter.sign(), &letter.at("/printed-name"), &[("name", "The Hill Trust")]).is(200);
        kept.push(checkpoint(site, &letter));
        river.press(&letter.at("/closing"), &[]).is(303);
        assert_eq!(
            kinds(site, &letter),
            ["published", "signed", "signed", "revised", "kept", "withdrew", "signed", "relisted", "closed"]
        );
        let all = leaves(site, &letter);
        let lines: Vec<Value> = all.iter().map(|entry| leaf(entry)["line"].clone()).collect();
        assert_eq!(json!(lines), json!([null, 1, 2, null, 1, 2, 2, 1, null]));
        assert_eq!(all[7]["opening"]["content"]["name"], "The Hill Trust");
        assert_eq!(leaf(&all[3])["revision"]["number"], 2);
        adds_up(site, &letter);
        is_well(site);

        // Whoever kept a checkpoint, however old, sees that nothing before it is another.
        let receipt = hill.receipt_json(&letter);
        assert_eq!(receipt["receipt"]["act"], "kept");
        let file = desk.put("receipt.json", receipt.to_string());
        for note in &kept {
            let from = note.lines().nth(1).expect("a size");
            let old = desk.put("old.txt", note);
            let proof = site.reader().ask(&letter.at(&format!("/proofs/consistency?from={from}")));
            let proof = desk.put("proof.json", &proof.is(200).bytes);
            let together = ["--checkpoint", text(&old), "--consistency", text(&proof)];
            both(&file, &together, 0, from);
            let other = site.reader().ask(&letter.at("/proofs/consistency?from=1&to=7")).json();
            let other = desk.put("other.json", other.to_string());
            both(&file, &["--checkpoint", text(&old), "--consistency", text(&other)], 1, "the proof of other sizes");
            let (code, words) = ours(&file, &["--checkpoint", text(&old)]);
            assert_eq!(code, 1, "{words}");
            assert!(words.contains(&format!("/proofs/consistency?from={from}&to=9")), "{words}");
        }
        let latest = desk.put("latest.txt", checkpoint(site, &letter));
        both(&file, &["--checkpoint", text(&latest)], 0, "the same checkpoint");
        // An older receipt beside a newer checkpoint.
        river.press(&letter.at("/deadline"), &[("deadline", "2031-01-10T13:00"), ("time_zone", "UTC"), ("note", "Longer.")]).is(303);
        river.sign(&letter);
        let newer = desk.put("newer.txt", checkpoint(site, &letter));
        let proof = desk.put("newer.json", &site.reader().ask(&letter.at("/proofs/consistency?from=9")).is(200).bytes);
        both(&file, &["--checkpoint", text(&newer), "--consistency", text(&proof)], 0, "a newer checkpoint");
    }

    fn delivery_and_retraction_are_in_the_log(site: &Site) {
        let [river, hill] = ["River Trust", "Hill Trust"].map(|name| site.organization(name));
        let letter = river.publish(&[]);
        hill.sign(&letter);
        river.fill(&letter.at("/delivery"), &letter.at("/delivery"), &[("delivered_to", "The Council")]).is(200);
        river.fill(&letter.at("/retraction"), &letter.at("/retraction"), &[("note", "We were wrong."), ("sure", "yes")]);
        assert_eq!(kinds(site, &letter), ["published", "signed", "delivered", "retracted"]);
        let snapshot = leaf(&leaves(site, &letter)[2])["snapshot"].as_str().expect("a hash").to_owned();
        site.reader().get(&letter.at("/delivery")).sees(&snapshot);
        adds_up(site, &letter);
        is_well(site);
        for mail in site.unread_mails() {
            site.mail_to(&mail.to);
        }
        alter(site, "UPDATE deliveries SET snapshot = '{\"count\": 24}'");
        finds(site, "what was delivered is not what the SHA-256 of the delivery names");
    }

    fn numbers_that_are_none_are_refused_in_words(site: &Site) {
        let river = site.organization("River Trust");
        let letter = river.publish(&[]);
        river.sign(&letter);
        for path in [
            "/leaves?from=x", "/leaves?from=-1", "/leaves?from=", "/leaves?limit=0", "/leaves?from=99999999999999999999", "/leaves?limit=1.5",
            "/proofs/inclusion", "/proofs/inclusion?leaf=2", "/proofs/inclusion?leaf=0&size=3", "/proofs/inclusion?leaf=+1", "/proofs/inclusion?leaf=0&size=18446744073709551615",
            "/proofs/consistency", "/proofs/consistency?from=0", "/proofs/consistency?from=2&to=1", "/proofs/consistency?from=1&to=3", "/proofs/consistency?from=1&to=%00",
        ] {
            let page = site.reader().ask(&letter.at(path));
            page.is(400);
            let said: Value = serde_json::from_slice(&page.bytes).unwrap_or_else(|_| panic!("{path}: {}", page.text()));
            assert!(said["error"].as_str().is_some_and(|words| words.ends_with('.')), "{path}");
        }
        let page = site.reader().ask(&letter.at("/leaves?from=1&limit=1")).json();
        assert_eq!((&page["size"], &page["next"]), (&json!(2), &Value::Null));
        let page = site.reader().ask(&letter.at("/leaves?from=0&limit=1")).json();
        assert_eq!((page["leaves"].as_array().map(Vec::len), &page["next"]), (Some(1), &json!(1)));
        assert_eq!(site.reader().ask(&letter.at("/leaves?from=5000")).json()["leaves"], json!([]));
        site.reader().ask(&letter.at("/proofs/inclusion?leaf=0&size=1")).is(200);
    }

    fn a_row_that_is_changed_behind_the_programs_back_is_found(site: &Site) {
        let [river, hill, lake] = ["River Trust", "Hill Trust", "Lake Trust"].map(|name| site.organization(name));
        let letter = river.publish(&[]);
        hill.sign(&letter);
        lake.sign(&letter);
        river.revise(&letter, &[("kind", "editorial"), ("note", "A slip."), ("body", "We, the undersigned, ask for one thing:\n\nOpen the road.")]);
        hill.mail();
        lake.mail();
        is_well(site);
        let of_hill = "id = (SELECT organization_id FROM signatures WHERE first_signed_at = (SELECT min(first_signed_at) FROM signatures))";
        alter(site, "CREATE TABLE kept AS SELECT id, name FROM organizations");
        let as_it_was = "UPDATE organizations SET name = (SELECT kept.name FROM kept WHERE kept.id = organizations.id)";
        alter(site, &format!("UPDATE organizations SET name = 'Forged Trust' WHERE {of_hill}"));
        finds(site, &format!("Letter {}: “Forged Trust” is not listed as leaf 1 says: another name", letter.slug()));
        finds(site, "organizations.name is not sealed in 1 of its rows");
        alter(site, as_it_was);
        is_well(site);
        // What no leaf speaks of, too: whoever writes it has not the key.
        alter(site, "CREATE TABLE of_people AS SELECT id, email FROM people");
        alter(site, "UPDATE people SET email = 'thief-' || CAST(created_at AS TEXT) || '@example.org'");
        finds(site, "people.email is not sealed in 3 of its rows");
        alter(site, "UPDATE people SET email = (SELECT of_people.email FROM of_people WHERE of_people.id = people.id)");
        is_well(site);

        let second = "(SELECT id FROM revisions WHERE number = 2)";
        let first = "(SELECT id FROM revisions WHERE number = 1)";
        alter(site, &format!("UPDATE signatures SET revision_id = {second} WHERE first_signed_at = (SELECT min(first_signed_at) FROM signatures)"));
        finds(site, "“Hill Trust” is not listed as leaf 1 says: another revision");
        alter(site, &format!("UPDATE signatures SET revision_id = {first}"));
        alter(site, "UPDATE signatures SET withdrawn_at = 1 WHERE first_signed_at = (SELECT min(first_signed_at) FROM signatures)");
        finds(site, "“Hill Trust” is off the list, and leaf 1 says that it stands there");
        alter(site, "UPDATE signatures SET withdrawn_at = NULL");
        is_well(site);

        // What cannot even be read is said as well.
        alter(site, &format!("UPDATE organizations SET name = '\u{1}sealed1:AAAA' WHERE {of_hill}"));
        finds(site, "its rows cannot be read");
        alter(site, as_it_was);

        alter(site, "UPDATE letter_events SET seq = 40 WHERE seq = 2");
        finds(site, "event 2 is missing among its numbers");
        alter(site, "UPDATE letter_events SET seq = 2 WHERE seq = 40");
        alter(site, "UPDATE evidence_receipts SET body = 'x' WHERE event = 2");
        finds(site, "for event 2 is not what was signed");
        alter(site, "DELETE FROM evidence_receipts WHERE event = 2");

        site.behind_its_back(UNGUARDED.0, UNGUARDED.1);
        alter(site, "UPDATE revisions SET body = replace(body, 'one thing:', 'two things:') WHERE number = 2");
        finds(site, "the text of revision 2 is not the one that its SHA-256 names");
        alter(site, "UPDATE revisions SET body = replace(body, 'two things:', 'one thing:') WHERE number = 2");
        is_well(site);
        alter(site, "UPDATE evidence_leaves SET leaf = replace(leaf, 'Z', 'z') WHERE position = 2");
        finds(site, "leaf 2: its hash is not of what it says");
        finds(site, "the log is not the one whose 3 leaves were signed");
        alter(site, "UPDATE evidence_leaves SET leaf = replace(leaf, 'z', 'Z') WHERE position = 2");
        is_well(site);
        alter(site, "UPDATE evidence_nodes SET hash = (SELECT hash FROM evidence_nodes WHERE position = 0) WHERE position = 1");
        finds(site, "the hashes of its tree are not those of its leaves");
    }

    fn a_signature_that_is_gone_is_found(site: &Site) {
        let [river, hill] = ["River Trust", "Hill Trust"].map(|name| site.organization(name));
        let letter = river.publish(&[]);
        hill.sign(&letter);
        is_well(site);
        alter(site, "DELETE FROM signatures");
        finds(site, "the signature of leaf 1 is gone");
        // Nor is anything said of whoever it was.
        assert!(leaves(site, &letter).iter().all(|entry| entry["opening"].is_null()));
    }

    fn a_log_that_is_written_anew_as_a_whole_contradicts_every_checkpoint_that_was_kept(site: &Site) {
        // The origin of a log is the host, which has to be one over a restart.
        let site = site.sibling(|config| config.public_url = "http://localhost:8080/".parse().expect("a URL"));
        let [river, hill, lake] = ["River Trust", "Hill Trust", "Lake Trust"].map(|name| site.organization(name));
        let letter = river.publish(&[]);
        hill.sign(&letter);
        let desk = Desk::new();
        let kept = desk.put("kept.txt", checkpoint(&site, &letter));
        assert_eq!(doctor(&site, &["--checkpoint", text(&kept)]).0, 0);

        site.behind_its_back(UNGUARDED.0, UNGUARDED.1);
        for table in ["openings", "nodes", "checkpoints", "leaves", "receipts", "logs"] {
            alter(&site, &format!("DELETE FROM evidence_{table}"));
        }
        // Whoever has not the key can put one sealed name in another's place.
        let of_lake = "(SELECT o.name FROM organizations o ORDER BY o.registered_at DESC LIMIT 1)";
        alter(&site, &format!("UPDATE organizations SET name = {of_lake} WHERE id = (SELECT organization_id FROM signatures)"));
        let (code, words) = doctor(&site, &[]);
        assert!(code == 1 && words.contains("its log is gone"), "{words}");
        // A program that starts on such a database begins the log anew, with every hash and signature.
        let second = site.second_node();
        site.runtime().block_on(second.stop());
        lake.sign(&letter);
        is_well(&site);
        assert_eq!(leaves(&site, &letter)[1]["opening"]["content"]["name"], "Lake Trust");
        adds_up(&site, &letter);

        let (code, words) = doctor(&site, &["--checkpoint", text(&kept)]);
        assert!(code == 1 && words.contains("the log was rewritten"), "{words}");
        let receipt = desk.put("receipt.json", lake.receipt_json(&letter).to_string());
        both(&receipt, &[], 0, "by itself it holds");
        let proof = site.reader().ask(&letter.at("/proofs/consistency?from=2"));
        let proof = desk.put("proof.json", &proof.is(200).bytes);
        let together = ["--checkpoint", text(&kept), "--consistency", text(&proof)];
        both(&receipt, &together, 1, "beside the checkpoint that was kept");
        assert!(ours(&receipt, &together).1.contains("The log was rewritten"));
        site.finish();
    }

    fn a_withheld_name_is_opened_nowhere_and_its_receipt_is_its_owners(site: &Site) {
        let [river, hill, lake] = ["River Trust", "Hill Trust", "Lake Trust"].map(|name| site.organization(name));
        let letter = river.publish(&[("deadline", "2030-12-14T13:00"), ("time_zone", "UTC")]);
        hill.sign(&letter);
        lake.sign(&letter);
        site.reader().get(&letter.at("/verification")).sees("Hill Trust signed");
        alter(site, "UPDATE signatures SET withheld_at = 1 WHERE first_signed_at = (SELECT min(first_signed_at) FROM signatures)");
        finds(site, "a name that is withheld is not listed as leaf 1 says: another display");
        // Whatever the program does next to the list brings the log up to it.
        river.press(&letter.at("/deadline"), &[("deadline", "2031-01-10T13:00"), ("time_zone", "UTC"), ("note", "Longer.")]).is(303);
        assert_eq!(kinds(site, &letter), ["published", "signed", "signed", "relisted"]);
        is_well(site);
        adds_up(site, &letter);
        let openings: Vec<bool> = leaves(site, &letter).iter().map(|entry| entry["opening"].is_object()).collect();
        assert_eq!(openings, [false, false, true, false], "also not that of the time when it was named");
        for path in ["/leaves", "/verification", "/checkpoint"] {
            let page = site.reader().ask(&letter.at(path));
            assert!(!page.html().contains("Hill"), "{path}: {}", page.html());
        }
        site.reader().get(&letter.at("/verification")).sees("A name that is not shown");
        let receipt = hill.receipt_json(&letter);
        assert_eq!(receipt["proof"]["opening"]["content"]["name"], "Hill Trust");
        both(&Desk::new().put("receipt.json", receipt.to_string()), &[], 0, "its own receipt");
    }

    fn a_name_that_is_withheld_from_the_first_has_its_receipt_and_one_leaf(site: &Site) {
        let [river, hill, oak] = ["River Trust", "Hill Trust", "Oak Trust"].map(|name| site.organization(name));
        let letter = river.publish(&[]);
        hill.sign(&letter);
        river.sign(&letter);
        oak.sign_with(&letter, &[("display", "withheld")]).is(200);
        assert_eq!(kinds(site, &letter), ["published", "signed", "signed", "signed"], "nothing is said of the others");
        let receipt = oak.receipt_json(&letter);
        assert_eq!(receipt["receipt"]["organization"]["name"], "Oak Trust");
        assert_eq!(receipt["receipt"]["display"], "withheld");
        both(&Desk::new().put("receipt.json", receipt.to_string()), &[], 0, "of a name that nobody sees");
        oak.get("/receipts").is(200).sees("Oak Trust");
        hill.ask(&oak.receipt(&letter)).is(404);
        oak.mail();
        river.revise_in_substance(&letter, "Open two roads.", &[]);
        oak.answer(&oak.mail().link(), "keep").is(200);
        assert_eq!(kinds(site, &letter)[4..], ["revised", "kept"]);
        assert_eq!(oak.receipt_json(&letter)["receipt"]["revision"]["number"], 2);
        is_well(site);
        adds_up(site, &letter);
        for mail in site.unread_mails() {
            site.mail_to(&mail.to);
        }
    }

    fn a_withheld_name_that_waited_has_its_receipt_once_it_is_accepted(site: &Site) {
        let [river, oak] = ["River Trust", "Oak Trust"].map(|name| site.organization(name));
        let letter = river.publish(&[("verification", "operator")]);
        oak.sign_with(&letter, &[("display", "withheld")]).is(200);
        assert_eq!(kinds(site, &letter), ["published"]);
        let queue = river.get(&letter.at("/queue"));
        queue.is(200).lacks("Oak");
        let accept = queue.attributes("form[action$='/acceptance']", "action")[0].clone();
        river.press(&accept, &[("reason", "We know them.")]).is(303);
        assert_eq!(kinds(site, &letter), ["published", "signed"]);
        assert_eq!(oak.receipt_json(&letter)["receipt"]["display"], "withheld");
        site.reader().read(&letter).lacks("Oak");
        is_well(site);
        for mail in site.unread_mails() {
            site.mail_to(&mail.to);
        }
    }

    fn what_is_erased_can_be_read_from_nothing_and_every_proof_holds(site: &Site) {
        let [river, hill, lake] = ["River Trust", "Hill Trust", "Lake Trust"].map(|name| site.organization(name));
        let letter = river.publish(&[]);
        hill.sign(&letter);
        lake.sign(&letter);
        let address = hill.receipt(&letter);
        let before = checkpoint(site, &letter);
        let desk = Desk::new();
        let file = desk.put("receipt.json", lake.receipt_json(&letter).to_string());
        let signature: SignatureId = address.trim_start_matches("/receipts/").parse().expect("a signature");
        site.runtime().block_on(site.db.write::<_, Fault, _>(move |tx| undersigned::evidence::erase(tx, signature))).expect("erased");
        assert_eq!(checkpoint(site, &letter), before);
        hill.ask(&address).is(404);
        let all = leaves(site, &letter);
        assert!(all[1]["opening"].is_null() && all[2]["opening"].is_object(), "{all:?}");
        assert!(leaf(&all[1])["commitment"].is_string());
        adds_up(site, &letter);
        both(&file, &[], 0, "another's receipt");
        is_well(site);
    }

    fn an_organization_that_changes_its_name_is_no_alarm_and_the_log_says_so(site: &Site) {
        let [river, hill] = ["River Trust", "Hill Trust"].map(|name| site.organization(name));
        let letter = river.publish(&[]);
        hill.sign(&letter);
        let receipt = hill.receipt_json(&letter);
        let profile = format!("/organizations/{}/profile", hill.slug());
        hill.fill(&profile, &profile, &[("organization_name", "Hill and Dale Trust"), ("acronym", "HDT"), ("country", "TR")]).is(200);
        for mail in site.unread_mails() {
            site.mail_to(&mail.to);
        }
        eventually("the letter to show it", || {
            (leaves(site, &letter).len() == 3).then_some(())
        });
        let all = leaves(site, &letter);
        assert_eq!((&leaf(&all[2])["kind"], &leaf(&all[2])["line"]), (&json!("relisted"), &json!(1)));
        let content = &all[2]["opening"]["content"];
        assert_eq!((&content["name"], &content["acronym"], &content["country"]), (&json!("Hill and Dale Trust"), &json!("HDT"), &json!("TR")));
        is_well(site);
        adds_up(site, &letter);
        // The receipt is for the name under which it was given.
        let later = hill.receipt_json(&letter);
        assert_eq!(later["receipt"], receipt["receipt"]);
        both(&Desk::new().put("receipt.json", later.to_string()), &[], 0, "under its former name");
    }

    fn a_signature_that_waits_or_is_suspended_is_in_the_log_as_on_the_list(site: &Site) {
        let [river, hill] = ["River Trust", "Hill Trust"].map(|name| site.organization(name));
        let letter = river.publish(&[]);
        hill.sign_with(&letter, &[]).is(200).sees("has signed");
        let (_, object) = crate::authority::links(site, &hill.email());
        hill.fill(&object, &object, &[("words", "Nobody asked us.")]).is(200);
        assert_eq!(kinds(site, &letter), ["published", "signed", "suspended"]);
        is_well(site);
        adds_up(site, &letter);
        for mail in site.unread_mails() {
            site.mail_to(&mail.to);
        }
    }

    fn the_mail_about_a_signature_leads_to_its_receipt(site: &Site) {
        let [river, hill] = ["River Trust", "Hill Trust"].map(|name| site.organization(name));
        let letter = river.publish(&[]);
        hill.sign_with(&letter, &[]).is(200);
        let links = hill.mail().links();
        let link = links.iter().find(|link| link.starts_with("/receipts/")).expect("a link to the receipt");
        assert_eq!(*link, hill.receipt(&letter));
        hill.get(link).is(200).sees("Hill Trust put its name under");
        river.ask(link).is(404);
    }

    fn keys_change_and_what_the_old_ones_signed_stays_signed(site: &Site) {
        let [river, hill, lake] = ["River Trust", "Hill Trust", "Lake Trust"].map(|name| site.organization(name));
        let letter = river.publish(&[]);
        hill.sign(&letter);
        let set = |site: &Site| site.reader().ask("/.well-known/undersigned-keys.json").json()["keys"].clone();
        let first = set(site);
        assert_eq!(first.as_array().map(Vec::len), Some(1));
        assert!(first[0].get("d").is_none() && first[0]["kty"] == "OKP" && first[0]["crv"] == "Ed25519", "{first}");
        let desk = Desk::new();
        let early = desk.put("early.json", hill.receipt_json(&letter).to_string());
        let rotated = run(&["keys", "rotate", "--database-url", site.database_url()]);
        assert!(rotated.status.success(), "{}", said(&rotated).1);
        lake.sign(&letter);
        let keys = set(site);
        assert_eq!(keys.as_array().map(Vec::len), Some(2));
        assert!(keys[0]["retired_at"].is_null() && keys[1]["retired_at"].is_string(), "{keys}");
        assert_eq!(keys[1]["x"], first[0]["x"]);
        let file = desk.put("keys.json", json!({ "keys": keys }).to_string());
        let late = desk.put("late.json", lake.receipt_json(&letter).to_string());
        // Signed by the old key, under a checkpoint of the new one.
        let between = desk.put("between.json", hill.receipt_json(&letter).to_string());
        for receipt in [&early, &late, &between] {
            both(receipt, &["--key", text(&file)], 0, "with the whole set");
        }
        let old = desk.put("old.json", json!({ "keys": first }).to_string());
        both(&late, &["--key", text(&old)], 1, "with the key that was retired");
        let page = site.reader().get("/verification");
        page.is(200).sees("signs now").sees("until").sees(keys[0]["x"].as_str().expect("a key"));
        let (_, words) = said(&run(&["keys", "list", "--database-url", site.database_url()]));
        let lines: Vec<&str> = words.lines().filter(|line| line.contains("since")).collect();
        assert!(lines.len() == 2 && lines[0].contains(", signs ") && lines[1].contains(", until "), "{words}");
        is_well(site);
    }

    fn the_page_about_checking_speaks_the_language_of_the_letter(site: &Site) {
        let river = site.organization("River Trust");
        let letter = river.publish(&[("language", "ar"), ("title", "افتحوا الطريق"), ("body", "نطالب بأمر واحد.")]);
        river.sign(&letter);
        let links = site.reader().read(&letter).attributes(".colophon a[href$='/verification']", "href");
        assert_eq!(links, [letter.at("/verification")]);
        let page = site.reader().get(&letter.at("/verification"));
        page.is(200).sees("كيف يمكن التحقق من هذه القائمة").sees("فيه قيدان").sees("River Trust");
        assert_eq!(page.attributes("html", "dir"), ["rtl"]);
        assert_eq!(page.attributes("pre.checkpoint", "dir"), ["ltr"]);
        let note = checkpoint(site, &letter);
        assert!(page.html().contains(note.lines().nth(2).expect("a root")));
        assert!(page.attributes("a[download]", "href").contains(&letter.at("/checkpoint")));
    }
}

#[test]
fn whatever_file_it_gets_verify_says_a_sentence() {
    let desk = Desk::new();
    let receipt = |body: &str| {
        format!(
            "{{\"receipt\":{body},\"signature\":{{\"public_key\":\"11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo\",\"algorithm\":\"Ed25519\",\"key_id\":\"x\",\"value\":\"AAAA\"}}}}"
        )
    };
    let deep = format!("{}1{}", "[".repeat(200_000), "]".repeat(200_000));
    let kind = "\"kind\":\"undersigned receipt 1\"";
    for (name, content) in [
        ("nothing", String::new()),
        ("no JSON", "Dear all,".to_owned()),
        ("a list", "[]".to_owned()),
        ("deep", deep.clone()),
        ("deep inside", receipt(&format!("{{{kind},\"x\":{}}}", &deep[..300]))),
        ("large", format!("{{\"receipt\":\"{}\"}}", "x".repeat(10 << 20))),
        ("another kind", receipt("{\"kind\":\"undersigned receipt 9\"}")),
        ("nothing in it", receipt(&format!("{{{kind}}}"))),
        (
            "numbers for words",
            receipt(&format!("{{{kind},\"organization\":7,\"letter\":[],\"revision\":null}}")),
        ),
        ("fractions", receipt(&format!("{{{kind},\"position\":1.5}}"))),
        ("no key", receipt(&format!("{{{kind}}}")).replace("11qY", "")),
        ("a null", "null".to_owned()),
        ("another algorithm", receipt(&format!("{{{kind}}}")).replace("Ed25519", "RSA")),
    ] {
        let file = desk.put("file.json", content);
        let (code, words) = ours(&file, &[]);
        assert_eq!(code, 2, "{name}: {words}");
        assert!(words.starts_with("undersigned: ") && words.trim().ends_with('.'), "{name}: {words}");
        assert!(words.len() < 400 && !words.contains("panicked"), "{name}: {words}");
        if name != "large"
            && let Some((code, words)) = theirs(&file, &[])
        {
            assert_ne!(code, 0, "{name}, in Python: {words}");
        }
    }
    let (code, words) = said(&run(&["verify", "/there/is/none.json"]));
    assert!(code == 2 && words.contains("cannot be read"), "{words}");
    let bytes = desk.put("bytes.json", [0xff_u8, 0xfe, 0, 1]);
    assert_eq!(ours(&bytes, &[]).0, 2);
}
