//! DOCX: a letter that a word processor opens, with real headings and both directions of writing.
//!
//! Written part by part. The libraries at hand know no right-to-left runs, without which a word
//! processor puts the full stops and brackets of an Arabic line on the wrong side.

use std::fmt::Write;

use super::{Block, Kind, Paper, Run};
use crate::deliveries::pack;
use crate::error::Fault;
use crate::text::direction::is_rtl;

const CONTENT_TYPES: &str = r#"<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/><Override PartName="/word/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.styles+xml"/><Override PartName="/word/footer1.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.footer+xml"/><Override PartName="/docProps/core.xml" ContentType="application/vnd.openxmlformats-package.core-properties+xml"/></Types>"#;
const RELATIONS: &str = r#"<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/><Relationship Id="rId2" Type="http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties" Target="docProps/core.xml"/></Relationships>"#;
const DOCUMENT_RELATIONS: &str = r#"<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles" Target="styles.xml"/><Relationship Id="rId2" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/footer" Target="footer1.xml"/></Relationships>"#;
const W: &str = r#"xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships""#;
const HEAD: &str = r#"<?xml version="1.0" encoding="UTF-8" standalone="yes"?>"#;

/// The styles: id, name, base, size in half points, space before and after in twentieths of a
/// point, bold, level of the outline.
#[allow(clippy::type_complexity)] // one table, read in one place
const STYLES: [(&str, &str, u8, u16, bool, Option<u8>); 9] = [
    ("Title", "Title", 40, 360, true, None),
    ("Heading1", "heading 1", 28, 480, true, Some(0)),
    ("Heading2", "heading 2", 24, 280, true, Some(1)),
    ("Body", "Body Text", 22, 160, false, None),
    ("Item", "List Paragraph", 22, 80, false, None),
    ("Quote", "Quote", 22, 160, false, None),
    ("Signatory", "Signatory", 21, 50, false, None),
    ("Label", "Label", 20, 360, false, None),
    ("Fact", "Fact", 24, 120, false, None),
];

/// The bytes of the file.
///
/// # Errors
/// None that can happen: writing into memory does not fail.
pub(in super::super) fn whole(paper: &Paper) -> Result<Vec<u8>, Fault> {
    let (document, styles) = (document(paper), styles(paper));
    let (footer, core) = (footer(paper), core(paper));
    let parts = [
        ("[Content_Types].xml", CONTENT_TYPES),
        ("_rels/.rels", RELATIONS),
        ("docProps/core.xml", &core),
        ("word/document.xml", &document),
        ("word/_rels/document.xml.rels", DOCUMENT_RELATIONS),
        ("word/styles.xml", &styles),
        ("word/footer1.xml", &footer),
    ];
    pack::zip(parts.iter().map(|(name, xml)| (*name, xml.as_bytes())), paper.at)
}

/// Text inside an element. Control characters, which XML cannot carry, are left out.
fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\n' | '\t' => out.push(c),
            c if c.is_control() || matches!(c, '\u{fffe}' | '\u{ffff}') => {}
            c => out.push(c),
        }
    }
    out
}

fn document(paper: &Paper) -> String {
    let mut out = format!("{HEAD}<w:document {W}><w:body>");
    for (at, block) in paper.cover.iter().chain(&paper.letter).enumerate() {
        paragraph(&mut out, block, at > 0 && at == paper.cover.len(), paper.is_rtl());
    }
    let bidi = if paper.is_rtl() { "<w:bidi/>" } else { "" };
    let _ = write!(
        out,
        r#"<w:sectPr><w:footerReference w:type="default" r:id="rId2"/><w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1420" w:right="1530" w:bottom="1700" w:left="1530" w:header="708" w:footer="850" w:gutter="0"/>{bidi}</w:sectPr></w:body></w:document>"#
    );
    out
}

