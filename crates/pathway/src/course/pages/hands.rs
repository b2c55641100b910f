//! Who wrote a curriculum and who teaches in it; and how it answers to other programmes.

use super::{ShareLine, charter_says, hand_name, hours, href, share_line, shown_course, trail_of};
use crate::{
    course::{
        model::{Alignment, Course, Curriculum, NewAlignment, NewHand, Teacher},
        rules, store,
    },
    panel::Side,
};
use ::store::{Conn, Fault};
use access::{HeldRole, Scope};
use askama::Template;
use axum::{extract::Path, response::Response};
use kernel::{Invalid, Invalids, OrganisationId, PersonId, Uuid};
use network::facade::Organisation;
use std::collections::BTreeMap;
use web::{
    Ctx, Error, Fields, Form, Head, T,
    ui::{Badge, State},
};

struct Line {
    action: String,
    name: String,
    side: String,
    hours: String,
    badge: Option<Badge>,
}

#[derive(Template)]
#[template(path = "course/hands.html")]
struct HandsPage {
    base: String,
    authors: Vec<Line>,
    joint: Badge,
    teachers: Vec<Line>,
    share: Option<ShareLine>,
    author: Form,
    teacher: Form,
    people: Vec<(String, String)>,
    sides: Vec<(String, String)>,
    prepared: Vec<(String, String)>,
    t: T,
}

/// Which of the two forms was typed.
enum Typed<'a> {
    Nothing,
    Author(&'a Fields, &'a Invalids),
    Teacher(&'a Fields, &'a Invalids),
}

/// Those who hold a role of one of the two kinds in an organisation: who, and on which side.
pub(crate) async fn sides_of(
    conn: &impl Conn,
    organisation: OrganisationId,
    today: kernel::NaiveDate,
) -> Result<Vec<(PersonId, Side)>, Fault> {
    let mut held: BTreeMap<PersonId, Vec<HeldRole>> = BTreeMap::new();
    for page in 1..=20 {
        let roles = people::facade::roles_in(conn, Scope::Organisation(organisation), today, page).await?;
        for record in &roles {
            held.entry(record.person).or_default().push(record.held);
        }
        if roles.len() < usize::try_from(people::facade::PEOPLE_PER_PAGE).unwrap_or(30) {
            break;
        }
    }
    let side = |(person, roles): (PersonId, Vec<HeldRole>)| Some((person, Side::of_roles(&roles, organisation)?));
    Ok(held.into_iter().filter_map(side).collect())
}

/// Both kinds as the choices of a form.
fn sides(t: &T) -> Vec<(String, String)> {
    Side::ALL.iter().map(|side| (side.code().to_owned(), t.get(side.key()))).collect()
}

async fn page(
    ctx: &Ctx,
    organisation: &Organisation,
    course: Course,
    typed: Typed<'_>,
) -> web::Result<(Head, HandsPage)> {
    let (t, conn) = (ctx.t(), ctx.db().reader());
    let whole = store::whole(conn, vec![course]).await?.pop().ok_or(Error::NotFound)?;
    let base = href(organisation, &whole.course);
    let mut names = super::show::names(ctx, &whole).await?;
    let known = sides_of(conn, organisation.id, ctx.env().today()).await?;
    let ids: Vec<PersonId> = known.iter().map(|(person, _)| *person).collect();
    names.extend(people::facade::person_names(conn, &ids).await?);
    let share = charter_says(ctx, &whole).await?.share;
    let (none, empty) = (Invalids::default(), Fields::new());
    let (author, teacher) = match typed {
        Typed::Nothing => ((&empty, &none), (&empty, &none)),
        Typed::Author(fields, wrong) => ((fields, wrong), (&empty, &none)),
        Typed::Teacher(fields, wrong) => ((&empty, &none), (fields, wrong)),
    };
    let mut options: Vec<(String, String)> = known
        .iter()
        .filter_map(|(id, side)| Some((id.to_string(), format!("{} – {}", names.get(id)?, t.get(side.key())))))
        .collect();
    options.sort_by_key(|(_, name)| kernel::fold(name));
    options.insert(0, (String::new(), t.get("course-hand-guest")));
    let author_line = |one: &crate::course::Author| Line {
        action: format!("{base}/autori/{}/togli", one.id),
        name: hand_name(t, one.person, &one.name, &names),
        side: t.get(one.side.key()),
        hours: String::new(),
        badge: None,
    };
    let teacher_line = |one: &Teacher| Line {
        action: format!("{base}/docenti/{}/togli", one.id),
        name: hand_name(t, one.person, &one.name, &names),
        side: t.get(one.side.key()),
        hours: hours(t, taught(&whole, one)),
        badge: (one.side == Side::Professional).then(|| prepared_badge(t, one)),
    };
    let body = HandsPage {
        authors: whole.authors.iter().map(author_line).collect(),
        joint: joint(t, &whole),
        teachers: whole.teachers.iter().map(teacher_line).collect(),
        share: share_line(t, rules::teaching(&whole.teachers, &whole.teaching), share),
        author: Form::new(t, "course-author", author.0, author.1),
        teacher: Form::new(t, "course-teacher", teacher.0, teacher.1),
        people: options,
        sides: sides(t),
        prepared: ["coproduced", "trained"]
            .map(|code| (code.to_owned(), t.get(&format!("course-prepared-{code}"))))
            .into(),
        base,
        t: t.clone(),
    };
    let trail = trail_of(t, organisation, Some(&whole.course));
    let head = Head::new(t.get("course-hands")).lead(t.get("course-hands-lead")).trail(trail).no_index();
    Ok((head, body))
}

