//! How an organization has to be verified at least to be listed under a letter by itself.

use crate::db::text_enum;
use crate::organizations::VerifiedBy;
use crate::text::words::say;

text_enum! {
    /// The least that a letter asks of its signatories. What is below it is not shut out: the
    /// signature waits for a coordinator.
    Minimum {
        /// A confirmed address, which every signatory has.
        Email = "email",
        /// An address at its own web domain, or more.
        Domain = "domain",
        /// Confirmed by a coalition as its member, or by the operator.
        Vouched = "vouched",
        /// Looked at by the operator.
        Operator = "operator",
    }
}

impl Minimum {
    /// Whether an organization that is verified like this is listed by itself.
    ///
    /// Each way counts for those before it: whoever asks for a domain takes "domain or vouched",
    /// because people who know an organization say more of it than its website does; whoever asks for
    /// a coalition's word is not content with a website.
    pub fn is_met_by(self, how: Option<VerifiedBy>) -> bool {
        how.is_some_and(|how| how.rank() >= self.least().rank())
    }

    /// The least way that meets it.
    fn least(self) -> VerifiedBy {
        match self {
            Self::Email => VerifiedBy::Email,
            Self::Domain => VerifiedBy::Domain,
            Self::Vouched => VerifiedBy::Vouched,
            Self::Operator => VerifiedBy::Operator,
        }
    }

    /// "This letter asks for …".
    pub fn in_words(self) -> String {
        match self {
            Self::Email => say!("letters-minimum-email"),
            Self::Domain => say!("letters-minimum-domain"),
            Self::Vouched => say!("letters-minimum-vouched"),
            Self::Operator => say!("letters-minimum-operator"),
        }
    }
}

/// "It is verified by …".
pub fn verified_in_words(how: Option<VerifiedBy>) -> String {
    match how {
        None => say!("letters-verified-not"),
        Some(VerifiedBy::Email) => say!("letters-verified-email"),
        Some(VerifiedBy::Domain) => say!("letters-verified-domain"),
        Some(VerifiedBy::Vouched) => say!("letters-verified-vouched"),
        Some(VerifiedBy::Operator) => say!("letters-verified-operator"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_way_counts_for_those_before_it() {
        use VerifiedBy::{Domain, Email, Operator, Vouched};
        let met = |minimum: Minimum| {
            [Email, Domain, Vouched, Operator].into_iter().filter(|how| minimum.is_met_by(Some(*how))).count()
        };
        assert_eq!(
            [Minimum::Email, Minimum::Domain, Minimum::Vouched, Minimum::Operator].map(met),
            [4, 3, 2, 1]
        );
        assert!(Minimum::Domain.is_met_by(Some(Vouched)) && !Minimum::Vouched.is_met_by(Some(Domain)));
        assert!(!Minimum::Email.is_met_by(None));
    }
}
