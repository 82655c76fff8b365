//! The demo: the letter about Aleppo of December 2016 that this software began with. The 25
//! organizations and the two coalitions are the real ones, in their real order; the text is ours,
//! and all persons and addresses are invented.

mod translations;

use crate::coalitions::{self, Coalition, NewCoalition};
use crate::db::Tx;
use crate::error::Fault;
use crate::ids::{PersonId, Slug};
use crate::invitations;
use crate::letters::{self, Draft, DraftForm, PublishError, Turn};
use crate::organizations::{self, NewOrganization, VerifiedBy};
use crate::people::{self, Email, NewPerson, PasswordHash};
use crate::signatures::{self, GivenSignature};
use crate::text::dates;

/// The password of every account of the demo, which runs on a loopback address only.
pub const PASSWORD: &str = "aleppo-2016";

/// An account to try.
pub struct Account {
    /// What it is for.
    pub role: &'static str,
    /// Its address.
    pub email: &'static str,
}

/// The accounts to try.
pub const ACCOUNTS: [Account; 4] = [
    Account { role: "coordinator of the letter", email: "coordinator@example.org" },
    Account { role: "signatory for Big Heart", email: "signatory@example.org" },
    Account { role: "coordinator of the Syrian NGO Alliance", email: "alliance@example.org" },
    Account { role: "operator of the installation", email: "operator@example.org" },
];

/// The coordinator of the second coalition; not needed to try anything.
const SECOND_ALLIANCE: &str = "shaml@example.org";

