//! `/profilo/esperienza`: the person's own profile as an expert, kept by them alone.

use super::{RoleLine, names};
use crate::{
    expert::{
        model::{Claim, Evidence, LIVED, LivedExperience, Profile, Quality, Value},
        pages::roles::on_record,
        rules::{self, Stage},
        store,
    },
    group,
};
use ::store::{Conn, Fault};
use askama::Template;
use axum::{extract::Path, response::Response};
use kernel::{Invalids, PersonId};
use people::facade::ConsentKind;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use web::{App, Ctx, Error, Fields, Form, Head, T, ui::Note};

/// The person's words on traits and values, as they are sealed under the person's own key.
#[derive(Debug, Default, Serialize, Deserialize)]
struct Words {
    #[serde(default)]
    notes: BTreeMap<String, String>,
    #[serde(default)]
    values: BTreeMap<String, String>,
}

impl Words {
    fn of(profile: &Profile) -> Words {
        let notes = profile.claims.iter().filter_map(|claim| Some((claim.code().to_owned(), claim.note()?.to_owned())));
        let values = profile.words.iter().map(|(value, said)| (value.code().to_owned(), said.clone()));
        Words { notes: notes.collect(), values: values.collect() }
    }
    /// Sealed only where there is something to seal.
    fn written(&self) -> Result<Option<String>, Fault> {
        if self.notes.is_empty() && self.values.is_empty() {
            return Ok(None);
        }
        serde_json::to_string(self).map(Some).map_err(Fault::unreadable)
    }
    fn into(mut self, profile: &mut Profile) {
        for claim in &mut profile.claims {
            if let Claim::Shown { quality, note, .. } = claim {
                *note = self.notes.remove(quality.code());
            }
        }
        let said = Value::ALL.iter().filter_map(|value| Some((*value, self.values.remove(value.code())?)));
        profile.words = said.collect();
    }
}

#[derive(Template)]
#[template(path = "expert/profile.html")]
struct ProfilePage {
    form: Form,
    lived: Vec<(String, String)>,
    traits: Vec<TraitLine>,
    evidence: Vec<(String, String)>,
    values: Vec<String>,
    listed: bool,
    wording: String,
    roles: Vec<RoleLine>,
    groups: usize,
    note: Option<Note>,
    t: T,
}

struct TraitLine {
    title: String,
    check: String,
    evidence: String,
    note: String,
}

/// The profile as it is kept, and its version.
pub(in crate::expert) async fn on_file(conn: &impl Conn, app: &App, person: PersonId) -> Result<(Profile, i64), Fault> {
    let record = store::on_record(conn, person).await?;
    let mut profile = Profile { lived: record.lived, claims: record.claims, words: Vec::new() };
    if let Some(text) = people::facade::experience_words(conn, app, person).await? {
        let words: Words = serde_json::from_str(&text).map_err(Fault::unreadable)?;
        words.into(&mut profile);
    }
    Ok((profile, record.version))
}

/// The profile.
pub(in crate::expert) async fn show(ctx: Ctx) -> web::Result<Response> {
    let (person, _) = ctx.own()?;
    let (profile, version) = on_file(ctx.db().reader(), ctx.app(), person).await?;
    let mut fields = profile.fields();
    fields.set("version", version);
    let (head, body) = page(&ctx, person, &fields, &Invalids::default()).await?;
    ctx.page(head, body)
}

async fn page(ctx: &Ctx, person: PersonId, fields: &Fields, wrong: &Invalids) -> web::Result<(Head, ProfilePage)> {
    let t = ctx.t();
    let (conn, today) = (ctx.db().reader(), ctx.env().today());
    let roles = store::roles_of(conn, person).await?;
    let places = names(conn, roles.iter().map(|role| role.organisation)).await?;
    let line = |role: &store::RoleOnRecord| {
        let (place, href) = places.get(&role.organisation).cloned().unzip();
        let active = rules::stage(role.period, today) != Stage::Past;
        RoleLine::new(t, role, active, place.unwrap_or_default(), href)
    };
    let listed = people::facade::listing_consents(conn, &[person]).await?.contains(&person);
    let named = |keys: &mut dyn Iterator<Item = &'static str>, prefix: &str| {
        keys.map(|code| (code.to_owned(), t.get(&format!("{prefix}{code}")))).collect::<Vec<_>>()
    };
    let body = ProfilePage {
        form: Form::new(t, "expert", fields, wrong),
        lived: named(&mut LivedExperience::ALL.iter().map(|l| l.code()), "expert-lived-"),
        traits: Quality::ALL.iter().map(|quality| trait_line(t, *quality)).collect(),
        evidence: named(&mut Evidence::ALL.iter().map(|e| e.code()), "expert-by-"),
        values: Value::ALL.iter().map(|value| format!("value-{}", value.code())).collect(),
        listed,
        wording: t.get(&ConsentKind::PublicListing.wording_key()),
        roles: roles.iter().map(line).collect(),
        groups: group::memberships(conn, person).await?.len(),
        note: None,
        t: t.clone(),
    };
    let head = Head::new(t.get("expert-profile-title"))
        .lead(t.get("expert-profile-lead"))
        .trail(vec![("/profilo".to_owned(), t.get("expert-trail-profile"))])
        .no_index();
    Ok((head, body))
}

