// Signing in: a password with a code, sessions that can be seen and ended, limits that say so.

import { test } from "node:test";
import assert from "node:assert/strict";
import { open } from "../harness/house.mjs";
import { accessible, fill, said, send, tabTo } from "../harness/look.mjs";
import { invited, linkFor } from "../harness/mail.mjs";
import { text } from "../harness/texts.mjs";
import { code } from "../harness/totp.mjs";

const house = open();
const EMAIL = "dora.viola@example.org";
let password = "tre fari sulla costa";

async function signIn(page, typed = password) {
  await page.goto("/accedi");
  await fill(page, { email: EMAIL, password: typed });
  await send(page, "password");
}

test("somebody who forgot the password gets a link by mail and chooses a new one", async () => {
  await invited(house, { name: "Dora Viola", email: EMAIL, password });
  const page = await house.visit("/accedi/aiuto", { js: false });
  await fill(page, { email: EMAIL, wish: "password" });
  await send(page, "email");
  await page.goto(await linkFor(house, EMAIL, /https?:\/\/\S+\/accedi\/password\/[0-9a-f]+/));
  await fill(page, { password: "corta" });
  await send(page, "password");
  assert.equal(await page.locator('[name="password"]').getAttribute("aria-invalid"), "true", "too short is said at the field");
  password = "quattro cavalli sul lago";
  await fill(page, { password });
  await send(page, "password");
  assert.ok(!new URL(page.url()).pathname.startsWith("/accedi/password"));
});

test("the wrong password is refused without saying whose it is; the right one leads on, by keyboard", async () => {
  const page = await house.visit("/accedi");
  await accessible(page);
  await signIn(page, "tre asini sul lago");
  assert.match(await said(page), new RegExp(text("account-invalid-sign-in").slice(0, 20)));
  assert.equal(await page.locator('[name="email"]').inputValue(), EMAIL, "the address is kept");
  await accessible(page);
  await tabTo(page, '[name="email"]', 60);
  await tabTo(page, '[name="password"]', 10);
  await page.keyboard.type(password);
  await page.keyboard.press("Enter");
  await page.waitForURL("**/inizio");
  await accessible(page);
});

test("a code is set up, asked for at the next sign-in, and a wrong one is refused", async () => {
  const page = await house.someone();
  await signIn(page);
  await page.goto("/profilo/secondo-passo/codici");
  await accessible(page);
  const secret = await page.locator("main p code").innerText();
  await fill(page, { code: code(secret) });
  await send(page, "code");
  assert.ok((await page.locator(".ap-codes li").count()) >= 8, "codes to keep for the day the phone is lost");
  await accessible(page);

  const other = await house.someone();
  await signIn(other);
  assert.equal(new URL(other.url()).pathname, "/accedi/codice");
  await accessible(other);
  await fill(other, { code: "000000" });
  await send(other, "code");
  assert.equal(await other.locator('[name="code"]').getAttribute("aria-invalid"), "true");
  await other.goto("/inizio");
  assert.notEqual(new URL(other.url()).pathname, "/inizio", "half signed in is not signed in");
  await other.goto("/accedi/codice");
  await fill(other, { code: code(secret, 1) });
  await send(other, "code");
  assert.equal(new URL(other.url()).pathname, "/inizio");
});

test("a person sees where they are signed in, and signs out everywhere", async () => {
  const page = await house.as("tutor");
  const other = await house.as("tutor", { phone: true });
  await page.goto("/profilo/sessioni");
  assert.ok((await page.locator("main tbody tr").count()) >= 2);
  assert.match(await said(page), new RegExp(text("session-here")));
  await accessible(page);
  await page.getByRole("button", { name: text("session-everywhere-button") }).click();
  await page.waitForLoadState("load");
  await other.goto("/profilo/sessioni");
  assert.match(other.url(), /\/accedi/, "the other browser is signed out as well");
});

test("after many wrong tries the door stays closed for a while, and says until when", async () => {
  const page = await house.someone({ js: false });
  let status = 0;
  for (let tries = 0; tries < 12 && status !== 429; tries += 1) {
    await page.goto("/accedi");
    await fill(page, { email: "nessuno@example.org", password: `parola sbagliata ${tries}` });
    const [answer] = await Promise.all([page.waitForResponse((r) => r.request().method() === "POST"), send(page, "password")]);
    status = answer.status();
  }
  assert.equal(status, 429);
  assert.match(await said(page), /\d{1,2}:\d{2}/);
});
