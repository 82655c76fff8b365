//! The list in its coordinators' hands: moved with the keyboard and the pointer, saved without leaving
//! the page, and never lost.

use std::time::Duration;

use fantoccini::actions::{
    InputSource, KeyAction, KeyActions, MOUSE_BUTTON_LEFT, MouseActions, PointerAction,
};
use fantoccini::elements::Element;
use serde_json::Value;
use undersigned::demo;

use crate::fits;
use crate::support::{Site, Window, until};

const LIST: &str = "/letters/aleppo/list";
const TAB: &str = "\u{e004}";
const ESCAPE: &str = "\u{e00c}";
const UP: &str = "\u{e013}";
const DOWN: &str = "\u{e015}";
const PAGE_UP: &str = "\u{e00e}";
const PAGE_DOWN: &str = "\u{e00f}";
const END: &str = "\u{e010}";
const HOME: &str = "\u{e011}";

/// A window in which the demo's coordinator has the list before them, ordered by hand.
async fn with_list(site: &Site) -> Window {
    let window = site.window().await;
    begins(&window).await;
    window
}

async fn begins(window: &Window) {
    window.signs_in("coordinator@example.org", demo::PASSWORD).await;
    window.opens(LIST).await;
    window.chooses("ordering", "hand").await;
    window.presses("Change").await;
    until("the order by hand", async || {
        let by_hand = window.asks("return document.querySelector('#ordering')?.value").await;
        (by_hand == "hand").then_some(())
    })
    .await;
    window.opens(LIST).await;
}

/// The list as it stands in the window: `# Heading`, `18. Name`.
async fn lines(window: &Window) -> Vec<String> {
    let lines = window
        .asks(
            "return [...document.querySelectorAll('#list .work-group')].flatMap(group => [ \
               '# ' + group.querySelector('h2 bdi').innerText, \
               ...[...group.querySelectorAll('.lines > li')].map(line => line.querySelector('h3').innerText.trim())])",
        )
        .await;
    serde_json::from_value(lines).expect("lines")
}

/// The same as whoever loads it is shown it.
async fn fresh(window: &Window) -> Vec<String> {
    window.opens(LIST).await;
    lines(window).await
}

async fn is_said(window: &Window, words: &str) {
    until(&format!("“{words}” is said"), async || {
        let said = window.asks("return document.getElementById('moved').textContent").await;
        said.as_str().filter(|said| said.contains(words)).map(drop)
    })
    .await;
}

/// What the thing with the focus is called.
async fn focused(window: &Window) -> Value {
    window.asks("return document.activeElement.getAttribute('aria-label')").await
}

/// Presses a key, wherever the focus is: the element that has it may be another at any moment.
async fn presses_key(window: &Window, key: &str) {
    let value = key.chars().next().expect("a key");
    let keys = KeyActions::new("keys".into()).then(KeyAction::Down { value }).then(KeyAction::Up { value });
    window.client.perform_actions(keys).await.expect("it is pressed");
}

async fn handle(window: &Window, name: &str) -> Element {
    window.finds(&format!(".handle[aria-label='Move {name}']")).await
}

/// Takes a line by its handle and lets it go in the upper part of another line's, or elsewhere.
async fn drags(window: &Window, name: &str, to: &str, lets_go: bool) {
    let from = handle(window, name).await;
    window.asks(&format!("document.querySelector(`.handle[aria-label='Move {name}']`).scrollIntoView({{ block: 'center' }})")).await;
    let target = format!(
        "const box = document.querySelector(`{to}`).getBoundingClientRect(); return [box.left + 8, box.top + 4]"
    );
    let at: Vec<f64> = serde_json::from_value(window.asks(&target).await).expect("a place");
    let quick = Some(Duration::from_millis(50));
    let mouse = MouseActions::new("mouse".into())
        .then(PointerAction::MoveToElement { element: from, duration: None, x: 0.0, y: 0.0 })
        .then(PointerAction::Down { button: MOUSE_BUTTON_LEFT })
        .then(PointerAction::MoveBy { duration: quick, x: 4.0, y: 4.0 })
        .then(PointerAction::MoveTo { duration: quick, x: at[0], y: at[1] });
    let mouse = if lets_go { mouse.then(PointerAction::Up { button: MOUSE_BUTTON_LEFT }) } else { mouse };
    window.client.perform_actions(mouse).await.expect("it is dragged");
}

