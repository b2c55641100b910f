// What keeps the network alive: endorsements, announcements, the shared calendar, twinning.

import { test } from "node:test";
import assert from "node:assert/strict";
import { open } from "../harness/house.mjs";
import { accessible, fill, ownOrganisation, said, send } from "../harness/look.mjs";
import { text } from "../harness/texts.mjs";

const house = open();

// A day so many days from now, as a form takes it.
function day(from) {
  return new Date(Date.now() + from * 86_400_000).toISOString().slice(0, 10);
}

test("an organisation endorses a version, in its own name, and withdraws; both stand with their day", async () => {
  const page = await house.as("organisation-manager");
  const own = await ownOrganisation(page);
  await page.goto(`${own}/adesioni`);
  await accessible(page);
  const standing = page.locator('form[action$="/ritira"]');
  if (await page.locator('[name="version"]').count()) {
    const before = await standing.count();
    await page.locator('[name="version"]').first().check();
    await send(page, "capacity");
    assert.match(await said(page), new RegExp(text("invalid-required")), "who signs says in what capacity");
    await fill(page, { capacity: "Presidente", sure: true });
    await send(page, "capacity");
    assert.equal(await standing.count(), before + 1);
  }
  const before = await standing.count();
  assert.ok(before > 0);
  await standing.first().locator("button").click();
  await page.waitForLoadState("load");
  assert.equal(await standing.count(), before - 1);
});

test("a button pressed twice in a hurry sends its form once", async () => {
  const page = await house.as("organisation-manager");
  await page.goto("/annunci/nuovo");
  await fill(page, { name: "Due colpi, un annuncio", body: "Una volta basta." });
  await page.locator('form[action="/annunci/nuovo"] button').dblclick();
  await page.waitForURL(/\/annunci\/[0-9a-f-]{36}$/);
  await page.goto("/annunci");
  assert.equal(await page.getByText("Due colpi, un annuncio").count(), 1);
});

test("an announcement for members is read by members, and by nobody else", async () => {
  const page = await house.as("organisation-manager");
  await page.goto("/annunci/nuovo");
  await accessible(page);
  const audiences = await page.locator('[name="audience"]').evaluateAll((all) => all.map((a) => a.value));
  const members = audiences.find((value) => /member/.test(value));
  await fill(page, { audience: members, name: "Cerchiamo una sala per il gruppo", body: "A Terni, il giovedì sera.", until: day(20) });
  await send(page, "name");
  const other = await house.as("expert");
  await other.goto("/annunci");
  assert.match(await said(other), /Cerchiamo una sala per il gruppo/);
  const visitor = await house.visit("/annunci");
  assert.doesNotMatch(await said(visitor), /Cerchiamo una sala per il gruppo/);
});

test("a meeting enters the calendar and the feed, on a phone and without JavaScript", async () => {
  const page = await house.as("secretariat", { phone: true, js: false });
  await page.goto("/calendario/nuovo");
  const audiences = await page.locator('[name="audience"]').evaluateAll((all) => all.map((a) => a.value));
  const everyone = audiences.find((value) => !/member/.test(value));
  await fill(page, { audience: everyone, name: "Incontro della rete", starts: `${day(1)}T18:00`, ends: `${day(1)}T20:00`, place: "Bologna" });
  await send(page, "name");
  const feed = await page.request.get("/calendario.ics");
  assert.match(feed.headers()["content-type"], /^text\/calendar/);
  const words = await feed.text();
  assert.match(words, /^BEGIN:VCALENDAR\r\n/);
  assert.match(words, /SUMMARY:Incontro della rete/);
  const visitor = await house.visit(`/calendario?mese=${day(1).slice(0, 7)}`);
  assert.match(await said(visitor), /Incontro della rete/);
  await accessible(visitor);
});

test("a member subscribes to a calendar of their own and ends it", async () => {
  const page = await house.as("expert");
  await page.goto("/calendario/abbonati");
  await page.locator('form[action="/calendario/abbonati"] button').click();
  const link = await page.locator('main a[href*="/calendario/mio/"]').getAttribute("href");
  const stranger = await house.someone();
  assert.equal((await stranger.request.get(link)).status(), 200, "whoever has the link reads it");
  await accessible(page);
  await page.goto("/calendario/abbonati");
  await page.locator('form[action="/calendario/abbonati/togli"] button').click();
  await page.waitForLoadState("load");
  assert.notEqual((await stranger.request.get(link)).status(), 200, "and no longer, once it ended");
});

test("a starting organisation is offered a twinning, and answers", async () => {
  const page = await house.as("organisation-manager");
  const own = await ownOrganisation(page);
  await page.goto(`${own}/gemellaggi/nuovo`);
  await fill(page, { q: "associazione" });
  await page.locator('form[role="search"] button').click();
  await accessible(page);
  assert.ok((await page.locator('[name="other"]').count()) > 0, "the search finds others");
  await page.locator('[name="other"]').first().check();
  await page.locator('[name="side"]').first().check();
  await fill(page, { purpose: "Aprire insieme un gruppo in un’area nuova." });
  await send(page, "purpose");
  await page.goto(`${own}/gemellaggi`);
  assert.match(await said(page), /Aprire insieme un gruppo/);
});
