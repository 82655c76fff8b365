//! Files that people send: text in whatever encoding their spreadsheet program wrote it.

/// The text of a file: UTF-8 or UTF-16 by its mark, UTF-8 where that is what it is, otherwise the
/// encoding that its bytes look like (Windows-1256 for Arabic, Windows-1252 for western Europe).
/// `None` for what is no text.
pub fn decode(bytes: &[u8]) -> Option<String> {
    let encoding = match encoding_rs::Encoding::for_bom(bytes) {
        Some((encoding, _)) => encoding,
        None if std::str::from_utf8(bytes).is_ok() => encoding_rs::UTF_8,
        None => {
            let mut detector = chardetng::EncodingDetector::new(chardetng::Iso2022JpDetection::Deny);
            detector.feed(bytes, true);
            detector.guess(None, chardetng::Utf8Detection::Deny)
        }
    };
    let (text, _, _) = encoding.decode(bytes);
    // No text has this byte; a word processor's file, a picture and a spreadsheet all have it.
    (!text.contains('\0')).then(|| text.into_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spreadsheets_are_read_as_they_were_written() {
        let arabic = "المنظمة;البريد الإلكتروني\nمنظمة القلب الكبير;a@example.org\nجمعية الأمل للإغاثة والتنمية;b@example.org\n";
        let (windows, _, _) = encoding_rs::WINDOWS_1256.encode(arabic);
        assert_eq!(decode(&windows).as_deref(), Some(arabic));
        let french = "Société générale d’été;a@example.org\nÉcole à côté;b@example.org\n";
        let (windows, _, _) = encoding_rs::WINDOWS_1252.encode(french);
        assert_eq!(decode(&windows).as_deref(), Some(french));
        let utf16: Vec<u8> =
            [0xFF, 0xFE].into_iter().chain(arabic.encode_utf16().flat_map(u16::to_le_bytes)).collect();
        assert_eq!(decode(&utf16).as_deref(), Some(arabic));
        assert_eq!(decode("\u{feff}a".as_bytes()).as_deref(), Some("a"));
        assert_eq!(decode(b"PK\x03\x04\x14\0\0"), None);
    }
}
