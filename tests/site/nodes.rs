//! Several nodes on one PostgreSQL: what one did the others show, and what happens by itself happens once.

use std::collections::BTreeSet;
use std::time::{Duration, Instant};

use serde_json::Value;
use undersigned::app::Running;

use crate::queueing::sign_and_wait;
use crate::reconsenting::{OTHER, asked};
use crate::support::people::PASSWORD;
use crate::support::{Engine, Letter, Live, Page, Site, Visitor, eventually, postgres};
use crate::webhooks;

/// The promise is a quarter of a second with LISTEN and two seconds without; on a busy machine that runs other
/// tests meanwhile, ten, which is what [`eventually`] waits.
const IN_THE_END: &str = "the news at another node";

/// Another node on the same database.
struct Node<'s> {
    site: &'s Site,
    running: Option<Running>,
    url: String,
}

impl<'s> Node<'s> {
    fn beside(site: &'s Site) -> Self {
        let running = site.second_node();
        Self { site, url: format!("http://{}", running.address), running: Some(running) }
    }

    fn get(&self, path: &str) -> reqwest::blocking::Response {
        reqwest::blocking::get(format!("{}{path}", self.url)).expect("the node answers")
    }

    fn status(&self, letter: &Letter) -> u16 {
        self.get(&letter.path).status().as_u16()
    }

    fn json(&self, letter: &Letter) -> Value {
        self.get(&letter.json()).json().expect("JSON")
    }

    fn listen(&self, letter: &Letter) -> Live {
        Live::open(self.site.runtime(), &format!("{}{}", self.url, letter.at("/live")), None)
    }

    fn wait(&self, seconds: i64) {
        self.running.as_ref().expect("it runs").db.advance_clock(seconds);
    }
}

impl Drop for Node<'_> {
    fn drop(&mut self) {
        if let Some(running) = self.running.take() {
            self.site.runtime().block_on(running.stop());
        }
    }
}

/// Tells a story on PostgreSQL, with nodes that listen to each other or do not.
fn tell(listens: bool, story: fn(&Site)) {
    if postgres::server().is_none() {
        return; // it was said loudly
    }
    let site = Site::start(Engine::Postgres, |config| config.listens_to_nodes = listens);
    story(&site);
    site.finish();
}

/// Says something to the server as its administrator, from outside this database.
fn administrate(sql: &str) {
    let server = postgres::server().expect("the story is told with PostgreSQL");
    postgres::run_sql(&server.admin_url, sql).unwrap_or_else(|error| panic!("{sql}: {error}"));
}

fn database_of(site: &Site) -> String {
    site.database_url().rsplit('/').next().expect("a name").to_owned()
}

fn a_signature_is_seen_and_heard_everywhere(site: &Site) {
    let (river, hill) = (site.organization("River Trust"), site.organization("Hill Trust"));
    let letter = river.publish(&[]);
    river.sign(&letter);
    let (second, third) = (Node::beside(site), Node::beside(site));
    let open: Vec<Live> = [&second, &third].map(|node| node.listen(&letter)).into();
    assert_eq!(second.json(&letter)["count"], 1);

    hill.sign(&letter);
    for (node, live) in [&second, &third].into_iter().zip(&open) {
        let line = live.hears("signatory");
        assert_eq!((line.data["name"].as_str(), line.data["number"].as_i64()), (Some("Hill Trust"), Some(1)));
        assert_eq!(live.hears("count").data["count"], 2);
        // Whoever was told finds it in the page: it was put on the shelf first.
        assert_eq!(node.json(&letter)["count"], 2);
    }
    hill.withdraw(&letter);
    for (node, live) in [&second, &third].into_iter().zip(&open) {
        live.hears("withdrawn");
        assert_eq!(live.hears("count").data["count"], 1);
        assert_eq!(node.json(&letter)["count"], 1);
    }
    assert_eq!(site.reader().json(&letter)["count"], 1);
}

#[test]
fn a_signature_at_one_node_is_seen_and_heard_at_the_others() {
    tell(true, a_signature_is_seen_and_heard_everywhere);
}

