//! `/realta/{id}/persone`: the roles held in an organisation, and invitations to them.

use crate::{
    expert::{self, reality},
    organisation::model::Organisation,
};
use access::{Act, Role, Scope, Tx};
use askama::Template;
use axum::{extract::Path, response::Response};
use kernel::{Checks, Duration, EmailAddress, Invalids, InvitationId, Lang, PersonId, RoleId};
use people::facade::{self, Invitation, InvitationState, NewInvitation, PEOPLE_PER_PAGE, RoleRecord};
use web::{
    Ctx, Error, Fields, Form, Head, T,
    ui::{Badge, LoopStep, Pager, State},
};

/// The roles to which one is invited here; experts are invited on the page of experts.
const OFFERED: [Role; 4] = [Role::Professional, Role::Tutor, Role::Trainer, Role::OrganisationManager];

struct Line {
    id: RoleId,
    name: String,
    role: String,
    since: String,
    /// One does not end an own role here: nobody shuts themselves out by a slip.
    own: bool,
}

struct Invited {
    id: InvitationId,
    name: String,
    role: String,
    badge: Badge,
    open: bool,
}

#[derive(Template)]
#[template(path = "member/list.html")]
struct ListPage {
    href: String,
    lines: Vec<Line>,
    pager: Pager,
    invited: Vec<Invited>,
    form: Form,
    roles: Vec<(String, String)>,
    langs: Vec<(String, String)>,
    t: T,
}

async fn organisation_of(ctx: &Ctx, address: &str) -> web::Result<Organisation> {
    let organisation = reality(ctx, address).await?;
    ctx.permit(Act::InviteToOrganisation, organisation.target())?;
    Ok(organisation)
}

fn here(organisation: &Organisation) -> String {
    format!("{}/persone", organisation.href())
}

fn role_name(t: &T, role: Role) -> String {
    t.get(&role.key())
}

async fn lines(ctx: &Ctx, organisation: &Organisation, page: u32) -> web::Result<Vec<Line>> {
    let (conn, today) = (ctx.db().reader(), ctx.env().today());
    let held = facade::roles_in(conn, Scope::Organisation(organisation.id), today, page).await?;
    let people: Vec<PersonId> = held.iter().map(|record| record.person).collect();
    let names = facade::person_names(conn, &people).await?;
    let line = |record: RoleRecord| Line {
        id: record.id,
        name: names.get(&record.person).cloned().unwrap_or_default(),
        role: role_name(ctx.t(), record.held.role),
        since: ctx.t().date(record.held.period.from()),
        own: ctx.actor().person() == Some(record.person),
    };
    Ok(held.into_iter().map(line).collect())
}

fn invited(ctx: &Ctx, invitation: Invitation) -> Invited {
    let state = invitation.state(ctx.env().now());
    let mark = match state {
        InvitationState::Waiting => State::Waiting,
        InvitationState::Accepted => State::Done,
        InvitationState::Withdrawn | InvitationState::Expired => State::Ended,
    };
    Invited {
        id: invitation.id,
        role: invitation.role.map(|(role, _)| role_name(ctx.t(), role)).unwrap_or_default(),
        badge: Badge::word(mark, ctx.t().get(&format!("invitation-state-{}", state.code()))),
        open: matches!(state, InvitationState::Waiting | InvitationState::Expired),
        name: invitation.display_name,
    }
}

async fn page(
    ctx: &Ctx,
    organisation: &Organisation,
    fields: &Fields,
    wrong: &Invalids,
) -> web::Result<(Head, ListPage)> {
    let asked = Fields::parse_urlencoded(ctx.query().unwrap_or_default().as_bytes());
    let number = Pager::asked(asked.get("pagina").parse().ok());
    let number = u32::try_from(number).unwrap_or(1);
    let (conn, scope) = (ctx.db().reader(), Scope::Organisation(organisation.id));
    let total = facade::count_roles_in(conn, scope, ctx.env().today()).await?;
    let (sent, _) = facade::invitations_in(conn, scope, 1).await?;
    let (t, href) = (ctx.t().clone(), here(organisation));
    let per_page = u64::try_from(PEOPLE_PER_PAGE).unwrap_or(1);
    let body = ListPage {
        lines: lines(ctx, organisation, number).await?,
        pager: Pager::new(&t, &href, u64::from(number), u64::try_from(total).unwrap_or(0), per_page),
        invited: sent.into_iter().map(|invitation| invited(ctx, invitation)).collect(),
        form: Form::new(&t, "member", fields, wrong),
        roles: OFFERED.map(|role| (role.code().to_owned(), role_name(&t, role))).into(),
        langs: Lang::ALL.map(|l| (l.tag().to_owned(), t.in_lang(l).get("page-language"))).into(),
        href,
        t,
    };
    let t = ctx.t();
    let head = Head::new(t.arg("member-title", "organisation", organisation.name.as_str()))
        .lead(t.get("member-lead"))
        .trail(vec![(organisation.href(), organisation.name.clone())])
        .loop_at(LoopStep::Records)
        .no_index();
    Ok((head, body))
}

