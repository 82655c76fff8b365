//! A whole sign-on, from the first draft to the delivered letter, by everyone's own hands: a
//! coordinator at a desk, forty organizations each with a telephone, a reader.

use serde_json::Value;
use undersigned::demo;

use super::support::{Site, Window, until};

const TITLE: &str = "We, {{count}} organizations: open the road";
const DRAFT: &str = "The road out of the city has been closed for nine days.\n\nWe ask for a pause of one day.\n\n\
                     We ask that nobody be held at the checkpoints.";
const AFTER_COMMENTS: &str = "The road out of the city has been closed for nine days.\n\nWe ask for a pause of three days.\n\n\
                              We ask that nobody be held at the checkpoints.";
const IN_SUBSTANCE: &str = "The road out of the city has been closed for nine days.\n\nWe ask for an end of the siege.\n\n\
                            We ask that nobody be held at the checkpoints.";

/// An organization that was invited.
struct Invited {
    name: String,
    email: String,
}

fn forty() -> Vec<Invited> {
    let places = ["Orontes", "Afrin", "Queiq", "Sajur", "Balikh", "Khabur", "Litani", "Jaghjagh"];
    let kinds = ["Relief", "Medical Aid", "Women’s League", "Schools Fund", "جمعية إغاثة"];
    let names = kinds.iter().flat_map(|kind| places.iter().map(move |place| format!("{place} {kind}")));
    (1..)
        .zip(names)
        .map(|(n, name)| Invited { name, email: format!("office{n:02}@invited.example") })
        .collect()
}

/// The way from the mail to the signature: the personal link, an account, the mail again, the name.
async fn signs(site: &Site, phone: &Window, guest: &Invited) {
    phone.forgets_who_it_is().await;
    phone.opens(&site.link_mailed_to(&guest.email, "/invitations/").await).await;
    phone.sees("three days").await;
    phone.submits("/acceptance").await;
    phone.finds("form[action='/register']").await;
    for (field, expected) in [("organization_name", &guest.name), ("email", &guest.email)] {
        assert_eq!(phone.value_of(field).await, *expected, "the form knows who was invited");
    }
    if phone.value_of("person_name").await.is_empty() {
        phone.writes("person_name", "Nour Haddad").await;
    }
    phone.writes("password", "a river runs through it").await;
    phone.submits("/register").await;
    let link = site.link_mailed_to(&guest.email, "/confirm/").await;
    phone.opens(&link).await;
    phone.sees(&guest.name).await;
    phone.presses_in("main form[action^='/confirm/'] button").await;
    phone.ticks("authority").await;
    phone.submits("/sign").await;
    phone.sees(&format!("{} has signed", guest.name)).await;
}

/// The board's numbers: how many stand at each stage.
async fn board(desk: &Window, letter: &str) -> Vec<(String, u64)> {
    desk.opens(&format!("{letter}/invitations")).await;
    let stages = desk
        .asks(
            "const at = {}; document.querySelectorAll('ul.board [data-stage]').forEach(line => { \
               at[line.dataset.stage] = (at[line.dataset.stage] || 0) + 1; }); return at",
        )
        .await;
    let stages = stages.as_object().expect("stages").iter();
    stages.map(|(stage, count)| (stage.clone(), count.as_u64().expect("a number"))).collect()
}

fn stages(of: &[(&str, u64)]) -> Vec<(String, u64)> {
    of.iter().map(|(stage, count)| ((*stage).to_owned(), *count)).collect()
}

