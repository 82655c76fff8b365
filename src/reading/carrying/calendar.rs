//! The deadline of a letter as an event of a calendar (RFC 5545).

use icalendar::{Calendar, CalendarComponent, Component, Event, EventStatus, Property};

use super::Letter;
use crate::db::Moment;
use crate::text::words::say;

/// Its media type.
pub(super) const TYPE: &str = "text/calendar; charset=utf-8; method=PUBLISH";

/// The event, which has one name for ever. `moved` is how often the deadline was moved, and when last: whoever
/// has the event takes a later one of a higher sequence in its place. Where signing ended before the
/// deadline, the event is called off.
pub(super) fn of_deadline(letter: &Letter<'_>, moved: (usize, Option<Moment>)) -> String {
    let (times, last) = moved;
    let row = letter.snapshot.letter.letter();
    let ended = row.retracted_at.or(row.closed_at);
    let called_off = ended.filter(|at| row.deadline.is_some_and(|deadline| *at < deadline));
    let changed = [row.published_at, last, called_off].into_iter().flatten().max();
    let changed = changed.unwrap_or(letter.snapshot.since);
    let title = letter.title();
    let mut words = vec![letter.count_line(), letter.address("")];
    words.extend(letter.retraction());
    let host = letter.config.public_url.host_str().unwrap_or("localhost");
    let mut event = Event::new();
    event
        .uid(&format!("deadline-of-{}@{host}", letter.slug()))
        .summary(&say!("carrying-deadline-of", title = title.as_str()))
        .description(&words.join("\n"))
        .url(&letter.address(""))
        // Moved and called off each count, so that a letter opened again outranks the call-off before.
        .sequence(u32::try_from(times * 2 + usize::from(called_off.is_some())).unwrap_or(u32::MAX))
        .add_property("DTSTAMP", stamp(changed))
        .add_property("LAST-MODIFIED", stamp(changed))
        .add_property("TRANSP", "TRANSPARENT");
    if let Some(deadline) = row.deadline {
        event.add_property("DTSTART", stamp(deadline));
    }
    event.status(if called_off.is_some() { EventStatus::Cancelled } else { EventStatus::Confirmed });
    let mut calendar = Calendar::empty();
    calendar
        .append_property(Property::new("VERSION", "2.0"))
        .append_property(Property::new("PRODID", "-//Undersigned//Letters//EN"))
        .append_property(Property::new("CALSCALE", "GREGORIAN"))
        .append_property(Property::new("METHOD", "PUBLISH"))
        .push(CalendarComponent::Event(event.done()));
    calendar.to_string()
}

/// A moment as a calendar has it: UTC, to the second.
fn stamp(at: Moment) -> String {
    at.to_timestamp().strftime("%Y%m%dT%H%M%SZ").to_string()
}
