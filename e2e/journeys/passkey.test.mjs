// A passkey: made once, used instead of password and code. The authenticator is Chromium's own.

import { test } from "node:test";
import assert from "node:assert/strict";
import { open } from "../harness/house.mjs";
import { accessible, said } from "../harness/look.mjs";
import { text } from "../harness/texts.mjs";

const house = open();

// Gives a page an authenticator that says yes.
async function authenticator(page) {
  const devtools = await page.context().newCDPSession(page);
  await devtools.send("WebAuthn.enable");
  const { authenticatorId } = await devtools.send("WebAuthn.addVirtualAuthenticator", {
    options: {
      protocol: "ctap2", transport: "internal", hasResidentKey: true, hasUserVerification: true,
      isUserVerified: true, automaticPresenceSimulation: true,
    },
  });
  return { devtools, authenticatorId };
}

test("an expert adds a passkey and signs in with it, without a password", async () => {
  // Browsers make passkeys for names, not for numbers: localhost instead of 127.0.0.1.
  const page = await house.as("expert", { host: "localhost" });
  const { devtools, authenticatorId } = await authenticator(page);
  await page.goto("/profilo/passkey");
  await accessible(page);
  await page.locator('[data-passkey="register"] input').fill("Il mio computer");
  await page.locator('[data-passkey="register"] button').click();
  await page.getByText("Il mio computer").waitFor();
  await accessible(page);

  await page.locator('form[action="/esci"] button').click();
  await page.goto("/accedi");
  const signIn = page.locator('[data-passkey="sign-in"] button');
  // Some browsers sign in as soon as the page is open: the authenticator here always says yes.
  await signIn.click({ timeout: 3_000 }).catch(() => {});
  await page.waitForURL("**/inizio");

  await page.goto("/profilo/passkey");
  await page.locator('form[action$="/togli"] button').click();
  await page.waitForLoadState("load");
  assert.match(await said(page), new RegExp(text("passkey-none")));
  await devtools.send("WebAuthn.removeVirtualAuthenticator", { authenticatorId });
});

test("without JavaScript the page says what to do instead", async () => {
  const page = await house.as("expert", { js: false, host: "localhost" });
  await page.goto("/profilo/passkey");
  assert.match(await said(page), new RegExp(text("passkey-needs-script").slice(0, 25)));
});
