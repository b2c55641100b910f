//! `/attestati`: the person's own certificates – kept, handed over in every form, and shown as the
//! person chooses.

use super::badge;
use crate::certificate::{
    model::{Certificate, Stage},
    store::{self, issue, paper},
};
use access::{Act, Target};
use askama::Template;
use axum::{
    extract::Path,
    http::header,
    response::{IntoResponse, Response},
};
use credentials::facade::{Issued, NewCredential, Part, Shown};
use kernel::{CertificateId, CredentialId, PersonId};
use std::collections::HashMap;
use web::{
    Ctx, Error, Fields, Form, Head, Result, T, file as files,
    ui::{Badge, Empty, Note},
};

struct Line {
    href: String,
    title: String,
    by: String,
    badge: Badge,
    on: String,
}

#[derive(Template)]
#[template(path = "certificate/own.html")]
struct OwnPage {
    lines: Vec<Line>,
    empty: Option<Empty>,
    t: T,
}

/// What is the person's own: they alone come here.
fn own(ctx: &Ctx) -> Result<PersonId> {
    let person = ctx.person()?;
    ctx.permit(Act::UseOwnAccount, Target::Person(person))?;
    Ok(person)
}

/// The list.
pub(in crate::certificate) async fn list(ctx: Ctx) -> Result<Response> {
    let person = own(&ctx)?;
    let (t, conn) = (ctx.t(), ctx.db().reader());
    let certificates = store::of_holder(conn, person).await?;
    let issued = credentials::facade::credentials_of(conn, person).await?;
    let mut records: HashMap<CredentialId, NewCredential> =
        issued.into_iter().filter_map(|one| Some((one.id, one.record?))).collect();
    let line = |one: &Certificate| {
        let record = one.credential.and_then(|id| records.remove(&id));
        let (title, by) = record.map_or_else(
            || (t.get("certificate-own-gone"), String::new()),
            |record| (record.title, record.issuer_name),
        );
        let on = one.issued_on().map(|day| t.arg("certificate-own-on", "on", t.date(day))).unwrap_or_default();
        Line { href: format!("/attestati/{}", one.id), title, by, badge: badge(t, one.stage), on }
    };
    let lines: Vec<Line> = certificates.iter().map(line).collect();
    let empty = lines.is_empty().then(|| {
        Empty::new(t.get("certificate-own-none"), t.get("certificate-own-none-text"))
            .action("/corsi", t.get("certificate-own-none-action"))
    });
    let head = Head::new(t.get("certificate-own-title")).lead(t.get("certificate-own-lead")).no_index();
    ctx.page(head, OwnPage { lines, empty, t: t.clone() })
}

#[derive(Template)]
#[template(path = "certificate/show.html")]
struct ShowPage {
    here: String,
    note: Option<Note>,
    facts: Vec<(String, String)>,
    check: Option<Checked>,
    forms: Vec<(String, String, String)>,
    t: T,
}

/// How the certificate is found by others, and what they see.
struct Checked {
    link: String,
    code: String,
    picture: String,
    form: Form,
    parts: Vec<(String, String)>,
}

/// One of the person's own certificates.
async fn mine(ctx: &Ctx, id: &str) -> Result<Certificate> {
    let person = own(ctx)?;
    let id: CertificateId = id.parse().map_err(|_| Error::NotFound)?;
    let found = store::by_id(ctx.db().reader(), id).await?;
    let shown = |one: &Certificate| one.holder == person && matches!(one.stage, Stage::Issued | Stage::Revoked);
    found.filter(shown).ok_or(Error::NotFound)
}

async fn issued(ctx: &Ctx, certificate: &Certificate) -> Result<Issued> {
    let credential = certificate.credential.ok_or(Error::NotFound)?;
    credentials::facade::credential(ctx.db().reader(), credential).await?.ok_or(Error::NotFound)
}

/// The page of a certificate.
pub(in crate::certificate) async fn show(ctx: Ctx, Path(id): Path<String>) -> Result<Response> {
    let certificate = mine(&ctx, &id).await?;
    let issued = issued(&ctx, &certificate).await?;
    let t = ctx.t();
    let here = format!("/attestati/{}", certificate.id);
    let in_force = certificate.stage == Stage::Issued;
    let title = issued.record.as_ref().map_or_else(|| t.get("certificate-own-gone"), |record| record.title.clone());
    let revoked = certificate.revoked.map(|(at, error)| {
        let why = t.get(&format!("certificate-error-{}", error.code()));
        let args = [("on", t.date(kernel::rome_date(at)).into()), ("why", why.into())];
        Note::warning(t.args("certificate-own-revoked", &args))
    });
    let again = issued.signed_again_at.filter(|_| in_force);
    let again = again.map(|at| Note::info(t.arg("certificate-own-again", "on", t.date(kernel::rome_date(at)))));
    let forms =
        [credentials::facade::Form::OpenBadge, credentials::facade::Form::Jwt, credentials::facade::Form::SdJwt];
    let form = |form: &credentials::facade::Form| {
        let code = form.code();
        let (name, text) = (format!("certificate-form-{code}"), format!("certificate-form-{code}-text"));
        (format!("{here}/forme/{code}"), t.get(&name), t.get(&text))
    };
    let body = ShowPage {
        note: revoked.or(again),
        facts: issued.record.as_ref().map(|record| facts(t, record)).unwrap_or_default(),
        check: if in_force { Some(checked(&ctx, &issued)?) } else { None },
        forms: if in_force { forms.iter().map(form).collect() } else { Vec::new() },
        here,
        t: t.clone(),
    };
    let head = Head::new(title).trail(vec![("/attestati".to_owned(), t.get("certificate-own-title"))]);
    ctx.page(head.no_index(), body)
}

