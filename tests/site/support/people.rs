//! What people do, in a line each. These verbs expect success and read the mail that follows;
//! where a story is about a refusal it presses the buttons itself.

use std::sync::atomic::{AtomicUsize, Ordering};

use undersigned::error::Fault;
use undersigned::people;

use super::letters::{DEFAULTS, Letter};
use super::mail::Mail;
use super::page::Page;
use super::site::{Engine, Site, locked};
use super::visitor::{Visitor, Who};

pub const PASSWORD: &str = "the river runs to the sea";

/// The address of somebody at an organization.
pub fn address_of(organization: &str) -> String {
    let letters = organization.to_lowercase().replace(|c: char| !c.is_ascii_alphanumeric(), "-");
    format!("{letters}@example.org")
}

impl Site {
    /// Somebody whose organization is verified.
    pub fn organization(&self, name: &str) -> Visitor<'_> {
        self.organization_in(name, "")
    }

    /// Somebody whose organization is verified, in a country.
    pub fn organization_in(&self, name: &str, country: &str) -> Visitor<'_> {
        let visitor = self.visitor();
        visitor.register_as(name, &[("country", country)]).sees("Look in your mail");
        visitor.confirm_from_mail();
        visitor
    }
}

impl Site {
    /// Somebody who runs the installation, each time another.
    pub fn operator(&self) -> Visitor<'_> {
        static MADE: AtomicUsize = AtomicUsize::new(0);
        let invited = self.db.write::<_, Fault, _>(|tx| people::invite_operator(tx, None));
        let token = self.runtime().block_on(invited).expect("an invitation");
        let path = format!("/operator/{}", token.as_str());
        let email = format!("operator-{}@example.org", MADE.fetch_add(1, Ordering::Relaxed));
        let operator = self.visitor();
        let typed = [("person_name", "Nour Operator"), ("email", email.as_str()), ("password", PASSWORD)];
        operator.fill(&path, &path, &typed).is(200);
        *locked(&operator.who) = Who { email, password: PASSWORD.to_owned() };
        operator
    }

    /// Makes an operator an ordinary person, as the database's administrator would.
    pub fn demote(&self, email: &str) {
        let url = self.database_url().to_owned();
        let count = match self.engine() {
            Engine::Sqlite => {
                use diesel::Connection;
                use diesel::connection::SimpleConnection;
                let mut lite = diesel::SqliteConnection::establish(url.trim_start_matches("sqlite://"))
                    .expect("the file");
                lite.batch_execute("PRAGMA busy_timeout = 5000; UPDATE people SET operator_since = NULL")
                    .map(|()| 1)
                    .expect("demoted")
            }
            Engine::Postgres => self.runtime().block_on(async {
                let (client, connection) =
                    tokio_postgres::connect(&url, tokio_postgres::NoTls).await.expect("a connection");
                let connection = tokio::spawn(connection);
                let changed =
                    client.execute("UPDATE people SET operator_since = NULL", &[]).await.expect("demoted");
                drop(client);
                let _ = connection.await;
                changed
            }),
        };
        assert!(count > 0, "{email} is nobody");
    }
}