fn taught(whole: &Curriculum, teacher: &Teacher) -> u32 {
    whole.teaching.iter().filter(|(_, id, _)| *id == teacher.id).map(|(.., minutes)| minutes).sum()
}

fn prepared_badge(t: &T, teacher: &Teacher) -> Badge {
    let how: Vec<String> = [(teacher.coproduced, "coproduced"), (teacher.trained, "trained")]
        .iter()
        .filter(|(has, _)| *has)
        .map(|(_, code)| t.get(&format!("course-prepared-{code}")))
        .collect();
    match how.is_empty() {
        true => Badge::word(State::NotKnown, t.get("course-prepared-unsaid")),
        false => Badge::word(State::Met, how.join(", ")),
    }
}

/// Whether both kinds wrote the course.
fn joint(t: &T, whole: &Curriculum) -> Badge {
    let has = |side: Side| whole.authors.iter().any(|author| author.side == side);
    match (has(Side::Expert), has(Side::Professional)) {
        (true, true) => Badge::word(State::Met, t.get("course-authors-joint")),
        (false, true) => Badge::word(State::NotMet, t.get("course-authors-no-expert")),
        (true, false) => Badge::word(State::NotMet, t.get("course-authors-no-professional")),
        (false, false) => Badge::word(State::NotKnown, t.get("course-authors-none")),
    }
}

/// The page.
pub(in crate::course) async fn show(
    ctx: Ctx,
    Path((address, course)): Path<(String, String)>,
) -> web::Result<Response> {
    let (organisation, course, _) = shown_course(&ctx, &address, &course).await?;
    let (head, body) = page(&ctx, &organisation, course, Typed::Nothing).await?;
    ctx.page(head, body)
}

/// Adds an author.
pub(in crate::course) async fn add_author(
    ctx: Ctx,
    Path((address, course)): Path<(String, String)>,
    fields: Fields,
) -> web::Result<Response> {
    let (organisation, course, permit) = shown_course(&ctx, &address, &course).await?;
    let known = sides_of(ctx.db().reader(), organisation.id, ctx.env().today()).await?;
    let hand = match NewHand::parse(&fields, &known) {
        Ok(hand) => hand,
        Err(wrong) => {
            let (head, body) = page(&ctx, &organisation, course, Typed::Author(&fields, &wrong)).await?;
            return ctx.invalid(head, body);
        }
    };
    let mut tx = permit.begin(ctx.db()).await?;
    match store::add_author(&mut tx, &course, &hand).await {
        Err(Fault::Duplicate(_)) => {
            tx.rollback().await?;
            let wrong = Invalid::new("person", "course-invalid-twice").into();
            let (head, body) = page(&ctx, &organisation, course, Typed::Author(&fields, &wrong)).await?;
            return ctx.invalid(head, body);
        }
        added => added?,
    }
    tx.commit().await?;
    ctx.done("course-author-added", &format!("{}/persone", href(&organisation, &course)))
}

