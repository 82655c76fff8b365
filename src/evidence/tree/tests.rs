use proptest::prelude::*;

use super::*;

/// The leaves and the roots of the trees of them that the test vectors of Certificate Transparency
/// (RFC 6962 and RFC 9162 hash alike) give.
const LEAVES: [&str; 8] =
    ["", "00", "10", "2021", "3031", "40414243", "5051525354555657", "606162636465666768696a6b6c6d6e6f"];
const ROOTS: [&str; 9] = [
    "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
    "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
    "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
    "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
    "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
    "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
    "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
    "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
    "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328",
];

/// The root by the words of RFC 9162, 2.1.1, and nothing else.
fn by_the_rfc(leaves: &[Vec<u8>]) -> Vec<u8> {
    use sha2::{Digest, Sha256};
    match leaves {
        [] => Sha256::digest([]).to_vec(),
        [leaf] => Sha256::digest([&[0_u8][..], leaf].concat()).to_vec(),
        more => {
            let mut k = 1;
            while k * 2 < more.len() {
                k *= 2;
            }
            let (left, right) = more.split_at(k);
            Sha256::digest([&[1_u8][..], &by_the_rfc(left), &by_the_rfc(right)].concat()).to_vec()
        }
    }
}

fn grown(leaves: &[Vec<u8>]) -> Grown {
    let mut tree = Grown::default();
    for leaf in leaves {
        tree.push(leaf_hash(leaf)).unwrap();
    }
    tree
}

fn flipped(hash: Hash, bit: usize) -> Hash {
    let mut bytes = hash.0;
    bytes[bit / 8 % 32] ^= 1 << (bit % 8);
    Hash(bytes)
}

#[test]
fn the_test_vectors_of_certificate_transparency_come_out() {
    let leaves: Vec<Vec<u8>> =
        LEAVES.iter().map(|leaf| HEXLOWER_PERMISSIVE.decode(leaf.as_bytes()).unwrap()).collect();
    for (size, root) in ROOTS.iter().enumerate() {
        assert_eq!(hex(&grown(&leaves[..size]).root().unwrap().0), *root, "{size} leaves");
        assert_eq!(hex(&by_the_rfc(&leaves[..size])), *root, "{size} leaves by the RFC");
    }
    // The proofs that RFC 6962's implementations test themselves with.
    let tree = grown(&leaves);
    let proof = tlog::prove_record(8, 5, &InMemory(tree.nodes())).unwrap();
    assert_eq!(
        in_hex(&proof),
        [
            "bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b",
            "ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0",
            "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7"
        ]
    );
}

#[test]
fn no_size_from_outside_makes_it_fall_over() {
    let hash = leaf_hash(b"x");
    for size in [0, 1, 2, 3, LARGEST, LARGEST + 1, u64::MAX / 2 + 1, u64::MAX] {
        for leaf in [0, 1, size.saturating_sub(1), size, u64::MAX] {
            for length in [0, 1, 2, 40, 63, 64, 65, 200] {
                let proof = vec![hash; length];
                assert!(!includes(&proof, size, flipped(hash, 3), leaf, hash));
                assert!(!extends(&proof, (leaf, hash), (size, flipped(hash, 9))));
            }
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn every_proof_holds_and_no_bit_can_be_another(
        leaves in proptest::collection::vec(proptest::collection::vec(any::<u8>(), 0..6), 1..40),
        which in any::<prop::sample::Index>(), from in any::<prop::sample::Index>(), bit in 0_usize..256,
    ) {
        let tree = grown(&leaves);
        let size = leaves.len() as u64;
        let root = tree.root().unwrap();
        prop_assert_eq!(root.0.to_vec(), by_the_rfc(&leaves));
        let nodes = InMemory(tree.nodes());

        for leaf in 0..size {
            let proof = tlog::prove_record(size, leaf, &nodes).unwrap();
            let hash = leaf_hash(&leaves[leaf as usize]);
            prop_assert!(includes(&proof, size, root, leaf, hash));
            prop_assert!(!includes(&proof, size, flipped(root, bit), leaf, hash));
            prop_assert!(!includes(&proof, size, root, leaf, flipped(hash, bit)));
            if !proof.is_empty() {
                let mut other = proof.clone();
                let at = which.index(other.len());
                other[at] = flipped(other[at], bit);
                prop_assert!(!includes(&other, size, root, leaf, hash));
                prop_assert!(!includes(&proof[1..], size, root, leaf, hash));
            }
            let mut longer = proof.clone();
            longer.push(hash);
            prop_assert!(!includes(&longer, size, root, leaf, hash));
        }
        for smaller in 1..=size {
            let before = grown(&leaves[..smaller as usize]).root().unwrap();
            let proof = tlog::prove_tree(size, smaller, &nodes).unwrap();
            prop_assert!(extends(&proof, (smaller, before), (size, root)));
            prop_assert!(!extends(&proof, (smaller, flipped(before, bit)), (size, root)));
            if smaller < size {
                prop_assert!(!extends(&proof, (smaller, before), (size, flipped(root, bit))));
                let mut other = proof.clone();
                let at = which.index(other.len());
                other[at] = flipped(other[at], bit);
                prop_assert!(!extends(&other, (smaller, before), (size, root)));
            }
        }
        // A log in which one leaf is another has a proof from no earlier tree that had it.
        let at = from.index(leaves.len());
        let mut rewritten = leaves.clone();
        rewritten[at].push(7);
        let other = grown(&rewritten);
        let before = grown(&leaves[..=at]).root().unwrap();
        let proof = tlog::prove_tree(size, at as u64 + 1, &InMemory(other.nodes())).unwrap();
        prop_assert!(!extends(&proof, (at as u64 + 1, before), (size, other.root().unwrap())));
    }
}
