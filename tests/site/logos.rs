//! A logo: whatever is sent, what is shown is a small picture and nothing else.

use std::io::Cursor;

use image::{DynamicImage, ImageFormat, Rgba, RgbaImage};

use crate::preparing::colleague;
use crate::support::{Page, Visitor};

const PROFILE: &str = "/organizations/river-trust/profile";
const LOGO: &str = "/organizations/river-trust/logo";

fn send(visitor: &Visitor<'_>, name: &str, kind: &str, content: &[u8]) -> Page {
    let head = format!(
        "--xx\r\nContent-Disposition: form-data; name=\"logo\"; filename=\"{name}\"\r\nContent-Type: {kind}\r\n\r\n"
    );
    let body = [head.as_bytes(), content, b"\r\n--xx--\r\n"].concat();
    let headers = [("content-type", "multipart/form-data; boundary=xx")];
    visitor.send(reqwest::Method::POST, LOGO, &headers, Some(body))
}

fn picture(width: u32, height: u32, format: ImageFormat) -> Vec<u8> {
    let pixels = RgbaImage::from_fn(width, height, |x, y| Rgba([x as u8, y as u8, 70, 255]));
    let pixels = DynamicImage::from(pixels);
    let pixels = if format == ImageFormat::Jpeg { DynamicImage::from(pixels.to_rgb8()) } else { pixels };
    let mut bytes = Vec::new();
    pixels.write_to(&mut Cursor::new(&mut bytes), format).expect("a picture");
    bytes
}

/// A picture whose head says that it has these measurements.
fn claiming(width: u32, height: u32) -> Vec<u8> {
    let mut png = picture(2, 2, ImageFormat::Png);
    png[16..24].copy_from_slice(&[width.to_be_bytes(), height.to_be_bytes()].concat());
    let mut sum = flate2::Crc::new();
    sum.update(&png[12..29]);
    png[29..33].copy_from_slice(&sum.sum().to_be_bytes());
    png
}

fn shown(page: &Page) -> String {
    page.attributes("img.logo", "src").first().expect("a logo").clone()
}

