//! Who wrote a curriculum and who teaches in it.

use super::{ShareLine, TakenOut, charter_says, hand_name, hours, href, share_line, shown_course, take_out, trail_of};
use crate::{
    course::{
        model::{Course, Curriculum, NewHand, Teacher},
        rules, store,
    },
    panel::Side,
};
use ::store::{Conn, Fault};
use access::{HeldRole, Scope};
use askama::Template;
use axum::{extract::Path, response::Response};
use kernel::{Invalid, Invalids, OrganisationId, PersonId, TeacherId, Uuid};
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

/// Who a form adds: somebody who wrote the course, or somebody who teaches in it.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Adds {
    Author,
    Teacher,
}

/// Those who hold a role of one of the two kinds in an organisation: who, and on which side.
pub(crate) async fn sides_of(
    conn: &impl Conn,
    organisation: OrganisationId,
    today: kernel::NaiveDate,
) -> Result<Vec<(PersonId, Side)>, Fault> {
    let mut held: BTreeMap<PersonId, Vec<HeldRole>> = BTreeMap::new();
    for record in people::facade::all_roles_in(conn, &[Scope::Organisation(organisation)], today).await? {
        held.entry(record.person).or_default().push(record.held);
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
    typed: Option<(Adds, &Fields, &Invalids)>,
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
    let typed_for = |adds| match typed {
        Some((of, fields, wrong)) if of == adds => (fields, wrong),
        _ => (&empty, &none),
    };
    let (author, teacher) = (typed_for(Adds::Author), typed_for(Adds::Teacher));
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
        share: share_line(t, rules::taught(&whole, None), share),
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
    let (head, body) = page(&ctx, &organisation, course, None).await?;
    ctx.page(head, body)
}

async fn add(ctx: Ctx, address: &str, course: &str, fields: &Fields, adds: Adds) -> web::Result<Response> {
    let (organisation, course, permit) = shown_course(&ctx, address, course).await?;
    let known = sides_of(ctx.db().reader(), organisation.id, ctx.env().today()).await?;
    let wrong = match NewHand::parse(fields, &known) {
        Err(wrong) => wrong,
        Ok(hand) => {
            let mut tx = permit.begin(ctx.db()).await?;
            let (added, said) = match adds {
                Adds::Author => (store::add_author(&mut tx, &course, &hand).await, "course-author-added"),
                Adds::Teacher => (store::add_teacher(&mut tx, &course, &hand).await.map(drop), "course-teacher-added"),
            };
            match added {
                Err(Fault::Duplicate(_)) => tx.rollback().await?,
                added => {
                    added?;
                    tx.commit().await?;
                    return ctx.done(said, &format!("{}/persone", href(&organisation, &course)));
                }
            }
            Invalid::new("person", "course-invalid-twice").into()
        }
    };
    let (head, body) = page(&ctx, &organisation, course, Some((adds, fields, &wrong))).await?;
    ctx.invalid(head, body)
}

/// Adds an author.
pub(in crate::course) async fn add_author(
    ctx: Ctx,
    Path((address, course)): Path<(String, String)>,
    fields: Fields,
) -> web::Result<Response> {
    add(ctx, &address, &course, &fields, Adds::Author).await
}

/// Adds a teacher.
pub(in crate::course) async fn add_teacher(
    ctx: Ctx,
    Path((address, course)): Path<(String, String)>,
    fields: Fields,
) -> web::Result<Response> {
    add(ctx, &address, &course, &fields, Adds::Teacher).await
}

/// Takes an author out.
pub(in crate::course) async fn remove_author(
    ctx: Ctx,
    Path((address, course, author)): Path<(String, String, Uuid)>,
) -> web::Result<Response> {
    take_out(ctx, &address, &course, TakenOut::Author(author)).await
}

/// Takes a teacher out, with the hours.
pub(in crate::course) async fn remove_teacher(
    ctx: Ctx,
    Path((address, course, teacher)): Path<(String, String, TeacherId)>,
) -> web::Result<Response> {
    take_out(ctx, &address, &course, TakenOut::Teacher(teacher)).await
}