#[test]
fn so_it_is_where_the_database_knows_no_listening() {
    tell(false, a_signature_is_seen_and_heard_everywhere);
}

fn a_suspended_letter_is_gone_everywhere(site: &Site) {
    let (river, operator) = (site.organization("River Trust"), site.operator());
    let letter = river.publish(&[]);
    let second = Node::beside(site);
    let open = second.listen(&letter);
    assert_eq!(second.status(&letter), 200);
    let path = format!("/operator{}", letter.path);
    operator.fill(&path, &format!("{path}/suspension"), &[("words", "A court asked us to.")]).is(200);
    site.mail_to(&river.email());
    eventually(IN_THE_END, || (second.status(&letter) == 410).then_some(()));
    open.hears("list");
    std::thread::sleep(Duration::from_millis(2500)); // it is asked about twice more
    assert_eq!(open.so_far().len(), 0, "it is told once that it is gone");

    operator.fill(&path, &format!("{path}/suspension/lifting"), &[("words", "It took that back.")]).is(200);
    site.mail_to(&river.email());
    eventually(IN_THE_END, || (second.status(&letter) == 200).then_some(()));
    open.hears("list");
}

#[test]
fn a_letter_that_is_suspended_at_one_node_is_gone_at_the_others() {
    tell(true, a_suspended_letter_is_gone_everywhere);
}

#[test]
fn so_is_one_where_the_database_knows_no_listening() {
    tell(false, a_suspended_letter_is_gone_everywhere);
}

/// How many connections of this database listen for news.
fn listening(site: &Site) -> i64 {
    let url = site.database_url().to_owned();
    postgres::run(async move {
        let client = postgres::connect(&url).await;
        let asked = "SELECT count(*) FROM pg_stat_activity \
                     WHERE datname = current_database() AND application_name = 'undersigned news'";
        client.query_one(asked, &[]).await.expect("a number").get(0)
    })
}

#[test]
fn nodes_whose_line_was_cut_catch_up_and_listen_again() {
    tell(true, |site| {
        let (river, hill, wood) = (
            site.organization("River Trust"),
            site.organization("Hill Trust"),
            site.organization("Wood Trust"),
        );
        let letter = river.publish(&[]);
        let second = Node::beside(site);
        let open = second.listen(&letter);
        assert_eq!(second.json(&letter)["count"], 0);
        eventually("both to listen", || (listening(site) == 2).then_some(()));
        administrate(&format!(
            "SELECT pg_terminate_backend(pid) FROM pg_stat_activity \
             WHERE datname = '{}' AND application_name = 'undersigned news'",
            database_of(site)
        ));
        hill.sign(&letter);
        open.hears("signatory");
        assert_eq!(open.hears("count").data["count"], 1);
        eventually("both to listen again", || (listening(site) == 2).then_some(()));
        wood.sign(&letter);
        open.hears("signatory");
        assert_eq!(open.hears("count").data["count"], 2);
        assert_eq!(second.json(&letter)["count"], 2);
    });
}

/// A moment for a form, so many hours from here.
fn in_hours(hours: i64) -> String {
    let then = jiff::Timestamp::now() + jiff::SignedDuration::from_hours(hours);
    then.strftime("%Y-%m-%dT%H:%M").to_string()
}

fn invite(office: &Visitor<'_>, letter: &Letter, address: &str) {
    let board = letter.at("/invitations");
    office.fill(&board, &board, &[("addresses", address), ("then", "send")]).is(200);
    office.site.mail_to(address);
}

