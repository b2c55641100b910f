//! The pages of findings.

mod declarations;
mod impact;
mod own;
mod verify;

use super::{api, model::FindingOnRecord};
use crate::organisation::{model::Organisation, store::by_address};
use access::{Act, Actor, Role};
use charter::{Charter, Phrase, RuleId, State};
use kernel::OrganisationId;
use web::{
    Ctx, Error, Result, Routes, T,
    ui::{FindingCard, State as Shown},
};

/// The routes of findings.
pub(crate) fn routes() -> Routes {
    Routes::new()
        .get("/carta/verifica", Act::ReadPublic, verify::show)
        .get("/carta/impatto", Act::ReadPublic, impact::show)
        .get("/realta/{id}/verifica", Act::ReadFindings, own::show)
        .post("/realta/{id}/verifica/{rule}", Act::PublishFindings, own::publish)
        .get("/realta/{id}/dichiarazioni", Act::EditOrganisation, declarations::edit)
        .post("/realta/{id}/dichiarazioni", Act::EditOrganisation, declarations::save)
        .api_get("/api/v1/findings", Act::ReadPublic, api::counts)
        .api_get("/api/v1/findings/organisations", Act::ReadPublic, api::list)
}

/// The organisation that an address names.
async fn organisation(ctx: &Ctx, address: &str) -> Result<Organisation> {
    by_address(ctx.db().reader(), address).await?.ok_or(Error::NotFound)
}

/// The organisations whose findings a person reads by a role held there.
pub(super) fn own_organisations(actor: &Actor) -> Vec<OrganisationId> {
    let roles = [Role::OrganisationManager, Role::Expert, Role::Professional, Role::Tutor];
    let mut all: Vec<OrganisationId> = roles.into_iter().flat_map(|role| actor.organisations(role)).collect();
    all.sort_unstable();
    all.dedup();
    all.truncate(50);
    all
}

/// A state as the parts of pages show it.
fn shown(state: State) -> Shown {
    match state {
        State::Met => Shown::Met,
        State::NotMet => Shown::NotMet,
        State::NotKnown => Shown::NotKnown,
        State::NotApplicable => Shown::NotApplicable,
    }
}

/// The word for a state.
fn state_word(t: &T, state: State) -> String {
    t.get(&format!("state-{}", state.code().replace('_', "-")))
}

/// A rule with its name: "I12 – Libertà e tempo per il proprio gruppo".
fn rule_name(t: &T, rule: RuleId) -> String {
    format!("{rule} – {}", consensus::facade::rule_title(t, rule))
}

/// What a card shows beside the finding itself.
struct Card<'a> {
    /// The heading; the rule's name where it is empty.
    heading: String,
    /// The version in force, whose sentence and articles are shown.
    charter: Option<&'a Charter>,
    /// Whether what is missing and what to do next is shown: to those whom the finding belongs to.
    inside: bool,
    /// Whether the reader may fill in the organisation's declarations: only then a link leads there.
    declares: bool,
}

/// A finding as a card.
fn card(t: &T, finding: &FindingOnRecord, with: &Card<'_>) -> FindingCard {
    let say = |phrase: &Phrase| consensus::facade::say(t, phrase);
    let rule = with.charter.and_then(|charter| charter.rule(finding.rule));
    let mut evidence: Vec<String> = finding.evidence.iter().map(say).collect();
    if with.inside {
        let missing = |phrase: &Phrase| t.arg("findings-missing", "what", say(phrase));
        evidence.extend(finding.missing.iter().map(missing));
    }
    let steps: Vec<String> = finding.next_steps.iter().map(say).collect();
    let declares = with.declares && finding.next_steps.iter().any(|step| step.key.ends_with("-next-declare"));
    let article = with.charter.and_then(|charter| charter.article(&finding.article));
    FindingCard {
        t: t.clone(),
        id: format!("finding-{}-{}", finding.organisation, finding.rule.slug()),
        sentence: if with.heading.is_empty() { rule_name(t, finding.rule) } else { with.heading.clone() },
        asks: rule.map(|rule| consensus::facade::rule_sentence(t, rule)),
        state: shown(finding.state),
        evidence,
        next: (with.inside && !steps.is_empty())
            .then(|| (steps.join(" "), declares.then(|| format!("{}/dichiarazioni", finding.href())))),
        article: article.map(|article| {
            let title = article.title.get(t.lang());
            let args = [("number", article.number.into()), ("title", title.into())];
            (format!("/carta#{}", article.slug), t.args("findings-article", &args))
        }),
    }
}
