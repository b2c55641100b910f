// A professional thinks of somebody; whether anything begins is for that person alone to say.

import { test } from "node:test";
import assert from "node:assert/strict";
import { changed, kept, rows } from "../harness/database.mjs";
import { open } from "../harness/house.mjs";
import { fill } from "../harness/look.mjs";
import { text } from "../harness/texts.mjs";
import { begins, forEveryone, place, press, publishedCall, put, says } from "../harness/way.mjs";

const house = open();
// What is written down of a visitor who presses a button: that something was done, by nobody.
const TRACES = ["audit_entry", "audit_stream", "event"];

async function handedOver(call) {
  const { professional } = call;
  await professional.goto(call.href);
  await press(professional, `main a[href="${call.href}/segnala"]`);
  await put(professional, "/segnala");
  return new URL((await professional.locator("main code").first().innerText()).trim()).pathname;
}

test("whoever says no leaves nothing: no row, no word, not even what was typed before", async () => {
  const call = await publishedCall(house);
  const link = await handedOver(call);
  assert.match(link, /^\/invito-candidatura\/[0-9a-f]+$/);
  const before = rows(house);
  const person = await house.visit(link, { phone: true, js: false });
  await forEveryone(person);
  await says(person, call.names.professional);
  await fill(person.locator("main"), { name: "Ottavia Nonancora", email: "ottavia.nonancora@example.org" });
  await press(person, 'main button[name="answer"][value="no"]');
  await says(person, text("candidacy-invited-no-title"));
  const left = changed(before, rows(house)).filter((table) => !TRACES.includes(table));
  assert.deepEqual(left, [], "no table has a row more or less");
  for (const word of ["Ottavia", "Nonancora", "ottavia.nonancora"]) assert.ok(!kept(house, word), `${word} is nowhere`);

  const again = await house.visit(link, { lang: "en" });
  assert.equal(await again.locator('main [name="answer"]').count(), 0, "the link serves once");
  await forEveryone(again);
  await call.manager.goto(`${call.own}/avvisi/${call.id}/candidature`);
  await says(call.manager, text("call-candidacies-none"));
  await forEveryone(call.manager);
  const outbox = await house.visit("/posta");
  assert.ok(!(await outbox.content()).includes("nonancora"), "no letter was written");
});

test("whoever says yes begins; whoever then deletes the draft leaves nothing either", async () => {
  const call = await publishedCall(house, { title: "Due persone per il centro di quartiere" });
  const link = await handedOver(call);
  await forEveryone(call.professional);
  const before = rows(house);
  const person = await house.visit(link, { phone: true });
  await fill(person.locator("main"), { name: "Piera Forsesì", no_email: true });
  await press(person, 'main button[name="answer"][value="yes"]');
  assert.match(place(person), /^\/candidature\/[0-9a-f]{64}$/);
  assert.notDeepEqual(changed(before, rows(house)), []);
  assert.ok(kept(house, "Piera Forses"), "what is kept would be seen");
  await person.locator('main form[action$="/ritira"] [name="sure"]').check();
  await press(person, 'main form[action$="/ritira"] button');
  assert.equal(place(person), call.href);
  const left = changed(before, rows(house)).filter((table) => !TRACES.includes(table));
  assert.deepEqual(left, [], "the draft is gone with all that came with it");
});

test("what is typed is called saved only where it was kept", async () => {
  const call = await publishedCall(house, { title: "Due persone per il gruppo del giovedì" });
  const page = await house.someone();
  await begins(page, call, { name: "Lia Ancorascrive", email: "lia.ancorascrive@example.org" });
  const field = page.locator('main [name="recovery"]');
  const status = page.locator("[data-keep-status]");
  const types = async (words, answer, key) => {
    const handler = (route) => (route.request().method() === "POST" ? route.fulfill(answer) : route.continue());
    if (answer) await page.route(page.url(), handler);
    await field.fill(words);
    await status.filter({ hasText: text(key) }).waitFor();
    if (answer) await page.unroute(page.url(), handler);
  };
  const html = { contentType: "text/html; charset=utf-8", body: "<h1>Accedi</h1>" };
  await types("Un orto.", { ...html, status: 200 }, "candidacy-not-kept");
  await types("Un orto, e il coro.", { ...html, status: 401 }, "candidacy-not-kept-signed-out");
  assert.equal(await status.locator("a").getAttribute("href"), "/accedi");
  assert.equal(await field.inputValue(), "Un orto, e il coro.", "what was typed stays");
  await types("Un orto, il coro e un amico.", null, "candidacy-kept");
  await page.reload();
  assert.equal(await field.inputValue(), "Un orto, il coro e un amico.");
});
