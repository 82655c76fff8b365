//! A site with the demo in it, and windows of a real Chromium to look at it.
//!
//! Nothing sleeps for a time that ought to be enough: whatever is expected is asked for again and
//! again until it is there, or until [`PATIENCE`] is over.

use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::os::unix::process::CommandExt;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::sync::OnceLock;
use std::time::{Duration, Instant};

use fantoccini::elements::Element;
use fantoccini::{Client, ClientBuilder, Locator};
use hyper_util::client::legacy::connect::HttpConnector;
use serde_json::{Value, json};
use undersigned::app::{self, Running};
use undersigned::config::{Config, MailRoute};
use undersigned::db::{Db, Tx};
use undersigned::demo;
use undersigned::error::Fault;
use undersigned::ids::Slug;
use undersigned::invitations;
use undersigned::letters::{self, Draft, DraftForm, EventKind, Turn};
use undersigned::organizations::{self, NewOrganization, VerifiedBy};
use undersigned::people::{self, Email, NewPerson, PasswordHash, Passwords};
use undersigned::signatures::{self, GivenSignature, NewListed};

use super::postgres;

/// The longest a test waits for anything. A lost connection is missed after some ten seconds.
const PATIENCE: Duration = Duration::from_secs(40);

/// Asks until the answer is there.
pub async fn until<T>(what: &str, mut ask: impl AsyncFnMut() -> Option<T>) -> T {
    let deadline = Instant::now() + PATIENCE;
    loop {
        if let Some(answer) = ask().await {
            return answer;
        }
        assert!(Instant::now() < deadline, "waited in vain: {what}");
        tokio::time::sleep(Duration::from_millis(50)).await;
    }
}

/// Runs chromedriver until standard input ends, which it does with the test's process, however that
/// went; then removes what the browsers left.
const KEEPER: &str = r#"
dir=$1 driver=$2
export TMPDIR="$dir" HOME="$dir"
"$driver" --port=0 &
pid=$!
read -r _
kill "$pid" 2>/dev/null
wait "$pid" 2>/dev/null
rm -rf "$dir"
"#;

/// The address of a running chromedriver; `None`, loudly, where there is none.
fn driver() -> Option<&'static str> {
    /// A static is never dropped: the keeper's standard input stays open as long as the process.
    static DRIVER: OnceLock<Option<(String, Child)>> = OnceLock::new();
    DRIVER.get_or_init(start_driver).as_ref().map(|(address, _)| address.as_str())
}

fn installed(names: &[&str]) -> Option<PathBuf> {
    let path = std::env::var_os("PATH")?;
    let mut places =
        std::env::split_paths(&path).flat_map(|folder| names.iter().map(move |name| folder.join(name)));
    places.find(|place| place.is_file())
}

fn chromium() -> Option<PathBuf> {
    installed(&["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"])
}

fn start_driver() -> Option<(String, Child)> {
    let (Some(driver), Some(_)) = (installed(&["chromedriver"]), chromium()) else {
        let missing = "chromium or chromedriver is not installed";
        assert!(std::env::var_os("CI").is_none(), "{missing}");
        // Straight to the terminal: what a passing test prints is swallowed.
        let _ = writeln!(std::io::stderr(), "SKIPPED: the tests in a browser: {missing}");
        return None;
    };
    let dir = tempfile::Builder::new().prefix("undersigned-browser-").tempdir().expect("a folder").keep();
    let mut keeper = Command::new("sh");
    keeper.args(["-c", KEEPER, "keeper"]).arg(dir).arg(driver);
    keeper.process_group(0); // Ctrl-C ends the tests; the keeper then has to tidy up
    let mut keeper = keeper.stdin(Stdio::piped()).stdout(Stdio::piped()).spawn().expect("sh");
    let mut said = BufReader::new(keeper.stdout.take().expect("a pipe")).lines();
    let port = said.by_ref().map_while(Result::ok).find_map(|line| {
        let port = line.strip_prefix("ChromeDriver was started successfully on port ")?;
        Some(port.trim_end_matches('.').to_owned())
    });
    std::thread::spawn(move || said.for_each(drop)); // so that chromedriver never waits for a reader
    Some((format!("http://127.0.0.1:{}", port.expect("chromedriver starts")), keeper))
}

