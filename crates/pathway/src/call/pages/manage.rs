//! An organisation's own calls: written, published, closed; and who applied, by date alone.

use super::{badge, organisation};
use crate::{
    call::{
        self, PER_PAGE,
        model::{Call, CallState, CallWords, FORMS, form_code},
        rules, store,
    },
    candidacy, course,
};
use ::store::Fault;
use access::{Act, Permit};
use askama::Template;
use axum::{
    extract::{Path, Query},
    response::Response,
};
use charter::facts::Form as MeetingForm;
use kernel::{Invalid, Invalids, rome_date};
use network::facade::Organisation;
use web::{
    Ctx, Error, Fields, Form, Head, T,
    ui::{Badge, Empty, FindingCard, Note, Pager, State},
};

/// What is above the pages of an organisation's calls.
fn trail(t: &T, organisation: &Organisation, calls: bool) -> Vec<(String, String)> {
    let mut trail = vec![
        ("/realta".to_owned(), t.get("call-trail-organisations")),
        (organisation.href(), organisation.name.clone()),
    ];
    if calls {
        trail.push((format!("{}/avvisi", organisation.href()), t.get("call-title-own")));
    }
    trail
}

/// The permit to keep an organisation's calls.
async fn keeping(ctx: &Ctx, address: &str) -> web::Result<(Organisation, Permit)> {
    let organisation = organisation(ctx, address).await?;
    let permit = ctx.permit(Act::ManageSelection, organisation.target())?;
    Ok((organisation, permit))
}

/// A call of this organisation.
async fn own_call(ctx: &Ctx, organisation: &Organisation, id: &str) -> web::Result<Call> {
    let call = super::by_address(ctx, id).await?;
    if call.organisation == organisation.id { Ok(call) } else { Err(Error::NotFound) }
}

struct Line {
    title: String,
    href: String,
    candidacies: String,
    days: String,
    badge: Badge,
}

#[derive(Template)]
#[template(path = "call/organisation.html")]
struct OwnPage {
    href: String,
    lines: Vec<Line>,
    empty: Option<Empty>,
    pager: Pager,
    t: T,
}

/// The calls of an organisation.
pub(in crate::call) async fn list(
    ctx: Ctx,
    Path(address): Path<String>,
    Query(asked): Query<super::Asked>,
) -> web::Result<Response> {
    let (organisation, _) = keeping(&ctx, &address).await?;
    let (t, href) = (ctx.t(), format!("{}/avvisi", organisation.href()));
    let page = Pager::asked(asked.pagina);
    let (calls, total) = call::of_organisation(ctx.db().reader(), organisation.id, page).await?;
    let line = |call: &Call| Line {
        title: call.title().to_owned(),
        href: format!("{href}/{}", call.id),
        candidacies: format!("{href}/{}/candidature", call.id),
        days: t.args(
            "call-days",
            &[("from", t.date(call.words.opens_on).into()), ("until", t.date(call.words.closes_on).into())],
        ),
        badge: badge(t, call),
    };
    let empty = Empty::new(t.get("call-own-empty"), t.get("call-own-empty-text"))
        .action(format!("{href}/nuovo"), t.get("call-new"));
    let per_page = u64::try_from(PER_PAGE).unwrap_or(20);
    let body = OwnPage {
        lines: calls.iter().map(line).collect(),
        empty: calls.is_empty().then_some(empty),
        pager: Pager::new(t, &href, page, u64::try_from(total).unwrap_or(0), per_page),
        href,
        t: t.clone(),
    };
    let head = Head::new(t.arg("call-title-of", "name", &organisation.name)).lead(t.get("call-lead-own"));
    ctx.page(head.trail(trail(t, &organisation, false)).no_index(), body)
}

#[derive(Template)]
#[template(path = "call/edit.html")]
struct EditPage {
    action: String,
    form: Form,
    forms: Vec<(String, String)>,
    courses: Vec<(String, String)>,
    note: Option<Note>,
    /// What stands on record, where somebody else wrote it meanwhile.
    other: Vec<(String, String)>,
    /// What can be done with a call on record.
    record: Option<Record>,
    /// Whether it is past: then it says what was asked, and is changed no more.
    closed: bool,
    findings: Vec<FindingCard>,
    t: T,
}

