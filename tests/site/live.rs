//! The page that is open while others sign. The promise is one second; see [`SOON`] for why the
//! tests allow five.
//!
//! [`SOON`]: crate::support::live::SOON

use std::time::Duration;

use crate::support::{Letter, Live, Site};

fn listen(site: &Site, letter: &Letter, query: &str) -> Live {
    let live = Live::open(site.runtime(), &format!("{}{}{query}", site.url, letter.at("/live")), None);
    assert_eq!((live.status, live.content_type.as_str()), (200, "text/event-stream"));
    live
}

fn come_back(site: &Site, letter: &Letter, last: i64) -> Live {
    Live::open(site.runtime(), &format!("{}{}", site.url, letter.at("/live?after=0")), Some(last))
}

/// The number that the page itself has reached.
pub fn reached(site: &Site, letter: &Letter) -> i64 {
    let from = site.reader().read(letter).attributes("#signatories", "data-live");
    from[0].split_once("after=").expect("a number").1.parse().expect("a number")
}

/// The id of the line of this name.
fn id(site: &Site, letter: &Letter, name: &str) -> String {
    let page = site.reader().read(letter);
    let at = page.all("#signatories .name").iter().position(|n| n == name).expect("it stands there");
    page.attributes("#signatories li", "id")[at].clone()
}

