// A manager invites somebody by mail; whoever was invited opens the letter and is in.

import { test } from "node:test";
import assert from "node:assert/strict";
import { open } from "../harness/house.mjs";
import { accessible, fill, fits, said, send } from "../harness/look.mjs";
import { linkFor } from "../harness/mail.mjs";

const house = open();
const EMAIL = "nora.gialli@example.org";

test("an invitation travels by mail, is accepted once, and gives the role it names", async () => {
  const page = await house.as("organisation-manager");
  await page.goto("/persone/invita");
  await accessible(page);
  await fill(page, { name: "Nora Gialli", email: EMAIL });
  for (const name of ["role", "organisation", "scope"]) {
    const control = page.locator(`main form [name="${name}"]`);
    if ((await control.count()) === 0) continue;
    const kind = await control.first().evaluate((e) => e.type);
    if (kind === "radio" && !(await page.locator(`[name="${name}"]:checked`).count())) await control.first().check();
  }
  await send(page, "email");
  await page.goto("/persone/inviti");
  assert.match(await said(page), /Nora Gialli/);
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
