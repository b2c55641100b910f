//! Writing a profile sheet: of an organisation that is kept, or of a new one.

use super::{Changed, choices, load, trail, version, with_first};
use crate::{
    organisation::{
        model::{Field, Lead, Organisation, OrganisationKind, Sheet, SheetState, Stage},
        rules::{Difference, Draft, check},
        store,
    },
    territory::Province,
};
use ::store::Fault;
use access::{Act, Target};
use askama::Template;
use axum::{extract::Path, response::Response};
use kernel::{Invalid, Invalids};
use store::identity;
use web::{Ctx, Fields, Form, Head, T, ui::Note};

#[derive(Template)]
#[template(path = "organisation/sheet.html")]
struct SheetPage {
    t: T,
    form: Form,
    action: String,
    notes: Vec<Note>,
    clash: Vec<Changed>,
    kinds: Vec<(String, String)>,
    provinces: Vec<(String, String)>,
    leads: Vec<(String, String)>,
    stages: Vec<(String, String)>,
    settles: bool,
    cancel: String,
}

fn page(ctx: &Ctx, fields: &Fields, invalids: &Invalids, action: &str, settles: bool) -> SheetPage {
    let t = ctx.t();
    let provinces = Province::all().into_iter().map(|p| (p.code().to_owned(), p.to_string())).collect();
    SheetPage {
        form: Form::new(t, "organisation", fields, invalids),
        action: action.to_owned(),
        notes: Vec::new(),
        clash: Vec::new(),
        kinds: with_first(
            t,
            "organisation-choose",
            choices(t, OrganisationKind::ALL, OrganisationKind::code, OrganisationKind::key),
        ),
        provinces: with_first(t, "organisation-choose", provinces),
        leads: choices(t, Lead::ALL, Lead::code, Lead::key),
        stages: choices(t, Stage::ALL, Stage::code, Stage::key),
        settles,
        cancel: action.trim_end_matches("/scheda").trim_end_matches("/nuova").to_owned(),
        t: t.clone(),
    }
}

/// A draft as it was typed.
fn draft(fields: &Fields) -> Draft {
    let typed = Field::ALL.into_iter().filter(|field| *field != Field::Territory);
    typed.fold(Draft::new(), |draft, field| draft.with(field, fields.get(field.code())))
}

/// A sheet in the fields of the form.
fn filled(sheet: &Sheet, version: i64) -> Fields {
    let mut fields = Fields::new();
    Field::ALL.into_iter().for_each(|field| fields.set(field.code(), sheet.written(field)));
    fields.set("version", version);
    fields
}

fn edit_head(t: &T, organisation: &Organisation) -> Head {
    let head =
        Head::new(t.arg("organisation-edit-title", "name", &organisation.name)).lead(t.get("organisation-edit-lead"));
    head.trail(trail(t, organisation)).no_index()
}

/// `GET /realta/{id}/scheda`
pub(crate) async fn edit(ctx: Ctx, Path(address): Path<String>) -> web::Result<Response> {
    let (t, organisation) = (ctx.t(), load(&ctx, &address).await?);
    ctx.permit(Act::EditOrganisation, organisation.target())?;
    let latest = organisation.latest().ok_or(web::Error::NotFound)?;
    let fields = filled(&latest.sheet, organisation.version);
    let settles = ctx.may(Act::ConfirmOrganisation, organisation.target());
    let mut body = page(&ctx, &fields, &Invalids::default(), &format!("{}/scheda", organisation.href()), settles);
    match latest.state {
        SheetState::Returned => {
            let note = latest.note.clone().unwrap_or_default();
            body.notes.push(Note::warning(t.arg("organisation-note-returned", "note", note)));
        }
        SheetState::Waiting => body.notes.push(Note::info(t.get("organisation-edit-waiting"))),
        _ => {}
    }
    ctx.page(edit_head(t, &organisation), body)
}

