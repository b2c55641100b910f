//! The home page.

use access::Act;
use askama::Template;
use axum::response::Response;
use network::facade::{NetworkFigures, Presence};
use web::{
    Ctx, Head, Result, Routes, T,
    picture::{Live, Station},
    ui::LoopStep,
};

/// The routes of this feature.
pub(crate) fn routes() -> Routes {
    Routes::new().get("/", Act::ReadPublic, home)
}

#[derive(Template)]
#[template(path = "home/home.html")]
struct HomePage {
    t: T,
    live: Live,
    doors: Vec<Door>,
    figures: NetworkFigures,
    present: usize,
}

impl HomePage {
    fn experts(&self) -> i64 {
        self.figures.user_experts + self.figures.family_experts
    }
}

/// A way in for a kind of visitor.
struct Door {
    title: String,
    text: String,
    href: &'static str,
    link: String,
}

/// What the loop shows of the moment.
struct Moment {
    documents: usize,
    rules: usize,
    organisations: i64,
    not_met: i64,
}

async fn home(ctx: Ctx) -> Result<Response> {
    let t = ctx.t().clone();
    let conn = ctx.db().reader();
    let figures = network::facade::network_figures(conn).await?;
    let territories = network::facade::count_by_territory(conn).await?;
    let charter = consensus::facade::charter_in_force(conn).await?;
    let moment = Moment {
        documents: consensus::facade::document_versions(conn).await?.len(),
        rules: charter.map_or(0, |version| version.charter.rules().len()),
        organisations: figures.organisations,
        not_met: network::facade::findings_not_met(conn).await?,
    };
    let page = HomePage {
        live: live(&t, &moment),
        doors: doors(&t),
        present: territories.iter().filter(|(_, presence, _)| *presence == Presence::Present).count(),
        figures,
        t: t.clone(),
    };
    ctx.page(Head::new(t.get("home-title")).bare(), page)
}

fn live(t: &T, moment: &Moment) -> Live {
    let station = |step: LoopStep, value: String, note: String, href: Option<&str>| Station {
        name: step.label(t),
        value,
        note,
        href: href.map(str::to_owned),
    };
    let note = |step: LoopStep| t.get(&format!("home-loop-{}-note", step.code()));
    let stations = [
        station(LoopStep::Conference, t.get("home-loop-conference-value"), note(LoopStep::Conference), None),
        station(
            LoopStep::Document,
            t.number(moment.documents),
            t.arg("home-loop-document-note", "n", moment.documents),
            Some("/documento"),
        ),
        station(LoopStep::Charter, t.number(moment.rules), note(LoopStep::Charter), Some("/carta")),
        station(LoopStep::Records, t.number(moment.organisations), note(LoopStep::Records), Some("/realta")),
        station(LoopStep::Findings, t.number(moment.not_met), note(LoopStep::Findings), Some("/carta/verifica")),
        station(LoopStep::Tables, String::new(), note(LoopStep::Tables), None),
    ];
    Live::new(t.get("home-loop-title"), t.get("home-loop-text"), stations)
}

fn doors(t: &T) -> Vec<Door> {
    let door = |name: &str, href| Door {
        title: t.get(&format!("home-door-{name}")),
        text: t.get(&format!("home-door-{name}-text")),
        link: t.get(&format!("home-door-{name}-link")),
        href,
    };
    vec![
        door("candidate", "/avvisi"),
        door("course", "/corsi"),
        door("family", "/realta"),
        door("expert", "/carta"),
        door("organisation", "/realta"),
        door("institution", "/realta/mappa"),
        door("employer", "/verifica"),
    ]
}
