//! What a person shows once more before an act that cannot be taken back: the password, and the code
//! if they have a second factor. Whoever finds an open browser has neither.

use serde::Deserialize;

use crate::app::App;
use crate::error::{Error, Fault};
use crate::people::second_factor;
use crate::people::{Person, model};
use crate::text::complaints::Complaints;
use crate::text::words::say;
use crate::web::limits::Lane;

/// The two fields of such a form.
#[derive(Deserialize, Default)]
pub struct Proof {
    /// The password they have.
    #[serde(default)]
    pub password: String,
    /// The code, or a recovery code.
    #[serde(default)]
    pub otp: String,
}

/// Whether `proof` is right; what is wrong with it otherwise, at its fields. A right code is used up.
///
/// # Errors
/// 429 after many wrong ones.
pub async fn prove(app: &App, person: &Person, proof: Proof) -> Result<Result<(), Complaints>, Error> {
    let (account, now) = (person.email.as_str(), app.db.now());
    let _turn = app.limits.turn_to_sign_in(account, &Lane::Session, now).await?;
    let id = person.id;
    let found = app.db.read::<_, Fault, _>(move |tx| {
        Ok((model::find_password(tx, id)?, second_factor::has_second_factor(tx, id)?))
    });
    let (hash, coded) = found.await?;
    if !app.passwords.verify(proof.password, hash).await?.is_right() {
        app.limits.sign_in_failed(account, &Lane::Session, now);
        return Ok(Err(Complaints::about("password", say!("people-wrong-password"))));
    }
    if coded {
        let code = proof.otp;
        let accepted = app.db.write::<_, Fault, _>(move |tx| second_factor::accept(tx, id, &code)).await?;
        if accepted.is_none() {
            app.limits.code_failed(account, &Lane::Session, now);
            let sentence = say!("people-wrong-code");
            return Ok(Err(Complaints::about("otp", sentence)));
        }
    }
    app.limits.signed_in(account, &Lane::Session);
    Ok(Ok(()))
}