/// `POST /realta/{id}/scheda`
pub(crate) async fn save(ctx: Ctx, Path(address): Path<String>, fields: Fields) -> web::Result<Response> {
    let organisation = load(&ctx, &address).await?;
    let permit = ctx.permit(Act::EditOrganisation, organisation.target())?;
    let settles = ctx.may(Act::ConfirmOrganisation, organisation.target());
    let action = format!("{}/scheda", organisation.href());
    let sheet = match check(&draft(&fields), ctx.env().today()) {
        Ok(sheet) => sheet,
        Err(wrong) => {
            return ctx.invalid(edit_head(ctx.t(), &organisation), page(&ctx, &fields, &wrong, &action, settles));
        }
    };
    let at_once = settles && fields.checked("at_once");
    let mut tx = permit.begin(ctx.db()).await?;
    match store::save_sheet(&mut tx, organisation.id, version(&fields), &sheet, at_once).await {
        Ok(_) => tx.commit().await?,
        Err(Fault::Stale) => {
            tx.rollback().await?;
            return clash(&ctx, &address, fields, &sheet, settles).await;
        }
        Err(fault) => return Err(fault.into()),
    }
    let said = if at_once { "organisation-done-public" } else { "organisation-done-waiting" };
    ctx.done(said, &organisation.href())
}

/// Somebody else saved first: what was typed stands in the form, beside it what is stored now. A
/// second sending, with the version that was shown, is a choice.
async fn clash(ctx: &Ctx, address: &str, mut fields: Fields, mine: &Sheet, settles: bool) -> web::Result<Response> {
    let (t, organisation) = (ctx.t(), load(ctx, address).await?);
    let latest = organisation.latest().ok_or(web::Error::NotFound)?;
    let differences: Vec<Difference> = crate::organisation::rules::differences(&latest.sheet, mine);
    fields.set("version", organisation.version);
    let mut body = page(ctx, &fields, &Invalids::default(), &format!("{}/scheda", organisation.href()), settles);
    body.notes.push(Note::alert(t.get("organisation-clash")));
    body.clash = super::changed(t, &differences);
    ctx.stale(edit_head(t, &organisation), body)
}

fn new_head(t: &T) -> Head {
    let head = Head::new(t.get("organisation-new-title")).lead(t.get("organisation-new-lead"));
    head.trail(vec![("/realta".into(), t.get("organisation-directory"))]).no_index()
}

/// `GET /realta/nuova`
pub(crate) async fn blank(ctx: Ctx) -> web::Result<Response> {
    ctx.permit(Act::RegisterOrganisation, Target::Network)?;
    let mut fields = Fields::new();
    fields.set(Field::Lead.code(), Lead::Unsaid.code());
    fields.set(Field::Stage.code(), Stage::Unsaid.code());
    ctx.page(new_head(ctx.t()), page(&ctx, &fields, &Invalids::default(), "/realta/nuova", false))
}

/// `POST /realta/nuova`
pub(crate) async fn register(ctx: Ctx, fields: Fields) -> web::Result<Response> {
    let checked = check(&draft(&fields), ctx.env().today());
    let permit = ctx.permit(Act::RegisterOrganisation, Target::Network)?;
    let sheet = match checked {
        Ok(sheet) => sheet,
        Err(wrong) => return ctx.invalid(new_head(ctx.t()), page(&ctx, &fields, &wrong, "/realta/nuova", false)),
    };
    let mut tx = permit.begin(ctx.db()).await?;
    let who = identity(&sheet.name, &sheet.town);
    let same = store::by_identity(tx.conn(), &[kernel::fold(&sheet.name)]).await?;
    if same.iter().any(|(other, _)| *other == who) {
        tx.rollback().await?;
        let wrong = Invalids(vec![Invalid::new(Field::Name.code(), "organisation-invalid-known")]);
        return ctx.invalid(new_head(ctx.t()), page(&ctx, &fields, &wrong, "/realta/nuova", false));
    }
    let added = store::add(&mut tx, vec![(sheet, true)]).await?;
    tx.commit().await?;
    let to = added.first().map_or_else(|| "/realta".to_owned(), |id| format!("/realta/{id}"));
    ctx.done("organisation-done-new", &to)
}
