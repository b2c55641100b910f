//! `/realta/{id}/attestati/{certificate}/revoca`: revoking for an error in issuing.

use super::{on_record, reality, trail};
use crate::{
    certificate::{
        model::{Certificate, Stage},
        rules::Step,
        store,
    },
    panel,
};
use ::store::Fault;
use access::{Act, Tx};
use askama::Template;
use axum::{extract::Path, response::Response};
use credentials::facade::IssuingError;
use kernel::{Checks, Invalids};
use network::facade::Organisation;
use web::{App, Ctx, Error, Fields, Form, Head, Result, T};

#[derive(Template)]
#[template(path = "certificate/revoke.html")]
struct RevokePage {
    href: String,
    form: Form,
    errors: Vec<(String, String)>,
    t: T,
}

/// The form.
pub(in crate::certificate) async fn form(
    ctx: Ctx,
    Path((address, certificate)): Path<(String, String)>,
) -> Result<Response> {
    let (organisation, certificate) = asked(&ctx, &address, &certificate).await?;
    let mut fields = Fields::new();
    fields.set("version", certificate.version);
    let (head, body) = page(&ctx, &organisation, &certificate, &fields, &Invalids::default()).await?;
    ctx.page(head, body)
}

/// The certificate in force that an address names, for who may revoke it.
async fn asked(ctx: &Ctx, address: &str, certificate: &str) -> Result<(Organisation, Certificate)> {
    let organisation = reality(ctx, address).await?;
    ctx.permit(Act::ManageCertificates, organisation.target())?;
    let certificate = on_record(ctx, &organisation, certificate).await?;
    if certificate.stage != Stage::Issued {
        return Err(Error::NotFound);
    }
    Ok((organisation, certificate))
}

async fn page(
    ctx: &Ctx,
    organisation: &Organisation,
    certificate: &Certificate,
    fields: &Fields,
    wrong: &Invalids,
) -> Result<(Head, RevokePage)> {
    let t = ctx.t();
    let names = people::facade::person_names(ctx.db().reader(), &[certificate.holder]).await?;
    let name = names.get(&certificate.holder).cloned().unwrap_or_else(|| t.get("certificate-person-erased"));
    let error = |error: &IssuingError| (error.code().to_owned(), t.get(&format!("certificate-error-{}", error.code())));
    let body = RevokePage {
        href: format!("{}/attestati/{}/revoca", organisation.href(), certificate.id),
        form: Form::new(t, "certificate", fields, wrong),
        errors: IssuingError::ALL.iter().map(error).collect(),
        t: t.clone(),
    };
    let mut trail = trail(t, organisation);
    let edition = format!("{}/attestati/edizioni/{}", organisation.href(), certificate.edition);
    trail.push((edition, t.get("certificate-trail-edition")));
    let head = Head::new(t.arg("certificate-revoke-title", "name", name));
    Ok((head.lead(t.get("certificate-revoke-lead")).trail(trail).no_index(), body))
}

/// Revokes. The person is told, and the certificate can be issued anew as it should be.
pub(in crate::certificate) async fn revoke(
    ctx: Ctx,
    Path((address, certificate)): Path<(String, String)>,
    fields: Fields,
) -> Result<Response> {
    let (organisation, mut certificate) = asked(&ctx, &address, &certificate).await?;
    let permit = ctx.permit(Act::ManageCertificates, organisation.target())?;
    let mut checks = Checks::new();
    let error = IssuingError::from_code(fields.get("error"));
    checks.need(error.is_some(), "error", "certificate-invalid-error");
    checks.need(fields.checked("sure"), "sure", "certificate-invalid-sure");
    let error = match checks.finish(|| error) {
        Ok(error) => error,
        Err(wrong) => {
            let (head, body) = page(&ctx, &organisation, &certificate, &fields, &wrong).await?;
            return ctx.invalid(head, body);
        }
    };
    let credential = certificate.credential.ok_or(Error::NotFound)?;
    certificate.version = fields.get("version").parse().unwrap_or(0);
    let mut tx = permit.begin(ctx.db()).await?;
    tx.note("certificate", certificate.id.to_string());
    tx.note("error", error.code());
    store::step(&mut tx, &certificate, Step::Revoke(error), false).await?;
    credentials::facade::revoke(&mut tx, credential, error).await?;
    tell(&mut tx, ctx.app(), &certificate).await?;
    tx.commit().await?;
    let edition = format!("{}/attestati/edizioni/{}", organisation.href(), certificate.edition);
    ctx.done("certificate-revoked", &edition)
}

/// Writes to the person that something of theirs has changed; the mail does not say what.
async fn tell(tx: &mut Tx, app: &App, certificate: &Certificate) -> std::result::Result<(), Fault> {
    let link = app.site().link(&format!("/attestati/{}", certificate.id));
    let key = "certificate-mail-changed";
    panel::write_to(tx, app, certificate.holder, key, |_| vec![("link", link.as_str().into())]).await
}
