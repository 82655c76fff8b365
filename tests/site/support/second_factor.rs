//! The program on somebody's phone that makes codes, and what its person does with it.

use data_encoding::BASE32_NOPAD;
use totp_rs::Builder;

use super::people::PASSWORD;
use super::{Page, Site, Visitor};

/// A program for one-time codes, with the key of one account.
pub struct Program<'s> {
    site: &'s Site,
    key: [u8; 20],
}

impl<'s> Program<'s> {
    /// Types the key that the page shows into a program.
    pub fn with_key_of(site: &'s Site, page: &Page) -> Self {
        let key = page.all("code.key").join("").replace(' ', "");
        let drawn = page.attributes("svg.qr path", "d").join("");
        assert!(drawn.starts_with('M') && drawn.len() > 1000, "a QR code is drawn");
        let key = BASE32_NOPAD.decode(key.as_bytes()).expect("a key in base32");
        Self { site, key: key.try_into().expect("160 bits") }
    }

    /// The code that it shows so many seconds from now.
    pub fn code_in(&self, seconds: i64) -> String {
        let now = self.site.db.now().as_micros() / 1_000_000 + seconds;
        let totp = Builder::new().with_secret(self.key).build_noncompliant();
        totp.generate(u64::try_from(now).expect("after 1970")).to_string()
    }

    /// The code that it shows now; half a minute has passed since the last one.
    pub fn code(&self) -> String {
        self.site.wait(30);
        self.code_in(0)
    }
}

impl Visitor<'_> {
    /// Sets up a second factor, reads the mail about it, and returns the program and the recovery codes.
    #[track_caller]
    pub fn sets_up_second_factor(&self) -> (Program<'_>, Vec<String>) {
        let path = "/account/second-factor";
        let page = self.fill(path, path, &[("password", PASSWORD)]);
        page.is(200).sees("Open the program and scan this.");
        let program = Program::with_key_of(self.site, &page);
        let shown = self.send_form(&page, &format!("{path}/confirmation"), &[("otp", &program.code())]);
        shown.is(200).sees("Your second factor is on.");
        self.site.mail_about(&self.email(), "Your second factor is on");
        (program, shown.all("ol.codes code"))
    }

    /// Signs in with password and code, in one request, and reads the mail about a new browser.
    #[track_caller]
    pub fn signs_in_with_code(&self, email: &str, code: &str) -> Page {
        let sent = self.press("/sign-in", &[("email", email), ("password", PASSWORD), ("otp", code)]);
        self.arrives(sent, email)
    }
}