fn paragraph(out: &mut String, block: &Block, new_page: bool, rtl: bool) {
    let (style, indent, hanging, align) = match block.kind {
        Kind::Title | Kind::CoverTitle => ("Title", 0, 0, None),
        Kind::Heading | Kind::ListHeading => ("Heading1", 0, 0, None),
        Kind::GroupHeading => ("Heading2", 0, 0, None),
        Kind::Dateline => ("Body", 0, 0, Some("end")),
        Kind::Separator => ("Body", 0, 0, Some("center")),
        Kind::Addressees | Kind::Paragraph => ("Body", 0, 0, None),
        Kind::Quote | Kind::Code => ("Quote", 480, 0, None),
        Kind::Item => ("Item", 480, 480, None),
        Kind::Signatory => ("Signatory", 640, 640, None),
        Kind::Footnote => ("Item", 640, 640, None),
        Kind::Label | Kind::FootLabel => ("Label", 0, 0, None),
        Kind::Fact => ("Fact", 0, 0, None),
        Kind::Mark => ("Signatory", 0, 0, None),
    };
    let indent = indent + i32::from(block.depth) * 400;
    let _ = write!(out, r#"<w:p><w:pPr><w:pStyle w:val="{style}"/>"#);
    if new_page {
        out.push_str("<w:pageBreakBefore/>");
    }
    if rtl {
        out.push_str("<w:bidi/>");
    }
    if indent > 0 {
        let _ = write!(out, r#"<w:ind w:left="{indent}" w:hanging="{hanging}"/>"#);
    }
    if let Some(align) = align {
        // In a right-to-left paragraph "right" means its end, which is on the left.
        let align = if align == "end" { "right" } else { align };
        let _ = write!(out, r#"<w:jc w:val="{align}"/>"#);
    }
    out.push_str("</w:pPr>");
    let reads_rtl = rtl && block.kind != Kind::Mark;
    if let Some(label) = &block.label {
        run(out, &Run::plain(label.clone()), reads_rtl);
        out.push_str("<w:r><w:tab/></w:r>");
    }
    for part in &block.runs {
        run(out, part, reads_rtl);
    }
    out.push_str("</w:p>");
}

/// A run, split where the direction of its letters changes: a word processor turns brackets and
/// stops by the run they are in.
fn run(out: &mut String, run: &Run, rtl: bool) {
    let run = &Run { text: with_marks(&run.text, rtl), ..run.clone() };
    let mut start = 0;
    let mut current = None;
    for (at, c) in run.text.char_indices() {
        if !c.is_alphabetic() {
            continue;
        }
        let this = is_rtl(c);
        if current.is_some_and(|before| before != this) {
            stretch(out, run, run.text.get(start..at).unwrap_or_default(), current.unwrap_or(rtl));
            start = at;
        }
        current = Some(this);
    }
    stretch(out, run, run.text.get(start..).unwrap_or_default(), current.unwrap_or(rtl));
}

/// Words in the other direction are isolated everywhere else, which word processors do not know.
/// Where such words end with a full stop, a mark of their direction keeps it behind them.
fn with_marks(text: &str, rtl: bool) -> String {
    let (mut out, mut inside) = (String::with_capacity(text.len()), None);
    for c in text.chars() {
        match c {
            '\u{2066}'..='\u{2068}' => inside = None,
            '\u{2069}' => {
                let open = out.chars().last().is_some_and(|last| !last.is_alphanumeric());
                if let Some(within) = inside.filter(|within| *within != rtl && open) {
                    out.push(if within { '\u{200f}' } else { '\u{200e}' });
                }
            }
            c => {
                if inside.is_none() && c.is_alphabetic() {
                    inside = Some(is_rtl(c));
                }
                out.push(c);
            }
        }
    }
    out
}

fn stretch(out: &mut String, run: &Run, text: &str, rtl: bool) {
    out.push_str("<w:r><w:rPr>");
    if run.bold {
        out.push_str("<w:b/><w:bCs/>");
    }
    if run.italic {
        out.push_str("<w:i/><w:iCs/>");
    }
    if run.struck {
        out.push_str("<w:strike/>");
    }
    if run.faint {
        out.push_str(r#"<w:color w:val="606060"/>"#);
    }
    if run.raised {
        out.push_str(r#"<w:vertAlign w:val="superscript"/>"#);
    }
    if rtl {
        out.push_str("<w:rtl/>");
    }
    out.push_str("</w:rPr>");
    for (at, line) in text.split('\n').enumerate() {
        if at > 0 {
            out.push_str("<w:br/>");
        }
        let _ = write!(out, r#"<w:t xml:space="preserve">{}</w:t>"#, escaped(line));
    }
    out.push_str("</w:r>");
}

fn styles(paper: &Paper) -> String {
    let language = paper.language.tag();
    let (latin, complex) = if paper.is_rtl() { ("en", language) } else { (language, "ar-SA") };
    let mut out = format!(
        r#"{HEAD}<w:styles {W}><w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="Noto Serif" w:hAnsi="Noto Serif" w:cs="Noto Naskh Arabic"/><w:sz w:val="22"/><w:szCs w:val="25"/><w:lang w:val="{latin}" w:bidi="{complex}"/></w:rPr></w:rPrDefault><w:pPrDefault><w:pPr><w:spacing w:line="310" w:lineRule="auto"/></w:pPr></w:pPrDefault></w:docDefaults><w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>"#
    );
    for (id, name, size, before, bold, level) in STYLES {
        let heading = match (bold, id) {
            (true, _) | (_, "Label") => "<w:keepNext/>",
            (false, "Signatory") => "<w:keepLines/>",
            (false, _) => "",
        };
        let outline = level.map(|level| format!(r#"<w:outlineLvl w:val="{level}"/>"#)).unwrap_or_default();
        let line = if bold { r#" w:line="264" w:lineRule="auto""# } else { "" };
        let weight = if bold { "<w:b/><w:bCs/>" } else { "" };
        let complex = u16::from(size) * 8 / 7;
        let _ = write!(
            out,
            r#"<w:style w:type="paragraph" w:styleId="{id}"><w:name w:val="{name}"/><w:basedOn w:val="Normal"/><w:qFormat/><w:pPr>{heading}<w:spacing w:before="{before}" w:after="0"{line}/>{outline}</w:pPr><w:rPr>{weight}<w:sz w:val="{size}"/><w:szCs w:val="{complex}"/></w:rPr></w:style>"#
        );
    }
    out + "</w:styles>"
}

fn footer(paper: &Paper) -> String {
    let field = |code: &str| {
        format!(
            r#"<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText xml:space="preserve"> {code} </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>1</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>"#
        )
    };
    let bidi = if paper.is_rtl() { "<w:bidi/>" } else { "" };
    format!(
        r#"{HEAD}<w:ftr {W}><w:p><w:pPr>{bidi}<w:jc w:val="center"/></w:pPr>{}<w:r><w:t xml:space="preserve"> / </w:t></w:r>{}</w:p></w:ftr>"#,
        field("PAGE"),
        field("NUMPAGES")
    )
}

fn core(paper: &Paper) -> String {
    let at = paper.at.strftime("%Y-%m-%dT%H:%M:%SZ");
    format!(
        r#"{HEAD}<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><dc:title>{}</dc:title><dc:creator>Undersigned</dc:creator><dc:language>{}</dc:language><dcterms:created xsi:type="dcterms:W3CDTF">{at}</dcterms:created><dcterms:modified xsi:type="dcterms:W3CDTF">{at}</dcterms:modified></cp:coreProperties>"#,
        escaped(&paper.title),
        paper.language.tag()
    )
}

#[cfg(test)]
mod tests {
    use super::super::super::snapshot::tests::example;
    use super::*;

    #[test]
    fn an_arabic_letter_is_written_from_right_to_left() {
        let document = document(&Paper::of(&example("ar", 25)).unwrap());
        let paragraphs = document.matches("<w:p>").count();
        assert_eq!(document.matches("<w:bidi/>").count(), paragraphs + 1, "each, and the section");
        assert!(document.contains(r#"<w:pStyle w:val="Heading2"/>"#), "groups are headings");
        let latin = document.find("River Relief 1<").expect("a Latin name");
        let opened = document[..latin].rfind("<w:rPr>").expect("its run");
        assert!(!document[opened..latin].contains("<w:rtl/>"));
        assert!(document.contains("before the meeting.\u{200e}"), "the full stop stays behind its words");
        assert!(!document.contains(['\u{2066}', '\u{2068}', '\u{2069}']));
    }
}
