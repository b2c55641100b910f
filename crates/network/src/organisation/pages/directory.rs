//! The public directory: search, filters, a page of the list.

use super::{choices, territories, with_first};
use crate::organisation::{
    model::{Filter, Lead, Listed, OrganisationKind, Stage, Standing},
    store,
};
use access::{Act, Target};
use askama::Template;
use axum::response::Response;
use web::{
    Ctx, Fields, Form, Head, T,
    ui::{Empty, LoopStep, Pager},
};

/// How many lines stand on a page.
const PER_PAGE: u64 = 25;

#[derive(Template)]
#[template(path = "organisation/directory.html")]
struct DirectoryPage {
    t: T,
    form: Form,
    territories: Vec<(String, String)>,
    kinds: Vec<(String, String)>,
    stages: Vec<(String, String)>,
    leads: Vec<(String, String)>,
    standings: Vec<(String, String)>,
    lines: Vec<Line>,
    count: String,
    empty: Option<Empty>,
    pager: Pager,
    filtered: bool,
    registers: bool,
    imports: bool,
}

struct Line {
    href: String,
    name: String,
    kind: String,
    place: String,
    territory: String,
    experts: Option<String>,
    lead: Option<String>,
    stage: Option<String>,
}

impl Line {
    fn of(t: &T, listed: &Listed) -> Line {
        let led = matches!(listed.lead, Lead::MadeUp | Lead::Led);
        Line {
            href: listed.href(),
            name: listed.name.clone(),
            kind: t.get(&listed.kind.key()),
            place: format!("{} ({})", listed.town, listed.province),
            territory: listed.territory.name(t.lang()).to_owned(),
            experts: listed.experts().map(|number| t.number(number)),
            lead: led.then(|| t.get(&listed.lead.key())),
            stage: (listed.stage != Stage::Unsaid).then(|| t.get(&listed.stage.key())),
        }
    }
}

/// What a query of the directory asks for. What is not known is left out: an old link still opens.
fn filter(asked: &Fields, keeps: bool) -> Filter {
    let standing = Standing::from_code(asked.get("stato")).filter(|_| keeps);
    Filter {
        text: asked.get("q").trim().chars().take(100).collect(),
        territory: asked.get("territorio").parse().ok(),
        kind: OrganisationKind::from_code(asked.get("tipo")),
        stage: Stage::from_code(asked.get("fase")),
        led: match asked.get("esperti") {
            "si" => Some(true),
            "no" => Some(false),
            _ => None,
        },
        standing: standing.unwrap_or_default(),
    }
}

fn standings(t: &T, keeps: bool) -> Vec<(String, String)> {
    let all = Standing::ALL.into_iter().filter(|_| keeps);
    all.map(|standing| (standing.code().to_owned(), t.get(&format!("organisation-standing-{}", standing.code()))))
        .collect()
}

fn empty(t: &T, filter: &Filter, registers: bool) -> Empty {
    if !filter.is_empty() {
        let none = Empty::new(t.get("organisation-none-found"), t.get("organisation-none-found-text"));
        return none.action("/realta", t.get("organisation-all"));
    }
    let none = Empty::new(t.get("organisation-none"), t.get("organisation-none-text"));
    if registers { none.action("/realta/importa", t.get("organisation-import")) } else { none }
}

/// `GET /realta`
pub(crate) async fn directory(ctx: Ctx) -> web::Result<Response> {
    let stamp = store::stamp(ctx.db().reader()).await?;
    if let Some(page) = ctx.kept_page(&stamp) {
        return Ok(page);
    }
    let t = ctx.t();
    let asked = Fields::parse_urlencoded(ctx.query().unwrap_or_default().as_bytes());
    let keeps = ctx.may(Act::ConfirmOrganisation, Target::Network);
    let filter = filter(&asked, keeps);
    let page = Pager::asked(asked.get("pagina").parse().ok());
    let found = store::directory::page(ctx.db().reader(), &filter, PER_PAGE, (page - 1) * PER_PAGE).await?;
    let registers = ctx.may(Act::RegisterOrganisation, Target::Network);
    let body = DirectoryPage {
        form: Form::fresh(t, "organisation-filter", &asked),
        territories: with_first(t, "organisation-any", territories(t)),
        kinds: with_first(
            t,
            "organisation-any",
            choices(t, OrganisationKind::ALL, OrganisationKind::code, OrganisationKind::key),
        ),
        stages: with_first(t, "organisation-any", choices(t, Stage::ALL, Stage::code, Stage::key)),
        leads: with_first(
            t,
            "organisation-any",
            vec![("si".into(), t.get("organisation-led-yes")), ("no".into(), t.get("organisation-led-no"))],
        ),
        standings: standings(t, keeps),
        lines: found.lines.iter().map(|listed| Line::of(t, listed)).collect(),
        count: t.arg("organisation-count", "number", found.total),
        empty: (found.total == 0).then(|| empty(t, &filter, registers)),
        pager: Pager::new(t, &filter.href("/realta"), page, found.total, PER_PAGE),
        filtered: !filter.is_empty(),
        registers,
        imports: ctx.may(Act::ImportRegister, Target::Network),
        t: t.clone(),
    };
    let head = Head::new(t.get("organisation-title")).lead(t.get("organisation-lead")).loop_at(LoopStep::Records);
    ctx.page_kept(stamp, head, body)
}
