// What is kept on a person is theirs: to read, to take along, to share, to erase.

import { test } from "node:test";
import assert from "node:assert/strict";
import { open } from "../harness/house.mjs";
import { accessible, fill, fits, said, send } from "../harness/look.mjs";
import { text } from "../harness/texts.mjs";

const house = open();

test("a person writes a text that nobody else reads, and takes everything along in one file", async () => {
  const page = await house.as("expert", { phone: true, js: false });
  await page.goto("/profilo/testi");
  await fits(page);
  await page.locator('main a[href^="/profilo/testi/"]').first().click();
  const area = page.locator("main form textarea").first();
  await area.fill("Camminare all’alba mi ha rimesso al mondo.");
  await send(page, await area.getAttribute("name"));
  await page.goto("/profilo/dati");
  assert.match(await said(page), /Camminare all’alba/);
  await fits(page);
  const file = await page.request.get("/profilo/dati.json");
  assert.match(await file.text(), /Camminare all’alba/);
  const secretary = await house.as("secretariat");
  assert.doesNotMatch(await (await secretary.request.get("/profilo/dati.json")).text(), /Camminare all’alba/);
});

test("a person reads who did what with their data", async () => {
  const page = await house.as("expert");
  await page.goto("/profilo/traccia");
  assert.match(await said(page), new RegExp(text("privacy-did-text-saved")));
  await accessible(page);
});

test("a person leaves: after one confirmation nothing is left but an unnamed trace", async () => {
  const page = await house.as("professional");
  const name = (await page.locator(".ap-header__name").innerText()).trim();
  await page.goto("/profilo/cancella");
  await accessible(page);
  await send(page, "sure");
  assert.match(await said(page), new RegExp(text("privacy-invalid-sure")), "once more, to be sure");
  await fill(page, { sure: true });
  await send(page, "sure");
  await page.getByText(text("privacy-erased")).waitFor();
  await page.goto("/profilo");
  assert.match(page.url(), /\/accedi/, "the person is signed out");
  const administrator = await house.as("administrator");
  await administrator.goto(`/persone?q=${encodeURIComponent(name)}`);
  assert.ok(!(await administrator.locator("main").innerText()).includes(name), "and nobody finds the name");
});
