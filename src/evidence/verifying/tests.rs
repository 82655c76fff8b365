use ed25519_dalek::{Signer, SigningKey};
use proptest::prelude::*;
use serde_json::json;

use super::*;
use crate::evidence::keys::encoded;
use crate::evidence::leaves::Opening;
use crate::evidence::tree::{Grown, leaf_hash};
use crate::ids::{SignatureId, hex};

/// A receipt whose letter's log has three leaves, and the checkpoint of the log when it had one.
fn receipt() -> (Value, String) {
    let key = SigningKey::from_bytes(&[7; 32]);
    let origin = "undersigned.example/letters/aleppo";
    let content = json!({
        "acronym": null, "country": "TR", "display": "named", "group": "Syrian NGO Alliance", "name": "بسمة وزيتونة",
        "organization": "0190b0a0-0000-7000-8000-000000000000", "revision": "ab".repeat(32),
        "signed_at": "2016-12-14T12:00:00Z", "status": "confirmed",
    });
    let opening = Opening::of(SignatureId::new(), canonical(&content).unwrap());
    let leaf = canonical(&json!({
        "at": "2016-12-14T12:00:00Z", "commitment": opening.commitment(), "kind": "signed", "line": 1,
    }))
    .unwrap();
    let mut tree = Grown::default();
    tree.push(leaf_hash(b"published")).unwrap();
    let first = notes::signed(origin, 1, tree.root().unwrap(), &key).unwrap();
    tree.push(leaf_hash(leaf.as_bytes())).unwrap();
    tree.push(leaf_hash(b"another")).unwrap();
    let body = json!({
        "act": "signed", "display": "named", "issuer": "https://undersigned.example", "kind": MARK,
        "letter": {"address": "https://undersigned.example/letters/aleppo", "log": origin, "title": "Open the \"road\""},
        "organization": {"acronym": null, "country": "TR", "name": "بسمة وزيتونة"},
        "position": 2, "revision": {"number": 1, "sha256": "ab".repeat(32)}, "signature": "x",
        "signed_at": "2016-12-14T12:00:00Z", "status": "confirmed", "time": "2016-12-14T12:00:00Z",
    });
    let signed = key.sign(canonical(&body).unwrap().as_bytes());
    let file = json!({
        "receipt": body,
        "signature": {
            "algorithm": "Ed25519", "key_id": name_of(&key.verifying_key()),
            "public_key": encoded(&key.verifying_key()), "value": BASE64URL_NOPAD.encode(&signed.to_bytes()),
        },
        "proof": {
            "leaf": leaf, "index": 1, "opening": {"salt": hex(&opening.salt), "content": content},
            "inclusion": [hex(&leaf_hash(b"published").0), hex(&leaf_hash(b"another").0)],
            "checkpoint": notes::signed(origin, 3, tree.root().unwrap(), &key).unwrap(),
            "checkpoint_key": encoded(&key.verifying_key()),
        },
    });
    (file, first)
}

#[test]
fn what_was_given_holds_and_says_so_in_words() {
    let (file, first) = receipt();
    let bytes = file.to_string().into_bytes();
    let verdict = verify(&bytes, None, None).unwrap();
    assert!(verdict.holds(), "{}", verdict.in_words());
    let words = verdict.in_words();
    assert!(words.contains("بسمة وزيتونة put its name under “Open the \"road\"”"), "{words}");
    assert!(words.contains("leaf 1 of the 3") && words.contains("You gave no key"), "{words}");

    let key = file["signature"]["public_key"].as_str().unwrap().as_bytes();
    let kept = Kept { checkpoint: first.as_bytes(), consistency: None };
    let verdict = verify(&bytes, Some(key), Some(kept)).unwrap();
    assert!(!verdict.holds() && verdict.in_words().contains("?from=1&to=3"), "{}", verdict.in_words());
    // The proof from one leaf to three: the second, and the third.
    let second = leaf_hash(file["proof"]["leaf"].as_str().unwrap().as_bytes());
    let proof = json!({"hashes": [hex(&second.0), hex(&leaf_hash(b"another").0)]}).to_string();
    let kept = Kept { checkpoint: first.as_bytes(), consistency: Some(proof.as_bytes()) };
    let verdict = verify(&bytes, Some(key), Some(kept)).unwrap();
    assert!(verdict.holds(), "{}", verdict.in_words());
}

#[test]
fn words_from_a_file_cannot_move_the_cursor_of_a_terminal() {
    let (mut file, _) = receipt();
    file["receipt"]["organization"]["name"] = json!("\u{1b}[2J\u{9b}evil\r\n");
    let verdict = verify(file.to_string().as_bytes(), None, None).unwrap();
    assert!(!verdict.in_words().contains(['\u{1b}', '\u{9b}', '\r']), "{:?}", verdict.in_words());
}

proptest! {
    #[test]
    fn a_file_with_another_byte_never_makes_it_fall_over_nor_say_another_thing(
        at in any::<prop::sample::Index>(), byte in any::<u8>(), cut in any::<bool>(),
    ) {
        let (file, first) = receipt();
        let mut bytes = file.to_string().into_bytes();
        let at = at.index(bytes.len());
        bytes[at] = byte;
        if cut {
            bytes.truncate(at);
        }
        let kept = Kept { checkpoint: first.as_bytes(), consistency: Some(&bytes) };
        let _ = verify(&bytes, Some(&bytes), Some(kept));
        if let Ok(verdict) = verify(&bytes, None, None)
            && verdict.holds()
        {
            let read: Value = serde_json::from_slice(&bytes).unwrap();
            prop_assert_eq!(&read["receipt"], &file["receipt"]);
            if read["proof"].is_object() {
                prop_assert_eq!(&read["proof"]["leaf"], &file["proof"]["leaf"]);
            }
        }
    }

    #[test]
    fn no_bytes_make_it_fall_over(bytes in proptest::collection::vec(any::<u8>(), 0..200)) {
        let kept = Kept { checkpoint: &bytes, consistency: Some(&bytes) };
        let _ = verify(&bytes, Some(&bytes), Some(kept));
        let (file, _) = receipt();
        let _ = verify(file.to_string().as_bytes(), Some(&bytes), Some(kept));
        let _ = verify(file.to_string().as_bytes(), None, Some(kept));
    }
}