stories! {
    fn a_signature_appears_on_the_open_page_in_its_place(site: &Site) {
        let [ash, cedar, birch] = ["Ash", "Cedar", "Birch"].map(|name| site.organization(name));
        let letter = ash.publish(&[]);
        ash.sign(&letter);
        cedar.sign(&letter);
        let page = listen(site, &letter, "");
        let quick = listen(site, &letter, &format!("?after={}", reached(site, &letter)));

        birch.sign_with(&letter, &[]).is(200).sees("has signed");
        for open in [&page, &quick] {
            let line = open.hears("signatory");
            assert_eq!(line.data["id"], id(site, &letter, "Birch").as_str());
            assert_eq!((line.data["name"].as_str(), line.data["number"].as_i64()), (Some("Birch"), Some(2)));
            assert_eq!(line.data["before"], id(site, &letter, "Cedar").as_str());
            let html = line.data["html"].as_str().expect("the line");
            let whole = site.reader().read(&letter).html();
            assert!(whole.contains(html), "the stream sends the page's own line: {html}");
            assert_eq!(line.id, None, "an unfinished batch has no number to come back with");
            let count = open.hears("count");
            assert_eq!((count.data["count"].as_i64(), count.data["words"].as_str()), (Some(3), Some("3 organizations")));
            assert_eq!(count.id, Some(reached(site, &letter)));
        }
        birch.mail();
    }

    fn the_last_of_a_group_stands_before_nobody_and_brings_its_heading(site: &Site) {
        let (ash, birch) = (site.organization("Ash"), site.organization("Birch"));
        let sna = ash.set_up("Syrian NGO Alliance", "SNA");
        ash.admit(&sna, &birch);
        let letter = ash.publish(&[]);
        ash.sign(&letter);
        let page = listen(site, &letter, "");
        birch.sign(&letter);
        let line = page.hears("signatory");
        assert!(line.data["before"].is_null());
        assert_eq!(line.data["number"], 1);
        assert!(line.data["group_html"].as_str().is_some_and(|html| html.contains("Syrian NGO Alliance")));
        assert_eq!(line.data["group_before"], "rest");
        let group = site.reader().read(&letter).attributes("section.group", "data-group")[0].clone();
        assert_eq!(line.data["group"], group.as_str());
        page.hears("count");
    }

    fn a_withdrawal_takes_the_line_away(site: &Site) {
        let (ash, birch) = (site.organization("Ash"), site.organization("Birch"));
        let letter = ash.publish(&[]);
        ash.sign(&letter);
        birch.sign(&letter);
        let gone = id(site, &letter, "Ash");
        let page = listen(site, &letter, "");
        ash.withdraw(&letter);
        assert_eq!(page.hears("withdrawn").data["id"], gone.as_str());
        assert_eq!(page.hears("count").data["count"], 1);
        ash.sign(&letter);
        let back = page.hears("signatory");
        assert_eq!((back.data["id"].as_str(), back.data["number"].as_i64()), (Some(gone.as_str()), Some(1)));
        assert_eq!(page.hears("count").data["count"], 2);
    }

    fn whoever_was_away_hears_what_they_missed(site: &Site) {
        let all = ["Ash", "Birch", "Cedar", "Dill"].map(|name| site.organization(name));
        let letter = all[0].publish(&[]);
        all[0].sign(&letter);
        let first = listen(site, &letter, "");
        all[1].sign(&letter);
        first.hears("signatory");
        let last = first.hears("count").id.expect("a number");
        drop(first);
        let old = reached(site, &letter);
        assert_eq!(old, last);

        all[2].sign(&letter);
        all[3].sign(&letter);
        all[0].withdraw(&letter);
        for back in [come_back(site, &letter, last), listen(site, &letter, &format!("?after={old}"))] {
            assert_eq!(back.hears("withdrawn").data["id"].as_str().map(|id| id.starts_with("signatory-")), Some(true));
            // From the end of the list, so that the line each stands before is in its place.
            assert_eq!(back.hears("signatory").data["name"], "Dill");
            let cedar = back.hears("signatory");
            assert_eq!((cedar.data["name"].as_str(), cedar.data["number"].as_i64()), (Some("Cedar"), Some(2)));
            let count = back.hears("count");
            assert_eq!((count.data["count"].as_i64(), count.id), (Some(3), Some(reached(site, &letter))));
        }
    }

    fn whoever_missed_nothing_hears_nothing_old(site: &Site) {
        let (ash, birch) = (site.organization("Ash"), site.organization("Birch"));
        let letter = ash.publish(&[]);
        ash.sign(&letter);
        let page = come_back(site, &letter, reached(site, &letter));
        birch.sign(&letter);
        assert_eq!(page.hears("signatory").data["name"], "Birch");
        page.hears("count");
    }

    fn a_number_that_makes_no_sense_means_fetch_the_page_anew(site: &Site) {
        let ash = site.organization("Ash");
        let letter = ash.publish(&[]);
        ash.sign(&letter);
        let now = reached(site, &letter);
        for strange in [now + 1000, i64::MAX, -1, i64::MIN] {
            let list = listen(site, &letter, &format!("?after={strange}")).hears("list");
            assert_eq!((list.data["seq"].as_i64(), list.id), (Some(now), Some(now)), "{strange}");
        }
        site.reader().ask(&letter.at("/live?after=x")).is(404);
        site.reader().ask("/letters/none/live").is(404);
    }

    fn another_rule_or_a_closing_means_fetch_the_page_anew(site: &Site) {
        let ash = site.organization("Ash");
        let letter = ash.publish(&[]);
        ash.sign(&letter);
        let page = listen(site, &letter, "");
        ash.fill(&letter.edit(), &letter.edit(), &[("numbering", "none")]).is(200);
        assert_eq!(page.hears("list").id, Some(reached(site, &letter)));
        ash.fill(&letter.edit(), &letter.at("/closing"), &[]).is(200);
        page.hears("list");
    }

    fn twenty_open_pages_hear_every_signature(site: &Site) {
        let all: Vec<_> = (1..=5).map(|number| site.organization(&format!("Trust {number}"))).collect();
        let letter = all[0].publish(&[]);
        let pages: Vec<Live> = (0..20).map(|_| listen(site, &letter, "")).collect();
        for trust in &all {
            trust.sign(&letter);
        }
        for page in &pages {
            for number in 1..=5 {
                assert_eq!(page.hears("signatory").data["name"], format!("Trust {number}").as_str());
                assert_eq!(page.hears("count").data["count"], number);
            }
        }
    }

    fn a_site_that_stops_closes_the_stream(site: &Site) {
        let ash = site.organization("Ash");
        let letter = ash.publish(&[]);
        let page = listen(site, &letter, "");
        let started = std::time::Instant::now();
        site.stop();
        page.is_closed();
        assert!(started.elapsed() < Duration::from_secs(10), "the grace of a stopping site is not used up by readers");
    }
}
