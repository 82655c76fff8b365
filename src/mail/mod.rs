//! The outbox: a mail is a row in the transaction of its cause; a worker delivers it.
//!
//! So a mail is sent if and only if what it tells was committed, a crash loses none, and a mail
//! server that is away delays them. The only place that names lettre.

mod delivery;
pub mod handlers;
mod message;
mod model;
mod pages;
mod worker;

pub use delivery::Delivery;
pub use message::Message;
pub use model::{
    Outbox, SENT_KEPT_SECONDS, attach, enqueue, enqueue_all, enqueue_with, forget_sent, outbox,
    refused_among, try_refused_again,
};
pub use worker::{Worker, start};