struct Record {
    version: i64,
    href: String,
    public: String,
    panel: String,
    candidacies: String,
    badge: Badge,
    publishes: bool,
    closes: bool,
    joint: bool,
    listed: bool,
}

/// What the Charter says of what the form holds, before anything is broken: I2 and I3.
fn findings(t: &T, fields: &Fields) -> Vec<FindingCard> {
    let card = |rule: &str, id: &str, met: bool, evidence: String, next: Option<String>| FindingCard {
        t: t.clone(),
        id: format!("carta-{id}"),
        sentence: t.get(&format!("call-rule-{rule}")),
        asks: None,
        state: if met { State::Met } else { State::NotMet },
        evidence: vec![evidence],
        next: next.map(|text| (text, None)),
        article: Some(("/carta".to_owned(), t.get(&format!("call-rule-{rule}-article")))),
    };
    let texts = ["title", "purpose", "valued", "steps"];
    let asks = texts.iter().find_map(|field| rules::asks_for_a_qualification(fields.get(field)));
    let others: Vec<String> = fields
        .all("forms")
        .into_iter()
        .filter(|code| *code != form_code(MeetingForm::Interview) && call::model::form_of(code).is_some())
        .map(|code| t.get(&format!("call-form-{code}")))
        .collect();
    let interview = fields.all("forms").contains(&form_code(MeetingForm::Interview));
    let alone = others.is_empty() && interview;
    vec![
        match asks {
            None => card("i2", "i2", true, t.get("call-rule-i2-met"), None),
            Some(part) => {
                card("i2", "i2", false, t.arg("call-rule-i2-asks", "part", part), Some(t.get("call-rule-i2-next")))
            }
        },
        if alone {
            card("i3", "i3", true, t.get("call-rule-i3-met"), None)
        } else {
            let used = if others.is_empty() { "–".to_owned() } else { others.join(", ") };
            card("i3", "i3", false, t.arg("call-rule-i3-uses", "forms", used), Some(t.get("call-rule-i3-next")))
        },
    ]
}

async fn page(
    ctx: &Ctx,
    organisation: &Organisation,
    call: Option<&Call>,
    fields: &Fields,
    wrong: &Invalids,
) -> web::Result<(Head, EditPage)> {
    let (t, conn) = (ctx.t(), ctx.db().reader());
    let base = format!("{}/avvisi", organisation.href());
    let action = call.map_or(format!("{base}/nuovo"), |call| format!("{base}/{}", call.id));
    let record = match call {
        None => None,
        Some(call) => Some(Record {
            version: call.version,
            public: call.href(),
            panel: format!("{action}/gruppo"),
            candidacies: format!("{action}/candidature"),
            href: action.clone(),
            badge: badge(t, call),
            publishes: call.state == CallState::Draft,
            closes: call.state == CallState::Published,
            joint: call::is_joint(conn, call, ctx.env().today()).await?,
            listed: organisation.listed,
        }),
    };
    let body = EditPage {
        action,
        form: Form::new(t, "call", fields, wrong),
        forms: FORMS
            .iter()
            .map(|form| (form_code(*form).to_owned(), t.get(&format!("call-form-{}", form_code(*form)))))
            .collect(),
        courses: courses(ctx, organisation).await?,
        note: None,
        other: Vec::new(),
        record,
        closed: call.is_some_and(|call| call.state == CallState::Closed),
        findings: findings(t, fields),
        t: t.clone(),
    };
    let title = call.map_or_else(|| t.get("call-new"), |call| call.title().to_owned());
    let head = Head::new(title).lead(t.get("call-edit-lead")).trail(trail(t, organisation, true)).no_index();
    Ok((head, body))
}

/// The courses to which a call may lead: those of the same organisation.
async fn courses(ctx: &Ctx, organisation: &Organisation) -> Result<Vec<(String, String)>, Fault> {
    let mut options = vec![(String::new(), ctx.t().get("call-no-course"))];
    let own = course::of_organisation(ctx.db().reader(), organisation.id).await?;
    options.extend(own.into_iter().map(|course| (course.id.to_string(), course.title)));
    Ok(options)
}

