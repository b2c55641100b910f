//! Persons, their accounts and what is theirs.

mod consent;
pub mod facade;
mod mail;
mod person;
mod role;
