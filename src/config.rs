//! The only reader of the command line and the environment. It refuses contradictions at start.

use std::net::SocketAddr;
use std::path::PathBuf;

use clap::{Args, Parser, Subcommand, ValueEnum, value_parser};
use ipnet::IpNet;
use url::Url;

/// The command line of `undersigned`.
#[derive(Parser)]
#[command(name = "undersigned", version, about = "Organizations put their names to a text together.")]
pub struct CommandLine {
    /// What to do.
    #[command(subcommand)]
    pub command: Command,
}

/// What the program can be asked to do.
#[derive(Subcommand)]
pub enum Command {
    /// Serve the site.
    Serve(Box<ServeArgs>),
    /// Bring the database's tables up to this program, and stop.
    Migrate(DatabaseArgs),
    /// Read an existing letter with its signatories and take it over as a draft.
    Import(ImportArgs),
    /// Check a receipt, without asking any server.
    Verify(VerifyArgs),
    /// Check the whole database: whether its rows are what the letters' logs say.
    Doctor(DoctorArgs),
    /// See or change the key with which this installation signs.
    #[command(subcommand)]
    Keys(KeysCommand),
    /// Manage the people who run this installation, and help those who cannot get in.
    #[command(subcommand)]
    Operator(OperatorCommand),
}

/// `undersigned verify …`
#[derive(Args, Clone)]
pub struct VerifyArgs {
    /// The receipt, as it was downloaded.
    pub receipt: PathBuf,
    /// The key that is trusted: in base64url, or the file of a published set
    /// (`/.well-known/undersigned-keys.json`) [default: the key that the receipt names].
    #[arg(long, value_name = "KEY|FILE")]
    pub key: Option<String>,
    /// A checkpoint of the letter's log that was kept.
    #[arg(long, value_name = "FILE")]
    pub checkpoint: Option<PathBuf>,
    /// The proof between that checkpoint and the receipt's, from `/letters/…/proofs/consistency`.
    #[arg(long, value_name = "FILE", requires = "checkpoint")]
    pub consistency: Option<PathBuf>,
}

/// `undersigned doctor …`
#[derive(Args, Clone)]
pub struct DoctorArgs {
    /// A checkpoint that was kept outside; may be given several times.
    #[arg(long, value_name = "FILE")]
    pub checkpoint: Vec<PathBuf>,
    /// Where the database is.
    #[command(flatten)]
    pub database: DatabaseArgs,
}

/// `undersigned keys …`
#[derive(Subcommand)]
pub enum KeysCommand {
    /// Print the keys, the one that signs first.
    List(DatabaseArgs),
    /// Make another key, which signs from here on; those before it stay published.
    Rotate(DatabaseArgs),
}

/// `undersigned operator …`
#[derive(Subcommand)]
pub enum OperatorCommand {
    /// Make the person with this address an operator; a stranger gets a one-time link, printed here.
    Add {
        /// The person's email address.
        email: String,
        /// Where the database is.
        #[command(flatten)]
        database: DatabaseArgs,
        /// The address people use, for the link.
        #[arg(long, env = "UNDERSIGNED_PUBLIC_URL")]
        public_url: Option<Url>,
    },
    /// Sign somebody out of every browser, or everybody: where somebody may be in who should not be.
    SignOut {
        /// The person's email address.
        #[arg(required_unless_present = "everybody")]
        email: Option<String>,
        /// Sign everybody out.
        #[arg(long, conflicts_with = "email")]
        everybody: bool,
        /// Where the database is.
        #[command(flatten)]
        database: DatabaseArgs,
    },
    /// Turn off the second factor of somebody who has lost it and its recovery codes; they get a mail.
    SecondFactorOff {
        /// The person's email address.
        email: String,
        /// Where the database is.
        #[command(flatten)]
        database: DatabaseArgs,
    },
}

/// `undersigned import …`
#[derive(Args, Clone)]
pub struct ImportArgs {
    /// The letter: plain text, Markdown, CSV or DOCX.
    #[arg(required_unless_present = "evaluate")]
    pub file: Option<PathBuf>,
    /// Only print what was understood.
    #[arg(long)]
    pub dry_run: bool,
    /// Print it as JSON (its shape: `imports::as_json`).
    #[arg(long)]
    pub json: bool,
    /// What kind of file it is, where that is not to be guessed: txt, md, csv or docx.
    #[arg(long)]
    pub format: Option<String>,
    /// Who coordinates the draft: the email address of an account.
    #[arg(long, value_name = "EMAIL")]
    pub coordinator: Option<String>,
    /// Print how well the letters of a folder are read: `source.txt` (or .md, .csv, .docx) and `expected.json` in each of
    /// its folders.
    #[arg(long, value_name = "FOLDER", conflicts_with_all = ["file", "dry_run", "json"])]
    pub evaluate: Option<PathBuf>,
    /// Where the database is.
    #[command(flatten)]
    pub database: DatabaseArgs,
}

