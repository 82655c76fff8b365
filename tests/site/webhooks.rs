//! Somebody's own program is told what happens.

use std::io::{Read, Write};
use std::net::{TcpListener, TcpStream};
use std::sync::mpsc::{self, Receiver};
use std::sync::{Arc, Mutex};
use std::time::Duration;

use data_encoding::BASE64;
use hmac::{Hmac, KeyInit, Mac};
use serde_json::{Value, json};
use sha2::Sha256;

use crate::support::site::locked;
use crate::support::{Page, Visitor, eventually};

/// A message as the receiver got it.
#[derive(Debug)]
pub struct Message {
    head: String,
    body: String,
}

impl Message {
    fn header(&self, name: &str) -> &str {
        let line = self.head.lines().find(|line| line.to_lowercase().starts_with(&format!("{name}:")));
        line.and_then(|line| line.split_once(':')).map_or("", |(_, value)| value.trim())
    }

    pub fn json(&self) -> Value {
        serde_json::from_str(&self.body).expect("JSON")
    }

    pub fn id(&self) -> String {
        self.header("webhook-id").to_owned()
    }

    /// Whether one of the signatures is by this secret, as the specification says.
    fn is_signed_with(&self, secret: &str) -> bool {
        let key = BASE64.decode(secret.strip_prefix("whsec_").expect("a secret").as_bytes()).expect("Base64");
        let content =
            format!("{}.{}.{}", self.header("webhook-id"), self.header("webhook-timestamp"), self.body);
        let mac = Hmac::<Sha256>::new_from_slice(&key).expect("a key").chain_update(content.as_bytes());
        let signed = format!("v1,{}", BASE64.encode(&mac.finalize().into_bytes()));
        self.header("webhook-signature").split(' ').any(|one| one == signed)
    }
}

/// A program that takes messages, and answers with a status of the story's choice.
pub struct Program {
    pub url: String,
    status: Arc<Mutex<u16>>,
    got: Receiver<Message>,
}

fn take(mut stream: TcpStream, status: u16) -> Option<Message> {
    stream.set_read_timeout(Some(Duration::from_secs(5))).ok()?;
    let (mut bytes, mut part) = (Vec::new(), [0; 8192]);
    loop {
        let text = String::from_utf8_lossy(&bytes).into_owned();
        if let Some((head, body)) = text.split_once("\r\n\r\n") {
            let length = head
                .to_lowercase()
                .lines()
                .find_map(|line| line.strip_prefix("content-length: ")?.parse().ok());
            if body.len() >= length.unwrap_or(0_usize) {
                let answer = format!("HTTP/1.1 {status} X\r\nContent-Length: 0\r\nConnection: close\r\n\r\n");
                stream.write_all(answer.as_bytes()).ok()?;
                return Some(Message { head: head.to_owned(), body: body.to_owned() });
            }
        }
        let read = stream.read(&mut part).ok().filter(|read| *read > 0)?;
        bytes.extend_from_slice(&part[..read]);
    }
}

impl Program {
    pub fn start() -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").expect("a port");
        let url = format!("http://{}/hook?key=of-theirs", listener.local_addr().expect("an address"));
        let status = Arc::new(Mutex::new(200));
        let (tell, got) = mpsc::channel();
        let answers = status.clone();
        std::thread::spawn(move || {
            for stream in listener.incoming().flatten() {
                let status = *locked(&answers);
                if let Some(message) = take(stream, status)
                    && tell.send(message).is_err()
                {
                    return;
                }
            }
        });
        Self { url, status, got }
    }

    fn answers(&self, status: u16) {
        *locked(&self.status) = status;
    }

    /// All messages that come until there is none for so long.
    pub fn all_until_quiet(&self, quiet: Duration) -> Vec<Message> {
        std::iter::from_fn(|| self.got.recv_timeout(quiet).ok()).collect()
    }

    #[track_caller]
    fn next(&self) -> Message {
        self.got.recv_timeout(Duration::from_secs(15)).expect("a message")
    }

    /// Fails if there is another message.
    #[track_caller]
    fn hears_nothing(&self) {
        let more = self.got.recv_timeout(Duration::from_millis(800));
        assert!(more.is_err(), "{more:?}");
    }
}

