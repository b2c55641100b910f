//! `/realta/{id}/esperti`: who may be shown, and for those who keep the records, all roles.

use super::{RoleLine, reality};
use crate::{
    expert::{
        self, ListedExpert,
        model::{NewRole, Standing},
        rules::{self, ExpertCounts, Stage},
        store,
    },
    group,
    organisation::model::Organisation,
};
use ::store::{Conn, Fault};
use access::{Act, Role, Scope};
use askama::Template;
use axum::{
    extract::{Path, Query},
    response::Response,
};
use kernel::{Checks, EmailAddress, ExpertRoleId, Invalid, Invalids, NaiveDate, OrganisationId, PersonId};
use people::facade::{InvitationState, NewInvitation};
use serde::Deserialize;
use web::{
    Ctx, Error, Fields, Form, Head, T,
    ui::{LoopStep, Pager},
};

const PER_PAGE: i64 = 50;

#[derive(Deserialize)]
pub(in crate::expert) struct Asked {
    pagina: Option<u64>,
}

#[derive(Template)]
#[template(path = "expert/roles.html")]
struct RolesPage {
    href: String,
    listed: Vec<ListedExpert>,
    keeping: Option<Keeping>,
    t: T,
}

/// What only those see who keep the records.
struct Keeping {
    lines: Vec<RoleLine>,
    pager: Pager,
    counts: rules::ByStanding,
    kinds: String,
    belonging: String,
    form: Form,
    people: Vec<(String, String)>,
    standings: Vec<(String, String)>,
    inviting: Option<Inviting>,
}

/// Who was invited, and the form to invite somebody.
struct Inviting {
    waiting: Vec<(String, String)>,
    form: Form,
}

/// The forms of the page as they were typed: a role and an invitation.
struct Typed {
    role: Form,
    invitation: Form,
}

/// The page.
pub(in crate::expert) async fn show(
    ctx: Ctx,
    Path(address): Path<String>,
    Query(asked): Query<Asked>,
) -> web::Result<Response> {
    let organisation = reality(&ctx, &address).await?;
    let mut fields = Fields::new();
    fields.set("from", ctx.env().today());
    let typed = Typed {
        role: Form::fresh(ctx.t(), "expert", &fields),
        invitation: Form::fresh(ctx.t(), "expert-invite", &Fields::new()),
    };
    let (head, body) = page(&ctx, &organisation, Pager::asked(asked.pagina), typed).await?;
    ctx.page(head, body)
}

async fn page(ctx: &Ctx, organisation: &Organisation, page: u64, typed: Typed) -> web::Result<(Head, RolesPage)> {
    let t = ctx.t();
    let (conn, today) = (ctx.db().reader(), ctx.env().today());
    let keeping = match ctx.may(Act::ManageExperts, organisation.target()) {
        true => Some(keeping(ctx, organisation, page, typed).await?),
        false => None,
    };
    let listed = expert::listed_experts(conn, organisation.id, today).await?;
    let body = RolesPage { href: organisation.href(), listed, keeping, t: t.clone() };
    let trail = vec![
        ("/realta".to_owned(), t.get("expert-trail-organisations")),
        (organisation.href(), organisation.name.clone()),
    ];
    let head = Head::new(t.arg("expert-roles-title", "name", &organisation.name)).trail(trail);
    Ok((head.loop_at(LoopStep::Records).no_index(), body))
}

