//! The public letter read with the keyboard, with what a screen reader is told, and without its style.

use serde_json::{Value, json};

use crate::support::{Site, Window, until};
use crate::{LETTER, arabic};

const TAB: &str = "\u{e004}";
const BACKSPACE: &str = "\u{e003}";

/// Where the focus is: the place in the order of the document, the words, the box.
const FOCUSED: &str = "const at = document.activeElement, box = at.getBoundingClientRect(); \
    const all = [...document.querySelectorAll('a[href], button, input, select, summary')]; \
    return { nth: all.indexOf(at), of: all.filter(e => e.checkVisibility()).length, tag: at.tagName, \
      words: (at.getAttribute('aria-label') || at.innerText || at.name || '').trim(), \
      width: box.width, height: box.height, \
      seen: getComputedStyle(at).outlineStyle !== 'none' || at.tagName === 'BODY' }";

async fn press(window: &Window, key: &str) {
    window.client.active_element().await.expect("a focus").send_keys(key).await.expect("a key");
}

/// Presses the key that goes on until the page is at its end; what was passed, in order.
async fn walk(window: &Window) -> Vec<Value> {
    let mut passed: Vec<Value> = Vec::new();
    window.finds("body").await.send_keys(TAB).await.expect("a key");
    for _ in 0..400 {
        let at = window.asks(FOCUSED).await;
        if at["tag"] == "BODY" || passed.first().is_some_and(|first| first["nth"] == at["nth"]) {
            return passed;
        }
        passed.push(at);
        press(window, TAB).await;
    }
    panic!("there is no end to it: {:#?}", passed.last());
}

/// What the status line said since [`listen`], each time.
async fn said(window: &Window) -> Vec<String> {
    serde_json::from_value(window.asks("return window.said").await).expect("sentences")
}