/// Adds a teacher.
pub(in crate::course) async fn add_teacher(
    ctx: Ctx,
    Path((address, course)): Path<(String, String)>,
    fields: Fields,
) -> web::Result<Response> {
    let (organisation, course, permit) = shown_course(&ctx, &address, &course).await?;
    let known = sides_of(ctx.db().reader(), organisation.id, ctx.env().today()).await?;
    let hand = match NewHand::parse(&fields, &known) {
        Ok(hand) => hand,
        Err(wrong) => {
            let (head, body) = page(&ctx, &organisation, course, Typed::Teacher(&fields, &wrong)).await?;
            return ctx.invalid(head, body);
        }
    };
    let mut tx = permit.begin(ctx.db()).await?;
    match store::add_teacher(&mut tx, &course, &hand).await {
        Err(Fault::Duplicate(_)) => {
            tx.rollback().await?;
            let wrong = Invalid::new("person", "course-invalid-twice").into();
            let (head, body) = page(&ctx, &organisation, course, Typed::Teacher(&fields, &wrong)).await?;
            return ctx.invalid(head, body);
        }
        added => added?,
    };
    tx.commit().await?;
    ctx.done("course-teacher-added", &format!("{}/persone", href(&organisation, &course)))
}

/// Takes an author out.
pub(in crate::course) async fn remove_author(
    ctx: Ctx,
    Path((address, course, hand)): Path<(String, String, Uuid)>,
) -> web::Result<Response> {
    let (organisation, course, permit) = shown_course(&ctx, &address, &course).await?;
    let mut tx = permit.begin(ctx.db()).await?;
    store::remove_author(&mut tx, &course, hand).await?;
    tx.commit().await?;
    ctx.done("course-hand-removed", &format!("{}/persone", href(&organisation, &course)))
}

/// Takes a teacher out, with the hours.
pub(in crate::course) async fn remove_teacher(
    ctx: Ctx,
    Path((address, course, hand)): Path<(String, String, Uuid)>,
) -> web::Result<Response> {
    let (organisation, course, permit) = shown_course(&ctx, &address, &course).await?;
    let mut tx = permit.begin(ctx.db()).await?;
    store::remove_teacher(&mut tx, &course, kernel::TeacherId::from_uuid(hand)).await?;
    tx.commit().await?;
    ctx.done("course-hand-removed", &format!("{}/persone", href(&organisation, &course)))
}

#[derive(Template)]
#[template(path = "course/alignments.html")]
struct AlignmentsPage {
    base: String,
    lines: Vec<Alignment>,
    form: Form,
    t: T,
}

async fn alignments_page(
    ctx: &Ctx,
    organisation: &Organisation,
    course: Course,
    fields: &Fields,
    wrong: &Invalids,
) -> web::Result<(Head, AlignmentsPage)> {
    let t = ctx.t();
    let whole = store::whole(ctx.db().reader(), vec![course]).await?.pop().ok_or(Error::NotFound)?;
    let trail = trail_of(t, organisation, Some(&whole.course));
    let body = AlignmentsPage {
        base: href(organisation, &whole.course),
        lines: whole.alignments,
        form: Form::new(t, "course-alignment", fields, wrong),
        t: t.clone(),
    };
    let head = Head::new(t.get("course-alignments")).lead(t.get("course-alignments-lead")).trail(trail).no_index();
    Ok((head, body))
}

/// How the course answers to other programmes.
pub(in crate::course) async fn alignments(
    ctx: Ctx,
    Path((address, course)): Path<(String, String)>,
) -> web::Result<Response> {
    let (organisation, course, _) = shown_course(&ctx, &address, &course).await?;
    let (head, body) = alignments_page(&ctx, &organisation, course, &Fields::new(), &Invalids::default()).await?;
    ctx.page(head, body)
}

/// Adds a line.
pub(in crate::course) async fn add_alignment(
    ctx: Ctx,
    Path((address, course)): Path<(String, String)>,
    fields: Fields,
) -> web::Result<Response> {
    let (organisation, course, permit) = shown_course(&ctx, &address, &course).await?;
    let new = match NewAlignment::parse(&fields) {
        Ok(new) => new,
        Err(wrong) => {
            let (head, body) = alignments_page(&ctx, &organisation, course, &fields, &wrong).await?;
            return ctx.invalid(head, body);
        }
    };
    let mut tx = permit.begin(ctx.db()).await?;
    store::add_alignment(&mut tx, &course, &new).await?;
    tx.commit().await?;
    ctx.done("course-alignment-added", &format!("{}/competenze", href(&organisation, &course)))
}

/// Takes a line out.
pub(in crate::course) async fn remove_alignment(
    ctx: Ctx,
    Path((address, course, line)): Path<(String, String, Uuid)>,
) -> web::Result<Response> {
    let (organisation, course, permit) = shown_course(&ctx, &address, &course).await?;
    let mut tx = permit.begin(ctx.db()).await?;
    store::remove_alignment(&mut tx, &course, line).await?;
    tx.commit().await?;
    ctx.done("course-alignment-removed", &format!("{}/competenze", href(&organisation, &course)))
}
