// Whoever finds something wrong says so in a minute, and the one who runs the program reads it.

import { test } from "node:test";
import assert from "node:assert/strict";
import { open } from "../harness/house.mjs";
import { accessible, fill, fits, said, send, tabTo } from "../harness/look.mjs";
import { text } from "../harness/texts.mjs";

const house = open();

test("a visitor reads the accessibility statement and reports a barrier, by keyboard alone", async () => {
  const page = await house.visit("/");
  await tabTo(page, 'footer a[href="/accessibilita"]', 200);
  await page.keyboard.press("Enter");
  await page.waitForURL("**/accessibilita");
  assert.match(await said(page), /WCAG 2\.2/);
  await accessible(page);
  await page.keyboard.press("Control+End");
  await tabTo(page, 'main a[href="/segnala"]', 200);
  await page.keyboard.press("Enter");
  await page.waitForURL("**/segnala");
  await tabTo(page, '[name="text"]', 200);
  await page.keyboard.type("Il contrasto della mappa è debole.");
  await tabTo(page, 'main form button', 20);
  await page.keyboard.press("Enter");
  await page.getByText(text("feedback-thanks")).waitFor();
});

test("an empty report comes back with what is missing, on a phone and without JavaScript", async () => {
  const page = await house.visit("/segnala?pagina=/realta", { phone: true, js: false });
  await fill(page, { email: "ada@example.org" });
  await send(page, "text");
  assert.match(await said(page), new RegExp(text("invalid-required")));
  assert.equal(await page.locator('[name="text"]').getAttribute("aria-invalid"), "true");
  assert.equal(await page.locator('[name="email"]').inputValue(), "ada@example.org", "nothing is lost");
  assert.equal(await page.locator('[name="page"]').inputValue(), "/realta");
  await fits(page);
});

test("the administrator reads what was reported", async () => {
  const page = await house.as("administrator");
  await page.goto("/gestione/segnalazioni");
  assert.match(await said(page), /Il contrasto della mappa è debole\./);
  await accessible(page);
});

test("the page on personal data says what is kept, why and for how long", async () => {
  const page = await house.visit("/privacy?lang=en");
  assert.ok((await page.locator("main h3").count()) >= 3);
  assert.ok((await page.locator("main h3 + ul > li").count()) >= 20);
  await accessible(page);
});
