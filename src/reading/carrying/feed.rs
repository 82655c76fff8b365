//! Feeds (Atom, RFC 4287): who signed a letter and who withdrew, as its list and its history say; and the
//! letters that became public.

use atom_syndication::{Entry, Feed, FixedDateTime, Link, Person, Text};

use super::Letter;
use crate::config::Config;
use crate::db::Moment;
use crate::error::Fault;
use crate::reading::pages::heading;
use crate::reading::tongues::Tongue;
use crate::signatures::list::{GroupKind, ListedGroup, Signatory, Status, fragment};
use crate::text::clean::for_xml;
use crate::text::country;
use crate::text::direction::isolated;
use crate::text::words::{Words, say};

/// Its media type.
pub(super) const TYPE: &str = "application/atom+xml; charset=utf-8";

/// How many of the latest a feed has. Whoever reads it daily misses none, also on the day of publication.
const MOST: usize = 200;

/// Something that happened.
struct News {
    at: Moment,
    id: String,
    title: String,
    about: String,
    link: String,
    /// The language of its title, where that is not the feed's.
    language: Option<&'static str>,
}

/// The feed of a letter, in the language that is spoken.
pub(super) fn of_letter(
    letter: &Letter<'_>,
    withdrawals: &[(Moment, Option<String>)],
) -> Result<Vec<u8>, Fault> {
    let words = letter.tongue.words;
    // What happened has one name in every language.
    let base = letter.config.address(&format!("/letters/{}", letter.slug()));
    let lines = letter.snapshot.list.lines().filter(|(group, _)| group.kind != GroupKind::Observers);
    let mut news: Vec<News> = lines.map(|(group, line)| signed(letter, &base, group, line)).collect();
    for (at, count, name) in numbered(withdrawals) {
        let again = if count > 1 { format!("-{count}") } else { String::new() };
        news.push(News {
            at,
            // No finer than the history says when: of a name that is withheld it is all that is told.
            id: format!("{base}/history#withdrew-{}{again}", at.as_micros() / 1_000_000),
            title: match name {
                Some(name) => say!("history-withdrew", name = name),
                None => say!("history-withdrew-withheld"),
            },
            about: String::new(),
            link: letter.address("/history"),
            language: None,
        });
    }
    news.sort_by(|one, other| other.at.cmp(&one.at).then_with(|| one.id.cmp(&other.id)));
    news.truncate(MOST);
    let mut about = vec![letter.count_line()];
    about.extend(letter.retraction());
    let feed = Channel {
        id: format!("{base}.atom"),
        title: letter.title(),
        about: about.join(". "),
        page: letter.address(""),
        itself: letter.address(".atom"),
        updated: letter.snapshot.since,
    };
    written(&feed, words, &news)
}

/// Withdrawals, each with how many there were of the same second before it and with it.
fn numbered(withdrawals: &[(Moment, Option<String>)]) -> Vec<(Moment, usize, Option<&str>)> {
    let mut numbered: Vec<(Moment, usize, Option<&str>)> = Vec::new();
    for (at, name) in withdrawals {
        let second = at.as_micros() / 1_000_000;
        let before = numbered.iter().filter(|(other, ..)| other.as_micros() / 1_000_000 == second).count();
        numbered.push((*at, before + 1, name.as_deref()));
    }
    numbered
}

fn signed(letter: &Letter<'_>, base: &str, group: &ListedGroup, line: &Signatory) -> News {
    let (entry, words) = (&line.entry, letter.tongue.words);
    let here = fragment(entry.signature);
    let rtl = words.language().direction() == "rtl";
    let mut about = Vec::new();
    if let Some(words) = heading(group, words) {
        about.push(isolated(&words, rtl));
    }
    about.extend(entry.country.as_deref().map(|code| country::name(code, &words.language())));
    about.dedup(); // under a country's heading it is said once
    News {
        at: entry.signed_at,
        id: format!("{base}#signed-{here}-{}", entry.signed_at.as_micros()),
        title: match entry.status {
            Status::Confirmed => say!("leaf-signed", name = entry.name.as_str()),
            Status::Listed => say!("leaf-listed", name = entry.name.as_str()),
        },
        about: about.join(" · "),
        link: letter.address(&format!("/signatories?signatory={here}")),
        language: None,
    }
}

