//! A public letter as it stands, as PDF, DOCX, plain text, CommonMark and CSV.

use std::collections::HashSet;
use std::io::Read;
use std::thread;

use reqwest::Method;

use crate::support::Letter;

const FORMS: [(&str, &str, &str); 6] = [
    (".pdf", "application/pdf", "inline"),
    (".docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document", "attachment"),
    (".txt", "text/plain; charset=utf-8", "inline"),
    (".md", "text/markdown; charset=utf-8", "inline"),
    (".csv", "text/csv; charset=utf-8", "attachment"),
    (".csv?bom=1", "text/csv; charset=utf-8", "attachment"),
];

stories! {
    fn a_public_letter_can_be_taken_along_in_each_form(site: &Site) {
        let river = site.organization("River Trust");
        let letter = river.publish(&[("title", "We, {{count}}, ask"), ("body", "Open *the* road.")]);
        let nobody = site.reader().ask(&letter.at(".txt"));
        nobody.is(200);
        assert!(nobody.html().contains("We, 0, ask"));
        river.sign(&letter);
        let page = site.reader().read(&letter);
        let shared = site.reader().get(&letter.at("/share"));
        for (end, media_type, how) in FORMS {
            let here = |page: &crate::support::Page| page.attributes("a", "href").contains(&letter.at(end));
            assert_eq!(here(&page), ![".md", ".csv"].contains(&end), "{end}");
            assert_eq!(here(&shared), end != ".csv", "{end}");
            let answer = site.reader().ask(&letter.at(end));
            answer.is(200);
            assert_eq!(answer.header("content-type"), media_type);
            assert_eq!(answer.header("cache-control"), page.header("cache-control"), "{end}");
            assert!(answer.header("content-disposition").starts_with(how), "{end}");
            let known = answer.header("etag").to_owned();
            assert!(!known.is_empty());
            let again = site.reader().send(Method::GET, &letter.at(end), &[("if-none-match", &known)], None);
            assert!(again.is(304).bytes.is_empty());
            let head = site.reader().send(Method::HEAD, &letter.at(end), &[], None);
            assert_eq!((head.is(200).header("etag"), head.bytes.len()), (known.as_str(), 0));
            assert_eq!(head.header("content-disposition"), answer.header("content-disposition"));
        }
        assert!(site.reader().ask(&letter.at(".pdf")).bytes.starts_with(b"%PDF-"));
        let docx = site.reader().ask(&letter.at(".docx")).bytes;
        let mut docx = zip::ZipArchive::new(std::io::Cursor::new(docx)).expect("a ZIP");
        let mut document = String::new();
        docx.by_name("word/document.xml").expect("a document").read_to_string(&mut document).expect("text");
        assert!(document.contains("We, 1, ask") && document.contains("River Trust"), "{document}");
        let text = site.reader().ask(&letter.at(".txt")).html();
        assert!(text.contains("We, 1, ask") && text.contains("Open the road.") && text.contains("River Trust"), "{text}");
        assert!(text.contains(&format!("{}{}", site.url, letter.path)), "where it can be checked");
        let csv = site.reader().ask(&letter.at(".csv")).html();
        assert!(csv.starts_with("number,group,") && csv.contains("1,,,River Trust,"), "{csv}");
        let sheet = site.reader().ask(&letter.at(".csv?bom=1")).html();
        assert_eq!(sheet.strip_prefix('\u{feff}'), Some(csv.as_str()));
        let marked = site.reader().ask(&letter.at(".md")).html();
        assert!(marked.contains("# We, 1, ask\n\nOpen *the* road.\n\n## 1 organization\n\n1. River Trust\n"), "{marked}");
        site.reader().ask(&letter.at(".odt")).is(404);
        site.reader().ask("/letters/nothing-like-it.pdf").is(404);
    }

    fn an_arabic_title_names_the_file(site: &Site) {
        let river = site.organization("River Trust");
        let letter = river.publish(&[("title", "افتحوا الطريق"), ("language", "ar"), ("body", "نحن الموقّعين أدناه.")]);
        river.sign(&letter);
        let answer = site.reader().ask(&letter.at(".pdf"));
        let name = answer.is(200).header("content-disposition");
        assert!(name.contains(&format!("filename=\"{}.pdf\"", letter.slug())), "{name}");
        assert!(name.contains("filename*=UTF-8''%D8%A7%D9%81%D8%AA%D8%AD%D9%88%D8%A7%20"), "{name}");
        let page = site.reader().read(&letter);
        page.sees("الرسالة وقائمتها بصيغة");
        let text = site.reader().ask(&letter.at(".txt")).html();
        assert!(text.contains("نحن الموقّعين أدناه."), "{text}");
    }

    fn a_private_letter_answers_as_one_that_does_not_exist(site: &Site) {
        let river = site.organization("River Trust");
        let letter = river.write(&[]);
        let missing = Letter { path: "/letters/nothing-like-it".into() };
        let hidden = |visitor: &crate::support::Visitor<'_>| {
            for (end, ..) in FORMS {
                let (private, none) = (visitor.ask(&letter.at(end)), visitor.ask(&missing.at(end)));
                private.is(404);
                assert_eq!(private.bytes, none.bytes, "{end}");
                assert_eq!(private.header("content-disposition"), "");
            }
        };
        hidden(&site.reader());
        river.press(&letter.at("/opening"), &[]).is(303);
        river.sign(&letter);
        hidden(&site.reader());
        hidden(&river); // the address is the public's; coordinators have the delivery
        river.press_publish(&letter).is(200);
        site.reader().ask(&letter.at(".pdf")).is(200);
    }

    fn every_form_follows_the_list_and_is_made_once_for_all(site: &Site) {
        let (river, hill) = (site.organization("River Trust"), site.organization("Hill Trust"));
        let letter = river.publish(&[]);
        river.sign(&letter);
        let ask = || {
            let asked: Vec<(String, Vec<u8>)> = thread::scope(|scope| {
                let asks: Vec<_> = (0..8).map(|_| scope.spawn(|| {
                    let answer = site.reader().ask(&letter.at(".pdf"));
                    answer.is(200);
                    (answer.header("etag").to_owned(), answer.bytes)
                })).collect();
                asks.into_iter().map(|ask| ask.join().expect("an answer")).collect()
            });
            let different: HashSet<_> = asked.into_iter().collect();
            assert_eq!(different.len(), 1);
            different.into_iter().next().expect("one")
        };
        let before = ask();
        assert_eq!(ask(), before);
        hill.sign(&letter);
        assert_ne!(ask().0, before.0);
        assert!(site.reader().ask(&letter.at(".txt")).html().contains("Hill Trust"));
        hill.withdraw(&letter);
        assert!(!site.reader().ask(&letter.at(".txt")).html().contains("Hill Trust"));
        assert!(!site.reader().ask(&letter.at(".csv")).html().contains("Hill Trust"));
        river.press(&letter.at("/retraction"), &[("note", "It was wrong.")]).is(303);
        river.mail();
        let text = site.reader().ask(&letter.at(".txt")).html();
        assert!(text.contains("This letter was retracted on") && text.contains("It was wrong."), "{text}");
    }

    fn a_delivered_letter_is_taken_along_as_it_stands(site: &Site) {
        let (river, hill) = (site.organization("River Trust"), site.organization("Alder Wood"));
        let letter = river.publish(&[]);
        river.sign(&letter);
        river.press(&letter.at("/delivery"), &[("delivered_to", "The Council"), ("signing", "open")]).is(303);
        river.mail();
        hill.sign(&letter);
        let text = site.reader().ask(&letter.at(".txt")).html();
        let at = |words: &str| text.find(words).unwrap_or_else(|| panic!("{words} is not in {text}"));
        assert!(at("River Trust") < at("Signed after delivery") && at("Signed after delivery") < at("Alder Wood"));
        assert!(text.contains("Delivered on "), "{text}");
        let csv = site.reader().ask(&letter.at(".csv")).html();
        assert!(csv.contains("2,Signed after delivery,,Alder Wood,"), "{csv}");
        let delivered = site.reader().ask(&letter.at("/delivery/letter.txt")).html();
        assert!(!delivered.contains("Alder Wood"), "{delivered}");
        site.reader().get(&letter.at("/delivery")).sees("The letter and its list as");
    }
}
