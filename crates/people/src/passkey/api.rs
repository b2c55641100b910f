//! What the browser's script exchanges with the program while a passkey is made or used.

use super::{
    model::{Ceremony, relying_party},
    store,
};
use crate::{
    keys::MasterKey,
    person, second_step, session,
    throttle::{
        self,
        model::{Limit, Subject},
    },
};
use ::store::Fault;
use access::{Act, Target, Technical};
use axum::{
    Json,
    http::header,
    response::{IntoResponse, Response},
};
use kernel::{Uuid, fold};
use serde::{Deserialize, Serialize, de::DeserializeOwned};
use serde_json::Value;
use web::{Ctx, Error, Result};
use webauthn_rs::prelude::{
    DiscoverableAuthentication, DiscoverableKey, PasskeyRegistration, PublicKeyCredential, RegisterPublicKeyCredential,
    Webauthn,
};

/// What the browser is asked, and the name of the ceremony to give back with the answer.
#[derive(Serialize)]
struct Question {
    ceremony: Uuid,
    options: Value,
}

/// What the browser answers.
#[derive(Deserialize)]
pub(crate) struct Answer {
    ceremony: Uuid,
    credential: Value,
    /// The name for a new passkey.
    #[serde(default)]
    name: String,
    /// Where to go after signing in.
    #[serde(default)]
    next: String,
}

/// Where to go next.
#[derive(Serialize)]
struct Onward {
    next: String,
    /// Whether that makes something, as the button of a form does.
    post: bool,
}

fn party(ctx: &Ctx) -> Result<Webauthn> {
    relying_party(&ctx.app().site().base_url)?.ok_or(Error::Bad("passkey-impossible"))
}

fn json(value: &impl Serialize) -> Result<Value> {
    Ok(serde_json::to_value(value).map_err(Fault::unreadable)?)
}

/// What the browser sent, or what was kept, as what it should be.
fn read<T: DeserializeOwned>(value: Value) -> Result<T> {
    serde_json::from_value(value).map_err(|_| Error::Bad("passkey-failed"))
}

pub(crate) async fn register_begin(ctx: Ctx) -> Result<Response> {
    let id = crate::in_person(&ctx)?;
    let steps = second_step::store::steps(ctx.db().reader(), id).await?;
    if !second_step::pages::may_change(&ctx, steps).await? {
        return Err(Error::Bad("second-step-take-first"));
    }
    let known = person::store::by_id(ctx.db().reader(), id).await?.ok_or(Error::NotFound)?;
    let kept = store::kept(ctx.db().reader(), id).await?;
    let exclude = kept.iter().map(|kept| kept.passkey.cred_id().clone()).collect();
    let account = known.email.map_or_else(|| known.display_name.clone(), String::from);
    let (question, state) = party(&ctx)?
        .start_passkey_registration(id.uuid(), &account, &known.display_name, Some(exclude))
        .map_err(|_| Error::Bad("passkey-failed"))?;
    let mut options = json(&question)?;
    // Kept by the device under the person's account, so that no address is typed at sign-in.
    options["publicKey"]["authenticatorSelection"]["residentKey"] = "preferred".into();
    let tx = Technical::SignIn.begin(ctx.db()).await?;
    let ceremony = store::begin(&tx, Ceremony::Register, Some(id), json(&state)?).await?;
    tx.commit().await?;
    Ok(Json(Question { ceremony, options }).into_response())
}

