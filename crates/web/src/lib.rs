//! The web: what every page and every handler of the slices stands on.
//!
//! **Vocabulary.** [`App`] is the state of all handlers. [`Ctx`] is one request: who asks, in which
//! language, for what. [`Fields`] is a form as it was typed; [`Form`] prints its controls. [`Head`]
//! is what stands above a page's body; [`Ctx::page`] puts both into the layout. [`Routes`] is the
//! route table, which names the act of each route. [`Slice`] is what a slice hands over.
//!
//! **Invariants.** No handler runs before the policy allowed its act to something. What a person
//! typed is never lost: a form that cannot be taken is shown again, whole. Every answer is in the
//! language chosen. No script or style stands in a page. A change that lost to another is tried
//! again as a whole request; nothing lives in the process.
//!
//! **Walkthrough: a page.** The middleware makes the [`Ctx`] from cookies and headers; the gate
//! asks the policy about the route's act; the handler loads and returns
//! `ctx.page(Head::new(title), Body { … })`; the layout wraps the body. An [`Error`] on the way is
//! shown as a page, or as `application/problem+json` where a program asks.

mod app;
mod assemble;
pub mod assets;
pub mod cookie;
mod ctx;
mod error;
mod fields;
pub mod file;
mod form;
mod kept;
pub mod map;
mod middleware;
mod page;
pub mod picture;
mod routes;
mod signed_out;
mod text;
pub mod ui;

pub use app::{App, Identify, NobodySignsIn, Site};
pub use assemble::{Assembled, assemble, assemble_with, texts_of};
pub use ctx::Ctx;
pub use error::{Error, Result};
pub use fields::{Fields, File};
pub use form::{Control, Form};
pub use middleware::LARGEST_FORM;
pub use page::{Head, Problem};
pub use routes::{Kind, RouteInfo, Routes, Slice};
pub use text::{Arg, T, Text, TextFault, Texts};

/// The texts of this crate.
pub const TEXTS: &[Text] = crate::texts!("web");
