//! Command line → start → stop; no decisions.

#![forbid(unsafe_code)]
#![deny(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, clippy::panic)]

use std::io::IsTerminal;
use std::process::ExitCode;

use clap::Parser;
use tokio::signal::unix::{SignalKind, signal};
use tracing_subscriber::EnvFilter;
use tracing_subscriber::fmt::writer::MakeWriterExt;
use undersigned::app::{self, Running};
use undersigned::config::{
    Command, CommandLine, Config, DatabaseArgs, DoctorArgs, ImportArgs, KeysCommand, MailRoute,
    OperatorCommand, VerifyArgs,
};
use undersigned::db::Db;
use undersigned::demo;
use undersigned::error::Fault;
use undersigned::evidence::{self, Asked};
use undersigned::imports;
use undersigned::people::{self, Email, Passwords};
use undersigned::web::sparing;

#[tokio::main]
async fn main() -> ExitCode {
    // The pool says at the end of a command that the runtime under its spare connections is gone; what it
    // fails at while somebody waits comes back as a fault.
    let filter = EnvFilter::try_from_default_env()
        .unwrap_or_else(|_| EnvFilter::new("info,actix_server=warn,r2d2=off"));
    // Colours are for eyes; what collects logs would read them as text.
    let colours = std::io::stderr().is_terminal();
    let lines = std::io::stderr.with_filter(|line| sparing::line_is_written(line.target()));
    tracing_subscriber::fmt().with_env_filter(filter).with_writer(lines).with_ansi(colours).init();
    // A panic ends what somebody asked for and nothing else; whoever can cause one can cause very many.
    let usual = std::panic::take_hook();
    std::panic::set_hook(Box::new(move |panic| {
        if sparing::is_written("panics") {
            usual(panic);
        }
    }));
    match run(CommandLine::parse()).await {
        Ok(code) => code,
        Err(error) => {
            eprintln!("undersigned: {error}");
            ExitCode::FAILURE
        }
    }
}

/// What holds ends with 0, what does not with 1; a file that cannot be read with 2.
async fn run(line: CommandLine) -> Result<ExitCode, String> {
    match line.command {
        Command::Verify(args) => Ok(verify(args)),
        Command::Doctor(args) => doctor(args).await,
        other => work(other).await.map(|()| ExitCode::SUCCESS),
    }
}

fn verify(args: VerifyArgs) -> ExitCode {
    let VerifyArgs { receipt, key, checkpoint, consistency } = args;
    match evidence::verify_files(&Asked { receipt, key, checkpoint, consistency }) {
        Ok((words, holds)) => {
            print!("{words}");
            if holds { ExitCode::SUCCESS } else { ExitCode::from(1) }
        }
        Err(evidence::Unreadable(why)) => {
            eprintln!("undersigned: {why}");
            ExitCode::from(2)
        }
    }
}

async fn doctor(args: DoctorArgs) -> Result<ExitCode, String> {
    let read = |file: &std::path::PathBuf| {
        std::fs::read(file).map_err(|error| format!("{} cannot be read: {error}", file.display()))
    };
    let kept = args.checkpoint.iter().map(read).collect::<Result<Vec<_>, String>>()?;
    let file = args.database.database_url.strip_prefix("sqlite://").and_then(|file| file.split('?').next());
    if let Some(file) = file.filter(|file| !std::path::Path::new(file).exists()) {
        return Err(format!("there is no database at {file}")); // opening one would make it, and find it well
    }
    let db = open(&args.database).await?;
    let examined = db.read(move |tx| evidence::examine(tx, &kept)).await;
    let examined = examined.map_err(|fault: Fault| fault.to_string())?;
    for finding in &examined.findings {
        println!("{finding}");
    }
    println!("{}", examined.extent());
    if examined.findings.is_empty() {
        println!("All is well.");
        return Ok(ExitCode::SUCCESS);
    }
    println!("Found: {}.", examined.findings.len());
    Ok(ExitCode::from(1))
}

async fn keys(command: KeysCommand) -> Result<(), String> {
    match command {
        KeysCommand::List(database) => {
            let db = open(&database).await?;
            let keys = db.read(evidence::public_keys).await.map_err(|fault| fault.to_string())?;
            for key in keys {
                let until = key.retired_at.map_or("signs".to_owned(), |at| format!("until {at}"));
                println!("{}  since {}, {until}  {}", key.encoded(), key.made_at, key.id);
            }
        }
        KeysCommand::Rotate(database) => {
            let db = open(&database).await?;
            let id = db.write(evidence::rotate_keys).await.map_err(|fault| fault.to_string())?;
            println!("Receipts and checkpoints are signed with the key {id} from here on.");
        }
    }
    Ok(())
}