struct Member(&'static str, Option<&'static str>, Option<&'static str>);

/// Name, acronym, and country of the main office in 2016 where it is well known.
const ALLIANCE: [Member; 17] = [
    Member("Big Heart", None, Some("TR")),
    Member("Binaa Organization for Development", None, Some("TR")),
    Member("Ghiras Al Nahda", None, Some("TR")),
    Member("Ghiras Foundation for Child Care", None, None),
    Member("Hand In Hand For Aid and Development", None, Some("GB")),
    Member("Ihsan for Relief and Development", None, Some("TR")),
    Member("Masrat", None, None),
    Member("Orient", None, None),
    Member("Physician Across Continents", Some("PAC"), None),
    Member("Syrian American Medical Society", Some("SAMS"), Some("US")),
    Member("Social Development International", Some("SDI"), None),
    Member("Syrian Expatriate Medical Association", Some("SEMA"), None),
    Member("Sham Humanitarian Foundation", None, Some("TR")),
    Member("Syria Relief", None, Some("GB")),
    Member("Syria Relief and Development", None, Some("US")),
    Member("Takaful Alsham Organization", None, Some("TR")),
    Member("Union of Relief and Medical Care Organizations", Some("UOSSM"), Some("FR")),
];

const SHAML: [Member; 8] = [
    Member("Basmeh & Zeitooneh", None, Some("LB")),
    Member("Emissa", None, None),
    Member("Kesh Malek", None, Some("TR")),
    Member("Local Development & Small Project Support", None, None),
    Member("Olive Branch", None, Some("TR")),
    Member("Women Now for Development", None, Some("FR")),
    Member("BaytnaSyria", None, Some("TR")),
    Member("Independent Doctors Association", Some("IDA"), Some("TR")),
];

const TITLE: &str = "Open the road out of Aleppo, and keep it open";
const ADDRESSEES: &str = "To the heads of state and government of the European Union,\nmeeting in Brussels";
const PLACE_AND_DATE: &str = "Gaziantep, December 2016";
const BODY: &str = "\
The people of eastern Aleppo have been promised a way out many times. This week the promise was made \
again, and for a few hours it was kept. Ambulances crossed the line with the wounded; buses followed \
with families who had packed what they could carry. Then the road closed.

We, the undersigned {{count}} organizations, work in the city and in the towns that receive those who \
leave it. Many of our colleagues are themselves among the people waiting in the cold. They are nurses, \
teachers, drivers and cooks, and they are asking for nothing that the law of war does not already owe them.

We ask the leaders who have influence over the parties:

1. to have the evacuation resumed today, and observed by the United Nations at every point of the road;
2. to guarantee that no one is detained, searched for their name or turned back on the way;
3. to let relief reach those who choose to stay, without conditions.

History will record who was asked and when. It is not yet too late to have answered.";

/// The demo letter stays open for a month after it was set up, until 13:00 Paris time.
const OPEN_DAYS: i64 = 30;
const ZONE: &str = "Europe/Paris";

/// Fills an empty database. Returns whether it was empty; a database with people in it is left alone.
///
/// # Errors
/// A fault of the database.
pub fn fill(tx: &mut Tx<'_>, password: &PasswordHash) -> Result<bool, Fault> {
    if !people::is_nobody_here(tx)? {
        return Ok(false);
    }
    let [coordinator, signatory, alliance, operator] = ACCOUNTS;
    let coordinator = person(tx, "Demo Coordinator", coordinator.email, password)?;
    let signatory = person(tx, "Demo Signatory", signatory.email, password)?;
    let alliance = person(tx, "Demo Alliance Coordinator", alliance.email, password)?;
    let second = person(tx, "Demo Second Coordinator", SECOND_ALLIANCE, password)?;
    person(tx, "Demo Operator", operator.email, password)?;
    people::add_operator(tx, &email(operator.email)?)?;

    let slug = publish_letter(tx, coordinator)?;
    let sna = NewCoalition { name: "Syrian NGO Alliance".into(), acronym: Some("SNA".into()), website: None };
    let sna = coalitions::add_coalition(tx, &sna, alliance)?;
    let shaml = NewCoalition { name: "SHAML CSOs Coalition".into(), acronym: None, website: None };
    let shaml = coalitions::add_coalition(tx, &shaml, second)?;
    let members =
        ALLIANCE.iter().map(|m| (m, &sna, alliance)).chain(SHAML.iter().map(|m| (m, &shaml, second)));
    for (at, (member, coalition, vouching)) in members.enumerate() {
        let owner = if at == 0 { signatory } else { owner_of(tx, at, password)? };
        join_and_sign(tx, member, owner, coalition, vouching, &slug)?;
    }
    Ok(true)
}

/// Whether the demo is what this database was filled with.
///
/// # Errors
/// A fault of the database.
pub fn is_here(tx: &mut Tx<'_>) -> Result<bool, Fault> {
    let [coordinator, ..] = ACCOUNTS;
    Ok(people::find_person_by_email(tx, &email(coordinator.email)?)?.is_some())
}

fn email(address: &str) -> Result<Email, Fault> {
    Email::read(address).ok_or_else(|| Fault::new("the demo has an unreadable address"))
}

fn person(tx: &mut Tx<'_>, name: &str, address: &str, password: &PasswordHash) -> Result<PersonId, Fault> {
    let new = NewPerson {
        name: name.to_owned(),
        title: "Director".to_owned(),
        email: email(address)?,
        password: password.clone(),
    };
    let person = people::add_person(tx, &new)?;
    person.map(|person| person.id).ok_or_else(|| Fault::new("the demo has an address twice"))
}

fn owner_of(tx: &mut Tx<'_>, at: usize, password: &PasswordHash) -> Result<PersonId, Fault> {
    person(tx, "Demo Representative", &format!("organization-{}@example.org", at + 1), password)
}

fn publish_letter(tx: &mut Tx<'_>, coordinator: PersonId) -> Result<Slug, Fault> {
    let last_day = tx.now().plus_seconds(OPEN_DAYS * 86_400).to_timestamp();
    let deadline = dates::for_field(last_day, ZONE);
    let day = deadline.split('T').next().unwrap_or_default();
    let form = DraftForm {
        title: TITLE.into(),
        addressees: ADDRESSEES.into(),
        place_and_date: PLACE_AND_DATE.into(),
        body: BODY.into(),
        language: "en".into(),
        grouping: "coalition".into(),
        ordering: "time".into(), // the order in which the 25 stood under the original
        numbering: "through".into(),
        deadline: format!("{day}T13:00"),
        time_zone: ZONE.into(),
        ..DraftForm::default()
    };
    let draft = Draft::read(&form).map_err(|wrong| Fault::new(format!("the demo letter: {wrong:?}")))?;
    let slug = Slug::reading("aleppo");
    let own = letters::add_letter(tx, &draft, &slug, coordinator)?;
    for text in translations::all() {
        letters::keep_draft_translation(tx, own.letter().id, &text)?;
    }
    match letters::publish(tx, coordinator, &slug) {
        Ok(()) => Ok(slug),
        Err(PublishError::Fault(fault)) => Err(fault),
        Err(refusal) => Err(Fault::new(format!("the demo letter was not published: {refusal:?}"))),
    }
}

fn join_and_sign(
    tx: &mut Tx<'_>,
    member: &Member,
    owner: PersonId,
    coalition: &Coalition,
    vouching: PersonId,
    slug: &Slug,
) -> Result<(), Fault> {
    let Member(name, acronym, country) = member;
    let new = NewOrganization {
        name: (*name).to_owned(),
        acronym: acronym.map(str::to_owned),
        website: None,
        country: country.map(str::to_owned),
    };
    // A domain of its own for each: one that they share would flag every one for all others.
    let address = email(&format!("office@{}.example", Slug::reading(name).as_str()))?;
    let organization = organizations::add_organization(tx, &new, &address, VerifiedBy::Email, owner)?;
    coalitions::admit(tx, coalition.id, organization.id, vouching)?;
    let authority = organizations::authorities_of(tx, owner)?.pop();
    let letter = match invitations::hold_turn(tx, slug, None, None)? {
        Some(Turn::Open(open)) => open,
        _ => return Err(Fault::new("the demo letter is not open")),
    };
    let given = GivenSignature {
        withheld: false,
        revision: letter.revision().sha256(),
        group: Some(coalition.slug.clone()),
        representative_name: "Demo Representative".into(),
        representative_title: "Director".into(),
        show_representative: false,
        confirms_listed: None,
    };
    let authority = authority.ok_or_else(|| Fault::new("the demo's organization has no owner"))?;
    signatures::sign(tx, &authority, &letter, &given)
        .map(drop)
        .map_err(|refusal| Fault::new(format!("the demo could not sign: {refusal:?}")))
}
