//! **Rights over one's data**: a person takes everything along that is kept about them, deletes their
//! account, and reads beforehand what is kept and how long; what a letter needed of people is erased some
//! months after it closed.
//!
//! This stands right of all models, because what is known of a person lies in all of them. Each table
//! that knows people, and what becomes of its rows when a person leaves (`leaving.rs`) and when a
//! letter's contacts are erased (`retention.rs`):
//!
//! | table | knows of a person | when they leave | when a letter's contacts are erased |
//! |---|---|---|---|
//! | `people` | name, title, address, hash of the password | deleted | – |
//! | `sessions`, `known_devices`, `sign_in_steps`, `second_factors`, `recovery_codes`, `password_resets`, `email_changes` | how they sign in | deleted with them | – |
//! | `memberships`, `letter_coordinators`, `coalition_coordinators` | what they act for | deleted; refused while others depend on them alone | – |
//! | `signatures` | the name beside the organization's, who gave it | the signature stays; the name stays or becomes "A representative", as they choose; who gave it is forgotten | a name that the public does not see is erased |
//! | `prepared_signatures` | who prepared and settled, the name to be printed | those that wait and name them are deleted; of others who did it is forgotten | deleted |
//! | `reconsents`, `deadline_extensions`, `deliveries`, `answers`, `list_changes`, `press_links`, `coalition_members`, `distinct_signatures` | who did it | the act stays, who did it is forgotten | expired `press_links`, which are called after journalists, are deleted |
//! | `reconsent_links`, `approval_links` | whose link it is | deleted with them | `approval_links` are deleted |
//! | `signature_declarations`, `authority_voices` | who declared to be authorised or spoke in a case, with which address | what was declared stays; the address is erased, the name as they choose | names and addresses are erased, what was declared in which role stays |
//! | `signature_links`, `acting_for` | whose they are | deleted with them | – |
//! | `authority_cases`, `queue_entries`, `organization_verifications`, `organization_logos` | who decided or did it | the act stays, who did it is forgotten | – |
//! | `api_tokens`, `webhooks`, `webhook_deliveries` | whose programs come in, and where they are told | deleted with them | – (what was sent is deleted after a month) |
//! | `organization_email_changes` | who asked | deleted with them | – |
//! | `delivery_copies` | who got the final copy | those to their address are deleted | deleted |
//! | `letter_log` | who did it; addresses and names in its words | the act stays, who did it is forgotten, and their name and address in its words | addresses, names and what was said of invitations are erased |
//! | `revisions` | who locked it | an id that names nobody | – (a revision is never changed) |
//! | `invitations`, `invitation_links` | address, name, notes, answers | those to their address are deleted | deleted; their tally stays in the log |
//! | `member_invitations`, `coordinator_invitations`, `registrations`, `operator_invitations` | an address | those to their address are deleted | `coordinator_invitations` are deleted |
//! | `comments` | author and words | the words stay with the organization's name or are erased, as they choose | the author's name is erased, the organization's and the words stay |
//! | `signature_evidence` | who said yes, the mail that proves it | who entered it is forgotten | the names, the mail and the file are erased, when it was said stays |
//! | `imports` | what they are importing | deleted with them | – |
//! | `outbox_mails` | address, and words until it is sent | those to their address are deleted, but for the one that says so | – (all are deleted after a month) |
//! | `organization_claims` | who claims to act for an organization, from which address | deleted with them; who answered or decided is forgotten | – |
//! | `reports` | where the answer goes | the address is erased; who settled it is forgotten | – (the address is erased with the answer) |
//! | `likeness_flags` | who settled it | the act stays, who did it is forgotten | – |
//! | `operator_log` | an operator's name and what they did | stays: nothing in it is ever changed | – |
//! | `deliveries.snapshot`, `delivered_files` | what stood on a delivered list | stays: it was handed over | stays |

mod export;
pub mod handlers;
mod leaving;
mod mails;
mod pages;
mod retention;

pub use retention::{erase_due_contacts, is_any_contact_due};