/// Where the database is.
#[derive(Args, Clone)]
pub struct DatabaseArgs {
    /// `sqlite://FILE` or `postgres://USER:PASSWORD@HOST/DATABASE`.
    #[arg(
        long,
        env = "UNDERSIGNED_DATABASE_URL",
        hide_env_values = true,
        default_value = "sqlite://undersigned.db"
    )]
    pub database_url: String,
    /// The key that names and addresses in the database are sealed with; made if it is missing. Keep a copy of it
    /// elsewhere than the database: neither is of use without the other [default: beside the SQLite
    /// file, `FILE.key`; with PostgreSQL `undersigned.key`].
    #[arg(long, env = "UNDERSIGNED_KEY_FILE")]
    pub key_file: Option<PathBuf>,
}

impl DatabaseArgs {
    /// Where the key is.
    pub fn key_path(&self) -> PathBuf {
        let beside = self.database_url.strip_prefix("sqlite://").and_then(|file| file.split('?').next());
        match (&self.key_file, beside) {
            (Some(file), _) => file.clone(),
            (None, Some(file)) => PathBuf::from(format!("{file}.key")),
            (None, None) => PathBuf::from("undersigned.key"),
        }
    }
}

/// `undersigned serve …`
#[derive(Args, Clone)]
pub struct ServeArgs {
    /// The address to listen on.
    #[arg(long, env = "UNDERSIGNED_LISTEN", default_value = "127.0.0.1:8080")]
    pub listen: SocketAddr,
    /// Where the database is.
    #[command(flatten)]
    pub database: DatabaseArgs,
    /// The address people use, as it stands in mails [default: `http://` and the listening address].
    #[arg(long, env = "UNDERSIGNED_PUBLIC_URL")]
    pub public_url: Option<Url>,
    /// The mail server: `smtp://USER:PASSWORD@HOST:587` (STARTTLS) or `smtps://…:465` (TLS).
    #[arg(long, env = "UNDERSIGNED_SMTP_URL", hide_env_values = true, conflicts_with = "mail_dir")]
    pub smtp_url: Option<Url>,
    /// A further certificate authority for the mail server, as PEM.
    #[arg(long, env = "UNDERSIGNED_SMTP_CA")]
    pub smtp_ca: Option<PathBuf>,
    /// Write each mail to this directory as one `.eml` file instead of sending it.
    #[arg(long, env = "UNDERSIGNED_MAIL_DIR")]
    pub mail_dir: Option<PathBuf>,
    /// The sender of all mail [default: no-reply at the public address].
    #[arg(long, env = "UNDERSIGNED_MAIL_FROM")]
    pub mail_from: Option<String>,
    /// A proxy (address or network) whose `X-Forwarded-For` is believed; may be given several times.
    #[arg(long, env = "UNDERSIGNED_TRUSTED_PROXY", value_delimiter = ',')]
    pub trusted_proxy: Vec<IpNet>,
    /// How many threads answer requests [default: one per processor].
    #[arg(long, env = "UNDERSIGNED_WORKERS")]
    pub workers: Option<usize>,
    /// Fill an empty database with the Aleppo letter and accounts to try.
    #[arg(long, env = "UNDERSIGNED_DEMO")]
    pub demo: bool,
    /// What holds for accounts and for what is known of people.
    #[command(flatten)]
    pub accounts: Accounts,
}

/// Who has to have a second factor.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum SecondFactorFor {
    /// Nobody has to.
    None,
    /// Those who run the installation.
    Operators,
    /// They, and everybody who coordinates a letter or a coalition.
    Coordinators,
}

/// People are away for a week now and then; a quarter is as long as a browser is trusted at all.
const IDLE_DAYS: u16 = 14;
const ABSOLUTE_DAYS: u16 = 90;
/// Whoever answers a letter does so within the year.
const RETENTION_MONTHS: u16 = 12;

/// What holds for accounts and for what is known of people.
#[derive(Args, Debug, Clone)]
pub struct Accounts {
    /// Who has to have a second factor.
    #[arg(long, env = "UNDERSIGNED_REQUIRE_SECOND_FACTOR", value_enum, default_value = "none")]
    pub require_second_factor: SecondFactorFor,
    /// After so many days a session that nobody uses is over (an operator's after one).
    #[arg(long, env = "UNDERSIGNED_SESSION_IDLE", value_name = "DAYS", default_value_t = IDLE_DAYS,
        value_parser = value_parser!(u16).range(1..=90))]
    pub session_idle: u16,
    /// After so many days any session is over (an operator's after seven).
    #[arg(long, env = "UNDERSIGNED_SESSION_ABSOLUTE", value_name = "DAYS", default_value_t = ABSOLUTE_DAYS,
        value_parser = value_parser!(u16).range(1..=365))]
    pub session_absolute: u16,
    /// How many months after a letter closed its contacts are erased, where its coordinators choose nothing else.
    #[arg(long, env = "UNDERSIGNED_RETENTION_MONTHS", value_name = "MONTHS", default_value_t = RETENTION_MONTHS,
        value_parser = value_parser!(u16).range(1..=120))]
    pub retention_months: u16,
    /// Whom people write to who want to know something of their data: an address, as it stands on `/privacy`.
    #[arg(long, env = "UNDERSIGNED_OPERATOR_CONTACT", value_name = "ADDRESS")]
    pub operator_contact: Option<String>,
}

