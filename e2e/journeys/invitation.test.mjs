// A manager invites somebody by mail; whoever was invited opens the letter and is in.

import { test } from "node:test";
import assert from "node:assert/strict";
import { open } from "../harness/house.mjs";
import { accessible, fill, fits, ownOrganisation, send } from "../harness/look.mjs";
import { linkFor } from "../harness/mail.mjs";

const house = open();
const EMAIL = "nora.gialli@example.org";

test("an invitation travels by mail, is accepted once, and gives the role it names", async () => {
  const page = await house.as("organisation-manager");
  const own = await ownOrganisation(page);
  await page.goto(`${own}/esperti`);
  await accessible(page);
  const form = page.locator('main form[action$="/esperti/invita"]');
  await fill(form, { name: "Nora Gialli", email: "nora" });
  await form.locator("button").click();
  await page.waitForLoadState("load");
  assert.equal(await form.locator('[name="email"]').getAttribute("aria-invalid"), "true", "half an address is none");
  await fill(form, { email: EMAIL });
  await form.locator("button").click();
  await page.waitForLoadState("load");
  await accessible(page);

  const letter = await linkFor(house, EMAIL, /https?:\/\/\S+\/invito\/[0-9a-f]+/);
  const invited = await house.visit(letter, { phone: true, js: false });
  await fits(invited);
  const way = invited.locator('[name="way"]');
  if (await way.count()) await invited.locator('[name="way"][value="password"]').check();
  await fill(invited, { password: "sette barche nel vento" });
  await send(invited, "password");
  await invited.goto("/inizio");
  assert.equal(new URL(invited.url()).pathname, "/inizio", "whoever accepted is signed in");
  await fits(invited);

  const again = await house.visit(letter);
  assert.equal(await again.locator('main [name="password"]').count(), 0, "the letter serves once");
  await accessible(again);
});
