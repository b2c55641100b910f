//! What an organisation declares on itself, because no record shows it.

use super::organisation;
use crate::{
    findings::{self, model::Declarations, store::gather},
    organisation::model::{Organisation, OrganisationKind},
};
use ::store::Fault;
use access::Act;
use askama::Template;
use axum::{extract::Path, response::Response};
use kernel::{Event, Invalids, NaiveDate};
use web::{
    Ctx, Fields, Form, Head, Result, T,
    ui::{LoopStep, Note},
};

#[derive(Template)]
#[template(path = "findings/declarations.html")]
struct DeclarationsPage {
    t: T,
    note: Option<Note>,
    clash: Vec<Clash>,
    form: Form,
    answers: Vec<(String, String)>,
    department: bool,
}

/// An answer that somebody else saved meanwhile in another way, in words.
struct Clash {
    label: String,
    theirs: String,
    mine: String,
}

/// The fields of the form, in its order.
const FIELDS: [&str; 7] = ["free", "time", "hours", "professionals", "trained", "closed_areas", "on"];

fn clash(t: &T, theirs: &Fields, mine: &Fields) -> Vec<Clash> {
    let line = |name: &str| {
        let (theirs, mine) = (theirs.get(name), mine.get(name));
        (theirs != mine).then(|| Clash {
            label: t.get(&format!("findings-{}", name.replace('_', "-"))),
            theirs: in_words(t, name, theirs),
            mine: in_words(t, name, mine),
        })
    };
    FIELDS.into_iter().filter_map(line).collect()
}

fn in_words(t: &T, name: &str, written: &str) -> String {
    match (name, written) {
        (_, "") => t.get("findings-answer-open"),
        ("free" | "time", "yes") => t.get("findings-answer-yes"),
        ("free" | "time", _) => t.get("findings-answer-no"),
        ("on", day) => day.parse::<NaiveDate>().map_or_else(|_| day.to_owned(), |day| t.date(day)),
        (_, number) => number.to_owned(),
    }
}

fn page(t: &T, found: &Organisation, fields: &Fields, wrong: &Invalids) -> (Head, DeclarationsPage) {
    let answer = |value: &str, key: &str| (value.to_owned(), t.get(key));
    let body = DeclarationsPage {
        form: Form::new(t, "findings", fields, wrong),
        answers: vec![
            answer("yes", "findings-answer-yes"),
            answer("no", "findings-answer-no"),
            answer("", "findings-answer-open"),
        ],
        note: None,
        clash: Vec::new(),
        department: found.kind() == Some(OrganisationKind::Department),
        t: t.clone(),
    };
    let head = Head::new(t.arg("findings-declare-title", "name", &found.name))
        .lead(t.get("findings-declare-lead"))
        .trail(vec![
            ("/realta".to_owned(), t.get("findings-organisations")),
            (found.href(), found.name.clone()),
            (format!("{}/verifica", found.href()), t.get("findings-own")),
        ])
        .loop_at(LoopStep::Records)
        .no_index();
    (head, body)
}

/// The form.
pub(super) async fn edit(ctx: Ctx, Path(address): Path<String>) -> Result<Response> {
    let found = organisation(&ctx, &address).await?;
    ctx.permit(Act::EditOrganisation, found.target())?;
    let mut fields = Fields::new();
    fields.set("on", ctx.env().today());
    fields.set("version", 0);
    if let Some((said, version)) = gather::declared(ctx.db().reader(), found.id).await? {
        fields = said.prefill();
        fields.set("version", version);
    }
    let (head, body) = page(ctx.t(), &found, &fields, &Invalids::default());
    ctx.page(head, body)
}

/// Saves the declarations and checks the organisation at once.
pub(super) async fn save(ctx: Ctx, Path(address): Path<String>, fields: Fields) -> Result<Response> {
    let found = organisation(&ctx, &address).await?;
    let permit = ctx.permit(Act::EditOrganisation, found.target())?;
    let today = ctx.env().today();
    let said = match Declarations::parse(&fields, today) {
        Ok(said) => said,
        Err(wrong) => {
            let (head, body) = page(ctx.t(), &found, &fields, &wrong);
            return ctx.invalid(head, body);
        }
    };
    let version = fields.get("version").parse().unwrap_or(-1);
    let mut tx = permit.begin(ctx.db()).await?;
    match gather::declare(&mut tx, found.id, version, &said).await {
        Err(Fault::Stale) => {
            tx.rollback().await?;
            return changed_meanwhile(&ctx, &found, fields, &said).await;
        }
        done => done?,
    }
    findings::recheck(&mut tx, found.id, today).await?;
    // Others react to what is declared as well, and a check that runs beside this one is done again.
    tx.emit(Event::OrganisationChanged { organisation: found.id });
    tx.commit().await?;
    ctx.done("findings-declared", &format!("{}/verifica", found.href()))
}

/// Somebody else saved first: what was typed stands in the form, beside it what is saved now. A
/// second sending, with the version that was shown, is a choice.
async fn changed_meanwhile(
    ctx: &Ctx,
    found: &Organisation,
    mut fields: Fields,
    mine: &Declarations,
) -> Result<Response> {
    let t = ctx.t();
    let saved = gather::declared(ctx.db().reader(), found.id).await?;
    fields.set("version", saved.as_ref().map_or(0, |(_, version)| *version));
    let (head, mut body) = page(t, found, &fields, &Invalids::default());
    body.note = Some(Note::alert(t.get("findings-stale")));
    body.clash = saved.map(|(theirs, _)| clash(t, &theirs.prefill(), &mine.prefill())).unwrap_or_default();
    ctx.stale(head, body)
}
