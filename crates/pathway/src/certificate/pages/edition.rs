//! `/realta/{id}/attestati/edizioni/{edition}`: who has what the course asks, what is signed, what is
//! issued. In the order of the alphabet, and with what is still to do, never how one compares.

use super::{Coming, badge, organisation::period, trail};
use crate::certificate::{
    model::{Certificate, Stage},
    rules::{self, Lack},
    store::{
        self,
        gather::{self, Trainee},
        signatory, task,
    },
};
use askama::Template;
use axum::{extract::Path, response::Response};
use kernel::{Invalids, PersonId};
use std::collections::{HashMap, HashSet};
use web::{
    Ctx, Fields, Form, Head, Result, T,
    ui::{Badge, Note},
};

/// How many names a part of the page shows; the button for all takes the others as well.
const SHOWN: usize = 200;

/// A part of the page from which certificates are taken a step on.
struct Part {
    /// The word in its address and in keys of texts.
    step: &'static str,
    /// Whom or which one chooses from: value and name.
    options: Vec<(String, String)>,
    /// How many there are in all.
    total: usize,
    /// Those that the person who comes cannot take on, with why.
    others: Vec<(String, String)>,
    /// Whether the person may take them on.
    may: bool,
}

struct IssuedLine {
    name: String,
    badge: Badge,
    on: String,
    revoke: Option<String>,
}

struct WithdrawLine {
    name: String,
    href: String,
    version: i64,
}

#[derive(Template)]
#[template(path = "certificate/edition.html")]
struct EditionPage {
    href: String,
    notes: Vec<Note>,
    signatories: Vec<(String, String)>,
    /// What it means to sign, for who was named to.
    signs: Option<String>,
    criteria: Vec<String>,
    keeps: bool,
    form: Form,
    parts: Vec<Part>,
    withdraw: Vec<WithdrawLine>,
    issued: Vec<IssuedLine>,
    not_yet: Vec<(String, Vec<String>)>,
    not_yet_more: usize,
    running: Option<(String, String)>,
    t: T,
}

/// The page.
pub(in crate::certificate) async fn show(
    ctx: Ctx,
    Path((address, edition)): Path<(String, String)>,
) -> Result<Response> {
    let (coming, _) = Coming::to(&ctx, &address, &edition).await?;
    let (head, body) = page(&ctx, &coming, &Fields::new(), &Invalids::default()).await?;
    ctx.page(head, body)
}

/// The page with a form that could not be taken.
pub(super) async fn refuse(ctx: &Ctx, coming: &Coming, fields: &Fields, wrong: &Invalids) -> Result<Response> {
    let (head, body) = page(ctx, coming, fields, wrong).await?;
    ctx.invalid(head, body)
}

async fn page(ctx: &Ctx, coming: &Coming, fields: &Fields, wrong: &Invalids) -> Result<(Head, EditionPage)> {
    let (t, conn) = (ctx.t(), ctx.db().reader());
    let edition = coming.whole.edition.id;
    let certificates = store::of_edition(conn, edition).await?;
    let named = signatory::of(conn, edition).await?;
    let (ready, not_yet) = gather::without_one(coming.whole.trainees(conn).await?, &certificates);
    let mut people: Vec<PersonId> = certificates.iter().map(|one| one.holder).collect();
    people.extend(ready.iter().chain(&not_yet).map(|trainee| trainee.person));
    people.extend(named.iter().map(|one| one.person));
    let names = Names::of(ctx, people).await?;
    let both = rules::both_kinds(named.iter().map(|one| one.side));
    let mut notes = Vec::new();
    if coming.whole.asked.is_none() {
        notes.push(Note::info(t.get("certificate-note-none-given")));
    } else if !both {
        notes.push(Note::warning(t.get("certificate-note-both-kinds")));
    }
    let running = task::of_edition(conn, edition).await?;
    let running = running.map(|task| {
        let href = format!("{}/attestati/lavori/{}", coming.organisation.href(), task.id);
        (href, t.arg("certificate-task-running", "percent", task.percent()))
    });
    let (missing, not_yet_more) = missing(t, &names, not_yet);
    let body = EditionPage {
        href: coming.href(),
        notes,
        signatories: named.iter().map(|one| (names.get(one.person), t.get(one.side.key()))).collect(),
        signs: coming.side.map(|side| t.get(&format!("certificate-signs-{}", side.code()))),
        criteria: coming.whole.criteria(t).lines().map(str::to_owned).collect(),
        keeps: coming.keeps,
        form: Form::new(t, "certificate", fields, wrong),
        parts: vec![
            to_propose(t, coming, &names, &ready, both),
            to_sign(t, coming, &names, &certificates),
            to_issue(coming, &names, &certificates),
        ],
        withdraw: to_withdraw(coming, &names, &certificates),
        issued: issued(ctx, coming, &names, &certificates),
        not_yet: missing,
        not_yet_more,
        running,
        t: t.clone(),
    };
    let head = Head::new(t.arg("certificate-edition-title", "edition", &coming.whole.edition.title))
        .lead(period(t, &coming.whole.edition))
        .trail(trail(t, &coming.organisation))
        .no_index();
    Ok((head, body))
}

/// The names of all on the page.
struct Names {
    known: HashMap<PersonId, String>,
    erased: String,
}

