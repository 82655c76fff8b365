//! How long a letter takes on paper, and how large it gets: `cargo bench --bench paper`. With
//! `PAPERS=FOLDER` the files are kept there.

use std::time::Instant;

use undersigned::db::Db;
use undersigned::deliveries::{AsItStands, Form, PrintedLetter};
use undersigned::error::Fault;
use undersigned::letters::{self, Draft, DraftForm};
use undersigned::people::{self, Email, NewPerson, Passwords};
use undersigned::signatures::{self, NewListed};

const BODIES: [(&str, &str, &str); 2] = [
    (
        "en",
        "We, the undersigned {{count}} organizations",
        "The road out of the city has been closed for nine days. Ambulances wait where it begins.",
    ),
    ("ar", "نحن {{count}} منظمة", "أُغلق الطريقُ من المدينة منذ تسعة أيام، وسيارات الإسعاف تنتظر عند أوّله."),
];

#[tokio::main]
async fn main() -> Result<(), Fault> {
    let folder = tempfile::tempdir().expect("a folder");
    let db = Db::open(&format!("sqlite://{}/bench.db", folder.path().display()), &folder.path().join("key"))
        .await?;
    let password = Passwords::default().hash("a river runs through it".into()).await.expect("a hash");
    let coordinator = NewPerson {
        name: "Nour Haddad".into(),
        title: String::new(),
        email: Email::read("nour@example.org").expect("an address"),
        password,
    };
    let person = db
        .write::<_, Fault, _>(move |tx| people::add_person(tx, &coordinator))
        .await?
        .expect("a new address")
        .id;
    for count in [25, 300, 2000] {
        for (language, title, paragraph) in BODIES {
            let form = DraftForm {
                title: title.into(),
                body: [paragraph; 8].join("\n\n"),
                language: language.into(),
                ..DraftForm::default()
            };
            let draft = Draft::read(&form).expect("a letter in order");
            let slug = format!("{language}-{count}").parse().expect("an address");
            let letter = db
                .write::<_, Fault, _>(move |tx| {
                    letters::add_letter(tx, &draft, &slug, person)?;
                    letters::publish(tx, person, &slug).expect("it is published");
                    let letter = letters::find_any(tx, &slug)?.expect("the letter").id;
                    for n in 1..=count {
                        let name = if language == "ar" {
                            format!("جمعيّة الإغاثة والتنمية رقم {n}")
                        } else {
                            format!("Association for Relief and Development No. {n}")
                        };
                        let listed = NewListed { name, country: Some("SY".into()), ..NewListed::default() };
                        signatures::enter_listed(tx, letter, person, &listed)?;
                    }
                    Ok(letter)
                })
                .await?;
            let (locked, list, now) = db
                .read::<_, Fault, _>(move |tx| {
                    let locked = letters::find_locked(tx, letter)?.expect("a locked letter");
                    let language = locked.letter().language();
                    let list = signatures::signatory_list(tx, locked.letter(), &language)?;
                    Ok((locked, list, tx.now()))
                })
                .await?;
            for form in [Form::Pdf, Form::Docx, Form::Txt, Form::Csv] {
                let began = Instant::now();
                let standing =
                    AsItStands { agreed_from: 1, url: "https://letters.example.org/letters/a", since: now };
                let bytes = PrintedLetter::of(&locked, None, &list, &standing).set(form)?;
                println!(
                    "{language} {count:>5} signatories {:>5}: {:>8.1} ms {:>7.1} kB",
                    form.extension(),
                    began.elapsed().as_secs_f64() * 1000.0,
                    bytes.len() as f64 / 1000.0
                );
                if let Ok(folder) = std::env::var("PAPERS") {
                    let file = format!("{folder}/{language}-{count}.{}", form.extension());
                    std::fs::write(file, bytes).expect("the folder takes a file");
                }
            }
        }
    }
    Ok(())
}