fn trait_line(t: &T, quality: Quality) -> TraitLine {
    let code = quality.code();
    TraitLine {
        title: t.get(&format!("expert-quality-{code}")),
        check: format!("trait-{code}"),
        evidence: format!("evidence-{code}"),
        note: format!("note-{code}"),
    }
}

/// Saves the profile.
pub(in crate::expert) async fn save(ctx: Ctx, fields: Fields) -> web::Result<Response> {
    let (person, permit) = ctx.own()?;
    let (profile, lived) = match Profile::parse(&fields) {
        Ok(profile) => match profile.lived {
            Some(lived) => (profile, lived),
            None => return Err(Error::Bad("error-bad-form")),
        },
        Err(wrong) => {
            let (head, body) = page(&ctx, person, &fields, &wrong).await?;
            return ctx.invalid(head, body);
        }
    };
    let words = Words::of(&profile).written()?;
    let version = fields.get("version").parse().unwrap_or(0);
    let mut tx = permit.begin(ctx.db()).await?;
    match store::save(&mut tx, person, lived, &profile.claims, version).await {
        Err(Fault::Stale | Fault::Duplicate(_)) => {
            tx.rollback().await?;
            return changed_elsewhere(&ctx, person, fields).await;
        }
        saved => saved?,
    }
    people::facade::keep_experience_words(&mut tx, ctx.app(), person, words.as_deref()).await?;
    tx.commit().await?;
    ctx.done("expert-profile-saved", "/profilo/esperienza")
}

/// The profile was changed in another window: what was typed is shown again, to be sent once more.
async fn changed_elsewhere(ctx: &Ctx, person: PersonId, mut fields: Fields) -> web::Result<Response> {
    fields.set("version", store::on_record(ctx.db().reader(), person).await?.version);
    let (head, mut body) = page(ctx, person, &fields, &Invalids::default()).await?;
    body.note = Some(Note::alert(ctx.t().get("expert-stale")));
    ctx.stale(head, body)
}

/// Consents to be listed in public.
pub(in crate::expert) async fn list_me(ctx: Ctx) -> web::Result<Response> {
    let (person, permit) = ctx.own()?;
    if people::facade::listing_consents(ctx.db().reader(), &[person]).await?.contains(&person) {
        return ctx.goto("/profilo/esperienza");
    }
    let kind = ConsentKind::PublicListing;
    let wording = ctx.t().get(&kind.wording_key());
    let mut tx = permit.begin(ctx.db()).await?;
    tx.note("what", "consent-given");
    tx.note("consent", kind.code());
    people::facade::give_consents(&mut tx, &[person], kind, &wording, ctx.lang()).await?;
    tx.commit().await?;
    ctx.done("expert-listed", "/profilo/esperienza")
}

/// Withdraws the consent: from the next request on, no public page shows the person.
pub(in crate::expert) async fn unlist_me(ctx: Ctx) -> web::Result<Response> {
    let (person, permit) = ctx.own()?;
    let mut tx = permit.begin(ctx.db()).await?;
    tx.note("what", "consent-withdrawn");
    people::facade::withdraw_consent(&mut tx, person, ConsentKind::PublicListing).await?;
    tx.commit().await?;
    ctx.done("expert-unlisted", "/profilo/esperienza")
}

/// Ends a role of one's own.
pub(in crate::expert) async fn end_role(ctx: Ctx, Path(role): Path<String>, fields: Fields) -> web::Result<Response> {
    let (person, permit) = ctx.own()?;
    let role = on_record(ctx.db().reader(), &role).await?;
    if role.person != Some(person) {
        return Err(Error::NotFound);
    }
    let mut tx = permit.begin(ctx.db()).await?;
    let version = fields.get("version").parse().unwrap_or(0);
    crate::expert::end_role(&mut tx, &role, version, ctx.env().today()).await?;
    tx.commit().await?;
    ctx.done("expert-role-ended", "/profilo/esperienza")
}

impl ProfilePage {
    /// The control of the trait that nothing but the person's own word shows.
    fn lived_trait(&self) -> String {
        format!("trait-{LIVED}")
    }
}
