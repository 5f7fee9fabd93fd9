// SPDX-License-Identifier: GPL-3.0-or-later
//! The shop with bugs once more, with the Rust SDK: `program SCENARIO`.
use std::error::Error;
use std::fmt;

use sentry::protocol::{Attachment, Context, Map, SessionStatus, SpanStatus, Value};
use sentry::{Breadcrumb, ClientOptions, Level, TransactionContext, User};

#[derive(Debug)]
struct CardError;

impl fmt::Display for CardError {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        write!(f, "no card in the wallet")
    }
}

impl Error for CardError {}

#[derive(Debug)]
struct PaymentError {
    order: u32,
    cause: CardError,
}

impl fmt::Display for PaymentError {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        write!(f, "order {} cannot be paid", self.order)
    }
}

impl Error for PaymentError {
    fn source(&self) -> Option<&(dyn Error + 'static)> {
        Some(&self.cause)
    }
}

#[inline(never)]
fn split_bill(total: u32, guests: &[&str]) -> u32 {
    total.checked_div(guests.len() as u32).expect("nobody pays")
}

fn uncaught() {
    split_bill(42, &[]);
}

fn caught_chain() {
    sentry::capture_error(&PaymentError { order: 17, cause: CardError });
}

fn breadcrumb(category: &str, message: &str, level: Level, key: &str, value: Value) {
    sentry::add_breadcrumb(Breadcrumb {
        category: Some(category.into()),
        message: Some(message.into()),
        level,
        data: Map::from([(key.to_string(), value)]),
        ..Default::default()
    });
}

fn context() {
    sentry::configure_scope(|scope| {
        scope.set_tag("shop", "ladders");
        scope.set_user(Some(User {
            id: Some("42".into()),
            username: Some("ada".into()),
            email: Some("ada@example.org".into()),
            ..Default::default()
        }));
        let basket = Map::from([("items".to_string(), 3.into()), ("total".to_string(), "37.00".into())]);
        scope.set_context("basket", Context::Other(basket));
        scope.set_extra("attempt", 2.into());
    });
    breadcrumb("cart", "added ladder", Level::Info, "sku", "L-300".into());
    breadcrumb("http", "card refused", Level::Warning, "status", 402.into());
    sentry::capture_message("The basket is empty", Level::Warning);
}

/// What is sent beside events, and an event of the same trace.
fn beside() {
    sentry::start_session();
    let transaction = sentry::start_transaction(TransactionContext::new("POST /checkout", "checkout"));
    let span = transaction.start_child("db", "SELECT price FROM ladders");
    sentry::configure_scope(|scope| scope.set_span(Some(span.clone().into())));
    caught_chain();
    span.finish();
    transaction.set_status(SpanStatus::InternalError);
    transaction.finish();
    sentry::with_scope(
        |scope| {
            scope.add_attachment(Attachment {
                buffer: b"1 ladder\n".to_vec(),
                filename: "basket.txt".into(),
                ..Default::default()
            })
        },
        || sentry::capture_message("The basket is attached", Level::Info),
    );
    sentry::end_session_with_status(SessionStatus::Exited);
}

fn main() {
    let scenario = std::env::args().nth(1).expect("a scenario");
    let options = ClientOptions {
        release: Some("shop@1.4.2".into()),
        environment: Some("test".into()),
        server_name: Some("till-3".into()),
        in_app_include: vec!["program"],
        traces_sample_rate: 1.0,
        ..Default::default()
    };
    // Its DSN comes from SENTRY_DSN. What is queued is sent when this goes.
    let client = sentry::init(options);
    match scenario.as_str() {
        "uncaught" => uncaught(),
        "caught_chain" => caught_chain(),
        "context" => context(),
        "beside" => beside(),
        _ => panic!("no such scenario"),
    }
    client.close(Some(std::time::Duration::from_secs(10)));
}
