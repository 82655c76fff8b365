//! What always holds of changes and their undoing.

use super::*;
use proptest::prelude::*;

fn ids() -> [SignatureId; 5] {
    std::array::from_fn(|_| SignatureId::new())
}

/// Some of five rows, each with two fields.
fn rows() -> impl Strategy<Value = Vec<Option<(u8, Option<u8>)>>> {
    proptest::collection::vec(proptest::option::of((0..3_u8, proptest::option::of(0..3_u8))), 5)
}

fn lines(rows: &[Option<(u8, Option<u8>)>], ids: &[SignatureId]) -> BTreeMap<SignatureId, Fields> {
    let row = |(a, b): &(u8, Option<u8>)| {
        Map::from_iter([("a".to_owned(), Value::from(*a)), ("b".to_owned(), Value::from(*b))])
    };
    rows.iter().zip(ids).filter_map(|(fields, id)| Some((*id, row(fields.as_ref()?)))).collect()
}

proptest! {
    #[test]
    fn undo_is_the_inverse_of_a_change(before in rows(), after in rows()) {
        let ids = ids();
        let (before, after) = (lines(&before, &ids), lines(&after, &ids));
        let difference = changed(&before, &after);
        let stored: Vec<Changed<SignatureId>> =
            serde_json::from_str(&serde_json::to_string(&difference).unwrap()).unwrap();
        let mut undone = after.clone();
        prop_assert!(put_back(&mut undone, &stored));
        prop_assert_eq!(&undone, &before);
        prop_assert_eq!(difference.is_empty(), before == after);
    }

    #[test]
    fn an_undo_touches_nothing_but_what_its_change_touched(
        before in rows(), after in rows(), since in rows(),
    ) {
        let ids = ids();
        let (before, after, since) = (lines(&before, &ids), lines(&after, &ids), lines(&since, &ids));
        let difference = changed(&before, &after);
        let mut undone = since.clone();
        if put_back(&mut undone, &difference) {
            for (id, is) in &since {
                let change = difference.iter().find(|change| change.id == *id);
                let touched = |name: &String| change.is_some_and(|c| c.after.as_ref().is_some_and(|a| a.contains_key(name)));
                for (name, value) in is.iter().filter(|(name, _)| !touched(name)) {
                    prop_assert_eq!(undone.get(id).and_then(|fields| fields.get(name)), Some(value));
                }
            }
        }
    }
}