impl Names {
    async fn of(ctx: &Ctx, mut people: Vec<PersonId>) -> Result<Names> {
        people.sort_unstable();
        people.dedup();
        let mut known = HashMap::with_capacity(people.len());
        for portion in people.chunks(2000) {
            known.extend(people::facade::person_names(ctx.db().reader(), portion).await?);
        }
        Ok(Names { known, erased: ctx.t().get("certificate-person-erased") })
    }
    fn get(&self, person: PersonId) -> String {
        self.known.get(&person).unwrap_or(&self.erased).clone()
    }
    /// In the order of the alphabet.
    fn sorted<T>(&self, mut all: Vec<T>, person: impl Fn(&T) -> PersonId) -> Vec<T> {
        all.sort_by_cached_key(|one| (kernel::fold(&self.get(person(one))), person(one)));
        all
    }
}

fn to_propose(t: &T, coming: &Coming, names: &Names, ready: &[Trainee], both: bool) -> Part {
    let (own, free): (Vec<&Trainee>, Vec<&Trainee>) = ready.iter().partition(|trainee| trainee.person == coming.person);
    let free = names.sorted(free, |trainee| trainee.person);
    let option = |trainee: &&Trainee| (trainee.enrolment.to_string(), names.get(trainee.person));
    Part {
        step: "proponi",
        total: free.len(),
        options: free.iter().take(SHOWN).map(option).collect(),
        others: own.iter().map(|one| (names.get(one.person), t.get(rules::Why::Holder.key()))).collect(),
        may: coming.side.is_some() && both,
    }
}

/// The certificates that wait for a second signature; those that this person cannot give it to are
/// named with why.
fn to_sign(t: &T, coming: &Coming, names: &Names, certificates: &[Certificate]) -> Part {
    let waiting = certificates.iter().filter(|one| one.stage == Stage::Proposed).collect();
    let waiting = names.sorted(waiting, |one: &&Certificate| one.holder);
    let (mut options, mut others) = (Vec::new(), Vec::new());
    for one in waiting {
        let name = names.get(one.holder);
        let step = coming.side.map(|side| rules::Step::Sign(coming.person, side));
        match step.map(|step| rules::after(store::standing(one), step, true)) {
            Some(Ok(_)) => options.push((one.id.to_string(), name)),
            Some(Err(why)) => others.push((name, t.get(why.key()))),
            None => others.push((name, t.get("certificate-why-waits"))),
        }
    }
    let total = options.len();
    options.truncate(SHOWN);
    others.truncate(SHOWN);
    Part { step: "firma", options, total, others, may: coming.side.is_some() }
}

fn to_issue(coming: &Coming, names: &Names, certificates: &[Certificate]) -> Part {
    let signed = certificates.iter().filter(|one| one.stage == Stage::Signed && one.task.is_none()).collect();
    let signed = names.sorted(signed, |one: &&Certificate| one.holder);
    let option = |one: &&Certificate| (one.id.to_string(), names.get(one.holder));
    Part {
        step: "rilascia",
        total: signed.len(),
        options: signed.iter().take(SHOWN).map(option).collect(),
        others: Vec::new(),
        may: coming.side.is_some() || coming.keeps,
    }
}

/// What the person proposed, or who keeps the courses finds proposed, can be taken back.
fn to_withdraw(coming: &Coming, names: &Names, certificates: &[Certificate]) -> Vec<WithdrawLine> {
    let open = certificates.iter().filter(|one| matches!(one.stage, Stage::Proposed | Stage::Signed));
    let mine = open.filter(|one| one.task.is_none() && super::steps::may_withdraw(coming, one)).collect();
    let mine = names.sorted(mine, |one: &&Certificate| one.holder);
    let line = |one: &&Certificate| WithdrawLine {
        name: names.get(one.holder),
        href: format!("{}/attestati/{}/ritira", coming.organisation.href(), one.id),
        version: one.version,
    };
    mine.iter().take(SHOWN).map(line).collect()
}

fn issued(ctx: &Ctx, coming: &Coming, names: &Names, certificates: &[Certificate]) -> Vec<IssuedLine> {
    let t = ctx.t();
    let revokes = ctx.may(access::Act::ManageCertificates, coming.organisation.target());
    let over = certificates.iter().filter(|one| matches!(one.stage, Stage::Issued | Stage::Revoked)).collect();
    let over = names.sorted(over, |one: &&Certificate| one.holder);
    let line = |one: &&Certificate| IssuedLine {
        name: names.get(one.holder),
        badge: badge(t, one.stage),
        on: one.issued_on().map(|day| t.date(day)).unwrap_or_default(),
        revoke: (revokes && one.stage == Stage::Issued)
            .then(|| format!("{}/attestati/{}/revoca", coming.organisation.href(), one.id)),
    };
    over.iter().take(SHOWN).map(line).collect()
}

/// What is not there yet, person by person, and how many more there are.
fn missing(t: &T, names: &Names, not_yet: Vec<Trainee>) -> (Vec<(String, Vec<String>)>, usize) {
    let not_yet = names.sorted(not_yet, |trainee| trainee.person);
    let words = |lack: &Lack| {
        let (has, asks) = lack.minutes();
        let args = [("has", t.length(has).into()), ("asks", t.length(asks).into())];
        t.args(&format!("certificate-lack-{}", lack.code()), &args)
    };
    let line = |trainee: &Trainee| (names.get(trainee.person), trainee.lacks.iter().map(words).collect());
    let more = not_yet.len().saturating_sub(SHOWN);
    (not_yet.iter().take(SHOWN).map(line).collect(), more)
}

/// What was chosen in a part: those that are there of what was ticked, or all.
pub(super) fn chosen<'a, T>(fields: &Fields, all: &'a [T], id: impl Fn(&T) -> String) -> Vec<&'a T> {
    let ticked: HashSet<&str> = fields.all("who").into_iter().collect();
    let everything = fields.checked("all");
    all.iter().filter(|one| everything || ticked.contains(id(one).as_str())).collect()
}
