//! What is here for anyone, for those who look through whole sites (sitemaps.org): public letters,
//! organizations that signed one by name, coalitions, each in every language of the interface.

use quick_xml::Writer;
use quick_xml::events::{BytesDecl, BytesText, Event};

use crate::error::Fault;
use crate::text::words::{SPOKEN, Words};
use crate::web::languages::in_language;

/// Its media type.
pub(super) const TYPE: &str = "application/xml; charset=utf-8";

/// A page that is there in every language.
pub(super) struct Listed {
    pub path: String,
    /// When it changed last, RFC 3339; none where nobody knows.
    pub changed: Option<String>,
}

/// How many addresses a file may have, by the protocol.
const MOST: usize = 50_000;
/// How many pages are in a file: each has an address in every language, and one without.
const PAGES: usize = MOST / (SPOKEN.len() + 1);

/// How many files there are.
pub(super) fn files(pages: usize) -> usize {
    pages.div_ceil(PAGES).max(1)
}

/// The full address of a path.
pub(super) type Address<'a> = &'a dyn Fn(&str) -> String;

/// The file of this number, from 1; none where there is none.
pub(super) fn file(address: Address<'_>, pages: &[Listed], number: usize) -> Option<Result<Vec<u8>, Fault>> {
    let start = number.checked_sub(1)?.checked_mul(PAGES)?;
    let end = start.saturating_add(PAGES).min(pages.len());
    let part = pages.get(start..end).filter(|part| !part.is_empty() || number == 1)?;
    Some(addresses(address, part))
}

fn addresses(full: Address<'_>, pages: &[Listed]) -> Result<Vec<u8>, Fault> {
    let mut writer = begun()?;
    let set = writer.create_element("urlset").with_attributes([
        ("xmlns", "http://www.sitemaps.org/schemas/sitemap/0.9"),
        ("xmlns:xhtml", "http://www.w3.org/1999/xhtml"),
    ]);
    let written = set.write_inner_content(|writer| {
        for page in pages {
            let others: Vec<(&str, String)> = SPOKEN
                .iter()
                .filter_map(|tag| Some((*tag, full(&in_language(Words::spoken(tag)?, &page.path)))))
                .chain([("x-default", full(&page.path))])
                .collect();
            // Each of them names all, itself too.
            for (_, address) in &others {
                writer.create_element("url").write_inner_content(|writer| {
                    writer.create_element("loc").write_text_content(BytesText::new(address))?;
                    if let Some(changed) = &page.changed {
                        writer.create_element("lastmod").write_text_content(BytesText::new(changed))?;
                    }
                    for (tag, other) in &others {
                        let link = [("rel", "alternate"), ("hreflang", *tag), ("href", other.as_str())];
                        writer.create_element("xhtml:link").with_attributes(link).write_empty()?;
                    }
                    Ok(())
                })?;
            }
        }
        Ok(())
    });
    written.map_err(Fault::from)?;
    Ok(writer.into_inner())
}

/// The list of the files, where one does not hold all.
pub(super) fn index(full: Address<'_>, files: usize) -> Result<Vec<u8>, Fault> {
    let mut writer = begun()?;
    let list = writer.create_element("sitemapindex");
    let list = list.with_attribute(("xmlns", "http://www.sitemaps.org/schemas/sitemap/0.9"));
    let written = list.write_inner_content(|writer| {
        for number in 1..=files {
            let address = full(&format!("/sitemap-{number}.xml"));
            writer.create_element("sitemap").write_inner_content(|writer| {
                writer.create_element("loc").write_text_content(BytesText::new(&address))?;
                Ok(())
            })?;
        }
        Ok(())
    });
    written.map_err(Fault::from)?;
    Ok(writer.into_inner())
}

fn begun() -> Result<Writer<Vec<u8>>, Fault> {
    let mut writer = Writer::new(Vec::new());
    let declaration = BytesDecl::new("1.0", Some("UTF-8"), None);
    writer.write_event(Event::Decl(declaration)).map_err(Fault::from)?;
    Ok(writer)
}

/// `robots.txt`: everything that is here for anyone may be read. What is not to be listed says so itself, which
/// only those learn who may read it; and a list of what is private would name it.
pub(super) fn robots(full: Address<'_>) -> String {
    format!("User-agent: *\nDisallow:\n\nSitemap: {}\n", full("/sitemap.xml"))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn full(path: &str) -> String {
        format!("https://letters.example.org{path}")
    }

    fn pages(count: usize) -> Vec<Listed> {
        (0..count).map(|n| Listed { path: format!("/letters/l{n}"), changed: None }).collect()
    }

    #[test]
    fn no_file_has_more_addresses_than_the_protocol_allows() {
        let all = pages(PAGES + 1);
        assert_eq!((files(0), files(PAGES), files(all.len())), (1, 1, 2));
        let file = |number| file(&full, &all, number).map(|file| String::from_utf8(file.unwrap()).unwrap());
        let (first, second) = (file(1).unwrap(), file(2).unwrap());
        assert_eq!(first.matches("<loc>").count(), MOST);
        assert!(first.len() < 50 * 1024 * 1024, "nor more than 50 MB: {}", first.len());
        assert_eq!(second.matches("<loc>").count(), SPOKEN.len() + 1);
        assert!(second.contains("<loc>https://letters.example.org/ar/letters/l10000</loc>"), "{second}");
        assert!(file(0).is_none() && file(3).is_none());
        let index = String::from_utf8(index(&full, 2).unwrap()).unwrap();
        assert!(index.contains("<loc>https://letters.example.org/sitemap-2.xml</loc>"), "{index}");
    }
}
