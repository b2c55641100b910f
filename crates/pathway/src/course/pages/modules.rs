//! The modules of a curriculum: hours, aims, and who teaches how long.

use super::{LiveShare, capital, clash_apart, hand_name, href, shown_course, trail_of};
use crate::course::{
    model::{Aim, Course, Curriculum, Module, NewModule, Part, Teacher, minutes, typed_hours},
    rules, store,
};
use ::store::Fault;
use askama::Template;
use axum::{extract::Path, response::Response};
use kernel::{Invalid, Invalids, ModuleId, PersonId, TeacherId};
use network::facade::Organisation;
use std::collections::HashMap;
use web::{Control, Ctx, Error, Fields, Form, Head, T, ui::Note};

#[derive(Template)]
#[template(path = "course/module.html")]
struct ModulePage {
    action: String,
    back: String,
    removal: Option<(String, i64)>,
    form: Form,
    parts: Vec<Control>,
    aims: Vec<(String, String)>,
    teachers: Vec<Hours>,
    /// What is wrong with the hours of the teachers.
    wrong: Option<String>,
    people: String,
    share: LiveShare,
    stale: Option<Note>,
    t: T,
}

/// The hours of a teacher in the module, as typed.
struct Hours {
    field: String,
    label: String,
    value: String,
    /// The word for the teacher's side.
    side: &'static str,
}

/// The field of a teacher's hours.
fn field_of(teacher: TeacherId) -> String {
    format!("teaches-{teacher}")
}

/// What the page stands on.
struct Sheet<'a> {
    organisation: &'a Organisation,
    whole: &'a Curriculum,
    module: Option<&'a Module>,
    names: &'a HashMap<PersonId, String>,
    asked: Option<i64>,
}

impl Sheet<'_> {
    /// Who teaches how much of the course, with what the fields hold; where they cannot be read,
    /// with what is saved.
    fn share(&self, t: &T, fields: &Fields) -> LiveShare {
        let elsewhere = rules::taught(self.whole, self.module.map(|module| module.id));
        let here = match teaching(self.whole, fields) {
            Ok(typed) => rules::by_side(&self.whole.teachers, typed),
            Err(_) => {
                let saved = rules::taught(self.whole, None);
                (saved.0.saturating_sub(elsewhere.0), saved.1.saturating_sub(elsewhere.1))
            }
        };
        LiveShare::new(t, elsewhere, here, self.asked)
    }
    fn page(&self, ctx: &Ctx, fields: &Fields, wrong: &Invalids) -> (Head, ModulePage) {
        let (t, base) = (ctx.t(), href(self.organisation, &self.whole.course));
        let (stale, shown) = clash_apart(t, wrong);
        let form = Form::new(t, "course-module", fields, &shown);
        let part = |part: &Part| form.text(&format!("minutes-{}", part.code())).inputmode("decimal");
        let teacher = |teacher: &Teacher| {
            let name = hand_name(t, teacher.person, &teacher.name, self.names);
            let label = format!("{name} – {}", t.get(teacher.side.key()));
            let field = field_of(teacher.id);
            Hours { value: fields.get(&field).to_owned(), side: teacher.side.code(), label, field }
        };
        let body = ModulePage {
            action: match self.module {
                Some(module) => format!("{base}/moduli/{}", module.id),
                None => format!("{base}/moduli/nuovo"),
            },
            removal: self.module.map(|module| (format!("{base}/moduli/{}/togli", module.id), module.version)),
            parts: Part::ALL.iter().map(part).collect(),
            aims: Aim::all().map(|aim| (aim.code(), capital(&t.get(&aim.key())))).collect(),
            teachers: self.whole.teachers.iter().map(teacher).collect(),
            wrong: shown.of("teaching").map(|_| t.get("course-invalid-hours")),
            people: format!("{base}/persone"),
            share: self.share(t, fields),
            back: base,
            form,
            stale,
            t: t.clone(),
        };
        let title = t.get(if self.module.is_some() { "course-module-edit" } else { "course-module-new" });
        let trail = trail_of(t, self.organisation, Some(&self.whole.course));
        (Head::new(title).lead(t.get("course-module-lead")).trail(trail).no_index(), body)
    }
}

