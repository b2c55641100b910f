//! The start page of who is signed in.

use access::{Act, Actor, HeldRole, Role, Scope};
use askama::Template;
use axum::response::Response;
use kernel::OrganisationId;
use std::collections::HashMap;
use web::{
    Ctx, Head, Result, Routes, T,
    ui::{NextStep, Steps},
};

/// The routes of this feature.
pub(crate) fn routes() -> Routes {
    Routes::new().get("/inizio", Act::UseOwnAccount, start)
}

#[derive(Template)]
#[template(path = "start/start.html")]
struct StartPage {
    t: T,
    steps: Steps,
    roles: Vec<String>,
    tools: Vec<(String, Vec<(String, String)>)>,
}

async fn start(ctx: Ctx) -> Result<Response> {
    ctx.person()?;
    let t = ctx.t().clone();
    let name = ctx.actor().signed_in().map(|s| s.name.clone()).unwrap_or_default();
    let held: Vec<OrganisationId> = ctx.actor().roles().iter().filter_map(organisation).collect();
    let listed = network::facade::organisation_names(ctx.db().reader(), &held).await?;
    let names = listed.into_iter().map(|(id, organisation)| (id, organisation.name)).collect();
    let page = StartPage {
        steps: Steps::new(&t, next_steps(&ctx).await?),
        roles: ctx.actor().roles().iter().map(|held| role_line(&t, held, &names)).collect(),
        tools: grouped(&t, ctx.actor(), &names),
        t: t.clone(),
    };
    ctx.page(Head::new(t.get("start-title")).lead(t.arg("start-lead", "name", name)).no_index(), page)
}

fn organisation(held: &HeldRole) -> Option<OrganisationId> {
    match held.scope {
        Scope::Organisation(id) => Some(id),
        _ => None,
    }
}

/// What every slice thinks that this person may want to do next.
async fn next_steps(ctx: &Ctx) -> Result<Vec<NextStep>> {
    let (db, actor) = (ctx.db(), ctx.actor());
    let mut steps = Vec::new();
    let far = actor.roles().iter().any(|held| held.role.needs_second_factor());
    if far && !actor.signed_in().is_some_and(|s| s.second_factor) {
        steps.push(step("start-step-second-factor", "/profilo/secondo-passo", true));
    }
    if let Some(person) = actor.person() {
        steps.extend(people::facade::own_steps(db, person).await?);
    }
    steps.extend(pathway::facade::next_steps(db, actor).await?);
    steps.extend(network::facade::next_steps(db, actor).await?);
    if actor.holds(Role::Secretariat) || actor.holds(Role::Administrator) {
        if consensus::facade::current_document(db.reader()).await?.is_none() {
            steps.push(step("start-step-document", "/documento/carica", false));
        }
        if network::facade::network_figures(db.reader()).await?.organisations == 0 {
            steps.push(step("start-step-first-organisation", "/realta/importa", false));
        }
    }
    Ok(steps)
}

fn step(key: &'static str, href: &str, urgent: bool) -> NextStep {
    NextStep { key, args: Vec::new(), href: href.to_owned(), urgent }
}

fn role_line(t: &T, held: &HeldRole, names: &HashMap<OrganisationId, String>) -> String {
    let place = match held.scope {
        Scope::Network => t.get("start-whole-network"),
        Scope::Territory(territory) => territory.name(t.lang()).to_owned(),
        Scope::Organisation(id) => names.get(&id).cloned().unwrap_or_default(),
    };
    t.args("start-role-line", &[("role", t.get(&held.role.key()).into()), ("where", place.into())])
}

/// Where one may go, in short lists: what a role brings, what is of each organisation in which one
/// holds a role, what is one's own, what is everybody's.
fn grouped(t: &T, actor: &Actor, names: &HashMap<OrganisationId, String>) -> Vec<(String, Vec<(String, String)>)> {
    let of = |pages: &[(&str, &str)]| -> Vec<(String, String)> {
        pages.iter().map(|(href, key)| ((*href).to_owned(), t.get(key))).collect()
    };
    let mut groups = vec![(t.get("start-tools-role"), tools(t, actor))];
    let mut seen = Vec::new();
    for id in actor.roles().iter().filter_map(organisation) {
        if !seen.contains(&id) {
            seen.push(id);
            let name = names.get(&id).cloned().unwrap_or_else(|| t.get("start-tools-organisation"));
            groups.push((name, organisation_tools(t, actor, id)));
        }
    }
    groups.push((t.get("start-tools-own"), of(&OWN)));
    groups.push((t.get("start-tools-all"), of(&EVERYBODYS)));
    groups.retain(|(_, pages)| !pages.is_empty());
    groups
}

