//! Points in time as people write and read them, with their zone.

use icu_datetime::DateTimeFormatter;
use icu_datetime::fieldsets;
use icu_datetime::input::{Date, DateTime, Time};
use jiff::civil;
use jiff::tz::{AmbiguousOffset, TimeZone};
use jiff::{Timestamp, Zoned};

use super::language::Language;

/// A point in time that somebody named, and the zone they named it in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ZonedTime {
    /// When.
    pub at: Timestamp,
    /// The IANA name of the zone.
    pub zone: String,
}

/// Why a time that was typed is none.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NoSuchTime {
    /// It reads like no time.
    Unreadable,
    /// There is no such zone.
    UnknownZone,
    /// The clocks skip it: daylight saving begins there.
    Skipped,
}

/// Reads a time: what `datetime-local` sends (`2016-12-14T13:00`) in the zone `zone`, or a time
/// that carries its own (RFC 3339, `…Z`, `…+01:00`; RFC 9557, `…[Europe/Paris]`; `… Europe/Paris`). An hour that
/// exists twice means the first of the two.
///
/// # Errors
/// See [`NoSuchTime`].
pub fn read(typed: &str, zone: &str) -> Result<ZonedTime, NoSuchTime> {
    let typed = typed.trim();
    if let Ok(zoned) = typed.parse::<Zoned>() {
        let zone = zoned.time_zone().iana_name().unwrap_or("UTC").to_owned();
        return Ok(ZonedTime { at: zoned.timestamp(), zone });
    }
    if let Some((time, named)) = typed.rsplit_once(' ')
        && TimeZone::get(named).is_ok()
    {
        return read(time, named);
    }
    let zone = if zone.trim().is_empty() { "UTC" } else { zone.trim() };
    let time_zone = TimeZone::get(zone).map_err(|_| NoSuchTime::UnknownZone)?;
    let zone = time_zone.iana_name().unwrap_or("UTC").to_owned();
    if let Ok(at) = typed.parse::<Timestamp>() {
        return Ok(ZonedTime { at, zone });
    }
    let civil: civil::DateTime = typed.parse().map_err(|_| NoSuchTime::Unreadable)?;
    let ambiguous = time_zone.to_ambiguous_zoned(civil);
    if matches!(ambiguous.offset(), AmbiguousOffset::Gap { .. }) {
        return Err(NoSuchTime::Skipped);
    }
    let zoned = ambiguous.earlier().map_err(|_| NoSuchTime::Unreadable)?;
    Ok(ZonedTime { at: zoned.timestamp(), zone })
}

/// The value of a `datetime-local` field that would be read as this time.
pub fn for_field(at: Timestamp, zone: &str) -> String {
    in_zone(at, zone).strftime("%Y-%m-%dT%H:%M").to_string()
}

fn in_zone(at: Timestamp, zone: &str) -> Zoned {
    at.to_zoned(TimeZone::get(zone).unwrap_or(TimeZone::UTC))
}

/// A date in words: "14 December 2016" (British order in English: the field's documents cross
/// borders, and 12/14 would not).
pub fn date_in_words(at: Timestamp, zone: &str, language: &Language) -> String {
    let zoned = in_zone(at, zone);
    let formatter = DateTimeFormatter::try_new(british(language), fieldsets::YMD::long());
    match (formatter, icu_date(&zoned)) {
        (Ok(formatter), Some(date)) => formatter.format(&date).to_string(),
        _ => zoned.strftime("%Y-%m-%d").to_string(),
    }
}

/// A time in words, with its zone: "14 December 2016 at 13:00 (Europe/Paris, UTC+01:00)".
pub fn time_in_words(at: Timestamp, zone: &str, language: &Language) -> String {
    let zoned = in_zone(at, zone);
    let formatter = DateTimeFormatter::try_new(
        british(language),
        fieldsets::YMDT::long().with_time_precision(icu_datetime::options::TimePrecision::Minute),
    );
    let words = match (formatter, icu_date_time(&zoned)) {
        (Ok(formatter), Some(time)) => formatter.format(&time).to_string(),
        _ => zoned.strftime("%Y-%m-%d %H:%M").to_string(),
    };
    format!("{words} ({})", zone_in_words(&zoned, zone))
}

