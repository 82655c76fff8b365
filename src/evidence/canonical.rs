//! The canonical form of what is hashed and signed: JSON by RFC 8785 (JSON Canonicalization Scheme),
//! of values whose numbers are all whole.

use serde::Serialize;
use serde_json::Value;

use crate::error::Fault;

/// Why a value has no canonical form here.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct NotWhole;

/// The canonical form of a value that came from outside.
pub(super) fn canonical(value: &Value) -> Result<String, NotWhole> {
    let mut out = String::new();
    write(value, &mut out)?;
    Ok(out)
}

/// The canonical form of something of ours.
///
/// # Errors
/// None that can happen: our own values have strings and whole numbers.
pub(super) fn canonical_of(own: &impl Serialize) -> Result<String, Fault> {
    let value = serde_json::to_value(own)?;
    canonical(&value).map_err(|NotWhole| Fault::new("a value of ours has a number that is not whole"))
}

/// Strings and small whole numbers come out of serde_json as RFC 8785 has them; the order of the names
/// is ours to make, for a feature of serde_json that somebody else's crate turns on can change it. Parsed
/// values are at most 128 deep, which serde_json sees to.
fn write(value: &Value, out: &mut String) -> Result<(), NotWhole> {
    match value {
        Value::Object(fields) => {
            let mut names: Vec<&String> = fields.keys().collect();
            names.sort_by_cached_key(|name| name.encode_utf16().collect::<Vec<u16>>());
            out.push('{');
            for (at, name) in names.into_iter().enumerate() {
                if at > 0 {
                    out.push(',');
                }
                out.push_str(&Value::String(name.clone()).to_string());
                out.push(':');
                write(fields.get(name).unwrap_or(&Value::Null), out)?;
            }
            out.push('}');
        }
        Value::Array(items) => {
            out.push('[');
            for (at, item) in items.iter().enumerate() {
                if at > 0 {
                    out.push(',');
                }
                write(item, out)?;
            }
            out.push(']');
        }
        // Beyond 2^53 RFC 8785 writes what a double holds, which is another number.
        Value::Number(number) => match number.as_i64().filter(|n| n.unsigned_abs() < 1 << 53) {
            Some(whole) => out.push_str(&whole.to_string()),
            None => return Err(NotWhole),
        },
        Value::String(_) | Value::Bool(_) | Value::Null => out.push_str(&value.to_string()),
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn the_example_of_the_rfc_but_for_its_fractions() {
        let value: Value = serde_json::from_str(
            r#"{"numbers":[333333333, 4, 0], "string":"\u20ac$\u000F\u000aA'\u0042\u0022\u005c\\\"\/", "literals":[null,true,false]}"#,
        )
        .unwrap();
        let expected = "{\"literals\":[null,true,false],\"numbers\":[333333333,4,0],\"string\":\"€$\\u000f\\nA'B\\\"\\\\\\\\\\\"/\"}";
        assert_eq!(canonical(&value).unwrap(), expected);
    }

    #[test]
    fn names_stand_in_the_order_of_utf_16() {
        let value =
            json!({"\u{20ac}": 1, "\r": 2, "\u{fb33}": 3, "1": 4, "\u{1f600}": 5, "\u{80}": 6, "\u{f6}": 7});
        let expected =
            "{\"\\r\":2,\"1\":4,\"\u{80}\":6,\"\u{f6}\":7,\"\u{20ac}\":1,\"\u{1f600}\":5,\"\u{fb33}\":3}";
        assert_eq!(canonical(&value).unwrap(), expected);
    }

    #[test]
    fn numbers_are_whole() {
        for other in ["1.5", "1e400", "9007199254740993", "-0.0"] {
            let parsed = serde_json::from_str::<Value>(other);
            assert!(parsed.is_err() || canonical(&parsed.unwrap()).is_err(), "{other}");
        }
        assert_eq!(canonical(&json!([-5, 9_007_199_254_740_991_i64])).unwrap(), "[-5,9007199254740991]");
    }
}