fn facts(t: &T, record: &NewCredential) -> Vec<(String, String)> {
    let period = [("from", t.date(record.from).into()), ("to", t.date(record.to).into())];
    let signed =
        record.signed_by.iter().map(|(name, side)| format!("{name} ({})", t.get(&format!("certificate-side-{side}"))));
    vec![
        (t.get("certificate-fact-name"), record.holder_name.clone()),
        (t.get("certificate-fact-by"), record.issuer_name.clone()),
        (t.get("certificate-fact-on"), t.date(record.issued_on)),
        (t.get("certificate-fact-period"), t.args("certificate-period", &period)),
        (t.get("certificate-fact-hours"), t.length(record.total_minutes())),
        (t.get("certificate-fact-signed"), signed.collect::<Vec<_>>().join("; ")),
    ]
}

fn checked(ctx: &Ctx, issued: &Issued) -> Result<Checked> {
    let t = ctx.t();
    let link = ctx.app().site().link(&issued.path());
    let code = typeset::Qr::of(&link).map_err(|fault| Error::Inside(fault.to_string()))?;
    let mut fields = Fields::new();
    for part in issued.shown.parts() {
        fields.add("shown", part.code());
    }
    let part = |part: &Part| (part.code().to_owned(), t.get(&format!("certificate-shown-{}", part.code())));
    Ok(Checked {
        picture: code.svg(&t.arg("certificate-paper-code", "address", &link)),
        link,
        code: issued.code.clone(),
        form: Form::fresh(t, "certificate", &fields),
        parts: Part::ALL.iter().map(part).collect(),
    })
}

/// Chooses what a check shows, from the next check on.
pub(in crate::certificate) async fn choose(ctx: Ctx, Path(id): Path<String>, fields: Fields) -> Result<Response> {
    let certificate = mine(&ctx, &id).await?;
    let credential = certificate.credential.filter(|_| certificate.stage == Stage::Issued).ok_or(Error::NotFound)?;
    let shown = Shown::parse(&fields);
    let mut tx = ctx.permit(Act::UseOwnAccount, Target::Person(certificate.holder))?.begin(ctx.db()).await?;
    tx.note("what", "certificate-shown");
    tx.note("certificate", certificate.id.to_string());
    credentials::facade::show(&mut tx, credential, &shown).await?;
    tx.commit().await?;
    ctx.done("certificate-shown-saved", &format!("/attestati/{}", certificate.id))
}

/// The certificate on paper, in the language of who asks: as it was set when it was issued, or set
/// anew from the same record.
pub(in crate::certificate) async fn paper(ctx: Ctx, Path(id): Path<String>) -> Result<Response> {
    let certificate = mine(&ctx, &id).await?;
    let (conn, lang) = (ctx.db().reader(), ctx.lang());
    let name = format!("attestato.{lang}.pdf");
    if let Some((_, bytes)) = paper::of(conn, certificate.id).await?.filter(|(kept, _)| *kept == lang) {
        return Ok(files::pdf(&name, bytes));
    }
    let sheet = issue::sheet(conn, ctx.app(), &certificate, lang).await?.ok_or(Error::NotFound)?;
    let set = tokio::task::spawn_blocking(move || typeset::certificate_pdf(&sheet)).await;
    let bytes = set.map_err(|fault| Error::Inside(fault.to_string()))?;
    Ok(files::pdf(&name, bytes.map_err(|fault| Error::Inside(fault.to_string()))?))
}

/// The certificate in one of its signed forms.
pub(in crate::certificate) async fn file(ctx: Ctx, Path((id, form)): Path<(String, String)>) -> Result<Response> {
    let certificate = mine(&ctx, &id).await?;
    let form = credentials::facade::Form::from_code(&form).ok_or(Error::NotFound)?;
    let credential = certificate.credential.filter(|_| certificate.stage == Stage::Issued).ok_or(Error::NotFound)?;
    let text = credentials::facade::file(ctx.db().reader(), credential, form).await?.ok_or(Error::NotFound)?;
    let disposition = format!("attachment; filename=\"attestato.{}\"", form.ending());
    let headers = [(header::CONTENT_TYPE, form.media_type().to_owned()), (header::CONTENT_DISPOSITION, disposition)];
    Ok((headers, text).into_response())
}