#[test]
fn what_happens_by_itself_happens_once_with_three_nodes() {
    tell(true, |site| {
        let river = site.organization("River Trust");
        // One is published in two hours, and whoever is invited hears of it; of another the deadline comes near.
        let draft = river.write(&[("title", "At its moment")]);
        invite(&river, &draft, "nour@hill.example");
        river.press(&draft.at("/publication"), &[("at", &in_hours(28))]).is(303);
        let due = river.write(&[("title", "Until its deadline"), ("deadline", &in_hours(100))]);
        river.fill(&due.edit(), &due.at("/opening"), &[]).is(200);
        invite(&river, &due, "sami@wood.example");

        let others = [Node::beside(site), Node::beside(site)];
        for node in &others {
            node.wait(29 * 3600);
        }
        site.wait(29 * 3600);
        for node in &others {
            eventually("the letter to be public", || (node.status(&draft) == 200).then_some(()));
        }
        assert_eq!(site.mail_to("nour@hill.example").subject, "Open for signatures: At its moment");
        assert_eq!(
            site.mail_to("sami@wood.example").subject,
            "Reminder, a letter to sign: Until its deadline"
        );
        std::thread::sleep(LOOKED_AGAIN);
        let again: Vec<String> = site.unread_mails().into_iter().map(|mail| mail.subject).collect();
        assert!(again.is_empty(), "{again:?}");
        for (letter, words) in [(&draft, "published the"), (&due, "reminded")] {
            let log = letter.at(&format!("/log?q={}", words.replace(' ', "+")));
            assert_eq!(river.get(&log).all("ol.log > li").len(), 1, "{words}");
        }
    });
}