/// A running site with the demo in it.
pub struct Site {
    running: Option<Running>,
    config: Config,
    folder: tempfile::TempDir,
}

impl Site {
    /// The site of the demo; `None` where there is no browser to look at it.
    pub async fn with_demo() -> Option<Self> {
        driver()?;
        let folder = tempfile::tempdir().expect("a folder");
        let database_url = format!("sqlite://{}/site.db", folder.path().display());
        Some(Self::on(database_url, folder).await)
    }

    /// The same on PostgreSQL; `None` where that or a browser is missing.
    pub async fn with_demo_on_postgres() -> Option<Self> {
        driver()?;
        let database = tokio::task::spawn_blocking(postgres::database).await.expect("it is looked for");
        Some(Self::on(database?, tempfile::tempdir().expect("a folder")).await)
    }

    async fn on(database_url: String, folder: tempfile::TempDir) -> Self {
        let config = Config {
            listen: "127.0.0.1:0".parse().expect("an address"),
            database_url,
            key_file: folder.path().join("key"),
            public_url: "http://127.0.0.1:0".parse().expect("a URL"),
            mail: MailRoute::Directory(folder.path().join("mail")),
            mail_from: "Undersigned <no-reply@localhost>".into(),
            trusted_proxies: Vec::new(),
            workers: Some(2),
            demo: true,
            accounts: undersigned::config::Accounts::default(),
            listens_to_nodes: true,
        };
        let running = app::start(config).await.expect("the site starts");
        let password = password().await;
        let filled = running.db.write(move |tx| demo::fill(tx, &password)).await;
        assert!(filled.expect("the demo is filled in"), "the database was empty");
        let config = Config { listen: running.address, ..running.config.clone() };
        Self { running: Some(running), config, folder }
    }

    pub fn address(&self, path: &str) -> String {
        self.config.address(path)
    }

    pub async fn stops(&mut self) {
        self.running.take().expect("it runs").stop().await;
    }

    /// Starts again: the same address, the same database.
    pub async fn starts(&mut self) {
        self.running = Some(app::start(self.config.clone()).await.expect("the site starts again"));
    }

    /// Changes something without a page: on the running site, or on its database while it is away.
    async fn write<T: Send + 'static>(
        &self,
        change: impl FnOnce(&mut Tx<'_>) -> Result<T, Fault> + Send + 'static,
    ) -> T {
        let db = match &self.running {
            Some(running) => running.db.clone(),
            None => {
                Db::open(&self.config.database_url, &self.config.key_file).await.expect("the database opens")
            }
        };
        db.write(change).await.expect("it is written")
    }

    /// A new organization signs a letter, without a page.
    pub async fn is_signed_by(&self, letter: &str, name: &str) {
        let (letter, name) = (letter.to_owned(), name.to_owned());
        let password = password().await;
        self.write(move |tx| sign(tx, &letter, &name, password)).await;
    }

    /// So many organizations are listed under a letter, all in one change: of `groups` headings alike. Readers
    /// are told of each.
    pub async fn lists_many(&self, letter: &str, many: usize, groups: usize) {
        let slug: Slug = letter.parse().expect("an address");
        let coordinator = Email::read(demo::ACCOUNTS[0].email).expect("an address");
        self.write(move |tx| {
            let letter = letters::find_any(tx, &slug)?.expect("a letter").id;
            let by = people::find_person_by_email(tx, &coordinator)?.expect("the coordinator").id;
            letters::hold(tx, letter)?;
            let mut headings = Vec::new();
            for number in 1..=groups {
                headings.push(signatures::add_group(tx, letter, &format!("Alliance {number}"), None)?);
            }
            for number in 0..many {
                let listed = NewListed {
                    name: format!("Trust {:04} for Relief and Development", number + 1),
                    country: Some(["FR", "LB", "SY", "TR"][number % 4].into()),
                    group: headings.get(number * groups / many).copied(),
                    ..NewListed::default()
                };
                let signature = signatures::enter_listed(tx, letter, by, &listed)?;
                letters::record(tx, letter, EventKind::Signed, Some(signature))?;
            }
            Ok(())
        })
        .await;
    }

