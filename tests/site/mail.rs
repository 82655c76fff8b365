//! Mail on its way: what it looks like, and what becomes of it when a mail server is difficult.

use undersigned::config::MailRoute;
use undersigned::error::Fault;
use undersigned::people;

use crate::support::mail::Mail;
use crate::support::people::PASSWORD;
use crate::support::smtp::{Certificate, MailServer, Mode};
use crate::support::{Site, eventually};

/// A site that sends its mail through `server`.
fn with_server(site: &Site, server: &MailServer, scheme: &str, certificate: Option<&Certificate>) -> Site {
    let route = MailRoute::Smtp {
        server: format!("{scheme}://localhost:{}", server.port).parse().expect("a URL"),
        authority: certificate.map(Certificate::authority),
    };
    site.sibling(|config| config.mail = route)
}

/// Fails unless the outbox comes to stand like this.
fn outbox(site: &Site, waiting: i64, refused: i64) {
    eventually(&format!("{waiting} mails to wait and {refused} to be refused"), || {
        let outbox = site.outbox();
        (outbox.waiting == waiting && outbox.refused == refused).then_some(())
    });
}

stories! {
    fn a_mail_is_well_formed(site: &Site) {
        let river = site.visitor();
        let name = "منظمة النهر «Fluß»";
        river.register_as(name, &[("email", "river@example.org"), ("person_name", "Ámal Ḥaddād")]);
        let mail = river.mail();
        assert_eq!(mail.subject, "Confirm your organization on Undersigned");
        assert_eq!(mail.to_name, "Ámal Ḥaddād");
        mail.says(&format!("\u{2068}{name}\u{2069} was registered")).says("Dear Ámal Ḥaddād,");
        assert!(mail.html.contains(name) && mail.html.contains(&mail.code()));
        assert_eq!(mail.header("Auto-Submitted").as_deref(), Some("auto-generated"));
        assert!(mail.header("Message-ID").is_some_and(|id| id.ends_with("@undersigned.example>")));
        let date = mail.header("Date").expect("a date");
        jiff::fmt::rfc2822::parse(&date).unwrap_or_else(|error| panic!("{date}: {error}"));
        assert!(mail.header("From").is_some_and(|from| from.contains("<no-reply@undersigned.example>")));
        assert!(mail.header("Content-Type").is_some_and(|kind| kind.starts_with("multipart/alternative")));
        assert!(mail.header("MIME-Version").is_some());
        let head = mail.raw.split("\r\n\r\n").next().expect("a head");
        assert!(head.is_ascii(), "{head}");
        assert!(mail.raw.lines().all(|line| line.len() <= 998));
        assert!(!mail.raw.contains(PASSWORD) && !mail.html.contains("<img") && !mail.html.contains("<script"));
    }

    fn a_name_with_a_line_break_adds_no_header(site: &Site) {
        let river = site.visitor();
        let name = "River\r\nBcc: spy@evil.example\r\n\r\nTrust";
        let person = "Amal\nCc: spy@evil.example\u{2028}X-Evil: 1, \"Haddad\" <spy@evil.example>";
        river.register_as(name, &[("email", "river@example.org"), ("person_name", person)]);
        let mail = river.mail();
        mail.says("River Bcc: spy@evil.example Trust was registered");
        assert_eq!((mail.header("Bcc"), mail.header("Cc"), mail.header("X-Evil")), (None, None, None));
        assert_eq!(mail.to, "river@example.org");
        assert!(mail.to_name.starts_with("Amal Cc: spy@evil.example"), "{}", mail.to_name);
        assert!(site.unread_mails().is_empty());
    }

    fn a_mail_server_gets_the_mail(site: &Site) {
        let Some(server) = MailServer::start(Mode::Plain, "250", None) else { return };
        let sending = with_server(site, &server, "smtp", None);
        let river = sending.visitor();
        river.register("River Trust").is(200);
        let attempt = server.attempt();
        assert_eq!((attempt.answer, attempt.tls), (250, false));
        assert_eq!((attempt.from.as_str(), attempt.to.as_slice()), ("no-reply@undersigned.example", ["river-trust@example.org".to_owned()].as_slice()));
        let mail = Mail::of(attempt.message.as_bytes());
        river.fill(&mail.link(), &mail.link(), &[]).is(200).sees("River Trust is verified");
        outbox(&sending, 0, 0);
        assert!(server.more().is_empty());
        sending.finish();
    }

    fn starttls_is_used_where_it_is_offered(site: &Site) {
        let Some(certificate) = Certificate::make() else { return };
        let Some(server) = MailServer::start(Mode::StartTls, "250", Some(&certificate)) else { return };
        let sending = with_server(site, &server, "smtp", Some(&certificate));
        sending.visitor().register("River Trust").is(200);
        let attempt = server.attempt();
        assert!(attempt.tls);
        assert_eq!(Mail::of(attempt.message.as_bytes()).to, "river-trust@example.org");
        outbox(&sending, 0, 0);
        sending.finish();
    }

    fn smtps_speaks_tls_from_the_first_byte(site: &Site) {
        let Some(certificate) = Certificate::make() else { return };
        let Some(server) = MailServer::start(Mode::Tls, "250", Some(&certificate)) else { return };
        let sending = with_server(site, &server, "smtps", Some(&certificate));
        sending.visitor().register("River Trust").is(200);
        let attempt = server.attempt();
        assert!(attempt.tls);
        assert_eq!(Mail::of(attempt.message.as_bytes()).to, "river-trust@example.org");
        outbox(&sending, 0, 0);
        sending.finish();
    }

    fn a_server_with_an_unknown_certificate_gets_no_mail(site: &Site) {
        let Some(certificate) = Certificate::make() else { return };
        let Some(server) = MailServer::start(Mode::StartTls, "250", Some(&certificate)) else { return };
        let sending = with_server(site, &server, "smtp", None);
        sending.visitor().register("River Trust").is(200);
        server.is_greeted();
        sending.stop(); // a mail under way is finished first
        assert!(server.more().is_empty(), "not over an unknown connection, and not in the clear");
        let waiting = sending.outbox();
        assert_eq!((waiting.waiting, waiting.refused), (1, 0));
        sending.finish();
    }

    fn a_mail_that_is_not_taken_now_is_sent_again_as_the_same(site: &Site) {
        let Some(server) = MailServer::start(Mode::Plain, "451,451,250", None) else { return };
        let sending = with_server(site, &server, "smtp", None);
        let river = sending.visitor();
        river.register("River Trust").is(200);
        let first = server.attempt();
        assert_eq!(first.answer, 451);
        outbox(&sending, 1, 0);
        let second = server.attempt_after(|| sending.wait(61));
        assert_eq!(second.answer, 451);
        let third = server.attempt_after(|| sending.wait(121));
        assert_eq!(third.answer, 250);
        outbox(&sending, 0, 0);
        let mails = [first, second, third].map(|attempt| Mail::of(attempt.message.as_bytes()));
        for header in ["Message-ID", "Date", "Subject", "To"] {
            let values = mails.each_ref().map(|mail| mail.header(header));
            assert!(values[0].is_some() && values[0] == values[1] && values[1] == values[2], "{header}: {values:?}");
        }
        river.fill(&mails[0].link(), &mails[2].link(), &[]).is(200).sees("River Trust is verified");
        assert!(server.more().is_empty());
        sending.finish();
    }

    fn a_mail_that_is_refused_is_tried_again_only_by_an_operator(site: &Site) {
        let Some(server) = MailServer::start(Mode::Plain, "550,250,250", None) else { return };
        let sending = with_server(site, &server, "smtp", None);
        let invited = sending.db.write::<_, Fault, _>(|tx| people::invite_operator(tx, None));
        let link = format!("/operator/{}", sending.runtime().block_on(invited).expect("a link").as_str());
        let operator = sending.visitor();
        operator.fill(&link, &link, &[("person_name", "Nour"), ("email", "nour@example.org"), ("password", PASSWORD)]).is(200);

        sending.visitor().register("River Trust").is(200);
        assert_eq!(server.attempt().answer, 550);
        outbox(&sending, 0, 1);
        operator.get("/desk").sees("Mail refused 1");
        sending.wait(5 * 86_400);
        // The next mail is looked for in the same list, and the refused one is not on it.
        sending.visitor().register("Hill Trust").is(200);
        assert_eq!(server.attempt().to, ["hill-trust@example.org"]);
        outbox(&sending, 0, 1);
        assert!(server.more().is_empty());

        operator.sign_in("nour@example.org", PASSWORD).is(200); // an operator's session lasts a day
        operator.fill("/desk", "/operator/outbox", &[]).is(200);
        assert_eq!(server.attempt().to, ["river-trust@example.org"]);
        outbox(&sending, 0, 0);
        sending.finish();
    }

    fn without_a_mail_server_mail_is_kept_and_shown_here(site: &Site) {
        let keeping = site.sibling(|config| config.mail = MailRoute::Kept);
        let river = keeping.visitor();
        river.register("River Trust").is(200);
        let page = eventually("the mail to be shown", || {
            let page = keeping.visitor().get("/mail");
            page.is(200).text().contains("Confirm your organization").then_some(page)
        });
        let text = page.text();
        let from = text.find("/confirm/").expect("a link");
        let link: String = text[from..].chars().take_while(|c| !c.is_whitespace()).collect();
        river.fill(&link, &link, &[]).is(200).sees("River Trust is verified");
        keeping.finish();
        site.reader().ask("/mail").is(404);
    }
}
