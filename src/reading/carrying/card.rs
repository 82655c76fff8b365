//! The picture that others show beside a link to a letter: its title, how many signed, the coalitions.

use image::codecs::png::{CompressionType, FilterType, PngEncoder};
use image::{ExtendedColorType, ImageEncoder};

use super::Letter;
use super::drawing::{Setter, Setting, Sheet, is_readable};
use crate::error::Fault;
use crate::signatures::list::GroupKind;
use crate::text::direction::isolated;

/// Its size in dots, as those who show such pictures ask for.
pub(super) const WIDTH: u32 = 1200;
/// See [`WIDTH`].
pub(super) const HEIGHT: u32 = 630;

const PAPER: [u8; 3] = [0xfb, 0xf8, 0xf1];
const INK: [u8; 3] = [0x21, 0x1d, 0x18];
const MUTED: [u8; 3] = [0x67, 0x60, 0x55];
const ACCENT: [u8; 3] = [0x1b, 0x4a, 0x41];
const WRONG: [u8; 3] = [0x97, 0x29, 0x1c];

/// From the sides of the picture to the words; some who show it cut off its corners.
const MARGIN: f32 = 84.0;
/// From the top to the title, and how much room it has.
const TITLE_AT: f32 = 132.0;
const TITLE_ROOM: f32 = 276.0;
/// The sizes of a title, the first that fits is taken.
const TITLE_SIZES: [f32; 5] = [72.0, 62.0, 54.0, 46.0, 40.0];
/// Arabic letters are drawn smaller at the same size.
const LARGER: f32 = 1.12;
/// More lines are too small to be read beside a link.
const TITLE_LINES: usize = 5;

/// The bytes of the picture.
///
/// # Errors
/// None that can happen: it is written into memory.
pub(super) fn of_letter(letter: &Letter<'_>) -> Result<Vec<u8>, Fault> {
    let snapshot = letter.snapshot;
    let words = Words {
        site: "Undersigned".to_owned(),
        title: letter.title(),
        title_rtl: letter.language().direction() == "rtl",
        count: letter.tongue.words.count("organizations", snapshot.list.count()),
        coalitions: coalitions(letter),
        retraction: letter.retraction(),
        host: letter.config.public_url.host_str().unwrap_or_default().to_owned(),
        rtl: letter.tongue.words.language().direction() == "rtl",
    };
    drawn(&words)
}

/// The headings that are coalitions, by their names.
fn coalitions(letter: &Letter<'_>) -> Vec<String> {
    let groups = letter.snapshot.list.groups.iter().filter(|group| group.kind != GroupKind::Observers);
    let rtl = letter.tongue.words.language().direction() == "rtl";
    let named = groups.filter(|group| group.coalition.is_some());
    named.filter_map(|group| Some(isolated(group.name.as_deref()?, rtl))).collect()
}

/// What stands on a card.
struct Words {
    site: String,
    title: String,
    title_rtl: bool,
    count: String,
    coalitions: Vec<String>,
    retraction: Option<String>,
    host: String,
    rtl: bool,
}

fn drawn(words: &Words) -> Result<Vec<u8>, Fault> {
    let (width, height) = (WIDTH as f32, HEIGHT as f32);
    let measure = width - 2.0 * MARGIN;
    let plain = Setting { size: 30.0, leading: 1.35, bold: false, rtl: words.rtl, width: measure };
    let mut setter = Setter::new();
    let mut sheet = Sheet::new(WIDTH, HEIGHT, PAPER).ok_or_else(|| Fault::new("no picture of this size"))?;
    sheet.bar(0.0, 0.0, width, 14.0, if words.retraction.is_some() { WRONG } else { ACCENT });
    let site = setter.set(&words.site, plain);
    sheet.lines(&site, MARGIN, 62.0, MUTED);
    let title = Setting { rtl: words.title_rtl, ..plain };
    let title = fitting_title(&mut setter, &words.title, title);
    // A title in a script that no font here has would be a row of boxes.
    let readable = is_readable(&title);
    if readable {
        sheet.lines(&title, MARGIN, TITLE_AT, INK);
    }
    let size = if readable { 46.0 } else { 72.0 };
    let count = Setting { size: if words.rtl { size * LARGER } else { size }, bold: true, ..plain };
    let count = setter.set_within(&words.count, 1, count);
    sheet.lines(&count, MARGIN, if readable { 424.0 } else { TITLE_AT }, ACCENT);
    let below: Vec<(String, [u8; 3])> = match &words.retraction {
        Some(retraction) => vec![(retraction.clone(), WRONG)],
        None => vec![(words.coalitions.join(" · "), MUTED)],
    };
    for (line, ink) in below {
        let layout = setter.set_within(&line, 1, plain);
        if is_readable(&layout) {
            sheet.lines(&layout, MARGIN, 490.0, ink);
        }
    }
    let host = setter.set_within(&words.host, 1, Setting { size: 26.0, ..plain });
    sheet.lines(&host, MARGIN, height - 74.0, MUTED);
    let mut png = Vec::new();
    PngEncoder::new_with_quality(&mut png, CompressionType::Best, FilterType::Adaptive)
        .write_image(&sheet.into_rgb(), WIDTH, HEIGHT, ExtendedColorType::Rgb8)
        .map_err(Fault::from_error)?;
    Ok(png)
}

