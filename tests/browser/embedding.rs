//! A letter on a partner's page, which is of another origin.

use std::io::{Read, Write};
use std::net::TcpListener;

use serde_json::{Value, json};

use crate::support::{Site, until};

const LETTER: &str = "/letters/aleppo";

/// Serves a page with this in it at an address of its own, as long as the test runs.
fn partner(html: &str) -> String {
    let page = format!(
        "<!doctype html><html lang=en><title>Partner</title><link rel=icon href='data:,'><body style='width:700px'>{html}"
    );
    let listener = TcpListener::bind("127.0.0.1:0").expect("a port");
    let address = format!("http://{}/", listener.local_addr().expect("an address"));
    std::thread::spawn(move || {
        for stream in listener.incoming() {
            let Ok(mut stream) = stream else { return };
            let _ = stream.read(&mut [0; 4096]);
            let _ = write!(
                stream,
                "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: {}\r\nConnection: close\r\n\r\n{page}",
                page.len()
            );
        }
    });
    address
}

fn height(frame: &Value) -> f64 {
    frame["height"].as_f64().unwrap_or(0.0)
}

#[tokio::test(flavor = "multi_thread")]
async fn one_line_shows_a_letter_as_high_as_it_is_and_listens_to_nobody_else() {
    let Some(site) = Site::with_demo().await else { return };
    let window = site.window().await;
    let line =
        format!("<script src=\"{}\" data-letter=\"aleppo\" async></script>", site.address("/embed.js"));
    window.opens(&partner(&line)).await;
    let look = "const f = document.querySelector('iframe'); \
        return f && { title: f.title, height: f.getBoundingClientRect().height, width: f.getBoundingClientRect().width, set: f.style.blockSize }";
    let frame = until("a frame with its height", async || {
        let frame = window.asks(look).await;
        frame["set"].as_str().is_some_and(|set| set.ends_with("px")).then_some(frame)
    })
    .await;
    assert!(
        frame["title"].as_str().is_some_and(|title| title.starts_with("Open the road out of Aleppo")),
        "{frame}"
    );
    assert!((100.0..400.0).contains(&height(&frame)), "{frame}");
    assert_eq!(frame["width"], json!(640));
    // The page itself, and a frame of somebody else, say what the height is: nobody hears them.
    window
        .asks(
            "window.postMessage({ undersigned: { height: 9000, title: 'x' } }, '*'); \
            const other = document.createElement('iframe'); \
            other.srcdoc = '<script>parent.postMessage({ undersigned: { height: 9000 } }, \"*\")</script>'; \
            document.body.append(other); return 1",
        )
        .await;
    tokio::time::sleep(std::time::Duration::from_millis(600)).await;
    let after = window.asks(look).await;
    assert_eq!((height(&after), &after["title"]), (height(&frame), &frame["title"]));
    site.finish([window]).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_frame_without_a_script_shows_the_letter_and_the_letter_itself_stands_in_none() {
    let Some(site) = Site::with_demo().await else { return };
    let window = site.window().await;
    let frame = format!(
        "<iframe id=f sandbox src=\"{}\" width=600 height=420></iframe>",
        site.address(&format!("{LETTER}/embed"))
    );
    let badge = format!("<img id=b src=\"{}\">", site.address(&format!("{LETTER}/badge.svg")));
    window.opens(&partner(&format!("{frame}{badge}"))).await;
    let drawn = until("the badge", async || {
        let width = window.asks("return document.getElementById('b').naturalWidth").await;
        width.as_f64().filter(|width| *width > 100.0)
    })
    .await;
    assert!(drawn < 400.0, "{drawn}");
    let inside = window.words_in_frame("#f").await;
    let style = until("its style, also in a frame that is locked up", async || {
        window.finds("#f").await.enter_frame().await.expect("a frame can be entered");
        let shown = window.finds(".groups li").await.css_value("display").await.expect("a style");
        window.client.enter_parent_frame().await.expect("and left");
        (shown == "flex").then_some(shown)
    });
    style.await;
    assert!(
        inside.contains("Signed by 25 organizations of 2 coalitions")
            && inside.contains("Syrian NGO Alliance"),
        "{inside}"
    );
    window.had_nothing_to_complain_of().await;
    let window = site.window().await;
    window.opens(&partner(&format!("<iframe id=f src=\"{}\"></iframe>", site.address(LETTER)))).await;
    let refused = window.words_in_frame("#f").await;
    assert!(!refused.contains("Aleppo"), "{refused}");
    // What it wrote down is not looked at: that it refused is the one line there.
    site.finish([]).await;
}