async fn keeping(ctx: &Ctx, organisation: &Organisation, page: u64, typed: Typed) -> web::Result<Keeping> {
    let t = ctx.t();
    let (conn, today, id) = (ctx.db().reader(), ctx.env().today(), organisation.id);
    let page = i64::try_from(page).unwrap_or(1);
    let total = store::count_roles(conn, id).await?;
    let roles = store::roles_in(conn, id, today, PER_PAGE, (page - 1) * PER_PAGE).await?;
    let people: Vec<PersonId> = roles.iter().filter_map(|role| role.person).collect();
    let names = people::facade::person_names(conn, &people).await?;
    let line = |role: &store::RoleOnRecord| {
        let name = role.person.and_then(|person| names.get(&person).cloned());
        let active = rules::stage(role.period, today) != Stage::Past;
        RoleLine::new(t, role, active, name.unwrap_or_else(|| t.get("expert-role-erased")), None)
    };
    let lines: Vec<_> = roles.iter().map(line).collect();
    let candidates = candidates(conn, id, today).await?;
    let inviting = match ctx.may(Act::InviteToOrganisation, organisation.target()) {
        true => Some(Inviting { waiting: waiting(ctx, id).await?, form: typed.invitation }),
        false => None,
    };
    let total = u64::try_from(total).unwrap_or(0);
    let href = format!("{}/esperti", organisation.href());
    let counts = expert::expert_counts(conn, id, today).await?;
    Ok(Keeping {
        lines,
        pager: Pager::new(t, &href, u64::try_from(page).unwrap_or(1), total, u64::try_from(PER_PAGE).unwrap_or(50)),
        counts: counts.by_standing(),
        kinds: kinds(t, counts),
        belonging: belonging(t, group::belonging_count(conn, id, today).await?, counts.total()),
        form: typed.role,
        inviting,
        people: options(candidates),
        standings: Standing::ALL
            .iter()
            .map(|s| (s.code().to_owned(), t.get(&format!("expert-standing-{}", s.code()))))
            .collect(),
    })
}

/// The invitations to be an expert here that wait to be accepted: name, and until when.
async fn waiting(ctx: &Ctx, organisation: OrganisationId) -> Result<Vec<(String, String)>, Fault> {
    let (invitations, _) =
        people::facade::invitations_in(ctx.db().reader(), Scope::Organisation(organisation), 1).await?;
    let now = ctx.env().now();
    let expert = |role: Option<(Role, Scope)>| role.is_some_and(|(role, _)| role == Role::Expert);
    let waiting = invitations.into_iter().filter(|i| i.state(now) == InvitationState::Waiting && expert(i.role));
    let until = |at| ctx.t().date(kernel::rome_date(at));
    Ok(waiting.map(|invitation| (invitation.display_name, until(invitation.expires_at))).collect())
}

fn belonging(t: &T, count: i64, active: i64) -> String {
    match group::Headcount::of(count, active) {
        group::Headcount::Exactly(count) => t.arg("expert-roles-belonging", "count", count),
        group::Headcount::Untold => t.arg("expert-roles-belonging-untold", "least", group::Headcount::SMALLEST),
    }
}

/// Of which kind they are, in a sentence, where the numbers are large enough to say it.
fn kinds(t: &T, counts: ExpertCounts) -> String {
    if !counts.kinds_may_be_told() {
        return t.get("expert-counts-kinds-hidden");
    }
    let numbers = [
        ("user", counts.user.total().into()),
        ("family", counts.family.total().into()),
        ("unsaid", counts.unsaid.total().into()),
    ];
    t.args("expert-counts-kinds", &numbers)
}

fn options(people: Vec<(PersonId, String)>) -> Vec<(String, String)> {
    people.into_iter().map(|(id, name)| (id.to_string(), name)).collect()
}

/// Who can be given a role: those who accepted an invitation as experts here, and those who hold
/// or held a role here. A manager cannot make an expert of anybody else.
async fn candidates(
    conn: &impl Conn,
    organisation: OrganisationId,
    today: NaiveDate,
) -> Result<Vec<(PersonId, String)>, Fault> {
    let held = people::facade::all_roles_in(conn, &[Scope::Organisation(organisation)], today).await?;
    let experts = held.iter().filter(|record| record.held.role == Role::Expert);
    let mut people: Vec<PersonId> = experts.map(|record| record.person).collect();
    people.extend(store::roles_in(conn, organisation, today, 500, 0).await?.iter().filter_map(|role| role.person));
    people.sort_unstable();
    people.dedup();
    let mut named: Vec<_> = people::facade::person_names(conn, &people).await?.into_iter().collect();
    named.sort_by_key(|(id, name)| (kernel::fold(name), *id));
    Ok(named)
}

