//! A list of thousands: quick, whole in its count, and alive on each of its pages.

use std::time::Instant;

use undersigned::letters::DraftForm;

use crate::support::{Site, until};

fn letter() -> DraftForm {
    DraftForm {
        title: "Open the road: a call of {{count}} organizations".into(),
        addressees: "To the heads of state and government".into(),
        place_and_date: "Gaziantep, December 2016".into(),
        body: "We, the undersigned {{count}} organizations, ask for one thing.\n\nOpen the road.".into(),
        language: "en".into(),
        grouping: "coalition".into(),
        ordering: "name".into(),
        numbering: "through".into(),
        ..DraftForm::default()
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn news_of_a_line_on_another_page_counts_and_says_so() {
    let Some(site) = Site::with_demo().await else { return };
    site.publishes("many", letter()).await;
    site.lists_many("many", 600, 2).await;
    let first = site.window().await;
    first.opens("/letters/many").await;
    first.stays().await;
    assert_eq!(first.list().await.len(), 300 + 1, "one heading of two");
    let second = site.window().await;
    second.opens("/letters/many/signatories?page=2").await;
    second.stays().await;
    assert_eq!(second.list().await[1], "301 Trust 0301 for Relief and Development");

    // Outside the alliances: on the last page, after all others.
    site.is_signed_by("many", "River Trust").await;
    first.sees("601 organizations").await;
    first.sees("New names stand on other pages of this list.").await;
    assert_eq!(first.list().await.len(), 301);
    second.sees("601 organizations").await;
    second.sees_line("601 River Trust").await; // it asks for its page anew

    // A line of the first page, from elsewhere: its address leads to it from any page.
    let line = first.asks("return document.querySelectorAll('#signatories .group li')[7].id").await;
    let line = line.as_str().expect("an id");
    second.opens(&format!("/letters/many/signatories?page=2#{line}")).await;
    until("the page with the line", async || {
        let url = second.client.current_url().await.ok()?;
        (url.path() == "/letters/many" && url.fragment() == Some(line)).then_some(())
    })
    .await;
    // On a page of a long list nothing is found in place: the whole list is asked.
    second.writes("q", "trust 0600").await;
    second.presses("Find").await;
    second.sees("Shown: 1 of 601").await;
    second.sees("Trust 0600 for Relief and Development").await;
    first.was_never_reloaded().await;
    site.finish([first, second]).await;
}

/// Five thousand, for the eye and the clock:
/// `LOOKS=/tmp cargo test --test browser five_thousand -- --ignored --nocapture`
#[tokio::test(flavor = "multi_thread")]
#[ignore = "for the eye and the clock"]
async fn five_thousand_organizations_are_looked_at() {
    let Some(site) = Site::with_demo().await else { return };
    site.publishes("many", letter()).await;
    site.lists_many("many", 5_000, 12).await;
    let ask = async |path: &str| {
        let began = Instant::now();
        let client = reqwest::Client::new();
        let answer =
            client.get(site.address(path)).header("accept-encoding", "br").send().await.expect("an answer");
        let packed = answer.bytes().await.expect("bytes").len();
        let plain =
            reqwest::get(site.address(path)).await.expect("an answer").bytes().await.expect("bytes").len();
        println!("{path}: {packed} bytes packed, {plain} plain, {:?}", began.elapsed());
    };
    for path in [
        "/letters/many",
        "/letters/many",
        "/letters/many/signatories?page=2",
        "/letters/many/signatories?page=2",
        "/letters/many/signatories?q=0042",
        "/letters/many/signatories?q=trust&country=TR",
        "/letters/many/signatories?q=0042",
        "/letters/many.json",
        "/letters/many.csv",
    ] {
        ask(path).await;
    }
    let window = site.window().await;
    window.opens("/letters/many").await;
    let timing = "const [page] = performance.getEntriesByType('navigation'); return [page.domContentLoadedEventEnd, page.loadEventEnd].map(Math.round)";
    println!("milliseconds until it can be read, and until all is there: {}", window.asks(timing).await);
    if let Ok(folder) = std::env::var("LOOKS") {
        for (name, script) in [
            ("top", "scrollTo(0, 0)"),
            ("list", "document.getElementById('signatories').scrollIntoView()"),
            ("end", "document.querySelector('.pages').scrollIntoView({ block: 'center' })"),
        ] {
            window.asks(script).await;
            std::fs::write(format!("{folder}/many-{name}.webp"), window.picture(70).await).expect("a file");
        }
    }
    site.finish([window]).await;
}
