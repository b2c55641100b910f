// The Document: every statement has an address, and every form says the same.

import { test } from "node:test";
import assert from "node:assert/strict";
import { open } from "../harness/house.mjs";
import { accessible, fill, fits, said } from "../harness/look.mjs";
import { text } from "../harness/texts.mjs";

const house = open();

test("a visitor reads the Document, and gives somebody else the link to one statement", async () => {
  const page = await house.visit("/documento");
  await accessible(page);
  assert.ok((await page.locator(".ap-doc__statement").count()) > 50, "the statements are there");
  const anchor = page.locator("a.ap-doc__anchor").nth(10);
  const href = await anchor.getAttribute("href");
  const other = await house.visit(new URL(href, page.url()).href);
  const target = await other.evaluate(() => document.querySelector(":target")?.innerText ?? document.querySelector("main").innerText);
  assert.ok(target.trim().length > 10, "the link leads to words");
});

test("the Document is there on a phone without JavaScript, as plain text and as tagged PDF", async () => {
  const page = await house.visit("/documento", { phone: true, js: false });
  await fits(page);
  const links = await page.locator("main a[href]").evaluateAll((all) => all.map((a) => a.getAttribute("href")).filter((href) => !href.startsWith("#")));
  const pdf = links.find((href) => /pdf/.test(href));
  const plain = links.find((href) => /testo|txt/.test(href));
  assert.ok(pdf && plain, `both are offered: ${links.join(" ")}`);
  const paper = await page.request.get(pdf);
  assert.match(paper.headers()["content-type"], /^application\/pdf/);
  assert.equal((await paper.body()).subarray(0, 5).toString(), "%PDF-");
  const words = await page.request.get(plain);
  assert.match(words.headers()["content-type"], /^text\/plain/);
  assert.ok((await words.text()).length > 5_000);
});

test("two versions can be set side by side", async () => {
  const page = await house.visit("/documento/versioni");
  const compare = page.locator("main form[action*=confronto] button").first();
  if ((await compare.count()) === 0) {
    assert.match(await said(page), /\S/); // one version only: nothing to compare
    return;
  }
  await compare.click();
  assert.match(new URL(page.url()).pathname, /confronto/);
  await accessible(page);
});

test("who is tired reads the easy version, and goes from a part to the full text", async () => {
  const page = await house.visit("/documento", { phone: true, js: false });
  await page.getByRole("link", { name: text("easy-go") }).click();
  assert.equal(await page.locator("h1").innerText(), text("easy-title"));
  await fits(page);
  await accessible(page);
  assert.ok((await page.locator("main article section").count()) >= 8, "the parts are there");
  const words = await page.request.get("/documento/facile/testo");
  assert.match(words.headers()["content-type"], /^text\/plain/);
  await page.locator("main article section a").last().click();
  const { pathname, hash } = new URL(page.url());
  assert.equal(pathname, "/documento");
  assert.equal(await page.locator(hash).count(), 1, "the part is in the full text");
  await page.goto("/documento/facile?lang=en");
  assert.equal(await page.locator("main article").getAttribute("lang"), "en");
});

test("the secretariat mends the easy version, and sees how easily it reads before it is saved", async () => {
  const page = await house.as("secretariat");
  await page.goto("/documento/facile");
  await page.getByRole("link", { name: text("easy-edit") }).click();
  await accessible(page);
  const before = await page.locator('[name="text_it"]').inputValue();
  await fill(page, { text_it: `${before}\n\n${"parola ".repeat(21)}` });
  await page.locator('button[value="check"]').click();
  await page.waitForLoadState("load");
  assert.match(await said(page), new RegExp(text("easy-checked").slice(0, 12)));
  assert.equal(await page.locator('section[aria-labelledby="easy-reads"] li').count(), 1, "the long sentence is named");
  await accessible(page);
  await fill(page, { text_it: `${before}\n\nOgnuno può dire la sua.` });
  await page.locator('button[value="save"]').click();
  await page.waitForLoadState("load");
  const reader = await house.visit("/documento/facile");
  assert.match(await said(reader), /Ognuno può dire la sua\./);
});
