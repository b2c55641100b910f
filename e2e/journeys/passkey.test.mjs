// A real installation, not the demo: its first administrator signs in with the password that was
// given at the command line, is asked for a second step, and makes a passkey. The authenticator is
// Chromium's own. From then on the password alone is not enough. Browsers make passkeys for names, not
// for numbers: hence localhost.

import { test } from "node:test";
import assert from "node:assert/strict";
import { open } from "../harness/house.mjs";
import { accessible, fill, said, send } from "../harness/look.mjs";
import { text } from "../harness/texts.mjs";

const EMAIL = "ada@example.org";
const PASSWORD = "quattro cavalli sul lago";
const USER = ["user", "add", "--email", EMAIL, "--name", "Ada Neri", "--role", "administrator", "--password-stdin"];

const house = open(async (program) => {
  program.command(USER, { input: `${PASSWORD}\n` });
  return program.serve();
});

// Gives a page an authenticator that says yes.
async function authenticator(page) {
  const devtools = await page.context().newCDPSession(page);
  await devtools.send("WebAuthn.enable");
  await devtools.send("WebAuthn.addVirtualAuthenticator", {
    options: {
      protocol: "ctap2", transport: "internal", hasResidentKey: true, hasUserVerification: true,
      isUserVerified: true, automaticPresenceSimulation: true,
    },
  });
}

async function signIn(page) {
  await page.goto("/accedi");
  await fill(page, { email: EMAIL, password: PASSWORD });
  await send(page, "password");
}

test("the administrator makes a passkey, signs in with it alone, and elsewhere with a recovery code", async () => {
  const page = await house.someone();
  await signIn(page);
  assert.equal(new URL(page.url()).pathname, "/profilo/secondo-passo", "a far-reaching role asks for a second step");
  await accessible(page);
  await authenticator(page);
  await page.goto("/profilo/passkey");
  await accessible(page);
  await page.locator('[data-passkey="register"] input').fill("Il mio computer");
  await page.locator('[data-passkey="register"] button').click();
  await page.locator(".ap-codes li").first().waitFor();
  const recovery = await page.locator(".ap-codes code").allInnerTexts();
  assert.ok(recovery.length >= 8, "codes to keep for the day the device is lost");
  await accessible(page);
  await page.goto("/profilo/passkey");
  await page.getByText("Il mio computer").waitFor();
  await accessible(page);

  const other = await house.someone({ js: false });
  await signIn(other);
  assert.equal(new URL(other.url()).pathname, "/accedi/codice", "the password alone does not let anybody in");
  assert.match(await said(other), new RegExp(text("second-step-use-passkey-script").slice(0, 25)));
  await accessible(other);
  await other.goto("/inizio");
  assert.notEqual(new URL(other.url()).pathname, "/inizio", "half signed in is not signed in");
  await other.goto("/accedi/codice");
  await fill(other, { code: recovery[0] });
  await send(other, "code");
  assert.equal(new URL(other.url()).pathname, "/inizio");

  await page.locator('form[action="/esci"] button').click();
  await page.goto("/accedi");
  // Where the browser offers the passkey by itself, the authenticator says yes before any click.
  await page.locator('[data-passkey="sign-in"] button').click({ timeout: 3_000 }).catch(() => {});
  await page.waitForURL("**/inizio");
  await page.goto("/gestione/segnalazioni");
  assert.equal(await page.locator("h1").innerText(), text("feedback-list-title"), "the far-reaching role now reaches");

  // A page that stood open too long: what was chosen is refused in words, and asked for again.
  await page.locator('form[action="/esci"] button').click();
  const old = "La domanda è scaduta.";
  const told = page.getByText(old).waitFor();
  let answers = 0;
  await page.route("**/accedi/passkey/fine", async (route) => {
    answers += 1;
    if (answers > 1) return told.then(() => route.continue());
    return route.fulfill({ status: 400, contentType: "application/problem+json", body: JSON.stringify({ detail: old }) });
  });
  await page.goto("/accedi");
  const button = page.locator('[data-passkey="sign-in"] button');
  await button.click({ timeout: 3_000 }).catch(() => {});
  await told;
  await button.click({ timeout: 3_000 }).catch(() => {});
  await page.waitForURL("**/inizio");

  await page.goto("/profilo/passkey");
  await page.locator('form[action$="/togli"] button').click();
  await page.waitForLoadState("load");
  assert.match(await said(page), new RegExp(text("passkey-none")));
});

test("without JavaScript the page says what to do instead", async () => {
  const page = await house.someone({ js: false });
  await signIn(page);
  await page.goto("/profilo/passkey");
  assert.match(await said(page), new RegExp(text("passkey-needs-script").slice(0, 25)));
});

test("a real installation has no entry by one click and no open outbox", async () => {
  const page = await house.someone();
  assert.equal((await page.goto("/prova")).status(), 404);
  const outbox = await page.goto("/posta");
  assert.ok(outbox.status() >= 400 || /\/accedi/.test(page.url()));
});
