//! How an entry of the calendar is written: as all that is written in somebody's name.

use super::readable;
use crate::{
    announcement::{Audience, Author, OnRecord, Written},
    calendar::{model::Entry, store},
};
use ::store::Fault;
use access::Tx;
use async_trait::async_trait;
use kernel::{CalendarEntryId, Invalids, NaiveDate, OrganisationId, Uuid};
use web::{Control, Ctx, Fields, Form};

#[async_trait]
impl Written for Entry {
    const NAME: &'static str = "calendar";
    const PATH: &'static str = "/calendario";
    const ADDED: &'static str = "calendar-added";
    const CHANGED: &'static str = "calendar-changed";
    const ENDED: &'static str = "calendar-was-called-off";

    fn parse(from: Option<OrganisationId>, fields: &Fields, _: NaiveDate) -> Result<Self, Invalids> {
        Entry::parse(from, fields)
    }
    fn blank(_: NaiveDate) -> Fields {
        Fields::from([("audience", Audience::Everyone.code())])
    }
    fn fields(&self) -> Fields {
        Entry::fields(self)
    }
    fn controls(form: &Form) -> Vec<Control> {
        vec![
            form.text("name").required(),
            form.datetime("starts").required(),
            form.datetime("ends").required(),
            form.text("place"),
            form.url("link"),
            form.area("about", 5),
        ]
    }
    fn after_end(id: Uuid) -> String {
        format!("/calendario/{id}")
    }
    async fn readable(ctx: &Ctx, id: &str) -> web::Result<(OnRecord<Self>, Author)> {
        let (kept, author) = readable(ctx, id).await?;
        Ok((OnRecord { id: kept.id.uuid(), what: kept.entry, version: kept.version }, author))
    }
    async fn add(&self, tx: &mut Tx, id: Uuid) -> Result<(), Fault> {
        store::add(tx, CalendarEntryId::from_uuid(id), self).await
    }
    async fn change(&self, tx: &mut Tx, id: Uuid, version: i64) -> Result<(), Fault> {
        store::change(tx, CalendarEntryId::from_uuid(id), self, version).await
    }
    async fn end(tx: &mut Tx, id: Uuid, version: i64) -> Result<(), Fault> {
        store::call_off(tx, CalendarEntryId::from_uuid(id), version).await
    }
}