impl Default for Accounts {
    fn default() -> Self {
        Self {
            require_second_factor: SecondFactorFor::None,
            session_idle: IDLE_DAYS,
            session_absolute: ABSOLUTE_DAYS,
            retention_months: RETENTION_MONTHS,
            operator_contact: None,
        }
    }
}

/// Where mail goes.
#[derive(Debug, Clone)]
pub enum MailRoute {
    /// To a mail server.
    Smtp {
        /// `smtp://` or `smtps://`.
        server: Url,
        /// A further certificate authority.
        authority: Option<PathBuf>,
    },
    /// Into files.
    Directory(PathBuf),
    /// Into the database, shown at `/mail`. Only where nobody but this machine can look.
    Kept,
}

/// A configuration without contradictions.
#[derive(Debug, Clone)]
pub struct Config {
    /// Where to listen.
    pub listen: SocketAddr,
    /// Where the database is.
    pub database_url: String,
    /// Where the key is that words in the database are sealed with.
    pub key_file: PathBuf,
    /// The address people use, without a path.
    pub public_url: Url,
    /// Where mail goes.
    pub mail: MailRoute,
    /// The sender of all mail.
    pub mail_from: String,
    /// Proxies whose word about the client's address is taken.
    pub trusted_proxies: Vec<IpNet>,
    /// How many threads answer requests; all processors if not given.
    pub workers: Option<usize>,
    /// Whether to fill an empty database with the demo.
    pub demo: bool,
    /// What holds for accounts and for what is known of people.
    pub accounts: Accounts,
    /// Whether other nodes on the same database are listened to, where it can be. Not on the command line: a
    /// database without LISTEN says so itself, and stories are told without it.
    pub listens_to_nodes: bool,
}

impl Config {
    /// Checks what was asked for.
    ///
    /// # Errors
    /// A sentence that says which two settings do not go together.
    pub fn from_args(args: ServeArgs) -> Result<Self, String> {
        let public_url = match args.public_url {
            Some(url) => url,
            None => Url::parse(&format!("http://{}", args.listen)).map_err(|e| e.to_string())?,
        };
        if !matches!(public_url.scheme(), "http" | "https") || public_url.path() != "/" {
            return Err(format!(
                "--public-url {public_url} must be http:// or https:// and a host, without a path"
            ));
        }
        let host = public_url.host_str().unwrap_or_default().to_owned();
        let local = is_loopback(&host);
        if public_url.scheme() == "http" && !local {
            return Err(format!(
                "--public-url {public_url} is not https, and sign-ins would cross the network in \
                 the clear; give the https address of your proxy"
            ));
        }
        let mail = match (args.smtp_url, args.mail_dir) {
            (Some(server), None) => {
                if !matches!(server.scheme(), "smtp" | "smtps") || server.host_str().is_none() {
                    return Err("--smtp-url starts with smtp:// or smtps:// and names a host".into());
                }
                MailRoute::Smtp { server, authority: args.smtp_ca }
            }
            (None, Some(directory)) => MailRoute::Directory(directory),
            (None, None) if args.listen.ip().is_loopback() && local => MailRoute::Kept,
            (None, None) => {
                return Err("without --smtp-url or --mail-dir, mail is shown at /mail to whoever \
                            looks, so --listen and --public-url must be loopback addresses"
                    .into());
            }
            (Some(_), Some(_)) => return Err("--smtp-url and --mail-dir exclude each other".into()),
        };
        if args.accounts.session_idle > args.accounts.session_absolute {
            return Err(
                "--session-idle is longer than --session-absolute, which would end a session first".into()
            );
        }
        if args.demo && !local {
            return Err("--demo has accounts with known passwords; it runs on a loopback \
                        --public-url only"
                .into());
        }
        // A bare address ("127.0.0.1") is no mail domain.
        let domain = if local { "localhost".to_owned() } else { host };
        let mail_from = args.mail_from.unwrap_or_else(|| format!("Undersigned <no-reply@{domain}>"));
        Ok(Self {
            listen: args.listen,
            key_file: args.database.key_path(),
            database_url: args.database.database_url,
            public_url,
            mail,
            mail_from,
            trusted_proxies: args.trusted_proxy,
            workers: args.workers,
            demo: args.demo,
            accounts: args.accounts,
            listens_to_nodes: true,
        })
    }

    /// Whether cookies can be `Secure` and carry the `__Host-` prefix.
    pub fn is_https(&self) -> bool {
        self.public_url.scheme() == "https"
    }

    /// Whether nobody but this machine reaches the site: it is being tried out.
    pub fn is_local(&self) -> bool {
        is_loopback(self.public_url.host_str().unwrap_or_default())
    }

    /// The full address of a path of this site.
    pub fn address(&self, path: &str) -> String {
        format!("{}{path}", self.public_url.as_str().trim_end_matches('/'))
    }
}

fn is_loopback(host: &str) -> bool {
    let bare = host.trim_start_matches('[').trim_end_matches(']');
    host == "localhost" || bare.parse::<std::net::IpAddr>().is_ok_and(|ip| ip.is_loopback())
}