/// The curriculum with all that the form shows beside it.
async fn loaded(ctx: &Ctx, course: Course) -> web::Result<(Curriculum, HashMap<PersonId, String>, Option<i64>)> {
    let whole = store::whole(ctx.db().reader(), vec![course]).await?.pop().ok_or(Error::NotFound)?;
    let names = super::show::names(ctx, &whole).await?;
    let asked = super::charter_says(ctx, &whole).await?.share;
    Ok((whole, names, asked))
}

/// The minutes that each teacher of the course teaches in the module, as typed.
fn teaching(whole: &Curriculum, fields: &Fields) -> Result<Vec<(TeacherId, u32)>, Invalids> {
    let one = |teacher: &Teacher| Ok((teacher.id, minutes("teaching", fields.get(&field_of(teacher.id)))?));
    whole.teachers.iter().map(one).collect::<Result<_, Invalid>>().map_err(Invalids::from)
}

/// Both halves of the form, or all that is wrong with either.
fn parse(whole: &Curriculum, fields: &Fields) -> Result<(NewModule, Vec<(TeacherId, u32)>), Invalids> {
    match (NewModule::parse(fields), teaching(whole, fields)) {
        (Ok(module), Ok(teaching)) => Ok((module, teaching)),
        (module, teaching) => {
            let wrong = module.err().into_iter().chain(teaching.err());
            Err(Invalids(wrong.flat_map(|invalids| invalids.0).collect()))
        }
    }
}

/// The empty form.
pub(in crate::course) async fn new(ctx: Ctx, Path((address, course)): Path<(String, String)>) -> web::Result<Response> {
    let (organisation, course, _) = shown_course(&ctx, &address, &course).await?;
    let (whole, names, asked) = loaded(&ctx, course).await?;
    let sheet = Sheet { organisation: &organisation, whole: &whole, module: None, names: &names, asked };
    let (head, body) = sheet.page(&ctx, &Fields::new(), &Invalids::default());
    ctx.page(head, body)
}

/// Adds a module.
pub(in crate::course) async fn add(
    ctx: Ctx,
    Path((address, course)): Path<(String, String)>,
    fields: Fields,
) -> web::Result<Response> {
    let (organisation, course, permit) = shown_course(&ctx, &address, &course).await?;
    let (whole, names, asked) = loaded(&ctx, course).await?;
    let (module, teaching) = match parse(&whole, &fields) {
        Ok(both) => both,
        Err(wrong) => {
            let sheet = Sheet { organisation: &organisation, whole: &whole, module: None, names: &names, asked };
            let (head, body) = sheet.page(&ctx, &fields, &wrong);
            return ctx.invalid(head, body);
        }
    };
    let mut tx = permit.begin(ctx.db()).await?;
    store::add_module(&mut tx, &whole.course, &module, &teaching).await?;
    tx.commit().await?;
    ctx.done("course-module-added", &href(&organisation, &whole.course))
}

/// The module that an address names.
fn module_of<'a>(whole: &'a Curriculum, id: &str) -> web::Result<&'a Module> {
    let id: ModuleId = id.parse().map_err(|_| Error::NotFound)?;
    whole.modules.iter().find(|module| module.id == id).ok_or(Error::NotFound)
}

fn typed(whole: &Curriculum, module: &Module) -> Fields {
    let mut fields = Fields::new();
    fields.set("version", module.version);
    fields.set("title", &module.title);
    fields.set("words", &module.words);
    for (part, minutes) in module.minutes.parts() {
        fields.set(&format!("minutes-{}", part.code()), typed_hours(minutes));
    }
    for aim in &module.aims {
        fields.add("aims", aim.code());
    }
    for (_, teacher, minutes) in whole.teaching.iter().filter(|(id, ..)| *id == module.id) {
        fields.set(&field_of(*teacher), typed_hours(*minutes));
    }
    fields
}

