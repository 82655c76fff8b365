//! The site in a real Chromium: what the tests over HTTP cannot see.

mod embedding;
mod listing;
mod long;
#[path = "../postgres/mod.rs"]
mod postgres;
mod reading;
mod screenshots;
mod sign_on;
mod support;

use serde_json::{Value, json};
use support::{Site, Window, until};
use undersigned::demo;
use undersigned::letters::DraftForm;

pub const LETTER: &str = "/letters/aleppo";
const SNA: &str = "/coalitions/syrian-ngo-alliance";

/// The letter as a fresh window is given it.
async fn fresh_list(site: &Site) -> Vec<String> {
    let window = site.window().await;
    window.opens(LETTER).await;
    window.list().await
}

#[tokio::test(flavor = "multi_thread")]
async fn a_reader_sees_a_name_arrive_in_its_place_and_leave_again() {
    let Some(site) = Site::with_demo().await else { return };
    let reader = site.window().await;
    reader.opens(LETTER).await;
    reader.stays().await;
    let before = reader.list().await;
    assert_eq!(before.len(), 25 + 2, "{before:#?}");
    reader.sees("We, the undersigned 25 organizations,").await;

    let signer = site.window().await;
    signer.registers(&site, "River Trust", "river@example.net").await;
    signer.opens(SNA).await;
    signer.presses("Ask to be confirmed").await;
    signer.sees("River Trust has asked to join.").await;
    let alliance = site.window().await;
    alliance.signs_in("alliance@example.org", demo::PASSWORD).await;
    alliance.opens(SNA).await;
    alliance.presses("Confirm River Trust").await;
    alliance.sees("Nobody is waiting.").await;

    signer.signs(LETTER, "River Trust").await;

    reader.sees_line("18 River Trust").await;
    reader.sees("We, the undersigned 26 organizations,").await;
    let list = reader.list().await;
    let place = list.iter().position(|line| line == "18 River Trust").expect("it is there");
    assert_eq!(list[place - 1], "17 Union of Relief and Medical Care Organizations");
    assert_eq!(list[place + 1..place + 3], ["# SHAML CSOs Coalition", "19 Basmeh & Zeitooneh"]);
    assert_eq!(list.last().expect("a line"), "26 Independent Doctors Association");
    assert_eq!(list, fresh_list(&site).await, "the page that stayed and the page that came");
    assert_eq!(
        reader.asks("return document.getElementById('signatories-title').textContent").await,
        "26 organizations"
    );
    let news = until("the news", async || {
        let said = reader.asks("return document.getElementById('news').textContent").await;
        said.as_str().filter(|said| !said.is_empty()).map(str::to_owned)
    });
    assert_eq!(news.await, "River Trust has signed. 26 organizations");
    let polite = "const news = document.getElementById('news'); \
        return news.getAttribute('role') === 'status' || news.getAttribute('aria-live') === 'polite'";
    assert_eq!(reader.asks(polite).await, true);

    signer.presses("Withdraw the signature").await;
    signer.sees("The signature is withdrawn.").await;
    reader.sees("We, the undersigned 25 organizations,").await;
    assert_eq!(reader.list().await, before);

    // Given again it is the same signature in the same place, now the first of its heading to arrive twice.
    signer.signs(LETTER, "River Trust").await;
    reader.sees_line("18 River Trust").await;
    reader.was_never_reloaded().await;
    site.finish([reader, signer, alliance]).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn the_first_name_outside_the_coalitions_brings_its_heading_and_the_last_takes_it_away() {
    let Some(site) = Site::with_demo().await else { return };
    let reader = site.window().await;
    reader.opens(LETTER).await;
    reader.stays().await;
    let signer = site.window().await;
    signer.registers(&site, "River Trust", "river@example.net").await;

    signer.signs(LETTER, "River Trust").await;
    reader.sees_line("26 River Trust").await;
    let list = reader.list().await;
    assert_eq!(list[list.len() - 2..], ["# Other organizations", "26 River Trust"]);
    assert_eq!(list, fresh_list(&site).await);

    signer.presses("Withdraw the signature").await;
    reader.sees("We, the undersigned 25 organizations,").await;
    assert!(!reader.list().await.iter().any(|line| line == "# Other organizations"));
    reader.was_never_reloaded().await;
    site.finish([reader, signer]).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_page_catches_up_after_a_lost_connection() {
    let Some(mut site) = Site::with_demo().await else { return };
    let mut reader = site.window().await;
    reader.may_say("net::ERR_"); // the connection that is lost
    reader.opens(LETTER).await;
    reader.stays().await;
    until("the stream", async || {
        let streams = reader.log("performance").await;
        streams.iter().any(|entry| entry.to_string().contains("text/event-stream")).then_some(())
    })
    .await;

    site.stops().await;
    site.is_signed_by("aleppo", "Missed Meanwhile").await;
    site.starts().await;
    reader.sees_line("26 Missed Meanwhile").await;
    reader.sees("We, the undersigned 26 organizations,").await;

    site.is_signed_by("aleppo", "Live Again").await;
    reader.sees_line("27 Live Again").await;
    assert_eq!(reader.list().await, fresh_list(&site).await);
    reader.was_never_reloaded().await;
    site.finish([reader]).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn everything_works_without_scripts() {
    let Some(site) = Site::with_demo().await else { return };
    let window = site.window_without_scripts().await;
    window.opens("data:text/html,<noscript>no scripts here</noscript>").await;
    window.sees("no scripts here").await;

    window.opens(LETTER).await;
    window.sees("We, the undersigned 25 organizations,").await;
    window.sees("25 organizations").await;
    for name in ["Big Heart", "SHAML CSOs Coalition", "Independent Doctors Association"] {
        window.sees(name).await;
    }
    window.registers(&site, "River Trust", "river@example.net").await;
    window.signs(LETTER, "River Trust").await;
    window.presses("See it on the list").await;
    window.sees("We, the undersigned 26 organizations,").await;
    window.sees("River Trust").await;
    window.opens(&format!("{LETTER}/sign")).await;
    window.presses("Withdraw the signature").await;
    window.sees("The signature is withdrawn.").await;
    site.finish([window]).await;
}

/// A letter in Arabic, with all that can be too wide.
pub fn arabic() -> DraftForm {
    DraftForm {
        title: "افتحوا الطريق من حلب وأبقوه مفتوحًا: نداء {{count}} إلى قادة الاتحاد الأوروبي".into(),
        addressees: "إلى رؤساء الدول والحكومات\nالمجتمعين في بروكسل".into(),
        place_and_date: "غازي عنتاب، كانون الأول ٢٠١٦".into(),
        body: "نحن الموقّعين أدناه، {{count}} منظمة، نعمل في المدينة وفي البلدات التي تستقبل الخارجين منها.\n\n\
               1. أن تُستأنف عمليات الإجلاء اليوم؛\n2. ألّا يُحتجز أحد.\n\n\
               https://example.org/a-very-long-address-that-nobody-would-type/and-that-does-not-end-before-the-edge-of-the-page\n\n\
               > والوعد الذي قُطع هذا الأسبوع"
            .into(),
        language: "ar".into(),
        grouping: "country".into(),
        ordering: "name".into(),
        numbering: "through".into(),
        ..DraftForm::default()
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn no_page_is_wider_than_a_small_telephone() {
    let Some(site) = Site::with_demo().await else { return };
    site.publishes("halab", arabic()).await;
    site.is_signed_by("halab", "الجمعية الطبية للإغاثة والتنمية والتعليم والحماية الاجتماعية في حلب وريفها")
        .await;
    site.is_signed_by(
        "halab",
        "Donaudampfschifffahrtsgesellschaftskapitänswitwenundwaisenunterstützungsverein",
    )
    .await;
    let mut window = site.narrow_window().await;
    window.may_say("status of 422"); // the form that needs another look
    window.may_say("status of 404");

    for path in [
        "/",
        "/about",
        LETTER,
        "/letters/halab",
        "/sign-in",
        "/password/forgot",
        "/register",
        "/confirm",
        "/coalitions",
        "/nowhere",
    ] {
        window.opens(path).await;
        fits(&window, path).await;
    }
    // The browser reads English; whoever asks for Arabic gets it around the letter too.
    window.opens("/ar/letters/halab").await;
    assert_eq!(window.asks("return getComputedStyle(document.documentElement).direction").await, "rtl");
    assert_eq!(window.list().await.iter().filter(|line| !line.starts_with('#')).count(), 2);

    window.opens("/register").await;
    window.writes("organization_name", &"Unbreakable".repeat(15)).await;
    window.writes("email", &format!("{}@example.org", "long".repeat(15))).await;
    window.writes("password", "short").await;
    window.asks("document.forms[0].noValidate = true").await;
    window.presses("Register").await;
    window.sees("things need another look").await;
    fits(&window, "the registration that needs another look").await;

    window.signs_in("signatory@example.org", demo::PASSWORD).await;
    for path in [
        "/desk",
        "/account",
        SNA,
        "/coalitions/new",
        "/organizations/big-heart",
        "/letters/halab/sign",
        "/letters/aleppo/sign",
    ] {
        window.opens(path).await;
        fits(&window, path).await;
    }
    let coordinator = site.narrow_window().await;
    coordinator.signs_in("coordinator@example.org", demo::PASSWORD).await;
    for path in ["/desk", "/letters/aleppo/edit", "/letters/aleppo/order", "/letters/halab/order"] {
        coordinator.opens(path).await;
        fits(&coordinator, path).await;
    }
    coordinator.opens("/letters/new").await;
    fits(&coordinator, "a new letter").await;
    coordinator.writes("title", &format!("For {}", "Unbreakable".repeat(8))).await;
    coordinator
        .writes(
            "body",
            &format!(
                "We, the undersigned {{{{count}}}}, ask:\n\n    {}\n\n1. first\n2. second",
                "code ".repeat(40)
            ),
        )
        .await;
    coordinator.chooses("time_zone", "Europe/Paris").await;
    coordinator.presses("Preview").await;
    coordinator.sees("As it will look").await;
    fits(&coordinator, "the preview").await;
    coordinator.presses("Save").await;
    coordinator.sees("Publish").await;
    fits(&coordinator, "the draft").await;
    site.finish([window, coordinator]).await;
}

/// The page does not scroll sideways.
pub async fn fits(window: &Window, page: &str) {
    let found = window
        .asks(
            "const wide = [...document.body.querySelectorAll('*')].filter(e => e.getBoundingClientRect().right > 361 || e.getBoundingClientRect().left < -1) \
               .map(e => e.outerHTML.slice(0, 120)); \
             return { seen: innerWidth, page: document.documentElement.scrollWidth, wide: wide.slice(0, 5) }",
        )
        .await;
    let page_width = found.get("page").and_then(Value::as_u64).expect("a width");
    assert!(page_width <= 360, "{page} scrolls sideways: {found:#}");
    assert_eq!(found.get("seen"), Some(&json!(360)), "{page}: {found:#}");
}

#[tokio::test(flavor = "multi_thread")]
async fn the_first_key_offers_to_skip_to_the_text() {
    const TAB: &str = "\u{e004}";
    const ENTER: &str = "\u{e007}";
    let Some(site) = Site::with_demo().await else { return };
    let window = site.window().await;
    for (path, words) in [(LETTER, "Skip to the letter"), ("/register", "Skip to the text")] {
        window.opens(path).await;
        window.finds("body").await.send_keys(TAB).await.expect("a key");
        let focused = window.client.active_element().await.expect("something is focused");
        assert_eq!(focused.text().await.expect("words"), words);
        assert!(focused.is_displayed().await.expect("it can be seen"));
        let seen = "const r = document.activeElement.getBoundingClientRect(); return r.width > 40 && r.height > 20 && r.top >= 0";
        assert_eq!(window.asks(seen).await, true, "the link shows itself when it is reached");
        focused.send_keys(ENTER).await.expect("a key");
        assert_eq!(window.asks("return location.hash").await, "#main");
        let next = window.finds("body").await;
        next.send_keys(TAB).await.expect("a key");
        let inside = "return document.getElementById('main').contains(document.activeElement)";
        assert_eq!(window.asks(inside).await, true, "the next key leads into the text of {path}");
    }
    site.finish([window]).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_first_visit_is_small_and_speaks_to_nobody_else() {
    let Some(site) = Site::with_demo().await else { return };
    for letter in [LETTER, "/ar/letters/aleppo"] {
        visits_for_the_first_time(&site, letter).await;
    }
    site.finish([]).await;
}

async fn visits_for_the_first_time(site: &Site, letter: &str) {
    let window = site.window().await;
    window.log("performance").await;
    window.opens(letter).await;
    window.asks("return document.fonts.ready.then(() => true)").await;
    // What the page asks for, and what came over the wire for it, as the browser's network log has it.
    let mut events: Vec<(String, Value)> = Vec::new();
    until("the stream, which is asked for last", async || {
        for entry in window.log("performance").await {
            let message: Value = serde_json::from_str(entry.get("message")?.as_str()?).ok()?;
            let message = message.get("message")?;
            events.push((message.get("method")?.as_str()?.to_owned(), message.get("params")?.clone()));
        }
        events.iter().any(|(_, params)| params.to_string().contains("text/event-stream")).then_some(())
    })
    .await;
    let of = |method: &str| {
        events.iter().filter(|(name, _)| name == method).map(|(_, params)| params).collect::<Vec<_>>()
    };
    let asked: Vec<&str> = of("Network.requestWillBeSent")
        .iter()
        .filter_map(|params| params.pointer("/request/url")?.as_str())
        .filter(|url| !url.starts_with("data:"))
        .collect();
    let bytes: f64 = of("Network.loadingFinished")
        .iter()
        .filter_map(|params| params.get("encodedDataLength")?.as_f64())
        .sum();
    println!("{} requests, {bytes} bytes: {asked:#?}", asked.len());
    assert!(asked.iter().all(|url| url.starts_with(&site.address("/"))), "{asked:#?}");
    let files = asked.iter().filter(|url| !url.contains("/live")).count();
    assert!(files < 5, "{files} requests before the stream: {asked:#?}");
    assert!(bytes < 25_000.0, "{bytes} bytes for {asked:#?}");
    window.had_nothing_to_complain_of().await;
}
