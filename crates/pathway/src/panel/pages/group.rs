//! `/realta/{id}/avvisi/{call}/gruppo`: who sits in the panel of a call. The page says what the
//! Charter asks before anything is chosen.

use crate::{
    call::{self, Call},
    panel::{
        self, Members, Needs, Side,
        model::{Panel, parse_members},
        rules::{self, Refused},
        store,
    },
};
use ::store::Fault;
use access::{Act, Permit};
use askama::Template;
use axum::{extract::Path, response::Response};
use charter::RuleId;
use kernel::{CallId, Invalid, Invalids, PersonId};
use network::facade::Organisation;
use std::collections::HashMap;
use web::{
    Ctx, Error, Fields, Form, Head, T,
    ui::{FindingCard, LoopStep, Note, State},
};

struct Seated {
    name: String,
    side: String,
    /// Whether the person holds a role here no more.
    gone: bool,
}

#[derive(Template)]
#[template(path = "panel/group.html")]
struct GroupPage {
    action: String,
    card: FindingCard,
    note: Option<Note>,
    seated: Vec<Seated>,
    form: Form,
    experts: Vec<(String, String)>,
    professionals: Vec<(String, String)>,
    chosen: Vec<String>,
    error: Option<String>,
    people_href: String,
    t: T,
}