/// Records a role.
pub(in crate::expert) async fn add(ctx: Ctx, Path(address): Path<String>, fields: Fields) -> web::Result<Response> {
    let organisation = reality(&ctx, &address).await?;
    let permit = ctx.permit(Act::ManageExperts, organisation.target())?;
    let candidates = candidates(ctx.db().reader(), organisation.id, ctx.env().today()).await?;
    let person = fields.get("person").parse::<PersonId>().ok();
    let person = person.filter(|person| candidates.iter().any(|(id, _)| id == person));
    let (person, role) = match (person, NewRole::parse(organisation.id, &fields)) {
        (Some(person), Ok(role)) => (person, role),
        (None, parsed) => {
            let mut wrong = vec![Invalid::new("person", "expert-invalid-person")];
            wrong.extend(parsed.err().unwrap_or_default().0);
            return refuse(&ctx, &organisation, &fields, Invalids(wrong)).await;
        }
        (_, Err(wrong)) => return refuse(&ctx, &organisation, &fields, wrong).await,
    };
    let mut tx = permit.begin(ctx.db()).await?;
    expert::add_role(&mut tx, person, &role).await?;
    tx.commit().await?;
    ctx.done("expert-role-added", &format!("{}/esperti", organisation.href()))
}

async fn refuse(ctx: &Ctx, organisation: &Organisation, fields: &Fields, wrong: Invalids) -> web::Result<Response> {
    let typed = Typed {
        role: Form::new(ctx.t(), "expert", fields, &wrong),
        invitation: Form::fresh(ctx.t(), "expert-invite", &Fields::new()),
    };
    let (head, body) = page(ctx, organisation, 1, typed).await?;
    ctx.invalid(head, body)
}

/// Invites somebody to be an expert here. Nobody is put on record as an expert without their yes.
pub(in crate::expert) async fn invite(ctx: Ctx, Path(address): Path<String>, fields: Fields) -> web::Result<Response> {
    let organisation = reality(&ctx, &address).await?;
    let permit = ctx.permit(Act::InviteToOrganisation, organisation.target())?;
    let mut checks = Checks::new();
    let name = checks.text("name", fields.get("name"), 120);
    let email = checks.take(EmailAddress::parse("email", fields.get("email")));
    let (name, email) = match checks.finish(|| Some((name?, email?))) {
        Ok(both) => both,
        Err(wrong) => {
            let typed = Typed {
                role: Form::fresh(ctx.t(), "expert", &Fields::new()),
                invitation: Form::new(ctx.t(), "expert-invite", &fields, &wrong),
            };
            let (head, body) = page(&ctx, &organisation, 1, typed).await?;
            return ctx.invalid(head, body);
        }
    };
    people::facade::may_write_to(&ctx, &email).await?;
    let mut tx = permit.begin(ctx.db()).await?;
    let invitation = NewInvitation {
        email,
        display_name: name,
        lang: ctx.lang(),
        role: Some((Role::Expert, Scope::Organisation(organisation.id))),
        place: organisation.name.clone(),
    };
    people::facade::invite(&mut tx, ctx.app(), invitation).await?;
    tx.commit().await?;
    ctx.done("expert-invited", &format!("{}/esperti", organisation.href()))
}

/// Ends a role today.
pub(in crate::expert) async fn end(
    ctx: Ctx,
    Path((address, role)): Path<(String, String)>,
    fields: Fields,
) -> web::Result<Response> {
    let organisation = reality(&ctx, &address).await?;
    let permit = ctx.permit(Act::ManageExperts, organisation.target())?;
    let role = on_record(ctx.db().reader(), &role).await?;
    if role.organisation != organisation.id {
        return Err(Error::NotFound);
    }
    let mut tx = permit.begin(ctx.db()).await?;
    let version = fields.get("version").parse().unwrap_or(0);
    expert::end_role(&mut tx, &role, version, ctx.env().today()).await?;
    tx.commit().await?;
    ctx.done("expert-role-ended", &format!("{}/esperti", organisation.href()))
}

/// The role that an address names.
pub(super) async fn on_record(conn: &impl Conn, id: &str) -> web::Result<store::RoleOnRecord> {
    let id: ExpertRoleId = id.parse().map_err(|_| Error::NotFound)?;
    store::role(conn, id).await?.ok_or(Error::NotFound)
}
