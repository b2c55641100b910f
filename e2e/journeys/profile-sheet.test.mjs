// A manager keeps the profile sheet, the secretariat confirms it, and two who write at once do not
// undo one another.

import { test } from "node:test";
import assert from "node:assert/strict";
import { open } from "../harness/house.mjs";
import { accessible, fill, fits, ownOrganisation, said, send } from "../harness/look.mjs";

const house = open();
const today = new Date().toISOString().slice(0, 10);
let own = "";

// From the start page to the sheet of the organisation that the person keeps.
async function openSheet(page) {
  own = await ownOrganisation(page);
  await page.goto(`${own}/scheda`);
}

test("a manager corrects the sheet: what is wrong is said at the field and nothing is lost", async () => {
  const page = await house.as("organisation-manager", { phone: true, js: false });
  await openSheet(page);
  await fits(page);
  await fill(page, { name: "", activities: "Gruppi, sportello, laboratorio di scrittura.", user_experts_volunteer: "7", figures_on: today });
  await send(page, "activities");
  assert.equal(await page.locator('[name="name"]').getAttribute("aria-invalid"), "true");
  assert.ok(await page.locator("#" + (await page.locator('[name="name"]').getAttribute("aria-describedby")).split(" ").pop()).count());
  assert.equal(await page.locator('[name="activities"]').inputValue(), "Gruppi, sportello, laboratorio di scrittura.");
  assert.equal(await page.locator('[name="user_experts_volunteer"]').inputValue(), "7");
  await fits(page);
  await fill(page, { name: "Associazione Il Cerchio Aperto" });
  await send(page, "activities");
  assert.ok(!page.url().endsWith("/scheda"), "the sheet is saved");
});

test("the secretariat sees what changed and confirms it, and the public reads it", async () => {
  const page = await house.as("secretariat");
  await page.goto("/realta?stato=attesa");
  await accessible(page);
  const waiting = await page.locator("main table tbody th a").evaluateAll((all) => all.map((a) => a.href));
  await page.goto(own);
  assert.ok(waiting.length > 0, "it is among those that wait");
  await page.goto(`${own}/conferma`);
  assert.match(await said(page), /laboratorio di scrittura/);
  await accessible(page);
  await page.locator('form[action$="/conferma"] button').click();
  await page.waitForLoadState("load");

  const visitor = await house.visit("/realta?q=Il%20Cerchio%20Aperto");
  await visitor.locator("main table tbody th a").first().click();
  assert.match(await said(visitor), /laboratorio di scrittura/);
  await accessible(visitor);
});

test("two windows edit the same sheet: the second is told, and finds what was typed", async () => {
  const one = await house.as("organisation-manager");
  const two = await house.as("organisation-manager");
  await openSheet(one);
  await openSheet(two);
  await fill(one, { activities: "Prima: gruppi e sportello." });
  await send(one, "activities");
  await fill(two, { activities: "Seconda: gruppi e orto." });
  const [answer] = await Promise.all([two.waitForResponse((r) => r.request().method() === "POST"), send(two, "activities")]);
  assert.equal(answer.status(), 409);
  assert.equal(await two.locator('[name="activities"]').inputValue(), "Seconda: gruppi e orto.");
  assert.match(await said(two), /Prima: gruppi e sportello/, "and what the other wrote stands beside it");
  await accessible(two);
});