    /// The demo's coordinator publishes a letter at this address, without a page.
    pub async fn publishes(&self, slug: &str, form: DraftForm) {
        let slug: Slug = slug.parse().expect("an address");
        let draft = Draft::read(&form).expect("a letter in order");
        let coordinator = Email::read(demo::ACCOUNTS[0].email).expect("an address");
        self.write(move |tx| {
            let person = people::find_person_by_email(tx, &coordinator)?.expect("the coordinator").id;
            letters::add_letter(tx, &draft, &slug, person)?;
            letters::publish(tx, person, &slug).expect("it is published");
            Ok(())
        })
        .await;
    }

    /// The link in the newest mail to `address` that leads to `path`.
    pub async fn link_mailed_to(&self, address: &str, path: &str) -> String {
        let start = self.address(path);
        until(&format!("a mail to {address} with a link to {path}"), async || {
            self.mails().iter().rev().find_map(|file| link_in(file, address, &start))
        })
        .await
    }

    /// Waits until so many mails have been written since the site began.
    pub async fn mails_are_sent(&self, count: usize) {
        until(&format!("{count} mails"), async || (self.mails().len() >= count).then_some(())).await;
    }

    /// The files of all mails, in the order of their time.
    fn mails(&self) -> Vec<PathBuf> {
        let Ok(folder) = std::fs::read_dir(self.folder.path().join("mail")) else { return Vec::new() };
        let mut files: Vec<PathBuf> = folder.flatten().map(|entry| entry.path()).collect();
        files.retain(|file| file.extension().is_some_and(|ending| ending == "eml"));
        files.sort(); // ids are made in the order of time
        files
    }

    /// Lets time pass.
    pub fn waits(&self, seconds: i64) {
        self.running.as_ref().expect("it runs").db.advance_clock(seconds);
    }

    /// A time to come, in UTC, as a form's field takes it.
    pub fn minutes_from_here(&self, minutes: i64) -> String {
        let at = jiff::Timestamp::now() + jiff::SignedDuration::from_mins(minutes);
        at.strftime("%Y-%m-%dT%H:%M").to_string()
    }

    /// A file that anyone may have.
    pub async fn file(&self, path: &str) -> Vec<u8> {
        let answer = reqwest::get(self.address(path)).await.expect("an answer");
        assert_eq!(answer.status(), 200, "{path}");
        answer.bytes().await.expect("its bytes").to_vec()
    }

    /// A window of its own browser: nobody is signed in, nothing is in its memory.
    pub async fn window(&self) -> Window {
        self.window_of(json!({})).await
    }

    /// A window in which scripts do not run.
    pub async fn window_without_scripts(&self) -> Window {
        self.window_of(json!({ "prefs": { "profile.managed_default_content_settings.javascript": 2 } })).await
    }

    /// A window as wide as a small telephone.
    pub async fn narrow_window(&self) -> Window {
        let metrics =
            json!({ "width": 360, "height": 740, "pixelRatio": 2.0, "touch": true, "mobile": true });
        self.window_of(json!({ "mobileEmulation": { "deviceMetrics": metrics } })).await
    }

    async fn window_of(&self, more: Value) -> Window {
        let mut options = json!({
            "binary": chromium().expect("Chromium"),
            "args": [
                "--headless=new", "--hide-scrollbars", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--disable-background-networking",
                "--disable-component-update", "--disable-sync", "--no-first-run", "--window-size=1100,900",
            ],
        });
        if let (Some(options), Value::Object(more)) = (options.as_object_mut(), more) {
            options.extend(more);
        }
        let capabilities = json!({
            "goog:chromeOptions": options,
            "goog:loggingPrefs": { "browser": "ALL", "performance": "ALL" },
        });
        let Value::Object(capabilities) = capabilities else { unreachable!("it is an object") };
        let driver = driver().expect("it was there before");
        let client = ClientBuilder::new(HttpConnector::new())
            .capabilities(capabilities)
            .connect(driver)
            .await
            .expect("a window opens");
        let session = client.session_id().await.expect("a session").expect("a session");
        Window { client, session, base: self.address(""), expected: Vec::new() }
    }

