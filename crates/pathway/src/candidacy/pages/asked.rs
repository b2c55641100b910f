//! What a candidacy that was sent asks of its person.

use crate::{
    candidacy::{Candidacy, Stage},
    interview, note,
};
use ::store::{Conn, Fault};
use kernel::{CandidacyId, DateTime, Utc, rome_date};
use std::collections::HashSet;
use web::ui::NextStep;

/// A step for each meeting that was proposed and each note that waits to be read, then one to look at
/// how things stand. Two statements, however many candidacies there are.
pub(in crate::candidacy) async fn steps(
    conn: &impl Conn,
    mine: &[Candidacy],
    now: DateTime<Utc>,
) -> Result<Vec<NextStep>, Fault> {
    let sent: Vec<&Candidacy> = mine.iter().filter(|one| one.open() && one.stage != Stage::Draft).collect();
    if sent.is_empty() {
        return Ok(Vec::new());
    }
    let ids: Vec<CandidacyId> = sent.iter().map(|one| one.id).collect();
    let standing = interview::standing_of(conn, &ids).await?;
    let proposed = |one: &&interview::Interview| one.state == interview::State::Proposed && one.meeting.starts > now;
    let meets: HashSet<CandidacyId> = standing.iter().filter(proposed).map(|one| one.candidacy).collect();
    let notes = note::standing(conn, &ids, rome_date(now)).await?;
    let step = |key, href, urgent| NextStep { key, args: Vec::new(), href, urgent };
    let mut steps = Vec::new();
    for one in sent {
        if meets.contains(&one.id) {
            steps.push(step("candidacy-todo-meeting", format!("{}#incontri", one.href()), true));
        }
        if notes.get(&one.id) == Some(&false) {
            steps.push(step("candidacy-todo-note", format!("{}/note", one.href()), false));
        }
    }
    steps.push(step("candidacy-todo-look", "/le-mie-candidature".to_owned(), false));
    Ok(steps)
}