pub(crate) async fn register_finish(ctx: Ctx, Json(answer): Json<Answer>) -> Result<Response> {
    let id = crate::in_person(&ctx)?;
    let steps = second_step::store::steps(ctx.db().reader(), id).await?;
    if !second_step::pages::may_change(&ctx, steps).await? {
        return Err(Error::Bad("second-step-take-first"));
    }
    let mut tx = ctx.permit(Act::UseOwnAccount, Target::Person(id))?.begin(ctx.db()).await?;
    let state = store::take(&tx, answer.ceremony, Ceremony::Register, Some(id)).await?;
    let state: PasskeyRegistration = read(state.ok_or(Error::Bad("passkey-too-late"))?)?;
    let credential: RegisterPublicKeyCredential = read(answer.credential)?;
    let passkey =
        party(&ctx)?.finish_passkey_registration(&credential, &state).map_err(|_| Error::Bad("passkey-failed"))?;
    let typed: String = answer.name.trim().chars().take(60).collect();
    let device = session::model::device(ctx.user_agent());
    let name = if !fold(&typed).is_empty() {
        typed
    } else if device.is_empty() {
        "Passkey".to_owned()
    } else {
        device
    };
    store::insert(&tx, id, &name, &passkey).await?;
    if !steps.any() {
        // The first second step: the browsers that signed in without one sign in again.
        let here = ctx.actor().signed_in().and_then(|signed_in| signed_in.session);
        session::store::end_all(&tx, id, here).await?;
        if let Some(here) = here {
            session::store::took_second_step(&tx, here).await?;
        }
    }
    tx.note("what", "passkey-made");
    tx.commit().await?;
    // Where there is nothing to fall back on, recovery codes are made and shown next.
    let onward = match steps.recovery_left {
        0 => Onward { next: "/profilo/secondo-passo/nuovi-codici".to_owned(), post: true },
        _ => Onward { next: "/profilo/passkey".to_owned(), post: false },
    };
    Ok(Json(onward).into_response())
}

pub(crate) async fn sign_in_begin(ctx: Ctx) -> Result<Response> {
    let (question, state) =
        party(&ctx)?.start_discoverable_authentication().map_err(|_| Error::Bad("passkey-failed"))?;
    throttle::allow(&ctx, &[Subject::network(&MasterKey::of(ctx.app()), Limit::Ceremony, ctx.address())]).await?;
    let tx = Technical::SignIn.begin(ctx.db()).await?;
    let ceremony = store::begin(&tx, Ceremony::SignIn, None, json(&state)?).await?;
    tx.commit().await?;
    let mut options = json(&question)?;
    // Asked for by a button as well as by the address field: the script says which.
    if let Some(options) = options.as_object_mut() {
        options.remove("mediation");
    }
    Ok(Json(Question { ceremony, options }).into_response())
}

pub(crate) async fn sign_in_finish(ctx: Ctx, Json(answer): Json<Answer>) -> Result<Response> {
    let webauthn = party(&ctx)?;
    let state = store::sign_in_under_way(ctx.db().reader(), answer.ceremony, ctx.env().now()).await?;
    let state: DiscoverableAuthentication = read(state.ok_or(Error::Bad("passkey-too-late"))?)?;
    let credential: PublicKeyCredential = read(answer.credential)?;
    let failed = |_| Error::Bad("passkey-failed");
    let (owner, shown) = webauthn.identify_discoverable_authentication(&credential).map_err(failed)?;
    let kept = store::by_credential(ctx.db().reader(), shown).await?;
    let mut kept = kept.filter(|kept| kept.person.uuid() == owner).ok_or(Error::Bad("passkey-unknown"))?;
    let key = DiscoverableKey::from(&kept.passkey);
    #[allow(
        deprecated,
        reason = "its successor wants the credential's inner parts, which a feature called danger opens"
    )]
    let result = webauthn.finish_discoverable_authentication(&credential, state, &[key]).map_err(failed)?;
    kept.passkey.update_credential(&result);
    let tx = ctx.permit(Act::SignIn, Target::Person(kept.person))?.begin(ctx.db()).await?;
    // Taken together with the sign-in: where that loses to another change, it is tried again as a whole.
    if store::take(&tx, answer.ceremony, Ceremony::SignIn, None).await?.is_none() {
        return Err(Error::Bad("passkey-too-late"));
    }
    store::used(&tx, &kept).await?;
    let entered = session::pages::enter(&ctx, tx, kept.person, session::pages::How::Passkey, &answer.next).await?;
    // The script goes on by itself; the cookie travels with the answer.
    let next = entered.headers().get(header::LOCATION).and_then(|to| to.to_str().ok()).unwrap_or("/").to_owned();
    let mut response = Json(Onward { next, post: false }).into_response();
    for cookie in entered.headers().get_all(header::SET_COOKIE) {
        response.headers_mut().append(header::SET_COOKIE, cookie.clone());
    }
    Ok(response)
}
