//! A page that is open and listens: a client of server-sent events.

use std::sync::mpsc::{Receiver, RecvTimeoutError, channel};
use std::time::Duration;

use serde_json::Value;
use tokio::runtime::Runtime;
use tokio::task::AbortHandle;

/// The promise is one second; on a busy machine that runs other tests meanwhile, five.
pub const SOON: Duration = Duration::from_secs(5);

/// One event.
#[derive(Debug)]
pub struct Event {
    pub name: String,
    pub id: Option<i64>,
    pub data: Value,
}

/// An open stream.
pub struct Live {
    events: Receiver<Event>,
    task: AbortHandle,
    pub content_type: String,
    pub status: u16,
}

impl Live {
    /// Opens the stream at `url`; events from then on are kept until they are asked for.
    pub fn open(runtime: &Runtime, url: &str, last_event_id: Option<i64>) -> Self {
        let (sender, events) = channel();
        let mut request = reqwest::Client::new().get(url);
        if let Some(id) = last_event_id {
            request = request.header("last-event-id", id.to_string());
        }
        let mut answer = runtime.block_on(request.send()).expect("a stream");
        let content_type = answer.headers().get("content-type").map(|v| v.to_str().expect("text").to_owned());
        let status = answer.status().as_u16();
        let task = runtime.spawn(async move {
            let mut rest = String::new();
            while let Ok(Some(bytes)) = answer.chunk().await {
                rest.push_str(std::str::from_utf8(&bytes).expect("events come whole"));
                while let Some((event, more)) = rest.split_once("\n\n") {
                    if let Some(event) = read(event)
                        && sender.send(event).is_err()
                    {
                        return;
                    }
                    rest = more.to_owned();
                }
            }
        });
        Self { events, task: task.abort_handle(), content_type: content_type.unwrap_or_default(), status }
    }

    /// The next event.
    #[track_caller]
    pub fn next(&self) -> Event {
        self.events.recv_timeout(SOON).unwrap_or_else(|error| panic!("no event within {SOON:?}: {error}"))
    }

    /// All that was said so far and not listened to.
    pub fn so_far(&self) -> Vec<Event> {
        self.events.try_iter().collect()
    }

    /// The next event, which has this name.
    #[track_caller]
    pub fn hears(&self, name: &str) -> Event {
        let event = self.next();
        assert_eq!(event.name, name, "{event:?}");
        event
    }

    /// Fails unless the site closes the stream, with nothing more said.
    #[track_caller]
    pub fn is_closed(&self) {
        match self.events.recv_timeout(Duration::from_secs(10)) {
            Err(RecvTimeoutError::Disconnected) => {}
            Err(RecvTimeoutError::Timeout) => panic!("the stream is still open"),
            Ok(event) => panic!("the stream still speaks: {event:?}"),
        }
    }
}

/// An event, or nothing for a comment and for `retry`.
fn read(text: &str) -> Option<Event> {
    let field = |name: &str| text.lines().find_map(|line| line.strip_prefix(name)?.strip_prefix(": "));
    let data = field("data")?;
    Some(Event {
        name: field("event").expect("an event has a name").to_owned(),
        id: field("id").map(|id| id.parse().expect("a number")),
        data: serde_json::from_str(data).expect("JSON"),
    })
}

impl Drop for Live {
    fn drop(&mut self) {
        self.task.abort();
    }
}