    /// Ends the story: no window had anything to complain of, and the site stops in good order.
    pub async fn finish(mut self, windows: impl IntoIterator<Item = Window>) {
        for window in windows {
            window.had_nothing_to_complain_of().await;
        }
        self.stops().await;
    }
}

async fn password() -> PasswordHash {
    Passwords::default().hash(demo::PASSWORD.to_owned()).await.expect("a hash")
}

fn sign(tx: &mut Tx<'_>, letter: &str, name: &str, password: PasswordHash) -> Result<(), Fault> {
    let slug = Slug::reading(name);
    let email = Email::read(&format!("{slug}@example.net")).expect("an address");
    let person =
        NewPerson { name: "Someone".into(), title: "Director".into(), email: email.clone(), password };
    let person = people::add_person(tx, &person)?.expect("a new address").id;
    let organization =
        NewOrganization { name: name.into(), acronym: None, website: None, country: Some("FR".into()) };
    organizations::add_organization(tx, &organization, &email, VerifiedBy::Email, person)?;
    let authority = organizations::authorities_of(tx, person)?.pop().expect("its owner signs for it");
    let Some(Turn::Open(letter)) =
        invitations::hold_turn(tx, &letter.parse().expect("an address"), None, None)?
    else {
        panic!("the letter is not open")
    };
    let given = GivenSignature {
        withheld: false,
        revision: letter.revision().sha256(),
        group: None,
        representative_name: "Someone".into(),
        representative_title: "Director".into(),
        show_representative: true,
        confirms_listed: None,
    };
    signatures::sign(tx, &authority, &letter, &given)
        .map(drop)
        .map_err(|refusal| Fault::new(format!("{refusal:?}")))
}

fn link_in(file: &Path, address: &str, start: &str) -> Option<String> {
    let bytes = std::fs::read(file).ok()?;
    let mail = mail_parser::MessageParser::default().parse(&bytes)?;
    if mail.to()?.first()?.address()? != address {
        return None;
    }
    let text = mail.body_text(0)?;
    text.split_whitespace().find(|word| word.starts_with(start)).map(str::to_owned)
}

/// A window, and whoever looks at it.
pub struct Window {
    pub client: Client,
    session: String,
    base: String,
    /// What its console may say in this story.
    expected: Vec<&'static str>,
}

impl Window {
    pub async fn opens(&self, path: &str) {
        let address = if path.starts_with("http") || path.starts_with("data:") {
            path.to_owned()
        } else {
            format!("{}{path}", self.base)
        };
        self.client.goto(&address).await.unwrap_or_else(|e| panic!("{path} opens: {e}"));
    }

    /// Waits for these words on the page.
    pub async fn sees(&self, words: &str) {
        until(&format!("“{words}” on the page"), async || {
            self.text().await.contains(words).then_some(())
        })
        .await;
    }

    /// The words on the page; none while it is on its way.
    pub async fn text(&self) -> String {
        match self.client.find(Locator::Css("body")).await {
            Ok(body) => body.text().await.unwrap_or_default(),
            Err(_) => String::new(),
        }
    }

    /// What stands in a frame of the page.
    pub async fn words_in_frame(&self, selector: &str) -> String {
        let frame = self.finds(selector).await;
        frame.enter_frame().await.expect("a frame can be entered");
        let words = self.text().await;
        self.client.enter_parent_frame().await.expect("and left");
        words
    }

    pub async fn finds(&self, selector: &str) -> Element {
        until(selector, async || self.client.find(Locator::Css(selector)).await.ok()).await
    }

