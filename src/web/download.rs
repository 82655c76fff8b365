//! What a file is called when it is saved: readable in any script, safe in any file system.

use actix_web::http::header::{
    Charset, ContentDisposition, DispositionParam, DispositionType, ExtendedValue, HeaderValue,
    TryIntoHeaderValue,
};

/// File systems allow 255 bytes, and a sign takes up to four. Who saves it twice needs some more.
const LONGEST: usize = 200;

/// The `Content-Disposition` (RFC 6266) of a file that is `shown` where the browser can, or saved:
/// `plain` is its name in ASCII for old programs, `readable` in full (RFC 8187).
pub fn named(shown: bool, plain: &str, readable: &str, extension: &str) -> HeaderValue {
    let disposition = if shown { DispositionType::Inline } else { DispositionType::Attachment };
    let mut parameters = vec![DispositionParam::Filename(format!("{plain}.{extension}"))];
    let readable = of_title(readable);
    if !readable.is_empty() {
        parameters.push(DispositionParam::FilenameExt(ExtendedValue {
            charset: Charset::Ext("UTF-8".to_owned()),
            language_tag: None,
            value: format!("{readable}.{extension}").into_bytes(),
        }));
    }
    let header = ContentDisposition { disposition, parameters };
    header.try_into_value().unwrap_or_else(|_| HeaderValue::from_static("attachment"))
}

/// A title as the name of a file: one line, without signs that a file system or a shell takes for
/// something else, and without invisible ones, with which a name can look like another.
fn of_title(title: &str) -> String {
    let kept = title.chars().map(|c| match c {
        '/' | '\\' | ':' | '*' | '?' | '"' | '<' | '>' | '|' => ' ',
        c if c.is_control() => ' ',
        c => c,
    });
    let visible = kept.filter(|c| !matches!(c, '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{feff}'));
    let text: String = visible.collect();
    let mut name = String::new();
    for word in text.split_whitespace() {
        if name.len() + word.len() >= LONGEST {
            break;
        }
        if !name.is_empty() {
            name.push(' ');
        }
        name.push_str(word);
    }
    name.trim_matches(['.', ' ']).to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_title_in_any_script_names_a_file() {
        let header = named(true, "open-the-road", "افتحوا: الطريق/من حلب", "pdf");
        let header = header.to_str().unwrap();
        assert!(
            header.starts_with("inline; filename=\"open-the-road.pdf\"; filename*=UTF-8''%D8%A7"),
            "{header}"
        );
        assert!(header.ends_with(".pdf"), "{header}");
        assert_eq!(of_title("../a \"b\"\r\nSet-Cookie: c"), "a b Set-Cookie c");
        assert_eq!(of_title("\u{202e}fdp.exe"), "fdp.exe");
        assert!(of_title(&"word ".repeat(100)).len() <= LONGEST);
        assert_eq!(of_title(" .. "), "");
    }
}