/// The form, filled.
pub(in crate::course) async fn edit(
    ctx: Ctx,
    Path((address, course, module)): Path<(String, String, String)>,
) -> web::Result<Response> {
    let (organisation, course, _) = shown_course(&ctx, &address, &course).await?;
    let (whole, names, asked) = loaded(&ctx, course).await?;
    let module = module_of(&whole, &module)?;
    let sheet = Sheet { organisation: &organisation, whole: &whole, module: Some(module), names: &names, asked };
    let (head, body) = sheet.page(&ctx, &typed(&whole, module), &Invalids::default());
    ctx.page(head, body)
}

/// Changes a module; who was overtaken finds what they typed.
pub(in crate::course) async fn change(
    ctx: Ctx,
    Path((address, course, module)): Path<(String, String, String)>,
    mut fields: Fields,
) -> web::Result<Response> {
    let (organisation, course, permit) = shown_course(&ctx, &address, &course).await?;
    let (whole, names, asked) = loaded(&ctx, course).await?;
    let module = module_of(&whole, &module)?;
    let sheet = Sheet { organisation: &organisation, whole: &whole, module: Some(module), names: &names, asked };
    let (new, teaching) = match parse(&whole, &fields) {
        Ok(both) => both,
        Err(wrong) => {
            let (head, body) = sheet.page(&ctx, &fields, &wrong);
            return ctx.invalid(head, body);
        }
    };
    let mut tx = permit.begin(ctx.db()).await?;
    let version = fields.get("version").parse().unwrap_or(0);
    match store::change_module(&mut tx, &whole.course, module.id, version, &new, &teaching).await {
        Err(Fault::Stale) => {
            tx.rollback().await?;
            fields.set("version", module.version);
            let clash = Invalid::new("version", "course-changed-meanwhile").into();
            let (head, body) = sheet.page(&ctx, &fields, &clash);
            return ctx.stale(head, body);
        }
        changed => changed?,
    }
    tx.commit().await?;
    ctx.done("course-module-saved", &href(&organisation, &whole.course))
}

/// Takes a module out.
pub(in crate::course) async fn remove(
    ctx: Ctx,
    Path((address, course, module)): Path<(String, String, String)>,
    fields: Fields,
) -> web::Result<Response> {
    let (organisation, course, permit) = shown_course(&ctx, &address, &course).await?;
    let module: ModuleId = module.parse().map_err(|_| Error::NotFound)?;
    let mut tx = permit.begin(ctx.db()).await?;
    let version = fields.get("version").parse().unwrap_or(0);
    match store::remove_module(&mut tx, &course, module, version).await {
        // Meetings were held under it: it is part of what people did, and stays.
        Err(Fault::Link(_)) => {
            tx.rollback().await?;
            return ctx.done("course-module-in-use", &href(&organisation, &course));
        }
        removed => removed?,
    }
    tx.commit().await?;
    ctx.done("course-module-removed", &href(&organisation, &course))
}

/// Moves a module before the one that stands before it.
pub(in crate::course) async fn up(
    ctx: Ctx,
    Path((address, course, module)): Path<(String, String, String)>,
) -> web::Result<Response> {
    let (organisation, course, permit) = shown_course(&ctx, &address, &course).await?;
    let modules = crate::course::modules(ctx.db().reader(), course.id).await?;
    let module: ModuleId = module.parse().map_err(|_| Error::NotFound)?;
    let place = modules.iter().position(|one| one.id == module).ok_or(Error::NotFound)?;
    let back = href(&organisation, &course);
    let Some(before) = place.checked_sub(1).and_then(|place| modules.get(place)) else { return ctx.goto(&back) };
    let mut tx = permit.begin(ctx.db()).await?;
    store::move_up(&mut tx, &course, module, before.id).await?;
    tx.commit().await?;
    ctx.done("course-module-moved", &back)
}