async fn listen(window: &Window) {
    window
        .asks(
            "window.said = []; const news = document.getElementById('news'); \
             new MutationObserver(() => news.textContent && said.push(news.textContent)).observe(news, { childList: true, characterData: true, subtree: true });",
        )
        .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn the_keyboard_goes_through_a_letter_in_the_order_in_which_it_is_read() {
    let Some(site) = Site::with_demo().await else { return };
    site.publishes("halab", arabic()).await;
    site.lists_many("halab", 12, 0).await;
    for letter in [LETTER, "/ar/letters/halab"] {
        let window = site.window().await;
        window.opens(letter).await;
        let passed = walk(&window).await;
        let places: Vec<i64> = passed.iter().map(|at| at["nth"].as_i64().expect("a place")).collect();
        assert!(places.windows(2).all(|two| two[0] < two[1]), "{letter}: {places:?}");
        assert_eq!(
            passed.len() as u64,
            passed[0]["of"].as_u64().expect("a number"),
            "{letter}: all that is seen is reached"
        );
        assert!(places.len() > 30, "{letter}");
        for at in &passed {
            assert_eq!(at["seen"], true, "{letter}: the focus is not seen: {at}");
            assert!(
                at["words"].as_str().is_some_and(|words| !words.is_empty()),
                "{letter}: without a name: {at}"
            );
        }
        if letter == LETTER {
            let words: Vec<&str> = passed.iter().filter_map(|at| at["words"].as_str()).collect();
            let place = |wanted: &str| {
                words.iter().position(|w| *w == wanted).unwrap_or_else(|| panic!("{wanted}: {words:?}"))
            };
            let order = [
                "Skip to the letter",
                "Letters",
                "Sign for your organization",
                "q",
                "Find",
                "SNA",
                "Big Heart",
                "Link to this signatory",
                "Basmeh & Zeitooneh",
                "How signatories are verified",
                "PDF",
                "Privacy",
            ];
            let order: Vec<usize> = order.into_iter().map(place).collect();
            assert!(order.windows(2).all(|two| two[0] < two[1]), "{order:?} of {words:?}");
        }
        site_closes(window).await;
    }
    site.finish([]).await;
}

async fn site_closes(window: Window) {
    window.had_nothing_to_complain_of().await;
}

/// The names that are seen in the list, with their numbers as the browser has them.
async fn seen(window: &Window) -> Vec<String> {
    let lines = window
        .asks(
            "return [...document.querySelectorAll('#signatories .group li')].filter(line => line.checkVisibility()) \
               .map(line => (line.value || [...line.parentNode.children].indexOf(line) + line.parentNode.start) + ' ' + line.querySelector('.name').innerText)",
        )
        .await;
    serde_json::from_value(lines).expect("lines")
}

#[tokio::test(flavor = "multi_thread")]
async fn a_name_is_found_while_it_is_typed_and_what_is_typed_stays_when_others_sign() {
    let Some(site) = Site::with_demo().await else { return };
    let window = site.window().await;
    window.opens(LETTER).await;
    window.stays().await;
    window.writes("q", "SAMS").await;
    assert_eq!(
        seen(&window).await,
        ["10 Syrian American Medical Society"],
        "with the number of the whole list"
    );
    let found = until("how many", async || {
        let said = window.asks("return document.getElementById('found').textContent").await;
        said.as_str().filter(|said| !said.is_empty()).map(str::to_owned)
    });
    assert_eq!(found.await, "Shown: 1 of 25");
    assert_eq!(window.asks("return document.getElementById('found').getAttribute('role')").await, "status");

    site.is_signed_by("aleppo", "River Trust").await;
    window.sees("26 organizations").await;
    assert_eq!(seen(&window).await, ["10 Syrian American Medical Society"]);
    assert_eq!(window.asks("return document.activeElement.name").await, "q", "the focus stays");
    for _ in 0..4 {
        press(&window, BACKSPACE).await;
    }
    assert_eq!(seen(&window).await.len(), 26);
    assert_eq!(
        window.asks("return document.querySelectorAll('#signatories li[value]').length").await,
        0,
        "no number is left over"
    );

    // The other questions, by the keyboard: the summary opens, the choice is made.
    window.asks("document.querySelector('.find summary').focus()").await;
    press(&window, " ").await;
    window.chooses("country", "FR").await;
    window
        .asks("document.querySelector('.find [name=country]').dispatchEvent(new Event('input', { bubbles: true }))")
        .await; // as a browser says it
    assert_eq!(
        seen(&window).await,
        [
            "17 Union of Relief and Medical Care Organizations",
            "23 Women Now for Development",
            "26 River Trust"
        ]
    );
    window.writes("q", "women").await;
    window.presses("Find").await;
    assert_eq!(seen(&window).await, ["23 Women Now for Development"]);
    window.was_never_reloaded().await;

    // Without the script the same is asked of the site.
    let plain = site.window_without_scripts().await;
    plain.opens(LETTER).await;
    plain.writes("q", "sams").await;
    plain.presses("Find").await;
    plain.sees("Shown: 1 of 26").await;
    plain.sees("Syrian American Medical Society").await;
    plain.presses("The whole list").await;
    plain.sees("Big Heart").await;
    site.finish([window, plain]).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_hundred_who_sign_at_once_are_one_sentence_and_the_focus_stays_where_it_is() {
    let Some(site) = Site::with_demo().await else { return };
    let window = site.window().await;
    window.opens(LETTER).await;
    window.stays().await;
    listen(&window).await;
    let focus = "return [document.activeElement.innerText, document.activeElement.closest('li').querySelector('.name').innerText]";
    window.asks("document.querySelectorAll('#signatories li')[20].querySelector('a.verified').focus()").await;
    let before = window.asks(focus).await;

    site.lists_many("aleppo", 40, 0).await; // each told
    window.sees("65 organizations").await;
    until("a sentence", async || (!said(&window).await.is_empty()).then_some(())).await;
    assert_eq!(said(&window).await, ["40 organizations have signed."]);
    site.lists_many("aleppo", 100, 0).await; // so many that the page is fetched anew
    window.sees("165 organizations").await;
    until("another sentence", async || (said(&window).await.len() > 1).then_some(())).await;
    assert_eq!(said(&window).await, ["40 organizations have signed.", "100 organizations have signed."]);
    assert_eq!(window.asks(focus).await, before);
    assert_eq!(window.list().await.len(), 165 + 3);
    window.was_never_reloaded().await;

    // Whoever has the focus and goes leaves it to the head of the list.
    window.asks("document.querySelector('#signatories .group:last-of-type li:last-child a').focus()").await;
    assert_ne!(window.asks("return document.activeElement.tagName").await, json!("BODY"));
    let arab = site.window().await;
    arab.opens("/ar/letters/aleppo").await;
    listen(&arab).await;
    site.lists_many("aleppo", 11, 0).await;
    until("a sentence", async || (!said(&arab).await.is_empty()).then_some(())).await;
    assert_eq!(said(&arab).await, ["وقّعت ١١ منظمةً."]);
    site.finish([window, arab]).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn the_letter_can_be_read_before_its_style_arrives() {
    let Some(site) = Site::with_demo().await else { return };
    let window = site.window().await;
    window.opens(LETTER).await;
    let words = window
        .asks("document.querySelectorAll('link[rel=stylesheet]').forEach(link => link.remove()); return document.body.innerText")
        .await;
    let words = words.as_str().expect("words");
    let order = [
        "Undersigned",
        "Open the road out of Aleppo, and keep it open",
        "Open for signatures until",
        "We, the undersigned 25 organizations",
        "to let relief reach",
        "Sign for your organization",
        "25 organizations",
        "Name or acronym",
        "Syrian NGO Alliance",
        "Big Heart",
        "vouched for by its coalition",
        "SHAML CSOs Coalition",
        "Independent Doctors Association",
        "SHA-256",
        "PDF",
        "Privacy",
    ];
    let mut from = 0;
    for expected in order {
        let at = words[from..]
            .find(expected)
            .unwrap_or_else(|| panic!("“{expected}” comes after byte {from} of:\n{words}"));
        from += at + expected.len();
    }
    // Numbers are the list's own, not the style's.
    assert_eq!(
        window.asks("return [...document.querySelectorAll('#signatories ol')].map(list => list.start)").await,
        json!([1, 18])
    );
    site.finish([window]).await;
}
