// Not yet is a way too: with somebody at one's side, a day to meet again, and a second candidacy.

import { test } from "node:test";
import assert from "node:assert/strict";
import { open } from "../harness/house.mjs";
import { accessible, said } from "../harness/look.mjs";
import { text } from "../harness/texts.mjs";
import {
  answers, begins, day, forEveryone, found, hides, meet, place, press, publishedCall, put, says, sends,
} from "../harness/way.mjs";

const house = open();
const NAME = "Silvano Traunpo";

test("a preparation step with a companion, and then a second candidacy", { timeout: 300_000 }, async () => {
  const call = await publishedCall(house);
  const candidate = await house.someone({ phone: true, js: false, lang: "en" });
  const personal = await begins(candidate, call, { name: NAME, email: "silvano.traunpo@example.org" });
  await sends(candidate, { recovery: "Camminare la mattina presto." });
  const candidacy = await found(call.professional, call, NAME);

  await answers(call.professional, candidacy, { kind: "no-place", reasons: " " });
  await says(call.professional, text("invalid-required"));
  await accessible(call.professional);

  await meet(call.professional, candidacy, candidate, personal);
  await answers(call.professional, candidacy, {
    kind: "preparation",
    reasons: "Sai già ascoltare. Ti serve ancora un gruppo intorno.",
    companion: call.names.expert,
    meet_again_on: day(60),
    steps: "Il gruppo del lunedì, insieme",
  });
  await forEveryone(call.professional);
  await call.expert.goto("/selezione/accompagno");
  await says(call.expert, NAME);
  assert.match(await said(call.expert), /gruppo del lunedì/);
  assert.doesNotMatch(await said(call.expert), /Sai già ascoltare/, "the reasons are the candidate's");
  await forEveryone(call.expert);

  await candidate.goto(`${personal}?lang=it`);
  const words = await said(candidate);
  assert.match(words, /Sai già ascoltare/);
  assert.match(words, new RegExp(call.names.expert), "who accompanies has a name");
  await forEveryone(candidate);
  await press(candidate, 'main form[action$="/di-nuovo"] button');
  const second = place(candidate);
  assert.notEqual(second, personal);
  assert.match(await candidate.locator('[name="recovery"]').inputValue(), /Camminare/, "the words of before are there");
  await forEveryone(candidate);
  await sends(candidate, { recovery: "Camminare la mattina, e il gruppo del lunedì." });

  const again = await found(call.expert, call, NAME);
  assert.notEqual(again, candidacy, "a candidacy of its own");
  assert.match(await said(call.expert), /e il gruppo del lunedì/);
  await candidate.goto(personal);
  assert.match(await said(candidate), /Sai già ascoltare/, "the first one stays readable");
  await put(candidate, "/colloquio", {}, 'button[value="no"]');
  await call.manager.goto(`${call.own}/avvisi/${call.id}/candidature`);
  assert.equal(await call.manager.locator("main tbody tr").count(), 2);
  await hides(call.manager, NAME);
  await forEveryone(call.manager);
});
