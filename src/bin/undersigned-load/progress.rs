//! How far it is: bars on a terminal, nothing where standard error is none.

use std::time::Duration;

use indicatif::{ProgressBar, ProgressStyle};

/// A bar for `length` steps of something.
pub fn steps(what: &str, length: usize) -> ProgressBar {
    bar(what, u64::try_from(length).unwrap_or(0), "{msg:<34} {bar:30} {pos}/{len} {elapsed}")
}

/// A bar that fills by itself in `length` of time.
pub fn time(what: &str, length: Duration) -> ProgressBar {
    let tenths = u64::try_from(length.as_millis() / 100).unwrap_or(0);
    let bar = bar(what, tenths, "{msg:<34} {bar:30} {elapsed}");
    let moved = bar.clone();
    tokio::spawn(async move {
        let mut tick = tokio::time::interval(Duration::from_millis(100));
        while !moved.is_finished() && moved.position() < tenths {
            tick.tick().await;
            moved.inc(1);
        }
    });
    bar
}

fn bar(what: &str, length: u64, look: &str) -> ProgressBar {
    let bar = ProgressBar::new(length);
    if let Ok(style) = ProgressStyle::with_template(look) {
        bar.set_style(style.progress_chars("█▌░"));
    }
    bar.set_message(what.to_owned());
    bar
}
