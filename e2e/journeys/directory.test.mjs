// The directory forgives; the map is also a table, and can be walked by keyboard.

import { test } from "node:test";
import assert from "node:assert/strict";
import { open } from "../harness/house.mjs";
import { accessible, fill, fits, tabTo } from "../harness/look.mjs";
import { text } from "../harness/texts.mjs";

const house = open();

// The names and places that the directory shows.
async function listed(page) {
  return page.locator("main table tbody tr").evaluateAll((rows) =>
    rows.map((row) => ({
      name: row.querySelector("th a").textContent.trim(),
      town: row.querySelectorAll("td")[1].textContent.replace(/\s*\(.*/, "").trim(),
    })),
  );
}

async function search(page, q) {
  await page.goto("/realta");
  await fill(page, { q });
  await page.locator('form[role="search"] button[type="submit"]').click();
  await page.waitForLoadState("load");
}

test("a search finds a name without its accents, with a slip, and by its town", async () => {
  const page = await house.visit("/realta");
  await accessible(page);
  const all = await listed(page);
  assert.ok(all.length >= 10);
  const sought = all.find(({ name }) => name.split(" ").some((word) => word.length > 6)) ?? all[0];
  const plain = sought.name.normalize("NFD").replace(/[\u0300-\u036f]/g, "").toUpperCase();
  await search(page, plain);
  assert.ok((await listed(page)).some(({ name }) => name === sought.name), "accents and case do not matter");
  const words = sought.name.split(" ");
  const long = words.reduce((a, b) => (b.length > a.length ? b : a));
  const slip = long.slice(0, 3) + long.slice(4);
  await search(page, words.map((word) => (word === long ? slip : word)).join(" "));
  assert.ok((await listed(page)).some(({ name }) => name === sought.name), `“${slip}” finds ${sought.name}`);
  await search(page, sought.town);
  assert.ok((await listed(page)).some(({ town }) => town === sought.town));
});

test("a search that finds nothing says so and leads on", async () => {
  const page = await house.visit("/realta?q=xqzwk%20jjjj");
  assert.equal(await page.locator("main table").count(), 0);
  assert.ok((await page.locator('main .ap-empty a[href="/realta"], main .ap-filter a[href="/realta"]').count()) > 0);
  await accessible(page);
});

test("the directory is a list of labelled facts on a phone, and works without JavaScript", async () => {
  const page = await house.visit("/realta", { phone: true, js: false });
  await fits(page);
  const kind = page.locator('[name="tipo"]');
  await kind.selectOption({ index: 1 });
  await page.locator('form[role="search"] button[type="submit"]').click();
  assert.match(page.url(), /tipo=/);
  await page.locator("main table tbody th a").first().click();
  assert.match(new URL(page.url()).pathname, /^\/realta\/./);
  await fits(page);
});

test("the map is walked by keyboard, and its table says the same", async () => {
  const page = await house.visit("/realta/mappa");
  await accessible(page);
  assert.equal(await page.locator(".ap-map__place").count(), 21);
  assert.equal(await page.locator("main table tbody tr").count(), 21);
  await tabTo(page, "#map-umbria", 120);
  const label = await page.locator("#map-umbria").getAttribute("aria-label");
  const row = await page.locator('main table tr:has(a[href$="/umbria"])').innerText();
  assert.match(label, /Umbria/);
  const presence = ["present", "emerging", "absent"].map((code) => text(`territory-presence-${code}`));
  const told = presence.find((word) => label.toLowerCase().includes(word.toLowerCase()));
  assert.ok(told && row.toLowerCase().includes(told.toLowerCase()), `map and table agree: ${label}; ${row}`);
  await page.keyboard.press("Enter");
  await page.waitForURL("**/territori/umbria");
  await accessible(page);
});