stories! {
    fn a_logo_is_kept_small_and_served_as_nothing_but_a_picture(site: &Site) {
        let river = site.organization("River Trust");
        for (format, kind) in [(ImageFormat::Jpeg, "image/jpeg"), (ImageFormat::WebP, "image/webp"), (ImageFormat::Png, "text/html")] {
            let sent = send(&river, "logo.svg", kind, &picture(500, 250, format));
            assert_eq!(sent.is(303).header("location"), "/organizations/river-trust/profile?note=logo");
        }
        let page = site.reader().get("/organizations/river-trust");
        let source = shown(&page);
        assert_eq!(page.attributes("img.logo", "alt"), ["River Trust"]);
        assert_eq!((page.attributes("img.logo", "width"), page.attributes("img.logo", "height")), (vec!["256".to_owned()], vec!["128".to_owned()]));
        let answer = site.reader().ask(&source);
        assert_eq!(answer.is(200).header("content-type"), "image/png");
        assert_eq!(answer.header("x-content-type-options"), "nosniff");
        assert_eq!(answer.header("content-security-policy"), "default-src 'none'; sandbox");
        assert!(answer.header("cache-control").starts_with("public, max-age="));
        let read = image::load_from_memory(&answer.bytes).expect("a picture");
        assert_eq!((read.width(), read.height()), (256, 128));
        let json = site.reader().ask("/organizations/river-trust.json").json();
        assert_eq!(json["logo"], format!("{}{source}", site.url));

        send(&river, "other.png", "image/png", &picture(30, 30, ImageFormat::Png)).is(303);
        site.reader().ask(&source).is(404);
        let other = shown(&site.reader().get("/organizations/river-trust"));
        assert_ne!(source, other);
        river.fill(PROFILE, PROFILE, &[("slug", "delta")]).is(200);
        site.reader().ask(&other).is(200);
        river.press("/organizations/delta/logo", &[("then", "remove")]).is(303);
        site.reader().ask(&other).is(404);
        assert!(site.reader().get("/organizations/delta").attributes("img.logo", "src").is_empty());
    }

    fn what_is_no_picture_is_refused_by_what_it_is(site: &Site) {
        let river = site.organization("River Trust");
        let svg = b"<svg xmlns=\"http://www.w3.org/2000/svg\"><script>alert(1)</script></svg>";
        let whole = picture(300, 300, ImageFormat::Png);
        for (name, content, why) in [
            ("logo.png", b"<!doctype html><script>alert(1)</script>".to_vec(), "no PNG, JPEG or WebP"),
            ("logo.png", svg.to_vec(), "no PNG, JPEG or WebP"),
            ("logo.png", b"GIF89a\x01\0\x01\0\x80\0\0\0\0\0\0\0\0;".to_vec(), "no PNG, JPEG or WebP"),
            ("logo.jpg", b"%PDF-1.7".to_vec(), "no PNG, JPEG or WebP"),
            ("logo.png", claiming(30_000, 30_000), "very many pixels"),
            ("logo.png", claiming(u32::MAX, u32::MAX), "very many pixels"),
            ("logo.png", claiming(8_001, 1), "very many pixels"),
            ("logo.png", whole[..whole.len() / 2].to_vec(), "damaged or not whole"),
            ("logo.png", vec![0; 3 * 1024 * 1024], "larger than two megabytes"),
            ("logo.png", vec![0x89; 10 * 1024 * 1024], "larger than two megabytes"),
            ("logo.png", Vec::new(), "Choose a picture"),
        ] {
            send(&river, name, "image/png", &content).is(422).complains("logo", why);
        }
        river.press(LOGO, &[]).is(422).complains("logo", "Choose a picture");
        assert!(site.reader().get("/organizations/river-trust").attributes("img.logo", "src").is_empty());
    }

    fn nothing_but_the_picture_reaches_a_reader(site: &Site) {
        let river = site.organization("River Trust");
        let polyglot = [picture(40, 40, ImageFormat::Png), b"<script>alert(1)</script>".to_vec()].concat();
        let jpeg = picture(40, 20, ImageFormat::Jpeg);
        let exif = b"Exif\0\0MM\0*\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01\0\x06\0\0\0\0\0\0GPS 36.2021 37.1343";
        let length = u16::try_from(exif.len() + 2).expect("short").to_be_bytes();
        let camera = [&jpeg[..2], &[0xff, 0xe1], &length, exif, &jpeg[2..]].concat();
        for sent in [polyglot, camera] {
            send(&river, "logo.png", "image/png", &sent).is(303);
            let served = site.reader().ask(&shown(&site.reader().get("/organizations/river-trust"))).bytes;
            for trace in [&b"<script"[..], b"Exif", b"eXIf", b"GPS ", b"36.2021"] {
                assert!(!served.windows(trace.len()).any(|bytes| bytes == trace), "{trace:?}");
            }
            assert!(image::load_from_memory(&served).is_ok());
        }
    }

    fn only_owners_give_it_one(site: &Site) {
        let river = site.organization("River Trust");
        let hill = site.organization("Hill Trust");
        let member = colleague(site, &river, "river-trust", "nour@river.example", "member");
        let content = picture(20, 20, ImageFormat::Png);
        send(&river, "logo.png", "image/png", &content).is(303);
        let source = shown(&site.reader().get("/organizations/river-trust"));
        for visitor in [&hill, &member] {
            send(visitor, "logo.png", "image/png", &content).is(404);
            visitor.press(LOGO, &[("then", "remove")]).is(404);
        }
        assert!(send(&site.visitor(), "logo.png", "image/png", &content).is(303).header("location").starts_with("/sign-in"));
        site.reader().ask(&source).is(200);
        site.reader().ask(&source.replace("river-trust", "hill-trust")).is(404);
        site.reader().ask("/organizations/river-trust/logo-..%2f..%2fx.png").is(404);
    }
}
