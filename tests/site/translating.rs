//! A letter in several languages: one list, one text that is signed, translations that say so.

use serde_json::Value;

use crate::support::letters::{canonical, sha256};
use crate::support::{Letter, Page, Visitor};

/// Arabic by the address, whatever the browser says.
fn in_arabic(letter: &Letter, more: &str) -> String {
    format!("/ar{}", letter.at(more))
}

fn form(letter: &Letter, language: &str) -> String {
    letter.at(&format!("/translations/{language}"))
}

fn translate(coordinator: &Visitor<'_>, letter: &Letter, language: &str, title: &str, body: &str) -> Page {
    let at = form(letter, language);
    coordinator.fill(&at, &at, &[("title", title), ("body", body)])
}

fn translation<'a>(json: &'a Value, language: &str) -> &'a Value {
    let all = json["translations"].as_array().expect("a list of translations");
    all.iter().find(|one| one["language"] == language).expect("a translation into it")
}

stories! {
    fn a_translation_lives_with_its_letter(site: &Site) {
        let (river, hill) = (site.organization("River Trust"), site.organization("Hill Trust"));
        let letter = river.write(&[("title", "Open the road"), ("body", "We, {{count}} organizations, ask.")]);

        // In the draft it is written, corrected, taken away again.
        river.get(&letter.at("/translations")).is(200).sees("There is no translation yet.");
        river.get(&letter.at("/translations?language=fr")).is(200).sees("Translation into French");
        translate(&river, &letter, "fr", "Ouvrez la route", "Nous demandons.").is(200).sees("The translation is saved.").sees("French");
        river.fill(&form(&letter, "fr"), &format!("{}/removal", form(&letter, "fr")), &[]).is(200).sees("The translation is removed.");
        translate(&river, &letter, "ar", "افتحوا الطريق", "نحن {{count}} منظمة نطلب.").is(200);
        translate(&river, &letter, "ar", "افتحوا الطريق إلى حلب", "نحن {{count}} منظمة نطلب.").is(200);

        // It is locked with the text.
        river.press_publish(&letter).is(200);
        river.sign(&letter);
        hill.sign(&letter);
        river.press(&format!("{}/removal", form(&letter, "ar")), &[]).is(403).sees("locked");
        let json = site.reader().json(&letter);
        let arabic = translation(&json, "ar").clone();
        assert_eq!((json["language"].as_str(), json["translations"].as_array().map(Vec::len)), (Some("en"), Some(1)));
        assert_eq!((arabic["title"].as_str(), arabic["revision"].as_i64(), arabic["current"].as_bool()), (Some("افتحوا الطريق إلى حلب"), Some(1), Some(true)));
        assert_eq!(arabic["sha256"], sha256(&canonical(&arabic["text"])).as_str(), "anyone can compute it");
        let signed = json["revision"]["sha256"].as_str().expect("a hash").to_owned();

        let page = site.reader().get(&in_arabic(&letter, ""));
        page.is(200).sees("افتحوا الطريق إلى حلب").sees("نحن ٢ منظمة نطلب.").sees("هذه ترجمة. النص الموقَّع هو النص باللغة الإنجليزية.");
        page.sees(&signed).sees(arabic["sha256"].as_str().expect("a hash"));
        assert_eq!((page.attributes("article.letter", "lang"), page.attributes("article.letter", "dir")), (vec!["ar".to_owned()], vec!["rtl".to_owned()]));
        assert_eq!(page.all("#signatories .name"), ["Hill Trust", "River Trust"], "there is one list");
        // The text that was signed is one link away, with the same words around it; so is every other language.
        let to_signed = page.attributes("aside.translation a", "href")[0].clone();
        let original = site.reader().get(&to_signed);
        original.sees("We, 2 organizations, ask.").lacks("هذه ترجمة");
        assert_eq!((original.attributes("html", "lang"), original.attributes("article.letter", "lang")), (vec!["ar".to_owned()], vec!["en".to_owned()]));
        assert_eq!((page.attributes("article nav.languages a", "href"), page.attributes("article nav.languages a", "lang")), (vec![format!("/en{}", letter.at(""))], vec!["en".to_owned()]));
        let english = site.reader().read(&letter);
        english.sees("We, 2 organizations, ask.");
        assert_eq!((english.attributes("article nav.languages a", "hreflang"), english.all("article nav.languages a")), (vec!["ar".to_owned()], vec!["العربية".to_owned()]));
        // French is asked for and there is none: the signed text, French around it.
        let french = site.reader().get(&format!("/fr{}", letter.at("")));
        french.sees("We, 2 organizations, ask.").sees("2 organisations").lacks("Traduction.");
        let text = site.reader().get(&in_arabic(&letter, ".txt")).text();
        assert!(text.contains("هذه ترجمة") && text.contains(&signed), "{text}");
        assert!(site.reader().get(&letter.at(".txt")).text().contains("We, 2 organizations, ask."));
        let pdf = site.reader().get(&in_arabic(&letter, ".pdf"));
        assert!(pdf.is(200).bytes.starts_with(b"%PDF") && pdf.header("content-language") == "ar");

        // Corrected: another row, another hash, and the history says when. The signed text is the same.
        translate(&river, &letter, "ar", "افتحوا الطريق", "نحن {{count}} منظمة نطلب.").is(200);
        let corrected = site.reader().json(&letter);
        assert_eq!(corrected["revision"], json["revision"]);
        assert_ne!(translation(&corrected, "ar")["sha256"], arabic["sha256"]);
        site.reader().get(&letter.at("/history")).sees("A translation was corrected: Arabic");
        site.reader().get(&letter.at("/revisions/1")).sees(arabic["sha256"].as_str().expect("a hash"));
        site.reader().get(&letter.at("/revisions/1?text=ar")).sees("افتحوا الطريق").sees("Translation. The English text was signed.");

        // A slip of the pen: what said the same says it still. Another meaning: then it does not.
        river.revise(&letter, &[("kind", "editorial"), ("note", "A comma."), ("body", "We {{count}} organizations ask.")]);
        site.read_all_mail();
        let json = site.reader().json(&letter);
        assert_eq!((translation(&json, "ar")["revision"].as_i64(), translation(&json, "ar")["current"].as_bool()), (Some(2), Some(true)));
        river.revise_in_substance(&letter, "We demand.", &[]);
        site.read_all_mail();
        let json = site.reader().json(&letter);
        assert_eq!((translation(&json, "ar")["revision"].as_i64(), translation(&json, "ar")["current"].as_bool()), (Some(2), Some(false)));
        let old = site.reader().get(&in_arabic(&letter, ""));
        old.sees("هذه ترجمة الصيغة ٢").sees("نحن ٢ منظمة نطلب.");
        site.reader().get(&old.attributes("aside.translation a", "href")[0]).sees("We demand.");
        river.get(&letter.at("/translations")).sees("The letter says something else since");
        hill.withdraw(&letter);
        translate(&river, &letter, "ar", "افتحوا الطريق", "نحن نطالب.").is(200);
        site.reader().get(&in_arabic(&letter, "")).sees("نحن نطالب.").sees("هذه ترجمة. النص الموقَّع").lacks("Hill Trust");
    }

    fn what_is_signed_is_the_text_and_not_its_translation(site: &Site) {
        let (river, hill) = (site.organization("River Trust"), site.organization("Hill Trust"));
        let letter = river.write(&[("body", "We ask.")]);
        translate(&river, &letter, "ar", "افتحوا الطريق", "نحن نطلب.").is(200);
        river.press_publish(&letter).is(200);
        let hash = site.reader().json(&letter)["revision"]["sha256"].as_str().expect("a hash").to_owned();
        let page = hill.get(&in_arabic(&letter, "/sign"));
        page.sees("نحن نطلب.").sees("We ask.").sees(&hash);
        assert_eq!(page.form(&in_arabic(&letter, "/sign"))["revision"], hash);
        hill.get(&letter.sign()).sees("We ask.").lacks("نحن نطلب.").sees(&hash);
        let signed = hill.fill(&in_arabic(&letter, "/sign"), &in_arabic(&letter, "/sign"), &[("authority", "yes")]);
        signed.is(200);
        hill.mail();
        assert_eq!(site.reader().json(&letter)["count"], 1);
    }

    fn a_translation_is_refused_with_its_words_kept(site: &Site) {
        let (river, hill) = (site.organization("River Trust"), site.organization("Hill Trust"));
        let letter = river.write(&[]);
        let (at, gone) = (form(&letter, "ar"), format!("{}/removal", form(&letter, "ar")));
        let page = river.fill(&at, &at, &[("title", ""), ("body", "نحن نطلب.")]);
        page.is(422).complains("title", "The letter needs a title.").sees("نحن نطلب.");
        river.fill(&at, &at, &[("title", "عنوان"), ("body", &"<".repeat(6000))]).is(422);
        river.ask(&form(&letter, "en")).is(403).sees("the language of the letter itself");
        river.press(&form(&letter, "en"), &[("title", "x"), ("body", "y")]).is(403);
        for nowhere in ["xx", "AR", "..", "ar-SY"] {
            river.ask(&form(&letter, nowhere)).is(404);
        }
        river.press(&gone, &[]).is(404);
        // Strangers, and those who coordinate other letters.
        for stranger in [&hill, &site.reader()] {
            let status = if stranger.ask("/desk").status == 200 { 404 } else { 303 };
            stranger.ask(&letter.at("/translations")).is(status);
            stranger.press(&at, &[("title", "x"), ("body", "y")]).is(status);
            stranger.press(&gone, &[]).is(status);
        }

        // Two at once: the second sees what the first saved, and loses nothing of their own.
        let (mine, theirs) = (river.get(&at), river.get(&at));
        river.send_form(&mine, &at, &[("title", "الأول"), ("body", "نص أول")]).is(303);
        let moved = river.send_form(&theirs, &at, &[("title", "الثاني"), ("body", "نص ثان")]);
        moved.is(409).sees("Somebody else saved this translation").sees("نص أول").sees("نص ثان");
        river.send_form(&moved, &at, &[]).is(303);
        river.get(&at).sees("نص ثان");
        // What is saved twice is there once.
        river.press_publish(&letter).is(200);
        let before = site.reader().json(&letter);
        translate(&river, &letter, "ar", "الثاني", "نص ثان").is(200);
        assert_eq!(site.reader().json(&letter)["translations"], before["translations"]);

        // Hostile words are words; an unknown language of the text is the one that is signed.
        translate(&river, &letter, "fr", "<b>\u{202e}x", "<script>alert(1)</script>").is(200);
        let french = site.reader().get(&format!("/fr{}", letter.at("")));
        french.sees("<script>alert(1)</script>");
        assert!(french.all("article script, article b").is_empty());
        for strange in ["xx", "", "%00", "../en"] {
            assert_eq!(site.reader().ask(&letter.at(&format!("?text={strange}"))).is(200).attributes("article.letter", "lang"), ["en"]);
        }
    }

    fn a_letter_that_is_not_public_has_no_translation_either(site: &Site) {
        let river = site.organization("River Trust");
        let letter = river.write(&[]);
        translate(&river, &letter, "ar", "افتحوا الطريق", "نحن نطلب.").is(200);
        river.fill(&letter.edit(), &letter.at("/opening"), &[]).is(200);
        for at in [in_arabic(&letter, ""), letter.at("?text=ar"), letter.at("/revisions/1?text=ar"), in_arabic(&letter, ".pdf"), letter.at("/translations/ar")] {
            let page = site.visitor().ask(&at);
            assert!(page.status == 404 || page.status == 303, "{at}: {}", page.status);
            page.lacks("نحن نطلب");
        }
        site.visitor().ask(&in_arabic(&letter, "")).is(404);
    }

    fn the_database_keeps_translations_as_they_are(site: &Site) {
        let river = site.organization("River Trust");
        let letter = river.write(&[]);
        translate(&river, &letter, "ar", "افتحوا الطريق", "نحن نطلب.").is(200);
        river.press_publish(&letter).is(200);
        for change in ["UPDATE translations SET title = 'x'", "DELETE FROM translations"] {
            let tried = std::panic::catch_unwind(std::panic::AssertUnwindSafe(|| site.behind_its_back(change, change)));
            assert!(tried.is_err(), "{change}");
        }
        assert_eq!(translation(&site.reader().json(&letter), "ar")["title"], "افتحوا الطريق");
    }
}
