//! Permits, and the transactions they open.

use crate::{Act, Actor, Target, audit, policy};
use kernel::{Env, Event, PersonId, Refusal};
use serde_json::{Map, Value};
use store::{Db, Fault, RawTx};

/// The proof that the policy allows an act. It cannot be made in any other way.
#[derive(Debug, Clone)]
pub struct Permit {
    actor: Actor,
    act: Act,
    target: Target,
}

impl Permit {
    /// Asks the policy.
    ///
    /// # Errors
    /// [`Refusal`]: why not, and whom to ask.
    pub fn ask(actor: &Actor, act: Act, target: Target) -> Result<Permit, Refusal> {
        policy::decide(actor, act, target)?;
        Ok(Permit { actor: actor.clone(), act, target })
    }
    /// Who was allowed.
    pub fn actor(&self) -> &Actor {
        &self.actor
    }
    /// What was allowed.
    pub fn act(&self) -> Act {
        self.act
    }
    /// To what.
    pub fn target(&self) -> Target {
        self.target
    }
    /// Opens the writing transaction that the permit is for.
    ///
    /// # Errors
    /// [`Fault`] as the store says.
    pub async fn begin(self, db: &Db) -> Result<Tx, Fault> {
        let raw = db.begin_write().await?;
        let trace = Some(Trace { permit: self, detail: Map::new(), about: Vec::new() });
        Ok(Tx { raw, trace })
    }
}

/// Why rows are written without a trace of their own: they follow from an audited act, or say
/// nothing about anybody.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Technical {
    /// A session was used, an attempt to sign in was counted, a step of a sign-in was kept.
    SignIn,
    /// A message was sent or failed.
    Mail,
    /// Events were handled; findings were worked out anew from the records.
    Reaction,
    /// Old rows were removed when their time was over.
    Retention,
}

impl Technical {
    /// Opens a transaction for technical rows.
    ///
    /// # Errors
    /// [`Fault`] as the store says.
    pub async fn begin(self, db: &Db) -> Result<Tx, Fault> {
        Ok(Tx { raw: db.begin_write().await?, trace: None })
    }
}

#[derive(Debug)]
struct Trace {
    permit: Permit,
    detail: Map<String, Value>,
    about: Vec<PersonId>,
}

/// A writing transaction with its permit. Dropped without a commit, nothing was written.
#[derive(Debug)]
pub struct Tx {
    raw: RawTx,
    trace: Option<Trace>,
}

impl Tx {
    /// The connection, for statements.
    pub fn conn(&self) -> &impl store::Conn {
        self.raw.conn()
    }
    /// The time and chance the program runs on.
    pub fn env(&self) -> &Env {
        self.raw.env()
    }
    /// The permit; none for technical rows.
    pub fn permit(&self) -> Option<&Permit> {
        self.trace.as_ref().map(|trace| &trace.permit)
    }
    /// Who acts; the program itself for technical rows.
    pub fn actor_person(&self) -> Option<PersonId> {
        self.permit().and_then(|permit| permit.actor().person())
    }
    /// Adds a detail to the audit row: what was changed, never a personal text or a name.
    pub fn note(&mut self, key: &str, value: impl Into<Value>) {
        if let Some(trace) = &mut self.trace {
            trace.detail.insert(key.to_owned(), value.into());
        }
    }
    /// Names a person whom the act concerns: the audit row then stands in that person's trace.
    pub fn about(&mut self, person: PersonId) {
        if let Some(trace) = &mut self.trace
            && !trace.about.contains(&person)
        {
            trace.about.push(person);
        }
    }
    /// Tells the rest of the house, once the change is committed.
    pub fn emit(&mut self, event: Event) {
        self.raw.emit(event);
    }
    /// Commits the change together with its audit row and its events.
    ///
    /// # Errors
    /// [`Fault::Conflict`] when another transaction won; nothing was written then.
    pub async fn commit(self) -> Result<(), Fault> {
        if let Some(trace) = self.trace {
            let Trace { permit, detail, mut about } = trace;
            if let Target::Person(person) = permit.target
                && !about.contains(&person)
            {
                about.push(person);
            }
            let detail = Value::Object(detail);
            audit::record(&self.raw, &permit, &detail, &about).await?;
        }
        self.raw.commit().await
    }
    /// Gives the change up.
    ///
    /// # Errors
    /// [`Fault`] when the connection is gone; the change is then gone as well.
    pub async fn rollback(self) -> Result<(), Fault> {
        self.raw.rollback().await
    }
}