impl Visitor<'_> {
    /// The fields of the registration form for an organization of this name.
    pub fn registration<'a>(&self, name: &'a str, email: &'a str) -> Vec<(&'a str, &'a str)> {
        vec![
            ("organization_name", name),
            ("person_name", "Amal Haddad"),
            ("person_title", "Director"),
            ("email", email),
            ("password", PASSWORD),
        ]
    }

    /// Registers an organization.
    pub fn register(&self, name: &str) -> Page {
        self.register_as(name, &[])
    }

    /// Registers an organization, with some fields filled otherwise.
    pub fn register_as(&self, name: &str, typed: &[(&str, &str)]) -> Page {
        let email = address_of(name);
        let mut fields = self.registration(name, &email);
        fields.extend_from_slice(typed);
        let last =
            |wanted: &str| fields.iter().rev().find(|(n, _)| *n == wanted).map(|(_, v)| (*v).to_owned());
        *locked(&self.who) =
            Who { email: last("email").unwrap_or_default(), password: last("password").unwrap_or_default() };
        self.fill("/register", "/register", &fields)
    }

    /// The next mail to this person.
    pub fn mail(&self) -> Mail {
        self.site.mail_to(&self.email())
    }

    /// The link in the next mail.
    pub fn confirm_link(&self) -> String {
        self.mail().link()
    }

    /// Opens the link in the mail and presses the button there.
    pub fn confirm_from_mail(&self) -> Page {
        let link = self.mail().link();
        let page = self.fill(&link, &link, &[]);
        page.is(200).sees("is verified, and you are signed in");
        page
    }

    /// Signs in, and reads the mail about it if the browser is a new one.
    pub fn sign_in(&self, email: &str, password: &str) -> Page {
        let form = self.get("/sign-in");
        let sent = self.send_form(&form, "/sign-in", &[("email", email), ("password", password)]);
        let page = self.arrives(sent, email);
        if page.status == 200 {
            *locked(&self.who) = Who { email: email.to_owned(), password: password.to_owned() };
        }
        page
    }

    /// Goes on from an answer that has let this person in, and reads the mail about a new browser.
    pub fn arrives(&self, sent: Page, email: &str) -> Page {
        if sent.status == 303 && sent.cookie("device").is_some() {
            let folded = email.trim().to_lowercase();
            self.site.mail_about(&folded, "A sign-in with a new browser");
        }
        self.follow(sent)
    }

    /// The person's organization under `/organizations/`: the first on the desk.
    pub fn slug(&self) -> String {
        let links = self.get("/desk").attributes("section[aria-labelledby=organizations] h3 a", "href");
        let link = links.first().expect("an organization on the desk");
        link.trim_start_matches("/organizations/").to_owned()
    }

    /// Writes a draft; what is not given is an ordinary letter's.
    #[track_caller]
    pub fn write(&self, typed: &[(&str, &str)]) -> Letter {
        let mut fields = DEFAULTS.to_vec();
        fields.extend_from_slice(typed);
        fields.push(("then", "save"));
        let page = self.get("/letters/new");
        let saved = self.send_form(&page, "/letters/new", &fields);
        saved.is(303);
        let path = saved.header("location").trim_end_matches("/edit?note=saved").to_owned();
        self.get(saved.header("location")).is(200).sees("Saved.");
        Letter { path }
    }

    /// Writes a letter and publishes it.
    #[track_caller]
    pub fn publish(&self, typed: &[(&str, &str)]) -> Letter {
        let letter = self.write(typed);
        self.press_publish(&letter).is(200);
        letter
    }

    /// Presses the button that publishes a saved letter.
    #[track_caller]
    pub fn press_publish(&self, letter: &Letter) -> Page {
        self.fill(&letter.edit(), &letter.at("/publication"), &[("at", "")])
    }

    /// Signs as the form proposes it, with some fields filled otherwise.
    #[track_caller]
    pub fn sign_with(&self, letter: &Letter, typed: &[(&str, &str)]) -> Page {
        let mut fields = vec![("authority", "yes")];
        fields.extend_from_slice(typed);
        self.fill(&letter.sign(), &letter.sign(), &fields)
    }

    /// Signs as the form proposes it, and reads the mail about it.
    #[track_caller]
    pub fn sign(&self, letter: &Letter) -> Page {
        let page = self.sign_with(letter, &[]);
        page.is(200).sees("has signed");
        let mail = self.mail();
        assert!(mail.subject.contains("has signed"), "{}", mail.subject);
        page
    }

    /// Withdraws the signature, and reads the mail about it.
    #[track_caller]
    pub fn withdraw(&self, letter: &Letter) -> Page {
        let page = self.fill(&letter.sign(), &letter.at("/withdrawal"), &[]);
        page.is(200).sees("The signature is withdrawn.");
        let mail = self.mail();
        assert!(mail.subject.contains("has withdrawn"), "{}", mail.subject);
        page
    }

    /// Sets up a coalition and returns its path.
    #[track_caller]
    pub fn set_up(&self, coalition: &str, acronym: &str) -> String {
        let page = self.get("/coalitions/new");
        let made = self.send_form(&page, "/coalitions/new", &[("name", coalition), ("acronym", acronym)]);
        made.is(303);
        made.header("location").to_owned()
    }

    /// Asks a coalition to confirm this person's organization.
    #[track_caller]
    pub fn ask_to_join(&self, coalition: &str) -> Page {
        let page = self.fill(coalition, &format!("{coalition}/members"), &[]);
        page.is(200).sees("has asked to join");
        page
    }

    /// Confirms another's organization as a member; both read their mails.
    #[track_caller]
    pub fn admit(&self, coalition: &str, member: &Visitor<'_>) {
        member.ask_to_join(coalition);
        assert!(self.mail().subject.contains("asks to join"));
        let confirmation = format!("{coalition}/members/{}/confirmation", member.slug());
        self.fill(coalition, &confirmation, &[]).is(200);
        assert!(member.mail().subject.contains("has confirmed"));
    }

    /// Reads a letter.
    #[track_caller]
    pub fn read(&self, letter: &Letter) -> Page {
        let page = self.ask(&letter.path);
        page.is(200);
        page
    }

    /// Reads a letter as a program does.
    #[track_caller]
    pub fn json(&self, letter: &Letter) -> serde_json::Value {
        self.ask(&letter.json()).json()
    }

    /// Revises a letter: opens the form, changes these fields, and locks the revision.
    #[track_caller]
    pub fn revise(&self, letter: &Letter, typed: &[(&str, &str)]) -> Page {
        let mut fields = vec![("then", "lock")];
        fields.extend_from_slice(typed);
        let page = self.fill(&letter.at("/revising"), &letter.at("/revisions"), &fields);
        page.is(200).sees("The revision is locked");
        page
    }

    /// Changes what a letter says, and has everyone who signed asked.
    #[track_caller]
    pub fn revise_in_substance(&self, letter: &Letter, body: &str, typed: &[(&str, &str)]) -> Page {
        let mut fields = vec![("kind", "substantive"), ("note", "It says another thing."), ("body", body)];
        fields.extend_from_slice(typed);
        self.revise(letter, &fields)
    }

    /// Presses one of the two buttons at the end of a link.
    #[track_caller]
    pub fn answer(&self, link: &str, answer: &str) -> Page {
        self.fill(link, link, &[("answer", answer)])
    }

    /// Keeps the signature at the end of a link, and reads the mail about it.
    #[track_caller]
    pub fn keep(&self, link: &str) -> Page {
        let page = self.answer(link, "keep");
        page.is(200).sees("keeps its signature");
        let mail = self.mail();
        assert!(mail.subject.contains("keeps its signature"), "{}", mail.subject);
        page
    }
}