fn place_of(lines: &[String], name: &str) -> usize {
    lines.iter().position(|line| line.ends_with(name)).unwrap_or_else(|| panic!("{name} in {lines:?}"))
}

#[tokio::test(flavor = "multi_thread")]
async fn a_line_is_moved_with_the_keyboard_and_keeps_the_focus() {
    let Some(site) = Site::with_demo().await else { return };
    let window = with_list(&site).await;
    window.stays().await;
    let before = lines(&window).await;
    assert_eq!(
        before[..3],
        ["# Syrian NGO Alliance", "1. Big Heart", "2. Binaa Organization for Development"]
    );
    window.finds("#name").await.click().await.expect("the field can be reached");
    for _ in 0..40 {
        if focused(&window).await == "Move Big Heart" {
            break;
        }
        presses_key(&window, TAB).await;
    }
    assert_eq!(focused(&window).await, "Move Big Heart", "the Tab key leads to the line");
    let described = window
        .asks(
            "const keys = document.getElementById(document.activeElement.getAttribute('aria-describedby')); \
               return keys.checkVisibility() ? keys.innerText : ''",
        )
        .await;
    assert!(
        described.as_str().is_some_and(|words| words.contains("↑") && words.contains("Page Down")),
        "{described}"
    );
    let polite = window.asks("return document.getElementById('moved').getAttribute('role')").await;
    assert_eq!(polite, "status");

    presses_key(&window, DOWN).await;
    is_said(&window, "Big Heart: place 2 of 17 under Syrian NGO Alliance SNA. Saved.").await;
    assert_eq!(focused(&window).await, "Move Big Heart", "the focus stays on the line");
    assert_eq!(lines(&window).await[1..3], ["1. Binaa Organization for Development", "2. Big Heart"]);
    // Faster than the site answers.
    for key in [DOWN, DOWN, UP, DOWN, DOWN] {
        presses_key(&window, key).await;
    }
    is_said(&window, "Big Heart: place 5 of 17 under Syrian NGO Alliance SNA. Saved.").await;
    presses_key(&window, END).await;
    is_said(&window, "place 17 of 17").await;
    presses_key(&window, DOWN).await;
    presses_key(&window, HOME).await;
    is_said(&window, "Big Heart: place 1 of 17 under Syrian NGO Alliance SNA. Saved.").await;
    presses_key(&window, UP).await;
    presses_key(&window, PAGE_DOWN).await;
    is_said(&window, "Big Heart: place 1 of 9 under SHAML CSOs Coalition. Saved.").await;
    assert_eq!(lines(&window).await[17..19], ["# SHAML CSOs Coalition", "17. Big Heart"]);
    presses_key(&window, PAGE_UP).await;
    is_said(&window, "Big Heart: place 17 of 17 under Syrian NGO Alliance SNA. Saved.").await;
    assert_eq!(focused(&window).await, "Move Big Heart");
    let moved = lines(&window).await;
    window.was_never_reloaded().await;

    let reader = site.window().await;
    reader.opens("/letters/aleppo").await;
    reader.sees_line("17 Big Heart").await;

    // Each move is undone, without leaving the page; the last first.
    window.presses("Undo").await;
    is_said(&window, "Undone.").await;
    assert_eq!(lines(&window).await[17..19], ["# SHAML CSOs Coalition", "17. Big Heart"]);
    window.was_never_reloaded().await;
    assert_ne!(fresh(&window).await, moved);
    site.finish([window, reader]).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_line_is_dragged_where_it_is_to_stand() {
    let Some(site) = Site::with_demo().await else { return };
    let window = with_list(&site).await;
    window.stays().await;
    drags(&window, "Ghiras Al Nahda", "li[data-name='Big Heart']", true).await;
    is_said(&window, "Ghiras Al Nahda: place 1 of 17 under Syrian NGO Alliance SNA. Saved.").await;
    let stands = lines(&window).await;
    assert_eq!(stands[1..4], ["1. Ghiras Al Nahda", "2. Big Heart", "3. Binaa Organization for Development"]);
    assert_eq!(focused(&window).await, "Move Ghiras Al Nahda");

    // Let go with the Escape key it stays.
    drags(&window, "Binaa Organization for Development", "li[data-name='Ghiras Al Nahda']", false).await;
    window.finds(".mark").await;
    presses_key(&window, ESCAPE).await;
    window.client.release_actions().await.expect("the button is let go");
    assert_eq!(lines(&window).await, stands);

    // Under another heading, from the end of one to the beginning of the next.
    let last = "Union of Relief and Medical Care Organizations";
    drags(&window, last, "li[data-name^='Basmeh']", true).await;
    is_said(&window, &format!("{last}: place 1 of 9 under SHAML CSOs Coalition. Saved.")).await;
    let stands = lines(&window).await;
    assert_eq!(stands[17], "# SHAML CSOs Coalition");
    assert!(stands[18].starts_with("17. Union of Relief"), "{stands:?}");
    window.was_never_reloaded().await;
    assert_eq!(fresh(&window).await, stands);
    site.finish([window]).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn two_windows_that_move_at_once_lose_nothing() {
    let Some(site) = Site::with_demo().await else { return };
    let one = with_list(&site).await;
    let mut other = site.window().await;
    other.may_say("status of 409"); // the conflict, which the page says in words
    other.signs_in("coordinator@example.org", demo::PASSWORD).await;
    other.opens(LIST).await;
    other.stays().await;

    handle(&one, "Orient").await.send_keys(HOME).await.expect("a key");
    is_said(&one, "Orient: place 1 of 17").await;
    is_said(&one, "Saved.").await;
    handle(&other, "Masrat").await.send_keys(END).await.expect("a key");
    other.sees("Somebody else changed the list meanwhile.").await;
    other.sees("Your move was not made: Masrat.").await;
    let alert =
        other.asks("return document.querySelector('.problem').closest('[role=alert]') !== null").await;
    assert_eq!(alert, true);
    assert_eq!(lines(&other).await[1], "1. Orient", "the list as it stands");
    assert_ne!(place_of(&lines(&other).await, "Masrat"), 17);
    other.presses("Make it again").await;
    is_said(&other, "Masrat: place 17 of 17 under Syrian NGO Alliance SNA. Saved.").await;
    let stands = lines(&other).await;
    assert_eq!((stands[1].as_str(), stands[17].as_str()), ("1. Orient", "17. Masrat"));
    other.was_never_reloaded().await;
    assert_eq!(fresh(&one).await, stands, "both moves are there");
    site.finish([one, other]).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_move_waits_for_a_connection_that_is_lost() {
    let Some(mut site) = Site::with_demo().await else { return };
    let mut window = with_list(&site).await;
    window.may_say("net::ERR_"); // the connection that is lost
    window.stays().await;
    site.stops().await;
    handle(&window, "Orient").await.send_keys(HOME).await.expect("a key");
    window.sees("Not saved: there is no connection.").await;
    handle(&window, "Masrat").await.send_keys(UP).await.expect("a key");
    let mine = lines(&window).await;
    assert_eq!(place_of(&mine, "Orient"), 1, "the order on the page is theirs");
    site.starts().await;
    window.presses("Save it now").await;
    is_said(&window, "Saved.").await;
    until("the numbers of the site", async || (lines(&window).await[1] == "1. Orient").then_some(())).await;
    let stands = lines(&window).await;
    window.was_never_reloaded().await;
    assert_eq!(fresh(&window).await, stands);
    assert!(place_of(&stands, "Masrat") < place_of(&stands, "Ihsan for Relief and Development"));
    site.finish([window]).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn the_list_is_ordered_without_scripts() {
    let Some(site) = Site::with_demo().await else { return };
    let window = site.window_without_scripts().await;
    window.signs_in("coordinator@example.org", demo::PASSWORD).await;
    window.opens(LIST).await;
    window.chooses("ordering", "hand").await;
    window.presses("Change").await;
    window.sees("Saved.").await;
    assert!(!window.text().await.contains("drag it by its handle"), "nothing is promised that does not work");
    let names = async || -> Vec<String> {
        let elements = window.client.find_all(fantoccini::Locator::Css(".lines h3")).await.expect("lines");
        let mut names = Vec::new();
        for element in elements.into_iter().take(4) {
            // Between two pages there are no names: whoever waits for one asks again.
            let Ok(name) = element.text().await else { return Vec::new() };
            names.push(name);
        }
        names
    };
    let move_orient = window.finds("li[data-name='Orient'] summary").await;
    move_orient.click().await.expect("it unfolds");
    window.presses("Move Orient to the first place").await;
    until("the move", async || names().await.first().is_some_and(|name| name == "1. Orient").then_some(()))
        .await;
    window.finds("li[data-name='Orient'] summary").await.click().await.expect("it unfolds");
    let field = window.finds("li[data-name='Orient'] [name='position']").await;
    field.send_keys("3").await.expect("a number");
    window
        .finds("li[data-name='Orient'] .moves form:last-child button")
        .await
        .click()
        .await
        .expect("a button");
    until("the move", async || names().await.get(2).is_some_and(|name| name == "3. Orient").then_some(()))
        .await;
    window.presses("Undo").await;
    window.sees("Undone.").await;
    until("the first place", async || {
        names().await.first().is_some_and(|name| name == "1. Orient").then_some(())
    })
    .await;
    window.writes("name", "sams").await;
    window.presses("Find").await;
    window.sees("Show all").await;
    until("the name alone", async || (names().await.len() == 1).then_some(())).await;
    site.finish([window]).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn names_are_found_while_they_are_typed() {
    let Some(site) = Site::with_demo().await else { return };
    let window = with_list(&site).await;
    window.stays().await;
    let seen = async || {
        window.asks("return [...document.querySelectorAll('.lines > li')].filter(l => l.checkVisibility()).map(l => l.dataset.name)").await
    };
    window.writes("name", "ÉMERGENCY").await;
    assert_eq!(seen().await.as_array().map(Vec::len), Some(0));
    window.writes("name", "uossm").await;
    until("one name", async || (seen().await.as_array()?.len() == 1).then_some(())).await;
    let handles = window
        .asks("return [...document.querySelectorAll('.handle')].filter(h => h.checkVisibility()).length")
        .await;
    assert_eq!(handles, 0, "part of a list is no order of it");
    window.finds("#name").await.send_keys(&"\u{e003}".repeat(5)).await.expect("it is taken out again");
    until("all names", async || (seen().await.as_array()?.len() == 25).then_some(())).await;
    window.was_never_reloaded().await;
    site.finish([window]).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn the_pages_of_the_list_fit_a_small_telephone_and_a_thumb() {
    let Some(site) = Site::with_demo().await else { return };
    let window = site.narrow_window().await;
    begins(&window).await;
    let long = "Donaudampfschifffahrtsgesellschaftskapitänswitwenundwaisenunterstützungsverein";
    let line = window
        .asks("return document.querySelector(\".lines li[data-name='Orient'] h3 a\").getAttribute('href')")
        .await;
    let line = line.as_str().expect("the page of a line").to_owned();
    window.opens(&line).await;
    window.writes("name", long).await;
    window.writes("sign", "†").await;
    window.writes("words", &"Unbreakable".repeat(20)).await;
    window.presses("Save").await;
    window.sees(long).await;
    for path in
        [LIST, &line, "/letters/aleppo/list/listed", "/letters/aleppo/list/groups", "/letters/aleppo/sign"]
    {
        window.opens(path).await;
        fits(&window, path).await;
        // WCAG 2.2: a target has 24 pixels, unless it stands in a sentence.
        let small = window
            .asks(
                "return [...document.querySelectorAll('main :is(a, button, input, select, summary, textarea, label.choice)')] \
                   .filter(e => e.checkVisibility() && e.type !== 'hidden' && !e.matches('.choice input') && !e.closest('p:not(.actions), .article, article, .note, li label')) \
                   .map(e => [e.outerHTML.slice(0, 90), e.getBoundingClientRect()]) \
                   .filter(([, box]) => box.height < 24 || box.width < 20).map(([html]) => html)",
            )
            .await;
        assert_eq!(small.as_array().map(Vec::len), Some(0), "{path}: {small:#}");
    }
    window.opens(LIST).await;
    let handle = window.asks("const box = document.querySelector('.handle').getBoundingClientRect(); return Math.min(box.width, box.height)").await;
    assert!(handle.as_f64().is_some_and(|size| size >= 44.0), "{handle}");
    site.finish([window]).await;
}