/// Pages that everybody has of their own.
const OWN: [(&str, &str); 6] = [
    ("/le-mie-candidature", "start-tool-candidacies"),
    ("/i-miei-corsi", "start-tool-my-courses"),
    ("/attestati", "start-tool-my-certificates"),
    ("/libretto", "start-tool-booklet"),
    ("/profilo", "start-tool-profile"),
    ("/profilo/consensi", "start-tool-consents"),
];

/// Pages of the whole network.
const EVERYBODYS: [(&str, &str); 4] = [
    ("/calendario", "start-tool-calendar"),
    ("/annunci", "start-tool-announcements"),
    ("/gruppi", "start-tool-all-groups"),
    ("/realta", "start-tool-directory"),
];

/// Pages of an organisation for who manages it, below its address.
const MANAGED: [(&str, &str); 7] = [
    ("/avvisi", "start-tool-calls"),
    ("/corsi", "start-tool-courses"),
    ("/attestati", "start-tool-certificates"),
    ("/emittente", "start-tool-issuer"),
    ("/formazione-continua", "start-tool-offers"),
    ("", "start-tool-organisation"),
    ("/esperti", "start-tool-experts"),
];

/// Where one may go in an organisation, by the roles that one holds there.
fn organisation_tools(t: &T, actor: &Actor, id: OrganisationId) -> Vec<(String, String)> {
    let here = Scope::Organisation(id);
    let holds = |role: Role| actor.roles().iter().any(|held| held.role == role && held.scope == here);
    let mut pages: Vec<(&str, &str)> = Vec::new();
    if holds(Role::OrganisationManager) {
        pages.extend(MANAGED);
    } else {
        if holds(Role::Trainer) {
            pages.push(("/corsi", "start-tool-courses"));
        }
        // Whoever holds a role here may have been named to sign, and finds there whether they were.
        pages.push(("/attestati", "start-tool-certificates"));
    }
    pages.push(("/verifica", "start-tool-findings"));
    pages.into_iter().map(|(page, key)| (format!("/realta/{id}{page}"), t.get(key))).collect()
}

/// Where one may go for what one does, by role: each address once.
fn tools(t: &T, actor: &Actor) -> Vec<(String, String)> {
    let mut tools: Vec<(String, String)> = Vec::new();
    for held in actor.roles() {
        let pages = wherever(held.role).iter().map(|(href, key)| ((*href).to_owned(), t.get(key)));
        for (href, label) in pages.chain(territory_of(t, held)) {
            if !tools.iter().any(|(known, _)| *known == href) {
                tools.push((href, label));
            }
        }
    }
    tools
}

fn territory_of(t: &T, held: &HeldRole) -> Option<(String, String)> {
    match (held.role, held.scope) {
        (Role::Region, Scope::Territory(territory)) => {
            let label = t.arg("start-tool-territory", "name", territory.name(t.lang()));
            Some((format!("/realta/territori/{territory}"), label))
        }
        _ => None,
    }
}

/// Where a role leads wherever it is held.
fn wherever(role: Role) -> &'static [(&'static str, &'static str)] {
    match role {
        Role::Expert => &[
            ("/selezione", "start-tool-selection"),
            ("/selezione/accompagno", "start-tool-companion"),
            ("/affiancamenti", "start-tool-shadowing"),
            ("/formazione-continua", "start-tool-continuing"),
            ("/formazione", "start-tool-teaching"),
            ("/profilo/esperienza", "start-tool-experience"),
            ("/profilo/gruppi", "start-tool-groups"),
        ],
        Role::Professional | Role::Tutor => &[
            ("/selezione", "start-tool-selection"),
            ("/selezione/accompagno", "start-tool-companion"),
            ("/formazione", "start-tool-teaching"),
        ],
        Role::Trainer => &[("/formazione", "start-tool-teaching"), ("/selezione", "start-tool-selection")],
        Role::Secretariat => &[
            ("/persone", "start-tool-people"),
            ("/realta/importa", "start-tool-import"),
            ("/documento/carica", "start-tool-document"),
            ("/carta/versioni", "start-tool-charter"),
            ("/carta/verifica", "start-tool-all-findings"),
        ],
        Role::Administrator => {
            &[("/gestione", "start-tool-operate"), ("/persone", "start-tool-people"), ("/posta", "start-tool-mail")]
        }
        _ => &[],
    }
}