/// What the form says, with a course that is the organisation's own.
async fn parsed(ctx: &Ctx, organisation: &Organisation, fields: &Fields) -> web::Result<Result<CallWords, Invalids>> {
    let words = match CallWords::parse(fields) {
        Ok(words) => words,
        Err(wrong) => return Ok(Err(wrong)),
    };
    let own = match words.leads_to {
        Some(id) => course::by_id(ctx.db().reader(), id).await?.is_some_and(|one| one.organisation == organisation.id),
        None => true,
    };
    Ok(if own { Ok(words) } else { Err(Invalid::new("leads_to", "invalid-choice").into()) })
}

/// An empty form.
pub(in crate::call) async fn new(ctx: Ctx, Path(address): Path<String>) -> web::Result<Response> {
    let (organisation, _) = keeping(&ctx, &address).await?;
    let fields = CallWords::blank(ctx.env().today());
    let (head, body) = page(&ctx, &organisation, None, &fields, &Invalids::default()).await?;
    ctx.page(head, body)
}

/// Writes a new call down, as a draft.
pub(in crate::call) async fn create(ctx: Ctx, Path(address): Path<String>, fields: Fields) -> web::Result<Response> {
    let (organisation, permit) = keeping(&ctx, &address).await?;
    let words = match parsed(&ctx, &organisation, &fields).await? {
        Ok(words) => words,
        Err(wrong) => {
            let (head, body) = page(&ctx, &organisation, None, &fields, &wrong).await?;
            return ctx.invalid(head, body);
        }
    };
    let mut tx = permit.begin(ctx.db()).await?;
    let now = tx.env().now();
    let id = store::insert(&mut tx, organisation.id, organisation.territory, &words, CallState::Draft, now).await?;
    tx.commit().await?;
    ctx.done("call-created", &format!("{}/avvisi/{id}", organisation.href()))
}

/// A call as its organisation keeps it.
pub(in crate::call) async fn edit(ctx: Ctx, Path((address, id)): Path<(String, String)>) -> web::Result<Response> {
    let (organisation, _) = keeping(&ctx, &address).await?;
    let call = own_call(&ctx, &organisation, &id).await?;
    let mut fields = call.words.fields();
    fields.set("version", call.version);
    let (head, body) = page(&ctx, &organisation, Some(&call), &fields, &Invalids::default()).await?;
    ctx.page(head, body)
}

/// Saves a call. A closed one is past: it says what was asked then.
pub(in crate::call) async fn save(
    ctx: Ctx,
    Path((address, id)): Path<(String, String)>,
    mut fields: Fields,
) -> web::Result<Response> {
    let (organisation, permit) = keeping(&ctx, &address).await?;
    let call = own_call(&ctx, &organisation, &id).await?;
    let words = match parsed(&ctx, &organisation, &fields).await? {
        Ok(words) if call.state != CallState::Closed => words,
        Ok(_) => return Err(Error::Fault(Fault::Stale)),
        Err(wrong) => {
            let (head, body) = page(&ctx, &organisation, Some(&call), &fields, &wrong).await?;
            return ctx.invalid(head, body);
        }
    };
    // What people were told when they applied holds for them: notes are never kept longer than that.
    if call.public() && words.notes_days > call.words.notes_days {
        let wrong = Invalid::new("notes_days", "call-invalid-notes-longer").with("days", call.words.notes_days);
        let (head, body) = page(&ctx, &organisation, Some(&call), &fields, &wrong.into()).await?;
        return ctx.invalid(head, body);
    }
    let mut tx = permit.begin(ctx.db()).await?;
    match store::update(&mut tx, &call, &words, fields.get("version").parse().unwrap_or(0)).await {
        Err(Fault::Stale) => {
            tx.rollback().await?;
            fields.set("version", call.version);
            let (head, mut body) = page(&ctx, &organisation, Some(&call), &fields, &Invalids::default()).await?;
            body.note = Some(Note::alert(ctx.t().get("call-stale")));
            let part = |field: &str| (ctx.t().get(&format!("call-{field}")), call.words.fields().get(field).to_owned());
            body.other = ["title", "purpose", "valued", "steps"].map(part).to_vec();
            return ctx.stale(head, body);
        }
        saved => saved?,
    }
    tx.commit().await?;
    ctx.done("call-saved", &format!("{}/avvisi/{id}", organisation.href()))
}