    pub async fn writes(&self, field: &str, words: &str) {
        let element = self.finds(&format!("[name='{field}']")).await;
        element.clear().await.expect("a field can be emptied");
        element.send_keys(words).await.expect("a field can be written in");
    }

    pub async fn chooses(&self, field: &str, value: &str) {
        let element = self.finds(&format!("select[name='{field}']")).await;
        element.select_by_value(value).await.expect("it can be chosen");
    }

    pub async fn ticks(&self, field: &str) {
        self.finds(&format!("[name='{field}']")).await.click().await.expect("it can be ticked");
    }

    /// Writes into several fields: long texts too, at once, as somebody who pastes does.
    pub async fn fills(&self, fields: &[(&str, &str)]) {
        for (field, words) in fields {
            self.sets(field, words).await;
        }
    }

    /// Gives a field its value, with the events that a person's typing has.
    pub async fn sets(&self, field: &str, value: &str) {
        self.finds(&format!("[name='{field}']:not([type=hidden])")).await;
        let set = "const field = document.querySelector(`[name='${arguments[0]}']:not([type=hidden])`); \
            field.value = arguments[1]; \
            for (const kind of ['input', 'change']) field.dispatchEvent(new Event(kind, { bubbles: true }));";
        self.client.execute(set, vec![json!(field), json!(value)]).await.expect("a field takes a value");
    }

    pub async fn value_of(&self, field: &str) -> String {
        let element = self.finds(&format!("[name='{field}']")).await;
        element.prop("value").await.expect("a property").unwrap_or_default()
    }

    pub async fn writes_in(&self, selector: &str, words: &str) {
        self.finds(selector).await.send_keys(words).await.expect("a field can be written in");
    }

    /// Presses what is found there.
    pub async fn presses_in(&self, selector: &str) {
        let element = self.finds(selector).await;
        element.click().await.unwrap_or_else(|e| panic!("{selector} can be pressed: {e}"));
    }

    /// Presses the first button of the form that is sent to an address with this end.
    pub async fn submits(&self, to: &str) {
        self.presses_in(&format!("main form[action$='{to}'] button")).await;
    }

    /// Forgets all cookies: the next person takes the telephone.
    pub async fn forgets_who_it_is(&self) {
        self.client.delete_all_cookies().await.expect("cookies can be forgotten");
    }

    /// Presses the button, or follows the link, that is called so.
    pub async fn presses(&self, name: &str) {
        let path = format!(
            "(//button[normalize-space()='{name}' or @aria-label='{name}'] | //a[normalize-space()='{name}'])[1]"
        );
        let element = until(name, async || self.client.find(Locator::XPath(&path)).await.ok()).await;
        element.click().await.unwrap_or_else(|e| panic!("“{name}” can be pressed: {e}"));
    }

    /// Runs a script and reads what it returns.
    pub async fn asks(&self, script: &str) -> Value {
        self.client.execute(script, Vec::new()).await.unwrap_or_else(|e| panic!("{script}: {e}"))
    }

    /// The list as it is numbered: `# Heading`, `18 Name`.
    pub async fn list(&self) -> Vec<String> {
        let lines = self
            .asks(
                "return [...document.querySelectorAll('#signatories .group')].flatMap(group => { \
                   const heading = group.querySelector('h3'), lines = group.querySelector('ol, ul'); \
                   return ['# ' + (heading ? heading.innerText.trim() : group.getAttribute('aria-label')), \
                     ...[...lines.children].map((line, at) => \
                       (lines.start === undefined ? '-' : lines.start + at) + ' ' + line.querySelector('.name').innerText)]; })",
            )
            .await;
        serde_json::from_value(lines).expect("lines")
    }

    /// Waits until the list has this line.
    pub async fn sees_line(&self, line: &str) {
        until(&format!("“{line}” in the list"), async || {
            self.list().await.iter().any(|l| l == line).then_some(())
        })
        .await;
    }

    /// From here on, [`Window::was_never_reloaded`] knows.
    pub async fn stays(&self) {
        self.asks("window.stays = true").await;
    }

    pub async fn was_never_reloaded(&self) {
        assert_eq!(self.asks("return window.stays").await, json!(true), "the page was loaded again");
    }

