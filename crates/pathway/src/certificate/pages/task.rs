//! `/realta/{id}/attestati/lavori/{task}`: how far the issuing of many certificates is.

use super::{Coming, reality, trail};
use crate::certificate::{
    model::{Left, Task},
    store::task as work,
};
use askama::Template;
use axum::{extract::Path, response::Response};
use kernel::{PersonId, TaskId};
use web::{Ctx, Error, Head, Result, T, ui::Note};

#[derive(Template)]
#[template(path = "certificate/task.html")]
struct TaskPage {
    here: String,
    back: String,
    task: Task,
    words: String,
    note: Option<Note>,
    /// Whose certificates were left out, and why.
    left: Vec<(String, String)>,
    t: T,
}

/// The page. It says how far the work is at this moment; a link asks again.
pub(in crate::certificate) async fn show(ctx: Ctx, Path((address, task)): Path<(String, String)>) -> Result<Response> {
    let t = ctx.t();
    let organisation = reality(&ctx, &address).await?;
    let id: TaskId = task.parse().map_err(|_| Error::NotFound)?;
    let found = work::by_id(ctx.db().reader(), id).await?;
    let task = found.filter(|one| one.organisation == organisation.id).ok_or(Error::NotFound)?;
    let (coming, _) = Coming::to(&ctx, &address, &task.edition.to_string()).await?;
    let finished = task.finished_at.is_some();
    let args = [("done", task.done.into()), ("total", task.total.into())];
    let left_out = t.arg("certificate-task-left-out", "count", task.left_out);
    let left = names_left(&ctx, task.id).await?;
    let body = TaskPage {
        here: format!("{}/attestati/lavori/{id}", organisation.href()),
        back: coming.href(),
        words: t.args(if finished { "certificate-task-finished" } else { "certificate-task-so-far" }, &args),
        left,
        note: (task.left_out > 0).then(|| Note::warning(left_out)),
        task,
        t: t.clone(),
    };
    let mut trail = trail(t, &organisation);
    trail.push((coming.href(), coming.whole.edition.title.clone()));
    ctx.page(Head::new(t.get("certificate-task-title")).trail(trail).no_index(), body)
}

/// Those that were left out, in the order of the alphabet.
async fn names_left(ctx: &Ctx, task: TaskId) -> Result<Vec<(String, String)>> {
    let (t, conn) = (ctx.t(), ctx.db().reader());
    let left = work::left(conn, task).await?;
    let people: Vec<PersonId> = left.iter().map(|(person, _)| *person).collect();
    let names = people::facade::person_names(conn, &people).await?;
    let name = |person: &PersonId| names.get(person).cloned().unwrap_or_else(|| t.get("certificate-person-erased"));
    let line = |(person, why): &(PersonId, Left)| (name(person), t.get(&format!("certificate-left-{}", why.code())));
    let mut lines: Vec<(String, String)> = left.iter().map(line).collect();
    lines.sort_by_cached_key(|(name, _)| kernel::fold(name));
    Ok(lines)
}
