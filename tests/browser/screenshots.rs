//! The pictures of the README: `cargo test --test browser screenshots -- --ignored` takes them anew.

use std::path::Path;

use undersigned::demo;

use crate::support::{Site, Window};
use crate::{LETTER, arabic};

/// A picture of the README is no larger, for whoever reads it on a bad line.
const LARGEST: usize = 60_000;

async fn take(window: &Window, name: &str, path: &str, from: &str) {
    window.opens(path).await;
    window.asks("return document.fonts.ready.then(() => true)").await;
    window.asks(&format!("document.querySelector('{from}').scrollIntoView()")).await;
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/screenshots");
    std::fs::create_dir_all(&folder).expect("a folder");
    let mut quality = 80;
    let mut picture = window.picture(quality).await;
    while picture.len() > LARGEST && quality > 30 {
        quality -= 10;
        picture = window.picture(quality).await;
    }
    assert!(picture.len() <= LARGEST, "{name}: {} bytes", picture.len());
    std::fs::write(folder.join(format!("{name}.webp")), picture).expect("a file");
}

#[tokio::test(flavor = "multi_thread")]
#[ignore = "writes docs/screenshots"]
async fn screenshots_of_the_readme_are_taken() {
    let Some(site) = Site::with_demo().await else { return };
    site.publishes("halab", arabic()).await;
    for name in [
        "جمعية بسمة وزيتونة",
        "اتحاد منظمات الإغاثة والرعاية الطبية",
        "غراس النهضة",
        "الأطباء المستقلون",
        "مركز الجزيرة",
        "نساء الآن للتنمية",
        "شبكة الأصفري",
        "كش ملك",
        "بيتنا سوريا",
        "Independent Doctors Association",
    ] {
        site.is_signed_by("halab", name).await;
    }
    let reader = site.window().await;
    take(&reader, "letter", LETTER, "body").await;
    take(&reader, "list", LETTER, "#signatories").await;
    take(&reader, "letter-arabic", "/ar/letters/halab", "body").await;
    take(&reader, "list-arabic", "/ar/letters/halab", "#signatories").await;
    let telephone = site.narrow_window().await;
    take(&telephone, "telephone", LETTER, "#signatories").await;
    take(&telephone, "telephone-arabic", "/ar/letters/halab", "#signatories").await;
    let coordinator = site.window().await;
    coordinator.signs_in("coordinator@example.org", demo::PASSWORD).await;
    take(&coordinator, "coordinating", "/letters/aleppo/list", "body").await;
    site.finish([reader, telephone, coordinator]).await;
}