    pub async fn signs_in(&self, email: &str, password: &str) {
        self.opens("/sign-in").await;
        self.writes("email", email).await;
        self.writes("password", password).await;
        self.presses("Sign in").await;
        self.sees("Your desk").await;
        until("the desk", async || self.client.current_url().await.ok().filter(|url| url.path() == "/desk"))
            .await;
    }

    /// Registers an organization, reads the mail, opens its link and presses the button there.
    pub async fn registers(&self, site: &Site, organization: &str, email: &str) {
        self.opens("/register").await;
        self.writes("organization_name", organization).await;
        self.writes("person_name", "Nour Haddad").await;
        self.writes("email", email).await;
        self.writes("password", "a river runs through it").await;
        self.presses("Register").await;
        self.sees("Look in your mail").await;
        let link = site.link_mailed_to(email, "/confirm/").await;
        self.opens(&link).await;
        self.sees(organization).await;
        self.presses("Confirm and sign in").await;
        until("the desk", async || self.client.current_url().await.ok().filter(|url| url.path() == "/desk"))
            .await;
    }

    /// Opens a letter, goes to its form and signs, from what the form offers.
    pub async fn signs(&self, letter: &str, organization: &str) {
        self.opens(letter).await;
        self.presses("Sign for your organization").await;
        self.sees(&format!("I am authorised to sign for {organization}.")).await;
        self.ticks("authority").await;
        self.presses("Sign this letter").await;
        self.sees(&format!("{organization} has signed this letter.")).await;
    }

    /// What is said here in the console is part of the story.
    pub fn may_say(&mut self, words: &'static str) {
        self.expected.push(words);
    }

    /// The entries of one of the browser's logs since they were last read.
    pub async fn log(&self, kind: &str) -> Vec<Value> {
        let address = format!("{}/session/{}/se/log", driver().expect("it runs"), self.session);
        let answer = reqwest::Client::new().post(address).json(&json!({ "type": kind })).send().await;
        let answer: Value = answer.expect("chromedriver answers").json().await.expect("JSON");
        answer.get("value").and_then(Value::as_array).cloned().unwrap_or_else(|| panic!("no log: {answer}"))
    }

    /// A picture of what is seen, as WebP.
    pub async fn picture(&self, quality: u8) -> Vec<u8> {
        let address = format!("{}/session/{}/goog/cdp/execute", driver().expect("it runs"), self.session);
        let asked =
            json!({ "cmd": "Page.captureScreenshot", "params": { "format": "webp", "quality": quality } });
        let answer = reqwest::Client::new().post(address).json(&asked).send().await;
        let answer: Value = answer.expect("chromedriver answers").json().await.expect("JSON");
        let picture = answer.pointer("/value/data").and_then(Value::as_str).expect("a picture");
        data_encoding::BASE64.decode(picture.as_bytes()).expect("base64")
    }

    /// No error, no warning and no breach of the content security policy was said in the console.
    pub async fn had_nothing_to_complain_of(&self) {
        let entries = self.log("browser").await;
        let said: Vec<&str> = entries.iter().filter_map(|entry| entry.get("message")?.as_str()).collect();
        let wrong: Vec<&&str> =
            said.iter().filter(|said| !self.expected.iter().any(|words| said.contains(words))).collect();
        assert!(wrong.is_empty(), "the console says: {wrong:#?}");
    }
}

impl Drop for Window {
    /// Closes the browser, also when the test has failed and nothing asynchronous runs any more.
    fn drop(&mut self) {
        let Some(host) = driver().and_then(|driver| driver.strip_prefix("http://")) else { return };
        let Ok(mut stream) = TcpStream::connect(host) else { return };
        let _ = stream.set_read_timeout(Some(Duration::from_secs(10)));
        let _ = write!(
            stream,
            "DELETE /session/{} HTTP/1.1\r\nHost: {host}\r\nConnection: close\r\n\r\n",
            self.session
        );
        let _ = stream.read(&mut [0; 1024]);
    }
}
