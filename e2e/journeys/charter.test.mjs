// The Charter can be read, questioned and changed: each article says where it comes from, each
// rule says its values, and a new version shows what it would change before it is adopted.

import { test } from "node:test";
import assert from "node:assert/strict";
import { open } from "../harness/house.mjs";
import { accessible, fill, fits, said, send } from "../harness/look.mjs";
import { text } from "../harness/texts.mjs";

const house = open();

test("a visitor reads the Charter and follows an article back to the Document", async () => {
  const page = await house.visit("/carta");
  assert.equal(await page.locator("h1").innerText(), text("charter-title"));
  assert.equal(await page.locator('h3[id]:has-text("I12")').count(), 1);
  await accessible(page);
  await page.locator("main details summary").first().click();
  const source = page.locator("main details[open] li a").first();
  const words = (await source.innerText()).slice(0, 20);
  await source.click();
  assert.match(new URL(page.url()).pathname, /^\/documento/);
  assert.ok(words.length > 5);
  await accessible(page);
});

test("the Charter is there in English, as plain text and on a phone", async () => {
  const page = await house.visit("/carta?lang=en", { phone: true, js: false });
  assert.equal(await page.locator("h1").innerText(), text("charter-title", {}, "en"));
  await fits(page);
  const plain = await page.request.get("/carta/testo?lang=it");
  assert.match(plain.headers()["content-type"], /^text\/plain/);
  assert.match(await plain.text(), /I12/);
});

test("everyone sees what the rules say of the network as a whole, and nobody is ranked", async () => {
  const page = await house.visit("/carta/verifica");
  const words = await said(page);
  for (const state of ["state-met", "state-not-met", "state-not-known"]) assert.match(words, new RegExp(text(state), "i"));
  assert.doesNotMatch(words, /punteggio|posizione n|\b1º\b/i);
  await accessible(page);
});

test("an organisation sees its own findings, each with the reason and the next step", async () => {
  const page = await house.as("organisation-manager");
  await page.goto("/carta/verifica");
  await page.locator('section[aria-labelledby="findings-yours"] a').first().click();
  const rules = page.locator(".ap-finding, section[aria-labelledby=findings-awaiting] li");
  assert.equal(await rules.count(), 16, "every rule says something, if only what is missing");
  const open = page.locator(".ap-finding--not-met");
  for (let place = 0; place < (await open.count()); place++) {
    assert.match(await open.nth(place).innerText(), new RegExp(text("finding-next")), "what is open says what to do");
  }
  await accessible(page);
  const publish = page.locator('form[action*="/verifica/"]:has(input[name="published"][value="1"]) button');
  if ((await publish.count()) === 0) {
    await page.locator('form[action*="/verifica/"] button').first().click(); // takes one back
    await page.waitForLoadState("load");
  }
  await publish.first().click(); // publishes what it wants
  await page.waitForLoadState("load");
  assert.match(await said(page), new RegExp(text("findings-is-public")));
});

test("the secretariat changes a value, sees what would change and for how many, and adopts", async () => {
  const page = await house.as("secretariat");
  await page.goto("/carta/versioni");
  await page.getByRole("button", { name: text("charter-draft-new-go") }).click();
  await page.getByText(text("charter-draft-created")).waitFor();
  await accessible(page);
  const first = page.locator('main form[action$="/modifica"] input[type="number"], main form[action$="/modifica"] input[inputmode="numeric"]').first();
  const name = await first.getAttribute("name");
  await first.fill(String(Number(await first.inputValue()) + 1));
  await send(page, name);
  await page.getByRole("link", { name: text("charter-compare-go") }).first().click();
  assert.match(await said(page), new RegExp(text("charter-compare-values")));
  await accessible(page);
  await page.goBack();
  await fill(page.locator('form[action$="/adotta"]'), { confirm: true });
  await page.locator('form[action$="/adotta"] button').click();
  await page.goto("/carta/versioni");
  assert.equal(await page.locator("main tbody tr").count(), 2, "both versions stay");
});
