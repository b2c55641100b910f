//! What later slices may use of the network: these functions and read types, nothing else.

mod community;
mod register;

pub use crate::findings::{
    Checked, Declarations, FindingOnRecord, Reported, RuleCounts, all_findings, declare, declare_many, facts_of,
    finding_counts, finding_steps, findings_not_met, findings_of, keep_facts, publish_findings, react, recheck,
    recheck_all, report_facts,
};
pub use community::*;
pub use register::*;

/// What the network asks of somebody, or offers: the register's steps, the community's, the
/// Charter's.
///
/// # Errors
/// [`store::Fault`] as the store says.
pub async fn next_steps(db: &store::Db, actor: &access::Actor) -> Result<Vec<web::ui::NextStep>, store::Fault> {
    let mut steps = register_steps(db, actor).await?;
    steps.extend(community_steps(db, actor).await?);
    steps.extend(finding_steps(db, actor).await?);
    Ok(steps)
}