/// Lets as much time pass at the site and at all nodes beside it, as far as that can be done at once.
fn time_passes(site: &Site, others: &[Node<'_>], seconds: i64) {
    for node in others {
        node.wait(seconds);
    }
    site.wait(seconds);
}

const DAY: i64 = 86_400;
/// Longer than any node waits before it looks again, into the outbox or for what is to be sent to programs.
const LOOKED_AGAIN: Duration = Duration::from_millis(6500);

#[test]
fn silence_rising_and_erasing_happen_once_with_three_nodes_and_programs_hear_it_once() {
    tell(true, |site| {
        let [office, river, hill] =
            ["Alliance Office", "River Trust", "Hill Trust"].map(|name| site.organization(name));
        let letter = office.publish(&[("retention", "1")]);
        river.sign(&letter);
        hill.sign(&letter);
        let queued = office.publish(&[("title", "Verified"), ("verification", "domain")]);
        sign_and_wait(&hill, &queued);
        let program = webhooks::Program::start();
        webhooks::add(&office, &letter.at("/webhooks"), &program.url);
        let others = [Node::beside(site), Node::beside(site)];

        // What was asked is not answered, and all three nodes find that at the same moment.
        office.revise_in_substance(&letter, OTHER, &[("silence", "leave")]);
        for trust in [&river, &hill] {
            asked(trust);
        }
        time_passes(site, &others, 73 * 3600);
        eventually("the silent to leave", || (site.reader().json(&letter)["count"] == 0).then_some(()));
        for trust in [&river, &hill] {
            assert!(trust.mail().subject.contains("has left the list"));
        }
        // So they do that an organization is verified as a letter asks.
        site.execute("UPDATE organizations SET verified_by = 'domain'");
        eventually("the signature to be listed", || {
            (site.reader().json(&queued)["count"] == 1).then_some(())
        });
        assert_eq!(hill.mail().subject, "Hill Trust is on the list: Verified");

        // And that the contacts of a letter that was closed are erased soon, and have to be.
        invite(&office, &letter, "zaynab@guest.example");
        office.press(&letter.at("/closing"), &[]).is(303);
        time_passes(site, &others, 20 * DAY);
        assert!(office.mail().subject.starts_with("The contacts of “Open the road” are erased on "));
        time_passes(site, &others, 12 * DAY);
        office.sign_in(&office.email(), PASSWORD).is(200);
        eventually("the contacts to be erased", || {
            office.get(&letter.at("/log")).text().contains("the contacts were erased").then_some(())
        });

        let messages = program.all_until_quiet(LOOKED_AGAIN);
        let again: Vec<String> = site.unread_mails().into_iter().map(|mail| mail.subject).collect();
        assert!(again.is_empty(), "{again:?}");
        for (words, times) in [("left the list", 2), ("contacts were erased", 1)] {
            let log = letter.at(&format!("/log?q={}", words.replace(' ', "+")));
            assert_eq!(office.get(&log).all("ol.log > li").len(), times, "{words}");
        }
        assert_eq!(site.rows("SELECT kind AS line FROM letter_events WHERE kind = 'closed'").len(), 1);
        let told: Vec<String> = messages
            .iter()
            .map(|message| {
                format!("{} {}", message.json()["type"], message.json()["data"]["signatory"]["name"])
            })
            .collect();
        let ids: BTreeSet<String> = messages.iter().map(webhooks::Message::id).collect();
        assert_eq!(ids.len(), messages.len(), "nothing is sent twice: {told:?}");
        let mut once = told.clone();
        once.sort();
        once.dedup();
        assert_eq!(once.len(), told.len(), "nothing is told twice: {told:?}");
        assert!(told.iter().any(|one| one.contains("River Trust")), "{told:?}");
    });
}

/// Lets nobody into the database, or everybody again. Whoever is in is put out.
fn let_in(site: &Site, may: bool) {
    let name = database_of(site);
    administrate(&format!("ALTER DATABASE {name} ALLOW_CONNECTIONS {may}"));
    if !may {
        administrate(&format!(
            "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '{name}'"
        ));
    }
}

fn press_again(visitor: &Visitor<'_>, given_back: &Page, action: &str) -> Page {
    eventually("the database to be back", || {
        Some(visitor.send_form(given_back, action, &[])).filter(|page| page.status != 503)
    })
}

#[test]
fn while_the_database_is_away_readers_read_and_whoever_signs_presses_again() {
    tell(true, |site| {
        let (river, hill) = (site.organization("River Trust"), site.organization("Hill Trust"));
        let letter = river.publish(&[]);
        river.sign(&letter);
        let before = site.reader().read(&letter).html();
        let form = hill.get(&letter.sign());

        let_in(site, false);
        let began = Instant::now();
        let typed = [("authority", "yes"), ("representative_name", "Lina <Saleh> & daughters")];
        let given_back = hill.send_form(&form, &letter.sign(), &typed);
        given_back.is(503).sees("our records cannot be reached").sees("it is in this page");
        assert_eq!(given_back.header("retry-after"), "5");
        let kept = given_back.form(&letter.sign());
        assert_eq!(kept["representative_name"], "Lina <Saleh> & daughters");
        assert_eq!(kept["authority"], "yes");
        // The first waits for a connection; after that everybody is told at once.
        for _ in 0..20 {
            hill.send_form(&form, &letter.sign(), &typed).is(503);
        }
        assert!(began.elapsed() < Duration::from_secs(15), "{:?}", began.elapsed());
        assert_eq!(site.reader().read(&letter).html(), before, "what is on the shelf is there");
        assert_eq!(site.reader().json(&letter)["count"], 1);
        let french = site.reader().send(
            reqwest::Method::GET,
            "/sign-in?next=%2Fdesk",
            &[("accept-language", "fr"), ("cookie", "undersigned=unknown")],
            None,
        );
        french.is(503).sees("nos registres ne répondent pas");
        let program = site.reader().ask("/api/v1/letters");
        assert_eq!((program.status, program.header("content-type")), (503, "application/problem+json"));
        site.reader().ask("/healthz").is(200);
        site.reader().ask("/readyz").is(503);

        // A name may have been withdrawn elsewhere, and after ten minutes that is too long ago to be trusted.
        site.wait(9 * 60);
        std::thread::sleep(Duration::from_millis(1500));
        site.reader().ask(&letter.path).is(200);
        site.wait(2 * 60);
        eventually("the letter to be taken down", || {
            (site.reader().ask(&letter.path).status == 503).then_some(())
        });

        let_in(site, true);
        press_again(&hill, &given_back, &letter.sign()).is(303);
        press_again(&hill, &given_back, &letter.sign()).is(303);
        hill.mail();
        eventually("the letter to be back", || (site.reader().ask(&letter.path).status == 200).then_some(()));
        let json = site.reader().json(&letter);
        assert_eq!(json["count"], 2);
        let names: Vec<_> = json["groups"][0]["signatories"]
            .as_array()
            .expect("a list")
            .iter()
            .map(|s| s["name"].clone())
            .collect();
        assert_eq!(names, ["Hill Trust", "River Trust"]);
        assert!(site.expects_away() > 20);
    });
}
