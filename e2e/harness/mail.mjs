// The mail that the demo would have sent: its outbox page shows it.

import assert from "node:assert/strict";
import { fill, ownOrganisation, send } from "./look.mjs";

// The newest letter to an address that holds a link which matches, and that link's path.
export async function linkFor(house, address, pattern) {
  const page = await house.visit("/posta");
  for (let tries = 0; tries < 20; tries += 1) {
    const letters = await page.locator(".ap-list > li").allInnerTexts();
    const details = await page.locator(".ap-list > li").evaluateAll((all) => all.map((li) => li.textContent));
    const at = letters.findIndex((words, i) => words.includes(address) && pattern.test(details[i]));
    if (at >= 0) return new URL(details[at].match(pattern)[0]).pathname;
    await page.waitForTimeout(250);
    await page.reload();
  }
  assert.fail(`no letter to ${address} with a link like ${pattern}`);
}

// Somebody who accepted an organisation's invitation and chose a password; signed in.
export async function invited(house, { name, email, password }, how = {}) {
  const page = await house.as("organisation-manager");
  await page.goto(`${await ownOrganisation(page)}/esperti`);
  const form = page.locator('main form[action$="/esperti/invita"]');
  await fill(form, { name, email });
  await form.locator("button").click();
  await page.waitForLoadState("load");
  const guest = await house.visit(await linkFor(house, email, /https?:\/\/\S+\/invito\/[0-9a-f]+/), how);
  await fill(guest, { way: "password", password });
  await send(guest, "password");
  return guest;
}
