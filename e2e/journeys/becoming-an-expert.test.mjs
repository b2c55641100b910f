// From a call that somebody reads on a phone to a certificate that anyone can check: the candidate
// has a screen of 360 pixels and no scripts, all the way.

import { test } from "node:test";
import assert from "node:assert/strict";
import { open } from "../harness/house.mjs";
import { fill, said } from "../harness/look.mjs";
import { linkFor } from "../harness/mail.mjs";
import { text } from "../harness/texts.mjs";
import {
  accepts, admits, agreesFieldwork, answers, asksForAPlace, at, begins, certifies, day, forEveryone, found, hides,
  namesSignatories, openEdition, place, plansLesson, press, proposes, publishedCall, publishedCourse, put, says,
  sends, soon, step,
} from "../harness/way.mjs";

const house = open();
const NAME = "Nora Primapagina";
const EMAIL = "nora.primapagina@example.org";
const PHONE = { phone: true, js: false };

test("from a candidacy on a phone without scripts to a certificate that anyone can check", { timeout: 600_000 }, async (t) => {
  let call, personal, candidacy, edition, certificates, mine;
  const candidate = await house.someone(PHONE);

  await step(t, "a call is published once both kinds sit in its panel", async () => {
    call = await publishedCall(house, { look: forEveryone });
    await candidate.goto("/avvisi");
    await says(candidate, call.title);
    await candidate.goto(call.href);
    await forEveryone(candidate);
    assert.match(await said(candidate), /titolo di studio/, "the page says what is not asked");
  });

  await step(t, "she begins without an account, stops, and goes on by her own link", async () => {
    personal = await begins(candidate, call, { name: NAME, email: EMAIL });
    await forEveryone(candidate);
    await fill(candidate.locator("main"), { recovery: "Un gruppo di lettura mi ha rimesso in piedi." });
    await press(candidate, 'main button[name="do"][value="save"]');
    const link = await linkFor(house, EMAIL, /https?:\/\/\S+\/candidatura\/[0-9a-f]{64}/);
    await candidate.goto(link);
    assert.equal(place(candidate), personal, "the letter leads to the same page");
    assert.match(await candidate.locator('[name="recovery"]').inputValue(), /gruppo di lettura/);
    await sends(candidate);
    await forEveryone(candidate);
  });

  await step(t, "the panel reads her words, and she sees who read them", async () => {
    candidacy = await found(call.expert, call, NAME);
    assert.match(await said(call.expert), /gruppo di lettura/);
    await forEveryone(call.expert);
    await call.expert.goto("/selezione");
    await forEveryone(call.expert);
    await candidate.goto(personal);
    assert.match(await candidate.locator('section[aria-labelledby="chi-ha-letto"]').innerText(), new RegExp(call.names.expert));
  });

  await step(t, "an interview is proposed, moved by her, proposed anew, agreed and held", async () => {
    await call.professional.goto(`${candidacy}/incontro`);
    await forEveryone(call.professional);
    await proposes(call.professional, candidacy, { starts: at(7, "15:30") });
    await candidate.goto(personal);
    await press(candidate, 'main section[aria-labelledby="incontri"] a[href*="/incontri/"]:not([href$=".ics"])');
    await forEveryone(candidate);
    await fill(candidate.locator("main"), { wish: "Di mattina, se si può." });
    await press(candidate, 'main button[value="move"]');
    await call.professional.goto(`${candidacy}/incontro`);
    assert.match(await said(call.professional), /Di mattina/);
    const { starts, over } = soon();
    await proposes(call.professional, candidacy, { starts });
    await accepts(candidate, personal);
    const calendar = await candidate.locator('a[href$=".ics"]').first().getAttribute("href");
    const event = await (await candidate.request.get(calendar)).text();
    assert.match(event, /BEGIN:VEVENT/);
    assert.doesNotMatch(event, /Nora|candidat|salute|espert/i, "nothing about her or about health");
    await forEveryone(candidate);
    await over;
    await call.professional.goto(candidacy);
    await press(call.professional, 'main button[name="step"][value="hold"]');
  });

  await step(t, "a note is written with her; she reads it and adds her words", async () => {
    await call.expert.goto(`${candidacy}/note`);
    await forEveryone(call.expert);
    await put(call.expert, "/note", {
      "said-human": "Sa stare accanto senza fretta.",
      expectations: "Un lavoro pagato da subito.",
      reorientation: "Prima la formazione, poi un contratto.",
    });
    await candidate.goto(`${personal}/note`);
    await forEveryone(candidate);
    assert.match(await said(candidate), /senza fretta/);
    await put(candidate, "/note", { remark: "Mi ci ritrovo.", on_expectations: "Va bene così." });
    await call.professional.goto(`${candidacy}/note`);
    assert.match(await said(call.professional), /Mi ci ritrovo/);
  });

  await step(t, "she reads the answer with its reasons, and a conversation is offered", async () => {
    await call.professional.goto(`${candidacy}/esito`);
    await forEveryone(call.professional);
    await answers(call.professional, candidacy, { kind: "training", reasons: "Il tuo modo di ascoltare serve a tutti noi." });
    await candidate.goto(personal);
    assert.match(await said(candidate), /modo di ascoltare/);
    await press(candidate, 'main form[action$="/colloquio"] button[value="yes"]');
    await forEveryone(candidate);
  });

  await step(t, "she opens an account from her page, and asks for a place in a course", async () => {
    const course = await publishedCourse(call.manager, call.own, {
      kind: "structured",
      title: "Accanto, passo dopo passo",
      modules: [{ name: "Ascoltare", theory: 4 }, { name: "Sul campo", shadowing: 2 }],
      asks: { certificate: true, attendance: "80", fieldwork: "2", shadowing: "2" },
    });
    edition = await openEdition(call.manager, course);
    await candidate.goto(personal);
    await press(candidate, 'main form[action$="/profilo"] button');
    await candidate.goto(await linkFor(house, EMAIL, /https?:\/\/\S+\/invito\/[0-9a-f]+/));
    await fill(candidate.locator("main"), { way: "password", password: "sette barche nel vento" });
    await press(candidate, 'main form:has([name="password"]) button');
    await candidate.goto("/le-mie-candidature");
    await says(candidate, call.title);
    await candidate.goto("/corsi");
    await press(candidate, candidate.locator("main").getByRole("link", { name: "Accanto, passo dopo passo" }));
    await forEveryone(candidate);
    mine = await asksForAPlace(candidate, edition);
    await admits(call.manager, edition, NAME);
    await put(call.manager, "/gruppo", { group: "Il gruppo del giovedì, in biblioteca" });
    await candidate.goto(mine);
    assert.match(await said(candidate), /gruppo del giovedì/, "a group is offered, and no condition");
    await forEveryone(candidate);
  });

  await step(t, "she attends, and her hours in the field count when both confirm them", async () => {
    await plansLesson(call.manager, edition, { title: "Ascoltare davvero", starts: at(-2, "15:00"), hours: "4:00" });
    await call.manager.getByLabel(NAME).check();
    await put(call.manager, "/presenze");
    await agreesFieldwork(call.manager, edition, { trainee: NAME, expert: call.names.expert });
    await candidate.goto(`${mine}/tirocinio`);
    await put(candidate, "/ore", { day: day(-1), minutes: "2:00", what: "Un giro in bottega con il gruppo" });
    await says(candidate, text("fieldwork-waits-for-expert"));
    await forEveryone(candidate);
    await call.expert.goto("/affiancamenti");
    await forEveryone(call.expert);
    const stretch = call.expert.locator("main li", { hasText: "Un giro in bottega con il gruppo" });
    await press(call.expert, stretch.locator('form[action$="/conferma"] button'));
    await candidate.goto(`${mine}/tirocinio`);
    await says(candidate, text("fieldwork-counts"));
    await candidate.goto(`${mine}/lezioni`);
    await forEveryone(candidate);
  });

  await step(t, "two people of both kinds sign, and it is issued once", async () => {
    certificates = await namesSignatories(call.manager, call.own, edition, Object.values(call.names));
    await forEveryone(call.manager);
    await certifies(call.expert, certificates, "proponi", NAME);
    await call.expert.goto(certificates);
    assert.equal(await call.expert.locator('form[action$="/firma"]').count(), 0, "who proposed does not sign a second time");
    await forEveryone(call.expert);
    await certifies(call.professional, certificates, "firma", NAME);
    await certifies(call.professional, certificates, "rilascia", NAME);
    await forEveryone(call.professional);
    await candidate.goto("/attestati");
    await forEveryone(candidate);
    assert.equal(await candidate.locator('main a[href^="/attestati/"]').count(), 1);
  });

  await step(t, "anyone checks it by its code, and sees what she chose and nothing else", async () => {
    await press(candidate, 'main a[href^="/attestati/"]');
    await forEveryone(candidate);
    const code = (await candidate.locator('section[aria-labelledby="attestato-condividi"] code').innerText()).trim();
    const paper = await candidate.request.get(await candidate.locator('main a[href$="/attestato.pdf"]').getAttribute("href"));
    assert.equal((await paper.body()).subarray(0, 5).toString(), "%PDF-");
    const anyone = await house.visit("/verifica", PHONE);
    await forEveryone(anyone);
    await put(anyone, "/verifica", { what: code });
    await says(anyone, text("verify-verdict-valid"));
    await hides(anyone, NAME);
    await forEveryone(anyone);
  });
});