/// A public letter, as the feed of all of them has it.
pub(super) struct Published {
    pub slug: String,
    pub language: &'static str,
    pub title: String,
    pub about: String,
    pub published_at: Moment,
    pub changed_at: Moment,
}

/// The feed of the letters that became public, the latest first, in the language that is spoken.
pub(super) fn of_site(config: &Config, tongue: Tongue, letters: &[Published]) -> Result<Vec<u8>, Fault> {
    let address = |path: &str| config.address(&tongue.path(path));
    let news: Vec<News> = letters
        .iter()
        .map(|letter| News {
            at: letter.changed_at,
            id: config.address(&format!("/letters/{}", letter.slug)),
            title: letter.title.clone(),
            about: letter.about.clone(),
            link: address(&format!("/letters/{}", letter.slug)),
            language: Some(letter.language),
        })
        .collect();
    let updated = letters.iter().map(|letter| letter.changed_at).max();
    let feed = Channel {
        id: config.address("/letters.atom"),
        title: say!("carrying-new-letters"),
        about: String::new(),
        page: address("/"),
        itself: address("/letters.atom"),
        updated: updated.unwrap_or(Moment::from_micros(0)),
    };
    let mut entries = entries(&news);
    for (entry, letter) in entries.iter_mut().zip(letters) {
        entry.set_published(Some(date(letter.published_at)));
    }
    finished(&feed, tongue.words, entries)
}

/// What a feed says of itself.
struct Channel {
    id: String,
    title: String,
    about: String,
    page: String,
    itself: String,
    updated: Moment,
}

fn written(feed: &Channel, words: Words, news: &[News]) -> Result<Vec<u8>, Fault> {
    finished(feed, words, entries(news))
}

fn entries(news: &[News]) -> Vec<Entry> {
    let entry = |news: &News| {
        let mut entry = Entry::default();
        entry.set_id(for_xml(&news.id));
        let language = news.language.map(str::to_owned);
        entry.set_title(Text { lang: language, ..Text::plain(for_xml(&news.title)) });
        entry.set_updated(date(news.at));
        entry.set_links(vec![link("alternate", "text/html", &news.link)]);
        if !news.about.is_empty() {
            entry.set_summary(Some(Text::plain(for_xml(&news.about))));
        }
        entry
    };
    news.iter().map(entry).collect()
}

fn finished(channel: &Channel, words: Words, entries: Vec<Entry>) -> Result<Vec<u8>, Fault> {
    let mut feed = Feed::default();
    feed.set_lang(Some(words.tag().to_owned()));
    feed.set_id(channel.id.clone());
    feed.set_title(Text::plain(for_xml(&channel.title)));
    feed.set_updated(date(channel.updated));
    feed.set_authors(vec![Person { name: "Undersigned".to_owned(), ..Person::default() }]);
    feed.set_links(vec![
        link("self", "application/atom+xml", &channel.itself),
        link("alternate", "text/html", &channel.page),
    ]);
    if !channel.about.is_empty() {
        feed.set_subtitle(Some(Text::plain(for_xml(&channel.about))));
    }
    feed.set_entries(entries);
    feed.write_to(Vec::new()).map_err(Fault::from_error)
}

fn link(rel: &str, kind: &str, address: &str) -> Link {
    let mut link = Link::default();
    link.set_rel(rel);
    link.set_mime_type(Some(kind.to_owned()));
    link.set_href(for_xml(address));
    link
}

/// A moment as the library of feeds has it.
fn date(at: Moment) -> FixedDateTime {
    at.to_string().parse().unwrap_or_default()
}
