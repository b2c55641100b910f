//! How an announcement is written.

use super::{
    Author, readable,
    write::{OnRecord, Written},
};
use crate::announcement::{
    model::{Announcement, Audience},
    store,
};
use ::store::Fault;
use access::Tx;
use async_trait::async_trait;
use kernel::{AnnouncementId, Duration, Invalids, NaiveDate, OrganisationId, Uuid};
use web::{Control, Ctx, Fields, Form};

#[async_trait]
impl Written for Announcement {
    const NAME: &'static str = "announcement";
    const PATH: &'static str = "/annunci";
    const ADDED: &'static str = "announcement-posted";
    const CHANGED: &'static str = "announcement-changed";
    const ENDED: &'static str = "announcement-taken-down";

    fn parse(from: Option<OrganisationId>, fields: &Fields, today: NaiveDate) -> Result<Self, Invalids> {
        Announcement::parse(from, fields, today)
    }
    fn blank(today: NaiveDate) -> Fields {
        let mut fields = Fields::from([("audience", Audience::Members.code())]);
        fields.set("until", today + Duration::days(30));
        fields
    }
    fn fields(&self) -> Fields {
        Announcement::fields(self)
    }
    fn controls(form: &Form) -> Vec<Control> {
        vec![form.text("name").required(), form.area("body", 8).required(), form.date("until").required()]
    }
    fn after_end(_: Uuid) -> String {
        "/annunci".to_owned()
    }
    async fn readable(ctx: &Ctx, id: &str) -> web::Result<(OnRecord<Self>, Author)> {
        let (posted, author) = readable(ctx, id).await?;
        Ok((OnRecord { id: posted.id.uuid(), what: posted.announcement, version: posted.version }, author))
    }
    async fn add(&self, tx: &mut Tx, id: Uuid) -> Result<(), Fault> {
        store::post(tx, AnnouncementId::from_uuid(id), self).await
    }
    async fn change(&self, tx: &mut Tx, id: Uuid, version: i64) -> Result<(), Fault> {
        store::change(tx, AnnouncementId::from_uuid(id), self, version).await
    }
    async fn end(tx: &mut Tx, id: Uuid, version: i64) -> Result<(), Fault> {
        store::take_down(tx, AnnouncementId::from_uuid(id), version).await
    }
}