impl GroupPage {
    fn sides(&self) -> [(&'static str, &Vec<(String, String)>); 2] {
        [("expert", &self.experts), ("professional", &self.professionals)]
    }
}

struct Loaded {
    organisation: Organisation,
    call: Call,
    panel: Panel,
    able: Members,
    /// Who sits and still holds a role of their side here.
    present: Members,
    names: HashMap<PersonId, String>,
    needs: Needs,
}

async fn load(ctx: &Ctx, address: &str, call: &str) -> web::Result<(Loaded, Permit)> {
    let conn = ctx.db().reader();
    let organisation = network::facade::find_organisation(conn, address).await?.ok_or(Error::NotFound)?;
    let permit = ctx.permit(Act::ManageSelection, organisation.target())?;
    let call: CallId = call.parse().map_err(|_| Error::NotFound)?;
    let call = call::by_id(conn, call).await?.filter(|call| call.organisation == organisation.id);
    let call = call.ok_or(Error::NotFound)?;
    let panel = store::panel(conn, call.id).await?;
    let here = panel::here(conn, &[organisation.id], ctx.env().today()).await?;
    let here = here.get(&organisation.id).cloned().unwrap_or_default();
    let (able, present) = (rules::able(&here), rules::present(&rules::members_of(&panel.members), &here));
    let mut people: Vec<PersonId> = able.keys().copied().chain(panel.members.iter().map(|seat| seat.person)).collect();
    people.sort_unstable();
    people.dedup();
    let names = people::facade::person_names(conn, &people).await?;
    let needs = panel::needs(conn).await?;
    Ok((Loaded { organisation, call, panel, able, present, names, needs }, permit))
}

/// What I1 asks, and how it stands with who is chosen.
async fn card(ctx: &Ctx, loaded: &Loaded) -> web::Result<FindingCard> {
    let t = ctx.t();
    let members = &loaded.present;
    let count = |side: Side| members.values().filter(|one| **one == side).count();
    let (experts, professionals) = (count(Side::Expert), count(Side::Professional));
    let lacking = rules::lacks(members.values().copied(), loaded.needs);
    let in_force = consensus::facade::charter_in_force(ctx.db().reader()).await?;
    let rule = in_force.as_ref().and_then(|version| version.charter.rule(RuleId::I1));
    let article = rule.and_then(|rule| in_force.as_ref()?.charter.article(&rule.article));
    let number = |side: Side| loaded.needs.on(side);
    let next = lacking.first().map(|side| {
        let text = t.arg(&format!("panel-next-{}", side.code()), "number", number(*side));
        (text, None)
    });
    Ok(FindingCard {
        t: t.clone(),
        id: "regola-i1".to_owned(),
        sentence: format!("I1 – {}", consensus::facade::rule_title(t, RuleId::I1)),
        asks: rule.map(|rule| consensus::facade::rule_sentence(t, rule)),
        state: if lacking.is_empty() { State::Met } else { State::NotMet },
        evidence: vec![
            t.args("panel-evidence", &[("experts", experts.into()), ("professionals", professionals.into())]),
        ],
        next,
        article: article.map(|article| {
            let args = [("number", article.number.into()), ("title", article.title.get(t.lang()).into())];
            (format!("/carta#{}", article.slug), t.args("panel-article", &args))
        }),
    })
}

async fn page(
    ctx: &Ctx,
    loaded: &Loaded,
    fields: &Fields,
    wrong: &Invalids,
    note: Option<Note>,
) -> web::Result<(Head, GroupPage)> {
    let t = ctx.t();
    let name = |person: PersonId| loaded.names.get(&person).cloned().unwrap_or_else(|| t.get("panel-name-erased"));
    let options = |wanted: Side| {
        let on = loaded.able.iter().filter(|(_, side)| **side == wanted);
        let mut options: Vec<_> = on.map(|(person, _)| (person.to_string(), name(*person))).collect();
        options.sort_by_key(|(id, name)| (kernel::fold(name), id.clone()));
        options
    };
    let seated = loaded.panel.members.iter().map(|seat| Seated {
        name: name(seat.person),
        side: t.get(seat.side.key()),
        gone: !loaded.able.contains_key(&seat.person),
    });
    let href = format!("{}/avvisi", loaded.organisation.href());
    let body = GroupPage {
        action: format!("{href}/{}/gruppo", loaded.call.id),
        card: card(ctx, loaded).await?,
        note,
        seated: seated.collect(),
        form: Form::new(t, "panel", fields, wrong),
        experts: options(Side::Expert),
        professionals: options(Side::Professional),
        chosen: fields.all("member").into_iter().map(str::to_owned).collect(),
        error: wrong.of("member").map(|invalid| t.get(&invalid.key)),
        people_href: format!("{}/persone", loaded.organisation.href()),
        t: t.clone(),
    };
    let head = Head::new(t.get("panel-group-title"))
        .lead(t.arg("panel-group-lead", "call", loaded.call.title()))
        .trail(vec![
            ("/realta".to_owned(), t.get("panel-trail-organisations")),
            (loaded.organisation.href(), loaded.organisation.name.clone()),
            (href, t.get("panel-trail-calls")),
        ])
        .loop_at(LoopStep::Records)
        .no_index();
    Ok((head, body))
}

/// The form, with who sits now.
pub(in crate::panel) async fn show(ctx: Ctx, Path((address, call)): Path<(String, String)>) -> web::Result<Response> {
    let (loaded, _) = load(&ctx, &address, &call).await?;
    let fields = stored(&loaded.panel);
    let (head, body) = page(&ctx, &loaded, &fields, &Invalids::default(), None).await?;
    ctx.page(head, body)
}

fn stored(panel: &Panel) -> Fields {
    let mut fields = Fields::new();
    fields.set("version", panel.version);
    for seat in &panel.members {
        fields.add("member", seat.person);
    }
    fields
}

/// Saves who sits: whole, with both kinds, or not at all.
pub(in crate::panel) async fn save(
    ctx: Ctx,
    Path((address, call)): Path<(String, String)>,
    fields: Fields,
) -> web::Result<Response> {
    let (loaded, permit) = load(&ctx, &address, &call).await?;
    let chosen = match parse_members(&fields, &loaded.able) {
        Ok(chosen) if chosen.len() <= store::MOST => chosen,
        Ok(_) => return refuse(&ctx, &loaded, &fields, "panel-invalid-crowd").await,
        Err(wrong) => {
            let (head, body) = page(&ctx, &loaded, &fields, &wrong, None).await?;
            return ctx.invalid(head, body);
        }
    };
    let version = fields.get("version").parse().unwrap_or(0);
    let mut tx = permit.begin(ctx.db()).await?;
    let apart = store::apart_in(tx.conn(), loaded.call.id).await?;
    if let Err(refused) = rules::may_sit(&chosen, apart.values(), loaded.needs) {
        tx.rollback().await?;
        return refuse(&ctx, &loaded, &fields, refused_key(&refused)).await;
    }
    match store::save(&mut tx, loaded.organisation.id, loaded.call.id, &chosen, version).await {
        Err(Fault::Stale) => {
            tx.rollback().await?;
            let (now, _) = load(&ctx, &address, &call).await?;
            let mut typed = fields.clone();
            typed.set("version", now.panel.version);
            let note = Some(Note::alert(ctx.t().get("panel-meanwhile")));
            let (head, body) = page(&ctx, &now, &typed, &Invalids::default(), note).await?;
            return ctx.stale(head, body);
        }
        other => other?,
    }
    tx.commit().await?;
    ctx.done("panel-saved", &format!("{}/avvisi", loaded.organisation.href()))
}

/// The key of the text that says why a change to a panel is refused.
pub(super) fn refused_key(refused: &Refused) -> &'static str {
    let side = |sides: &[Side]| sides.first().copied().unwrap_or(Side::Expert);
    match refused {
        Refused::Lacks(sides) => match (sides.len(), side(sides)) {
            (2.., _) => "panel-invalid-lacks-both",
            (_, Side::Expert) => "panel-invalid-lacks-expert",
            (_, Side::Professional) => "panel-invalid-lacks-professional",
        },
        Refused::LacksForACandidate(sides) => match side(sides) {
            Side::Expert => "panel-invalid-apart-expert",
            Side::Professional => "panel-invalid-apart-professional",
        },
        Refused::NotAMember => "panel-invalid-not-a-member",
        Refused::CannotStandIn => "panel-invalid-stand-in",
    }
}

async fn refuse(ctx: &Ctx, loaded: &Loaded, fields: &Fields, key: &str) -> web::Result<Response> {
    let wrong: Invalids = Invalid::new("member", key).into();
    let (head, body) = page(ctx, loaded, fields, &wrong, None).await?;
    ctx.invalid(head, body)
}