/// Publishes a call: its panel must be whole, so that who applies knows that both kinds select.
pub(in crate::call) async fn publish(
    ctx: Ctx,
    Path((address, id)): Path<(String, String)>,
    fields: Fields,
) -> web::Result<Response> {
    let (organisation, permit) = keeping(&ctx, &address).await?;
    let call = own_call(&ctx, &organisation, &id).await?;
    let lacks = match () {
        () if !organisation.listed => Some("call-invalid-not-listed"),
        () if !call::is_joint(ctx.db().reader(), &call, ctx.env().today()).await? => Some("call-invalid-panel"),
        () if call.words.closes_on < ctx.env().today() => Some("call-invalid-past"),
        () => None,
    };
    if let Some(key) = lacks {
        let mut shown = call.words.fields();
        shown.set("version", call.version);
        let (head, body) = page(&ctx, &organisation, Some(&call), &shown, &Invalid::new("", key).into()).await?;
        return ctx.invalid(head, body);
    }
    pass(&ctx, permit, &organisation, &call, CallState::Published, &fields).await
}

/// Closes a call: it takes no candidacies any more; those that were sent go on.
pub(in crate::call) async fn close(
    ctx: Ctx,
    Path((address, id)): Path<(String, String)>,
    fields: Fields,
) -> web::Result<Response> {
    let (organisation, permit) = keeping(&ctx, &address).await?;
    let call = own_call(&ctx, &organisation, &id).await?;
    pass(&ctx, permit, &organisation, &call, CallState::Closed, &fields).await
}

async fn pass(
    ctx: &Ctx,
    permit: Permit,
    organisation: &Organisation,
    call: &Call,
    to: CallState,
    fields: &Fields,
) -> web::Result<Response> {
    let href = format!("{}/avvisi/{}", organisation.href(), call.id);
    // Pressed twice: it is as it was wanted.
    if call.state == to {
        return ctx.goto(&href);
    }
    let mut tx = permit.begin(ctx.db()).await?;
    store::pass_to(&mut tx, call, to, fields.get("version").parse().unwrap_or(0)).await?;
    tx.commit().await?;
    ctx.done(if to == CallState::Published { "call-published" } else { "call-closed" }, &href)
}

struct Applied {
    sent: String,
    moved: String,
    badge: Badge,
    waits: Option<String>,
}

#[derive(Template)]
#[template(path = "call/candidacies.html")]
struct CandidaciesPage {
    lines: Vec<Applied>,
    empty: Option<Empty>,
    pager: Pager,
    panel: String,
    t: T,
}

/// Who applied, for whoever keeps the selection: how many, since when, where each stands. No names:
/// only the panel meets people.
pub(in crate::call) async fn candidacies(
    ctx: Ctx,
    Path((address, id)): Path<(String, String)>,
    Query(asked): Query<super::Asked>,
) -> web::Result<Response> {
    let (organisation, _) = keeping(&ctx, &address).await?;
    let call = own_call(&ctx, &organisation, &id).await?;
    let (t, now) = (ctx.t(), ctx.env().now());
    let page = Pager::asked(asked.pagina);
    let (all, total) = candidacy::of_call(ctx.db().reader(), call.id, page).await?;
    let waits = candidacy::waits(ctx.db().reader(), &all, now).await?;
    let line = |one: &candidacy::Candidacy| {
        let days = (rome_date(now) - rome_date(one.still_since)).num_days();
        Applied {
            sent: one.sent_at.map(|at| t.date(rome_date(at))).unwrap_or_default(),
            moved: t.date(rome_date(one.moved_at)),
            badge: candidacy::pages::own::badge(t, one),
            waits: waits.contains_key(&one.id).then(|| t.arg("call-waits", "days", days)),
        }
    };
    let href = format!("{}/avvisi/{}", organisation.href(), call.id);
    let per_page = u64::try_from(candidacy::PER_PAGE).unwrap_or(30);
    let list = format!("{href}/candidature");
    let body = CandidaciesPage {
        lines: all.iter().map(line).collect(),
        empty: all.is_empty().then(|| Empty::new(t.get("call-candidacies-none"), t.get("call-candidacies-none-text"))),
        pager: Pager::new(t, &list, page, u64::try_from(total).unwrap_or(0), per_page),
        panel: format!("{href}/gruppo"),
        t: t.clone(),
    };
    let mut trail = trail(t, &organisation, true);
    trail.push((href, call.title().to_owned()));
    let head = Head::new(t.get("call-candidacies-title")).lead(t.get("call-candidacies-lead"));
    ctx.page(head.trail(trail).no_index(), body)
}
