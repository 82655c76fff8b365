//! Argon2 in memory that is used again. What the library takes for each hash is aligned, and what the allocator gets
//! back of that it seldom finds for the next: after a hundred hashes ten times 19 MiB lay in the thread's heap.

use std::cell::RefCell;

use argon2::password_hash::phc::{self, Output, ParamsString, Salt};
use argon2::password_hash::{CustomizedPasswordHasher, Error, PasswordHasher, Result};
use argon2::{Algorithm, Argon2, Block, Params, Version};

/// Hashes and compares as [`Argon2`] does, one password after the other.
#[derive(Default)]
pub(super) struct Hasher {
    parameters: Params,
    memory: RefCell<Vec<Block>>,
}

impl Hasher {
    /// One that makes hashes with these parameters.
    pub fn with(parameters: Params) -> Self {
        Self { parameters, ..Self::default() }
    }

    /// Whether it keeps memory for the next.
    pub fn keeps_memory(&self) -> bool {
        !self.memory.borrow().is_empty()
    }

    /// Gives the memory back.
    pub fn rest(&self) {
        self.memory.take();
    }
}

impl CustomizedPasswordHasher<phc::PasswordHash> for Hasher {
    type Params = Params;

    fn hash_password_customized(
        &self,
        password: &[u8],
        salt: &[u8],
        algorithm: Option<&str>,
        version: Option<u32>,
        params: Params,
    ) -> Result<phc::PasswordHash> {
        let algorithm = algorithm.map(Algorithm::try_from).transpose()?.unwrap_or_default();
        let version = version.map(Version::try_from).transpose()?.unwrap_or_default();
        let salt = Salt::new(salt)?;
        let mut buffer = [0; Output::MAX_LENGTH];
        let length = params.output_len().unwrap_or(Params::DEFAULT_OUTPUT_LEN);
        let out = buffer.get_mut(..length).ok_or(Error::OutputSize)?;
        let mut memory = self.memory.borrow_mut();
        memory.resize(params.block_count(), Block::default());
        let argon2 = Argon2::new(algorithm, version, params);
        argon2.hash_password_into_with_memory(password, &salt, out, memory.as_mut_slice())?;
        Ok(phc::PasswordHash {
            algorithm: algorithm.ident(),
            version: Some(version.into()),
            params: ParamsString::try_from(argon2.params())?,
            salt: Some(salt),
            hash: Some(Output::new(out)?),
        })
    }
}

impl PasswordHasher<phc::PasswordHash> for Hasher {
    fn hash_password_with_salt(&self, password: &[u8], salt: &[u8]) -> Result<phc::PasswordHash> {
        self.hash_password_with_params(password, salt, self.parameters.clone())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use argon2::password_hash::PasswordVerifier;

    #[test]
    fn it_hashes_and_compares_as_argon2_does_also_in_memory_that_was_used() {
        let hasher = Hasher::with(Params::new(64, 2, 1, None).unwrap());
        let mut known = Vec::new();
        for (memory, passes, lanes) in [(64, 2, 1), (4096, 1, 2), (32, 3, 1), (512, 1, 4)] {
            for (algorithm, password) in [(Algorithm::Argon2id, "one"), (Algorithm::Argon2i, "another")] {
                let params = Params::new(memory, passes, lanes, Some(24)).unwrap();
                let theirs = Argon2::new(algorithm, Version::V0x13, params.clone())
                    .hash_password_with_salt(password.as_bytes(), b"some salt of ours")
                    .unwrap();
                let ours = hasher.hash_password_customized(
                    password.as_bytes(),
                    b"some salt of ours",
                    Some(algorithm.as_str()),
                    Some(Version::V0x13.into()),
                    params,
                );
                assert_eq!(ours.unwrap().to_string(), theirs.to_string());
                known.push((password, theirs));
            }
        }
        for (password, hash) in &known {
            assert!(hasher.verify_password(password.as_bytes(), hash).is_ok());
            assert_eq!(hasher.verify_password(b"a third", hash), Err(Error::PasswordInvalid));
        }
        let made = hasher.hash_password(b"one").unwrap();
        assert!(made.to_string().starts_with("$argon2id$v=19$m=64,t=2,p=1$"), "{made}");
        assert!(Argon2::default().verify_password(b"one", &made).is_ok());
        assert_ne!(made.salt, hasher.hash_password(b"one").unwrap().salt);
        assert!(hasher.keeps_memory());
        hasher.rest();
        assert!(!hasher.keeps_memory());
        assert!(hasher.verify_password(b"one", &made).is_ok());
    }
}
