// Italian first, English complete: chosen once, kept, and given away with a link.

import { test } from "node:test";
import assert from "node:assert/strict";
import { open } from "../harness/house.mjs";
import { accessible, fits } from "../harness/look.mjs";
import { text } from "../harness/texts.mjs";

const house = open();

test("the home page explains the system in one screen, in both languages", async () => {
  for (const lang of ["it", "en"]) {
    const page = await house.visit(`/?lang=${lang}`);
    assert.equal(await page.locator("h1").innerText(), text("home-title", {}, lang));
    assert.equal(await page.locator("html").getAttribute("lang"), lang);
    const loop = page.getByRole("img").or(page.locator("svg[role]")).first();
    assert.ok(await loop.count(), "the loop is drawn");
    const doors = page.locator("section[aria-labelledby=home-doors] li");
    assert.ok((await doors.count()) >= 4, "each kind of visitor finds a door");
    await accessible(page);
  }
});

test("who chooses English keeps it from page to page, and can go back", async () => {
  const page = await house.visit("/");
  assert.equal(await page.locator("html").getAttribute("lang"), "it");
  await page.locator("header a[hreflang=en]").click();
  assert.equal(await page.locator("html").getAttribute("lang"), "en");
  await page.goto("/realta");
  assert.equal(await page.locator("html").getAttribute("lang"), "en");
  await page.locator("header a[hreflang=it]").click();
  assert.equal(await page.locator("html").getAttribute("lang"), "it");
});

test("a link with ?lang=en speaks English to whoever opens it, on a phone and without JavaScript", async () => {
  const page = await house.visit("/accessibilita?lang=en", { phone: true, js: false });
  assert.equal(await page.locator("h1").innerText(), text("accessibility-title", {}, "en"));
  await fits(page);
});

test("the demo says that everything is invented, and offers an entry to each kind of person", async () => {
  const page = await house.visit("/");
  await page.locator(".ap-banner a").click();
  assert.equal(new URL(page.url()).pathname, "/prova");
  assert.equal(await page.locator("main form").count(), 12);
  await accessible(page);
});