/// Adds a webhook on the page of a letter or an organization, with its secret.
#[track_caller]
pub fn add(visitor: &Visitor<'_>, path: &str, url: &str) -> (Page, String, String) {
    let page = visitor.fill(path, path, &[("url", url)]);
    page.is(200).sees("it is shown only this once");
    let secret = page.all("section.note code").remove(0);
    let own =
        page.attributes("main form", "action").into_iter().find(|to| to.ends_with("/test")).expect("a form");
    let own = own.trim_end_matches("/test").to_owned();
    visitor.get(&own).is(200).lacks(&secret);
    (page, own, secret)
}

/// Waits until the webhook's page says so.
#[track_caller]
fn eventually_sees(visitor: &Visitor<'_>, own: &str, words: &str) -> Page {
    eventually(words, || Some(visitor.get(own)).filter(|page| page.text().contains(words)))
}

stories! {
    fn a_coordinators_program_hears_what_happens_to_a_letter(site: &Site) {
        let river = site.organization("River Trust");
        let big = site.organization_in("Big Heart", "TR");
        let letter = river.write(&[("title", "We, {{count}}")]);
        river.fill(&letter.edit(), &letter.at("/opening"), &[]).is(200);
        let program = Program::start();
        let (_, own, secret) = add(&river, &letter.at("/webhooks"), &program.url);

        // Private as it is, its coordinator's program hears of it.
        river.sign(&letter);
        let message = program.next();
        assert!(message.is_signed_with(&secret) && !message.is_signed_with("whsec_AAAA"), "{}", message.head);
        assert!(message.head.starts_with("POST /hook?key=of-theirs HTTP/1.1") && message.header("content-type") == "application/json");
        let told = message.json();
        assert_eq!((&told["type"], &told["data"]["signatory"]["name"]), (&json!("letter.signed"), &json!("River Trust")));
        assert_eq!((&told["data"]["letter"]["state"], &told["data"]["letter"]["title"]), (&json!("collecting"), &json!("We, 1")));
        river.press_publish(&letter).is(200);
        assert_eq!(program.next().json()["type"], "letter.published");
        big.sign_with(&letter, &[("display", "withheld")]).is(200);
        big.mail();
        let message = program.next();
        assert!(!message.body.contains("Big Heart"), "{}", message.body);
        let told = message.json();
        assert_eq!((&told["data"]["signatory"], &told["data"]["letter"]["count"], &told["data"]["letter"]["withheld"]), (&Value::Null, &json!(2), &json!(1)));
        river.withdraw(&letter);
        let told = program.next().json();
        assert_eq!((&told["type"], &told["data"]["signatory"]["name"]), (&json!("letter.withdrew"), &json!("River Trust")));
        river.revise(&letter, &[("kind", "editorial"), ("note", "A comma."), ("body", "We, the undersigned, ask for one thing.\n\nOpen the road!")]);
        assert_eq!(program.next().json()["data"]["letter"]["revision"], 2);
        river.press(&letter.at("/closing"), &[]).is(303);
        assert_eq!(program.next().json()["type"], "letter.closed");

        // A test, another secret, and a message once more, known by its id.
        river.press(&format!("{own}/test"), &[]).is(303);
        let test = program.next();
        assert_eq!((&test.json()["type"], &test.json()["data"]["letter"]), (&json!("webhook.test"), &Value::Null));
        let renewed = river.press(&format!("{own}/secret"), &[]);
        let second = renewed.is(200).all("section.note code").remove(0);
        let page = eventually_sees(&river, &own, "letter.closed");
        let again = page.attributes("main li form", "action").remove(0);
        river.press(&again, &[]).is(303);
        let message = program.next();
        assert_eq!(message.id(), test.id());
        assert!(message.is_signed_with(&secret) && message.is_signed_with(&second));
        site.wait(86_401);
        river.press(&again, &[]).is(303);
        let message = program.next();
        assert!(!message.is_signed_with(&secret) && message.is_signed_with(&second));
        eventually_sees(&river, &own, "with answer 200");

        // It is nobody else's to see, and gone when it is removed.
        for (path, fields) in [(own.clone(), None), (format!("{own}/test"), Some(())), (format!("{own}/removal"), Some(())), (again.clone(), Some(()))] {
            let page = if fields.is_some() { big.press(&path, &[]) } else { big.ask(&path) };
            assert_eq!(page.status, 404, "{path}");
        }
        assert_eq!((big.ask(&letter.at("/webhooks")).status, site.reader().get(&own).status), (404, 200), "whoever is nobody signs in");
        river.press(&format!("{own}/removal"), &[]).is(303);
        river.ask(&own).is(404);
        program.hears_nothing();
        site.read_all_mail();
    }

    fn an_organizations_program_hears_of_what_it_signed_once_that_is_public(site: &Site) {
        let river = site.organization("River Trust");
        let big = site.organization("Big Heart");
        let cedar = site.organization("Cedar House");
        let program = Program::start();
        let path = format!("/organizations/{}/webhooks", big.slug());
        assert_eq!(river.ask(&path).status, 404);
        add(&big, &path, &program.url);
        let letter = river.write(&[]);
        river.fill(&letter.edit(), &letter.at("/opening"), &[]).is(200);
        river.fill(&letter.at("/invitations"), &letter.at("/invitations"), &[("addresses", &big.email()), ("then", "send")]).is(200);
        site.read_all_mail();
        big.sign(&letter);
        program.hears_nothing();
        river.press_publish(&letter).is(200);
        assert_eq!(program.next().json()["type"], "letter.published");
        cedar.sign(&letter);
        program.hears_nothing();
        big.withdraw(&letter);
        let told = program.next().json();
        assert_eq!((&told["type"], &told["data"]["signatory"]["name"]), (&json!("letter.withdrew"), &json!("Big Heart")));
        big.sign_with(&letter, &[("display", "withheld")]).is(200);
        let told = program.next();
        assert!(!told.body.contains("Big Heart") && told.json()["type"] == "letter.signed", "{}", told.body);
        site.read_all_mail();
    }

    fn what_is_not_taken_is_sent_again_for_three_days_and_then_given_up(site: &Site) {
        let river = site.organization("River Trust");
        let letter = river.publish(&[]);
        let program = Program::start();
        let (_, own, _) = add(&river, &letter.at("/webhooks"), &program.url);
        program.answers(500);
        river.sign(&letter);
        let first = program.next();
        let tried = eventually_sees(&river, &own, "The answer was 500.");
        tried.sees("Tried once.");
        site.wait(15);
        river.press(&format!("{own}/on"), &[]).is(303);
        assert_eq!(program.next().id(), first.id());
        eventually_sees(&river, &own, "The answer was 500.").sees("Tried 2 times.");
        program.answers(204);
        site.wait(60);
        assert_eq!(program.next().id(), first.id());
        eventually_sees(&river, &own, "with answer 204");

        // Nobody is there for three days.
        program.answers(302);
        river.withdraw(&letter);
        let mut tries = 0;
        loop {
            program.next();
            tries += 1;
            let page = eventually("what came of it", || {
                Some(river.get(&own)).filter(|page| {
                    let words = if tries == 1 { "Tried once".to_owned() } else { format!("Tried {tries} times") };
                    let tried = page.text().contains(&words) && page.text().contains("The answer was 302.");
                    tried || page.text().contains("did not take a message")
                })
            });
            if page.text().contains("did not take a message") {
                break;
            }
            site.wait(54_100);
            river.press(&format!("{own}/on"), &[]).is(303); // it is on, and looked at now
        }
        assert_eq!(tries, 13);
        let mail = site.mail_about(&river.email(), "A webhook was switched off");
        mail.says("for three days 127.0.0.1 did not take a message");
        assert!(!mail.raw.contains("of-theirs"));
        // Nothing is sent while it is off, nor told later.
        river.sign(&letter);
        program.hears_nothing();
        program.answers(200);
        river.press(&format!("{own}/on"), &[]).is(303);
        river.withdraw(&letter);
        assert_eq!(program.next().json()["type"], "letter.withdrew");
        // Whoever says that it is gone is not asked twice.
        program.answers(410);
        river.press(&format!("{own}/test"), &[]).is(303);
        program.next();
        site.mail_about(&river.email(), "A webhook was switched off").says("nothing any more");
        site.read_all_mail();
    }

    fn a_name_that_is_withheld_meanwhile_is_not_sent_and_who_left_hears_nothing(site: &Site) {
        let river = site.organization("River Trust");
        let big = site.organization("Big Heart");
        let cedar = site.organization("Cedar House");
        let letter = river.publish(&[]);
        let program = Program::start();
        program.answers(503);
        let (_, own, _) = add(&river, &letter.at("/webhooks"), &program.url);
        big.sign(&letter);
        assert!(program.next().body.contains("Big Heart"));
        eventually_sees(&river, &own, "The answer was 503.");
        let slug = big.slug();
        big.press(&letter.at("/display"), &[("organization", &slug), ("display", "withheld")]).is(303);
        program.answers(200);
        site.wait(15);
        let message = program.next();
        assert!(!message.body.contains("Big Heart") && message.json()["data"]["signatory"] == Value::Null, "{}", message.body);

        // Another coordinator's program hears, until they coordinate the letter no longer.
        let coordinators = letter.at("/coordinators");
        river.fill(&coordinators, &coordinators, &[("email", &cedar.email())]).is(200);
        let link = site.mail_to(&cedar.email()).link();
        cedar.fill(&link, &link, &[]).is(200);
        let theirs = Program::start();
        add(&cedar, &letter.at("/webhooks"), &theirs.url);
        river.sign(&letter);
        assert_eq!((program.next().json(), theirs.next().json()).0["type"], "letter.signed");
        let removal = format!("form[action='{coordinators}/removal'] input[name=person]");
        let person = river.get(&coordinators).attributes(&removal, "value").remove(1);
        river.press(&format!("{coordinators}/removal"), &[("person", &person)]).is(303);
        river.withdraw(&letter);
        assert_eq!(program.next().json()["type"], "letter.withdrew");
        theirs.hears_nothing();
        site.read_all_mail();
    }

    fn of_a_letter_that_is_read_meanwhile_the_numbers_are_those_of_its_list(site: &Site) {
        let river = site.organization("River Trust");
        let letter = river.publish(&[("title", "We, {{count}}")]);
        let program = Program::start();
        add(&river, &letter.at("/webhooks"), &program.url);
        let reader = site.reader();
        let names = ["Oak Trust", "Apple Trust", "Meadow Trust", "Zelkova Trust", "Birch Trust"];
        let all = names.map(|name| site.organization(name));
        let told_as_listed = |name: &str| {
            let told = program.next().json();
            let list = reader.json(&letter);
            let line = list["groups"][0]["signatories"].as_array().expect("a list").iter().find(|line| line["name"] == name);
            assert_eq!(told["data"]["letter"]["count"], list["count"], "{told} {list}");
            assert_eq!(told["data"]["signatory"]["number"], line.expect("their line")["number"], "{told} {list}");
            told["data"]["signatory"]["number"].as_i64().expect("a number")
        };
        let mut numbers = Vec::new();
        for (other, name) in all.iter().zip(names) {
            other.sign(&letter);
            numbers.push(told_as_listed(name));
        }
        assert_eq!(numbers, [1, 1, 2, 4, 2]);
        // What changes more than the line that is told of.
        all[1].withdraw(&letter);
        assert_eq!(program.next().json()["data"]["letter"]["count"], 4);
        river.press(&letter.at("/list/ordering"), &[("ordering", "time")]).is(303);
        river.sign(&letter);
        assert_eq!(told_as_listed("River Trust"), 5);
        site.read_all_mail();
    }

    fn an_address_inside_is_refused_when_it_is_typed(site: &Site) {
        let river = site.organization("River Trust");
        let letter = river.publish(&[]);
        let path = letter.at("/webhooks");
        for (url, words) in [
            ("nonsense", "not a web address"),
            ("http://example.org/", "over https only"),
            ("https://10.0.0.1/", "public internet"),
            ("https://169.254.169.254/latest/meta-data", "public internet"),
            ("https://user:pw@example.org/", "not a web address"),
        ] {
            let page = river.fill(&path, &path, &[("url", url)]);
            page.is(422).complains("url", words);
            assert_eq!(page.form(&path)["url"], url, "their words are kept");
        }
        let none = river.press(&path, &[("url", "https://example.org/hook")]);
        none.is(422).complains("kinds", "at least one");
        assert!(river.get(&path).all("main ul.rows li").is_empty());
    }
}