#[tokio::test(flavor = "multi_thread")]
async fn a_whole_sign_on_from_the_draft_to_the_delivery_on_sqlite() {
    if let Some(site) = Site::with_demo().await {
        a_whole_sign_on(site).await;
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_whole_sign_on_from_the_draft_to_the_delivery_on_postgres() {
    if let Some(site) = Site::with_demo_on_postgres().await {
        a_whole_sign_on(site).await;
    }
}

async fn a_whole_sign_on(site: Site) {
    let (mut desk, mut phone, mut reader) =
        (site.window().await, site.narrow_window().await, site.window().await);
    reader.may_say("status of 404"); // the letter while it is private
    desk.may_say("status of 422");
    phone.may_say("status of 410");
    let guests = forty();

    // The draft.
    desk.signs_in("coordinator@example.org", demo::PASSWORD).await;
    desk.opens("/letters/new").await;
    desk.fills(&[("title", TITLE), ("addressees", "To the Security Council"), ("body", DRAFT)]).await;
    desk.submits("/letters/new").await;
    desk.sees("Saved.").await;
    let letter = desk.client.current_url().await.expect("an address").path().replace("/edit", "");

    // Forty are invited to read it; two say what they could not sign, and are answered.
    desk.opens(&format!("{letter}/invitations")).await;
    let table: Vec<String> = guests.iter().map(|guest| format!("{},{}", guest.name, guest.email)).collect();
    desk.fills(&[("csv", &format!("organization,email\n{}", table.join("\n")))]).await;
    desk.submits("/invitations").await;
    desk.sees("40 addresses invited").await;
    for (guest, says) in
        [(&guests[0], "One day is not enough: three."), (&guests[39], "Name the checkpoints.")]
    {
        phone.forgets_who_it_is().await;
        phone.opens(&format!("{}/comments", site.link_mailed_to(&guest.email, "/invitations/").await)).await;
        phone.asks("document.querySelector('#p-1 details.commenting').open = true").await;
        phone.writes_in("#p-1 [name=body]", says).await;
        phone.presses_in("#p-1 [name=red_line]").await;
        phone.presses_in("#p-1 details.commenting form button").await;
        phone.sees("Your comment is kept").await;
    }
    desk.opens(&format!("{letter}/comments?show=red-lines")).await;
    desk.sees("One day is not enough").await;
    desk.sees("Name the checkpoints.").await;
    desk.opens(&format!("{letter}/comments")).await;
    desk.asks("document.querySelector('#p-1 article.comment details').open = true").await;
    desk.writes_in("#p-1 article.comment [name=answer]", "It says three.").await;
    desk.presses_in("#p-1 article.comment form[action$='/answer'] button").await;
    desk.sees("It says three.").await;
    desk.presses_in("#p-1 article.comment form[action$='/resolution'] button").await;
    desk.sees("Resolved.").await;
    phone.opens(&site.link_mailed_to(&guests[0].email, "/invitations/").await).await;
    phone.sees("It says three.").await;
    desk.opens(&format!("{letter}/edit")).await;
    desk.fills(&[("body", AFTER_COMMENTS)]).await;
    desk.submits("/edit").await;
    desk.sees("Saved.").await;

    // The text is locked. Twenty-five sign it, two decline, one says yes by mail.
    desk.submits("/opening").await;
    desk.sees("locked").await;
    site.mails_are_sent(40 + 40 + 1 + 1).await;
    for guest in &guests[..25] {
        signs(&site, &phone, guest).await;
    }
    for (guest, why) in [(&guests[25], "We do not sign on politics."), (&guests[26], "")] {
        phone.forgets_who_it_is().await;
        phone.opens(&format!("{}/decline", site.link_mailed_to(&guest.email, "/invitations/").await)).await;
        phone.writes("reason", why).await;
        phone.submits("/decline").await;
        phone.sees("You have declined").await;
    }
    assert_eq!(board(&desk, &letter).await, stages(&[("declined", 2), ("invited", 13), ("signed", 25)]));
    desk.sees("We do not sign on politics.").await;
    desk.opens(&format!("{letter}/list/listed")).await;
    desk.fills(&[("name", "Barada Bakers’ Union"), ("said_by", "Its director, by mail")]).await;
    desk.sets("said_at", "2026-11-20T09:00").await;
    desk.submits("/list/listed").await;
    desk.sees("Barada Bakers’ Union").await;

    // The demand changes: of the twenty-five, twenty-four keep their name under it and one leaves.
    desk.opens(&format!("{letter}/revising")).await;
    desk.fills(&[("body", IN_SUBSTANCE), ("note", "An end of the siege instead of a pause.")]).await;
    desk.presses_in("[name=kind][value=substantive]").await;
    desk.presses_in("form[action$='/revisions'] button[value=lock]").await;
    desk.sees("The revision is locked").await;
    for (n, guest) in guests[..25].iter().enumerate() {
        phone.forgets_who_it_is().await;
        phone.opens(&site.link_mailed_to(&guest.email, "/reconsents/").await).await;
        phone.sees("An end of the siege instead of a pause.").await;
        let changes =
            "return [...document.querySelectorAll('del, ins')].map(e => e.innerText.trim()).join('|')";
        assert_eq!(phone.asks(changes).await, "a pause of three days|an end of the siege");
        let answer = if n == 24 { "withdraw" } else { "keep" };
        phone.presses_in(&format!("form button[name=answer][value={answer}]")).await;
        phone.sees(if n == 24 { "has withdrawn" } else { "keeps its signature, under revision 2" }).await;
    }

    // It becomes public at an instant, and not before.
    desk.opens(&format!("{letter}/edit")).await;
    desk.asks("document.querySelectorAll('details').forEach(details => details.open = true)").await;
    desk.sets("at", &site.minutes_from_here(60)).await;
    desk.presses_in("input[name=at]:not([type=hidden])").await;
    desk.presses_in("form:has(input[name=at]) button").await;
    desk.sees("by itself").await;
    reader.opens(&letter).await;
    assert!(!reader.text().await.contains("siege"), "a private letter is not there");
    site.waits(61 * 60);
    until("the letter to be public", async || {
        reader.opens(&letter).await;
        reader.text().await.contains("We ask for an end of the siege").then_some(())
    })
    .await;
    let list = reader.list().await;
    let lines: Vec<&String> = list.iter().filter(|line| !line.starts_with('#')).collect();
    assert_eq!(lines.len(), 25, "{list:#?}");
    for (n, line) in lines.iter().enumerate() {
        assert!(line.starts_with(&format!("{} ", n + 1)), "{line} is number {}", n + 1);
    }
    reader.sees("We, 25 organizations: open the road").await;
    for guest in &guests[..24] {
        assert!(lines.iter().any(|line| line.ends_with(&guest.name)), "{} in {lines:#?}", guest.name);
    }
    for gone in &guests[24..] {
        assert!(!lines.iter().any(|line| line.ends_with(&gone.name)), "{} in {lines:#?}", gone.name);
    }
    let listed =
        "return [...document.querySelectorAll('#signatories li.listed .name')].map(e => e.innerText)";
    assert_eq!(reader.asks(listed).await, serde_json::json!(["Barada Bakers’ Union"]));

    // It is delivered: once, as it stands, with the final copy for everyone who signed.
    desk.opens(&format!("{letter}/delivery")).await;
    desk.fills(&[("delivered_to", "The President of the Security Council")]).await;
    desk.submits("/delivery").await;
    desk.sees("letter.pdf").await;
    desk.sees("25 organizations").await;
    for guest in &guests[..24] {
        site.link_mailed_to(&guest.email, &format!("{letter}/delivery")).await;
    }
    let pack = site.file(&format!("{letter}/delivery/letter.json")).await;
    let pack: Value = serde_json::from_slice(&pack).expect("JSON");
    assert_eq!(pack["snapshot"]["count"], 25);
    reader.opens(&format!("{letter}/history")).await;
    reader.sees("An end of the siege instead of a pause.").await;
    desk.opens(&format!("{letter}/log")).await;
    for happened in ["delivered", "published", "commented", "declined"] {
        desk.sees(happened).await;
    }
    site.finish([desk, phone, reader]).await;
}