/// The title in the largest size in which it fits, or as much of it as does in the smallest.
fn fitting_title(setter: &mut Setter, title: &str, plain: Setting) -> parley::Layout<()> {
    let (larger, leading) = if plain.rtl { (LARGER, 1.35) } else { (1.0, 1.16) };
    let mut setting = Setting { bold: true, leading, ..plain };
    for size in TITLE_SIZES {
        setting.size = size * larger;
        let layout = setter.set(title, setting);
        if layout.len() <= TITLE_LINES && layout.height() <= TITLE_ROOM {
            return layout;
        }
    }
    let fits = (TITLE_ROOM / (setting.size * leading)) as usize;
    setter.set_within(title, fits.min(TITLE_LINES), setting)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(title: &str) -> Words {
        Words {
            site: "Undersigned".into(),
            title: title.into(),
            title_rtl: title.starts_with('ا'),
            count: "25 organizations".into(),
            coalitions: vec!["Syrian NGO Alliance".into(); 12],
            retraction: None,
            host: "letters.example.org".into(),
            rtl: false,
        }
    }

    /// The picture, as whoever fetches it reads it.
    fn read(words: &Words) -> image::RgbImage {
        let png = drawn(words).unwrap();
        assert!(png.len() < 200_000, "{} bytes", png.len());
        let picture = image::load_from_memory(&png).unwrap().into_rgb8();
        assert_eq!(picture.dimensions(), (WIDTH, HEIGHT));
        picture
    }

    fn dark_rows(picture: &image::RgbImage, columns: std::ops::Range<u32>) -> Vec<u32> {
        let dark = |y: &u32| columns.clone().any(|x| picture.get_pixel(x, *y).0 == INK);
        (0..HEIGHT).filter(dark).collect()
    }

    #[test]
    fn a_title_of_any_length_stays_in_its_room() {
        for title in [
            "Open the road".to_owned(),
            "Open the road out of Aleppo, and keep it open. ".repeat(12),
            "افتحوا الطريق من حلب وأبقوه مفتوحًا. ".repeat(12),
            "W".repeat(300),
        ] {
            let picture = read(&words(&title));
            let rows = dark_rows(&picture, 0..WIDTH);
            let (first, last) = (rows[0] as f32, rows[rows.len() - 1] as f32);
            assert!(first >= TITLE_AT && last <= TITLE_AT + TITLE_ROOM + 12.0, "{first} to {last}: {title}");
            assert!(
                dark_rows(&picture, 0..40).is_empty() && dark_rows(&picture, WIDTH - 40..WIDTH).is_empty()
            );
        }
    }

    #[test]
    fn a_title_begins_where_its_readers_begin() {
        let beside = |title: &str| {
            let picture = read(&words(title));
            let column = |x: &u32| (0..HEIGHT).any(|y| picture.get_pixel(*x, y).0 == INK);
            let (first, last) = ((0..WIDTH).find(column), (0..WIDTH).rfind(column));
            (first.expect("words") as f32 - MARGIN, WIDTH as f32 - MARGIN - last.expect("words") as f32)
        };
        let (left, right) = beside("Open the road");
        assert!(left < 12.0 && right > 200.0, "{left} {right}");
        let (left, right) = beside("افتحوا الطريق");
        assert!(right < 12.0 && left > 200.0, "{left} {right}");
    }

    #[test]
    fn a_title_that_no_font_has_is_left_out() {
        assert!(dark_rows(&read(&words("道を開けよ")), 0..WIDTH).is_empty());
    }

    #[test]
    fn what_was_retracted_is_said_to_be() {
        let retracted = Words { retraction: Some("This letter was retracted".into()), ..words("Open") };
        let wrong = |words: &Words| read(words).pixels().filter(|dot| dot.0 == WRONG).count();
        assert!(wrong(&retracted) > 10_000 && wrong(&words("Open")) == 0);
    }
}