fn zone_in_words(zoned: &Zoned, zone: &str) -> String {
    if zone == "UTC" {
        return "UTC".to_owned();
    }
    format!("{zone}, UTC{}", zoned.strftime("%:z"))
}

fn british(language: &Language) -> icu_datetime::DateTimeFormatterPreferences {
    match language.tag() {
        "en" => icu_locale::locale!("en-GB").into(),
        _ => language.locale().into(),
    }
}

fn icu_date(zoned: &Zoned) -> Option<Date<icu_calendar::Iso>> {
    Date::try_new_iso(i32::from(zoned.year()), zoned.month().unsigned_abs(), zoned.day().unsigned_abs()).ok()
}

fn icu_date_time(zoned: &Zoned) -> Option<DateTime<icu_calendar::Iso>> {
    let time = Time::try_new(zoned.hour().unsigned_abs(), zoned.minute().unsigned_abs(), 0, 0).ok()?;
    Some(DateTime { date: icu_date(zoned)?, time })
}

/// The zones offered for a deadline: one city for each part of the world where letters are
/// written. A deadline that names any other IANA zone (programs can) keeps it.
pub const ZONES: &[&str] = &[
    "UTC",
    "Africa/Cairo",
    "Africa/Johannesburg",
    "Africa/Khartoum",
    "Africa/Lagos",
    "Africa/Nairobi",
    "Africa/Tripoli",
    "Africa/Tunis",
    "America/Bogota",
    "America/Los_Angeles",
    "America/Mexico_City",
    "America/New_York",
    "America/Sao_Paulo",
    "Asia/Amman",
    "Asia/Baghdad",
    "Asia/Bangkok",
    "Asia/Beirut",
    "Asia/Damascus",
    "Asia/Dhaka",
    "Asia/Dubai",
    "Asia/Gaza",
    "Asia/Jakarta",
    "Asia/Kabul",
    "Asia/Karachi",
    "Asia/Kathmandu",
    "Asia/Kolkata",
    "Asia/Manila",
    "Asia/Riyadh",
    "Asia/Tehran",
    "Asia/Tokyo",
    "Asia/Yangon",
    "Australia/Sydney",
    "Europe/Berlin",
    "Europe/Brussels",
    "Europe/Istanbul",
    "Europe/Kyiv",
    "Europe/London",
    "Europe/Madrid",
    "Europe/Paris",
    "Europe/Zurich",
    "Pacific/Auckland",
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_offered_zone_exists() {
        for zone in ZONES {
            assert!(TimeZone::get(zone).is_ok(), "{zone}");
        }
    }

    #[test]
    fn a_time_is_read_in_its_zone() {
        let paris = read("2016-12-14T13:00", "Europe/Paris").unwrap();
        assert_eq!(paris.at.to_string(), "2016-12-14T12:00:00Z");
        assert_eq!(read("2016-12-14T13:00:00+01:00[Europe/Paris]", "").unwrap(), paris);
        assert_eq!(read("2016-12-14 13:00 Europe/Paris", "").unwrap(), paris);
        assert_eq!(read("2016-12-14T12:00:00Z", "").unwrap().zone, "UTC");
        assert_eq!(for_field(paris.at, "Europe/Paris"), "2016-12-14T13:00");
        assert_eq!(read("tomorrow", "UTC"), Err(NoSuchTime::Unreadable));
        assert_eq!(read("2016-12-14T13:00", "Europe/Atlantis"), Err(NoSuchTime::UnknownZone));
    }

    #[test]
    fn daylight_saving_is_taken_seriously() {
        assert_eq!(read("2026-03-29T02:30", "Europe/Paris"), Err(NoSuchTime::Skipped));
        let twice = read("2026-10-25T02:30", "Europe/Paris").unwrap();
        assert_eq!(twice.at.to_string(), "2026-10-25T00:30:00Z", "the first of the two");
    }

    #[test]
    fn a_deadline_reads_like_one() {
        let at = "2016-12-14T12:00:00Z".parse().unwrap();
        let words = time_in_words(at, "Europe/Paris", &Language::english());
        assert_eq!(words, "14 December 2016 at 13:00 (Europe/Paris, UTC+01:00)");
        assert!(date_in_words(at, "UTC", &"ar".parse().unwrap()).contains("ديسمبر"));
    }
}
