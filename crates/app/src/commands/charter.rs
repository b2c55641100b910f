//! `allapari charter check`: what the Charter in force says of every organisation.

use super::{Console, Failure, Outcome};
use crate::{installation, settings::Settings};
use charter::State;
use consensus::facade::{charter_in_force, rule_title, say};
use network::facade::{FindingOnRecord, all_findings, finding_counts, recheck_all};
use serde::Serialize;
use web::T;

/// What the check says, for machines.
#[derive(Serialize)]
struct Report<'r> {
    charter: &'r str,
    organisations: usize,
    changed: usize,
    findings: Vec<Line<'r>>,
}

/// A finding with its sentences in words beside its parts.
#[derive(Serialize)]
struct Line<'r> {
    #[serde(flatten)]
    finding: &'r FindingOnRecord,
    says: Vec<String>,
    next: Vec<String>,
}

/// The headings of the findings.
const HEADINGS: [&str; 5] = [
    "command-charter-organisation",
    "command-charter-rule",
    "command-charter-state",
    "command-charter-evidence",
    "command-charter-next",
];

pub(super) async fn check(settings: &Settings, console: &mut Console<'_>, as_json: bool) -> Result<Outcome, Failure> {
    let db = installation::open(settings, false).await?;
    let Some(version) = charter_in_force(db.reader()).await? else {
        return Err(Failure::said("command-charter-none"));
    };
    let checked = recheck_all(&db).await?;
    let findings = all_findings(db.reader()).await?;
    let t = console.t().clone();
    if as_json {
        let report = Report {
            charter: &version.line.label,
            organisations: checked.organisations,
            changed: checked.changed,
            findings: findings.iter().map(|finding| line(&t, finding)).collect(),
        };
        console.json(&report)?;
        return Ok(Outcome::Fine);
    }
    console.say_with("command-charter-version", &[("label", version.line.label.as_str().into())])?;
    let rows: Vec<Vec<String>> = findings
        .iter()
        .map(|finding| {
            vec![
                finding.name.clone(),
                rule_title(&t, finding.rule),
                t.get(&format!("state-{}", code(finding.state))),
                says(&t, finding).join(" "),
                next(&t, finding).join(" "),
            ]
        })
        .collect();
    console.table(&HEADINGS, &rows)?;
    console.line("")?;
    summary(console, finding_counts(db.reader()).await?)?;
    db.close().await;
    Ok(Outcome::Fine)
}

/// How many organisations of the public register stand how to each rule.
fn summary(console: &mut Console<'_>, counts: Vec<network::facade::RuleCounts>) -> Result<(), Failure> {
    let t = console.t().clone();
    let states = [State::Met, State::NotMet, State::NotKnown, State::NotApplicable];
    let rows: Vec<Vec<String>> = counts
        .iter()
        .map(|count| {
            let numbers = states.iter().map(|state| t.number(count.of(*state)));
            std::iter::once(rule_title(&t, count.rule)).chain(numbers).collect()
        })
        .collect();
    let headings = ["command-charter-rule", "state-met", "state-not-met", "state-not-known", "state-not-applicable"];
    console.table(&headings, &rows)?;
    Ok(())
}

fn line<'r>(t: &T, finding: &'r FindingOnRecord) -> Line<'r> {
    Line { finding, says: says(t, finding), next: next(t, finding) }
}

/// What stands on record, and what does not.
fn says(t: &T, finding: &FindingOnRecord) -> Vec<String> {
    finding.evidence.iter().chain(&finding.missing).map(|phrase| say(t, phrase)).collect()
}

fn next(t: &T, finding: &FindingOnRecord) -> Vec<String> {
    finding.next_steps.iter().map(|phrase| say(t, phrase)).collect()
}

/// The word in the keys of texts.
const fn code(state: State) -> &'static str {
    match state {
        State::Met => "met",
        State::NotMet => "not-met",
        State::NotApplicable => "not-applicable",
        State::NotKnown => "not-known",
    }
}