/// The page.
pub(super) async fn show(ctx: Ctx, Path(address): Path<String>) -> web::Result<Response> {
    let organisation = organisation_of(&ctx, &address).await?;
    let fields = Fields::from([("role", Role::Professional.code()), ("lang", ctx.lang().tag())]);
    let (head, body) = page(&ctx, &organisation, &fields, &Invalids::default()).await?;
    ctx.page(head, body)
}

fn parse(organisation: &Organisation, fields: &Fields) -> Result<NewInvitation, Invalids> {
    let mut checks = Checks::new();
    let display_name = checks.text("name", fields.get("name"), 120);
    let email = checks.take(EmailAddress::parse("email", fields.get("email")));
    let role = Role::from_code(fields.get("role")).filter(|role| OFFERED.contains(role));
    checks.need(role.is_some(), "role", "invalid-choice");
    checks.finish(|| {
        Some(NewInvitation {
            email: email?,
            display_name: display_name?,
            lang: fields.get("lang").parse().unwrap_or_default(),
            role: Some((role?, Scope::Organisation(organisation.id))),
            place: organisation.name.clone(),
        })
    })
}

async fn begin(ctx: &Ctx, organisation: &Organisation) -> web::Result<Tx> {
    Ok(ctx.permit(Act::InviteToOrganisation, organisation.target())?.begin(ctx.db()).await?)
}

/// Invites somebody to a role here.
pub(super) async fn invite(ctx: Ctx, Path(address): Path<String>, fields: Fields) -> web::Result<Response> {
    let organisation = organisation_of(&ctx, &address).await?;
    let new = match parse(&organisation, &fields) {
        Ok(new) => new,
        Err(wrong) => {
            let (head, body) = page(&ctx, &organisation, &fields, &wrong).await?;
            return ctx.invalid(head, body);
        }
    };
    facade::may_write_to(&ctx, &new.email).await?;
    let mut tx = begin(&ctx, &organisation).await?;
    facade::invite(&mut tx, ctx.app(), new).await?;
    tx.commit().await?;
    ctx.done("member-invited", &here(&organisation))
}

/// Ends a role here, from today on.
pub(super) async fn end(ctx: Ctx, Path((address, role)): Path<(String, RoleId)>) -> web::Result<Response> {
    let organisation = organisation_of(&ctx, &address).await?;
    let held = facade::role(ctx.db().reader(), role).await?;
    let held =
        held.filter(|record| record.held.scope == Scope::Organisation(organisation.id)).ok_or(Error::NotFound)?;
    if ctx.actor().person() == Some(held.person) {
        return Err(Error::Bad("member-own-role"));
    }
    let mut tx = begin(&ctx, &organisation).await?;
    tx.note("what", "role-ended");
    if held.held.role == Role::Expert {
        // The role in the program and the role on record are one thing to those who end it.
        expert::end_roles_in(&mut tx, held.person, organisation.id, ctx.env().today()).await?;
    }
    facade::end_role(&mut tx, role, ctx.env().today() - Duration::days(1)).await?;
    tx.commit().await?;
    ctx.done("member-ended", &here(&organisation))
}

/// An invitation to a role in this organisation, and nowhere else.
async fn invitation_here(ctx: &Ctx, organisation: &Organisation, id: InvitationId) -> web::Result<Invitation> {
    let found = facade::invitation(ctx.db().reader(), id).await?.ok_or(Error::NotFound)?;
    match found.role {
        Some((_, scope)) if scope == Scope::Organisation(organisation.id) => Ok(found),
        _ => Err(Error::NotFound),
    }
}

/// Sends an invitation again.
pub(super) async fn send_again(ctx: Ctx, Path((address, id)): Path<(String, InvitationId)>) -> web::Result<Response> {
    let organisation = organisation_of(&ctx, &address).await?;
    let invitation = invitation_here(&ctx, &organisation, id).await?;
    facade::may_write_to(&ctx, &invitation.email).await?;
    let mut tx = begin(&ctx, &organisation).await?;
    facade::send_invitation_again(&mut tx, ctx.app(), id).await?;
    tx.commit().await?;
    ctx.done("member-invited", &here(&organisation))
}

/// Withdraws an invitation.
pub(super) async fn withdraw(ctx: Ctx, Path((address, id)): Path<(String, InvitationId)>) -> web::Result<Response> {
    let organisation = organisation_of(&ctx, &address).await?;
    invitation_here(&ctx, &organisation, id).await?;
    let mut tx = begin(&ctx, &organisation).await?;
    facade::withdraw_invitation(&mut tx, id).await?;
    tx.commit().await?;
    ctx.done("member-withdrawn", &here(&organisation))
}