async fn work(command: Command) -> Result<(), String> {
    match command {
        Command::Verify(_) | Command::Doctor(_) => Ok(()), // done above
        Command::Keys(command) => keys(command).await,
        Command::Serve(args) => serve(Config::from_args(*args)?).await.map_err(|fault| fault.to_string()),
        Command::Migrate(database) => {
            open(&database).await?;
            println!("The database is up to date.");
            Ok(())
        }
        Command::Import(args) => import(args).await,
        Command::Operator(OperatorCommand::SignOut { email, database, .. }) => {
            let email = match email {
                Some(typed) => Some(Email::read(&typed).ok_or("this is not an email address")?),
                None => None,
            };
            let db = open(&database).await?;
            let ended = db.write(move |tx| people::sign_out(tx, email.as_ref())).await;
            let ended = ended.map_err(|fault| fault.to_string())?;
            println!("Sessions ended: {}.", ended.ok_or("nobody has an account with this address")?);
            Ok(())
        }
        Command::Operator(OperatorCommand::SecondFactorOff { email, database }) => {
            let email = Email::read(&email).ok_or("this is not an email address")?;
            let db = open(&database).await?;
            let off = db.write(move |tx| people::turn_off_for(tx, &email)).await;
            off.map_err(|fault| fault.to_string())?
                .ok_or("no account with this address has a second factor")?;
            println!("The second factor is off, and its person has a mail about it.");
            Ok(())
        }
        Command::Operator(OperatorCommand::Add { email, database, public_url }) => {
            let email = Email::read(&email).ok_or("this is not an email address")?;
            let db = open(&database).await?;
            let invited = db.write(move |tx| people::add_operator(tx, &email)).await;
            match invited.map_err(|fault| fault.to_string())? {
                None => println!("This person is an operator now."),
                Some(token) => {
                    let site = public_url.map_or("http://127.0.0.1:8080/".to_owned(), |url| url.to_string());
                    println!("Nobody has an account with this address yet. This link makes it an operator,");
                    println!("once, within a day:\n\n  {}operator/{}\n", site, token.as_str());
                }
            }
            Ok(())
        }
    }
}

/// The database that the command line names, with its key.
async fn open(database: &DatabaseArgs) -> Result<Db, String> {
    Db::open(&database.database_url, &database.key_path()).await.map_err(|fault| fault.to_string())
}

async fn import(args: ImportArgs) -> Result<(), String> {
    if let Some(folder) = &args.evaluate {
        print!("{}", imports::figures_in_words(folder)?);
        return Ok(());
    }
    let file = args.file.ok_or("name the file to import")?;
    let understood = imports::read_file(&file, args.format.as_deref())?;
    if args.json {
        println!("{:#}", imports::as_json(&understood));
    } else if args.dry_run {
        print!("{}", imports::in_words(&understood));
    }
    if args.dry_run {
        return Ok(());
    }
    let Some(email) = args.coordinator else {
        return Err("name who coordinates the draft with --coordinator EMAIL, or use --dry-run".to_owned());
    };
    let email = Email::read(&email).ok_or("this is not an email address")?;
    let db = open(&args.database).await?;
    let name = file.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
    let slug = db.write(move |tx| imports::take_over_for(tx, &email, &understood, &name)).await;
    let slug = slug.map_err(|refusal| refusal.in_words())?;
    eprintln!("The draft is at /letters/{slug}/edit");
    Ok(())
}

async fn serve(config: Config) -> Result<(), Fault> {
    let demo = config.demo;
    // Listened for from the beginning: who reads that the site is up may ask it to stop at once.
    let mut terminate = signal(SignalKind::terminate())?;
    let site = app::start(config).await?;
    println!("Undersigned listens at {}", site.config.public_url);
    if demo {
        fill_with_demo(&site).await?;
    } else {
        greet_first_operator(&site).await?;
    }
    match &site.config.mail {
        MailRoute::Kept => println!("Mail is shown at {}", site.config.address("/mail")),
        MailRoute::Directory(directory) => println!("Mail is written to {}", directory.display()),
        MailRoute::Smtp { server, .. } => {
            println!("Mail is sent through {}", server.host_str().unwrap_or("?"))
        }
    }
    tokio::select! {
        pressed = tokio::signal::ctrl_c() => pressed?,
        _ = terminate.recv() => {}
    }
    println!("Stopping: requests in flight are finished first.");
    site.stop().await;
    Ok(())
}

async fn fill_with_demo(site: &Running) -> Result<(), Fault> {
    let password = Passwords::default().hash(demo::PASSWORD.to_owned()).await;
    let password = password.map_err(|error| Fault::new(error.to_string()))?;
    site.db.write(move |tx| demo::fill(tx, &password)).await?;
    if !site.db.read(demo::is_here).await? {
        println!("The database is not empty, so the demo left it as it is.");
        return Ok(());
    }
    println!("The letter: {}", site.config.address("/letters/aleppo"));
    println!("Accounts of the demo, all with the password {}", demo::PASSWORD);
    for account in demo::ACCOUNTS {
        println!("  {:<26} {}", account.email, account.role);
    }
    Ok(())
}

async fn greet_first_operator(site: &Running) -> Result<(), Fault> {
    if site.db.read(people::is_nobody_here).await? {
        let token = site.db.write(|tx| people::invite_operator(tx, None)).await?;
        println!("Nobody has an account yet. This link makes the first operator, once, within a day:");
        println!("  {}", site.config.address(&format!("/operator/{}", token.as_str())));
    }
    Ok(())
}
