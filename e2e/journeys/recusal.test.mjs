// A panel has both kinds, always; and a member with a tie to somebody steps aside for them.

import { test } from "node:test";
import assert from "node:assert/strict";
import { open } from "../harness/house.mjs";
import { accessible, said } from "../harness/look.mjs";
import { text } from "../harness/texts.mjs";
import { begins, forEveryone, found, press, publishedCall, put, says, sends } from "../harness/way.mjs";

const house = open();
const TIE = "Abitiamo nello stesso cortile";

test("a panel without both kinds cannot be saved, and the page says so beforehand", async () => {
  const call = await publishedCall(house);
  const { manager } = call;
  await manager.goto(`${call.own}/avvisi/${call.id}/gruppo`);
  assert.match(await manager.locator("#regola-i1").innerText(), /I1/, "the rule stands on the page");
  await manager.getByLabel(call.names.expert, { exact: true }).uncheck();
  await put(manager, "/gruppo");
  await says(manager, text("panel-invalid-lacks-expert"));
  assert.equal(await manager.getByLabel(call.names.professional, { exact: true }).isChecked(), true, "nothing chosen is lost");
  await accessible(manager);
  await manager.goto(`${call.own}/avvisi/${call.id}/gruppo`);
  assert.equal(await manager.getByLabel(call.names.expert, { exact: true }).isChecked(), true, "nothing was saved");
});

test("a member steps aside, another of the same kind takes the place, and the tie stays theirs", async () => {
  const call = await publishedCall(house, { title: "Una persona per le visite a casa" });
  const candidate = await house.someone({ phone: true, js: false });
  const personal = await begins(candidate, call, { name: "Rocco Vicinocasa" });
  await sends(candidate);
  const candidacy = await found(call.expert, call, "Rocco Vicinocasa");
  await press(call.expert, `main a[href="${candidacy}/passo-indietro"]`);
  await says(call.expert, text("panel-aside-lacks-expert"));
  await forEveryone(call.expert);
  await put(call.expert, "/passo-indietro", { tie: TIE });
  await says(call.expert, text("panel-invalid-substitute"));
  await accessible(call.expert);
  const form = call.expert.locator('main form[action$="/passo-indietro"]');
  await form.locator('select[name="substitute"]').selectOption({ index: 1 });
  const substitute = (await form.locator('select[name="substitute"] option').nth(1).innerText()).split(" – ")[0];
  await put(call.expert, "/passo-indietro");

  const gone = await call.expert.goto(candidacy);
  assert.equal(gone.status(), 404, "who stepped aside sees no candidacy any more");
  await call.expert.goto("/selezione");
  assert.doesNotMatch(await said(call.expert), /Rocco/);
  await call.professional.goto(candidacy);
  await says(call.professional, substitute);
  assert.ok(!(await call.professional.content()).includes(TIE), "the panel does not read why");
  await forEveryone(call.professional);
  await candidate.goto(personal);
  assert.match(await candidate.locator('section[aria-labelledby="che-cosa-e-successo"]').innerText(), new RegExp(call.names.expert));
  assert.ok(!(await candidate.content()).includes(TIE), "nor does the candidate");
  await forEveryone(candidate);
  const outbox = await house.visit("/posta");
  assert.ok((await outbox.content()).includes(candidacy), "who stands in is written to");
  assert.ok(!(await outbox.content()).includes("Rocco"), "without a name");
});
