//! Experts and the community: what later slices may use of them.

pub use crate::announcement::{Announcement, Audience, Posted, latest_announcements, post_announcement};
pub use crate::calendar::{Entry, Kept, add_calendar_entry, coming_entries};
pub use crate::endorsement::{
    Version, Work, all_endorsed_versions, create_endorsements, endorsed_versions, endorsement_count, member_count,
};
pub use crate::expert::{
    ByStanding as ActiveByStanding, Claim, Evidence, ExpertCounts, ListedExpert, LivedExperience, NewExpert, NewRole,
    Profile as ExpertProfile, Quality, Standing, Value, active_among, active_experts, create_experts, expert_counts,
    expert_counts_of, listed_experts, own_profile, own_roles,
};
pub use crate::group::{
    Group, GroupKind, Headcount, NewMembership, add_group, belonging_count, belonging_counts_of, join_groups,
};
pub use crate::twinning::{Side, Stage as TwinningStage, Twinning, active_twinnings, create_twinnings};

use crate::{endorsement, expert, organisation::store::directory, twinning};
use access::{Actor, Role};
use kernel::{Duration, OrganisationId};
use std::collections::HashMap;
use store::{Conn, Db, Fault};
use web::ui::NextStep;

/// What the community asks of somebody or offers them: of an expert, to complete their profile; of a
/// manager, to answer a twinning and to endorse the Charter in force; to all, what comes next.
///
/// # Errors
/// [`Fault`] as the store says.
pub async fn community_steps(db: &Db, actor: &Actor) -> Result<Vec<NextStep>, Fault> {
    let Some(person) = actor.person() else { return Ok(Vec::new()) };
    let conn = db.reader();
    let mut steps = Vec::new();
    if actor.holds(Role::Expert) && !expert::has_profile(conn, person).await? {
        steps.push(step("expert-step-profile", vec![], "/profilo/esperienza".to_owned(), false));
    }
    let managed = actor.organisations(Role::OrganisationManager);
    if !managed.is_empty() {
        steps.extend(manager_steps(conn, &managed).await?);
    }
    let now = db.env().now();
    let coming = coming_entries(conn, now, true, 20).await?;
    let soon = coming.iter().filter(|kept| !kept.called_off && kept.entry.starts < now + Duration::days(14)).count();
    if soon > 0 {
        steps.push(step("calendar-step-coming", vec![("number", soon.to_string())], "/calendario".to_owned(), false));
    }
    let latest = latest_announcements(conn, db.env().today(), true, 20).await?;
    let new = latest.iter().filter(|posted| posted.at > now - Duration::days(14)).count();
    if new > 0 {
        steps.push(step("announcement-step-read", vec![("number", new.to_string())], "/annunci".to_owned(), false));
    }
    Ok(steps)
}

fn step(key: &'static str, args: Vec<(&'static str, String)>, href: String, urgent: bool) -> NextStep {
    NextStep { key, args, href, urgent }
}

async fn manager_steps(conn: &impl Conn, managed: &[OrganisationId]) -> Result<Vec<NextStep>, Fault> {
    let names = directory::names(conn, managed).await?;
    let mut steps = Vec::new();
    for proposal in twinning::waiting_for(conn, managed).await? {
        let mine = if managed.contains(&proposal.mature) { proposal.mature } else { proposal.starting };
        if let Some(organisation) = names.get(&mine) {
            let href = format!("{}/gemellaggi", organisation.href());
            steps.push(step("twinning-step-answer", vec![("name", organisation.name.clone())], href, true));
        }
    }
    let Some(charter) = consensus::facade::charter_in_force(conn).await? else { return Ok(steps) };
    let version = Version::Charter(charter.line.id);
    let endorsed: HashMap<_, _> = endorsement::endorsed_by(conn, managed).await?;
    let mut open: Vec<_> =
        names.values().filter(|o| !endorsed.get(&o.id).is_some_and(|e| e.contains(&version))).collect();
    open.sort_by_key(|organisation| kernel::fold(&organisation.name));
    for organisation in open.into_iter().take(5) {
        let args = vec![("name", organisation.name.clone()), ("version", charter.line.label.clone())];
        steps.push(step("endorsement-step-sign", args, format!("{}/adesioni", organisation.href()), false));
    }
    Ok(steps)
}
