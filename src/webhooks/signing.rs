//! The signature of Standard Webhooks: whoever has the secret knows that we sent it, and when.

use data_encoding::BASE64;
use hmac::{Hmac, KeyInit, Mac};
use rand::RngExt;
use sha2::Sha256;

const PREFIX: &str = "whsec_";

/// A secret nobody has seen: 192 bits, as the specification asks for.
pub(super) fn new_secret() -> String {
    let bytes: [u8; 24] = rand::rng().random();
    format!("{PREFIX}{}", BASE64.encode(&bytes))
}

/// The value of `webhook-signature`: one signature for each secret, so that a receiver has a day to change
/// to another.
pub(super) fn signatures(secrets: &[&str], id: &str, seconds: i64, body: &str) -> String {
    let content = format!("{id}.{seconds}.{body}");
    let signed = secrets.iter().filter_map(|secret| {
        let key = BASE64.decode(secret.strip_prefix(PREFIX)?.as_bytes()).ok()?;
        let mac = Hmac::<Sha256>::new_from_slice(&key).ok()?.chain_update(content.as_bytes());
        Some(format!("v1,{}", BASE64.encode(&mac.finalize().into_bytes())))
    });
    signed.collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_signature_is_the_specifications() {
        // The vector that the specification's own libraries are tested with.
        let secret = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
        let body = r#"{"test": 2432232314}"#;
        let signed = signatures(&[secret], "msg_p5jXN8AQM9LWM0D4loKWxJek", 1_614_265_330, body);
        assert_eq!(signed, "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=");
        let both = signatures(&[&new_secret(), secret], "msg_p5jXN8AQM9LWM0D4loKWxJek", 1_614_265_330, body);
        assert!(both.ends_with(&format!(" {signed}")) && both.len() == 2 * signed.len() + 1, "{both}");
        assert_ne!(new_secret(), new_secret());
    }
}
