// A course that is learnt in the field, beside somebody who does it already.

import { test } from "node:test";
import assert from "node:assert/strict";
import { open } from "../harness/house.mjs";
import { accessible, ownOrganisation, said } from "../harness/look.mjs";
import { text } from "../harness/texts.mjs";
import {
  admits, agreesFieldwork, asksForAPlace, at, choose, day, forEveryone, hides, nameOf, namesSignatories, openEdition,
  place, plansLesson, press, publishedCourse, put, says, step,
} from "../harness/way.mjs";

const house = open();
const COURSE = "Imparare accanto";

test("a course in the field: written together, asked for, shadowed, and every hour confirmed by both", { timeout: 300_000 }, async (t) => {
  const manager = await house.as("organisation-manager");
  const [expert, professional] = [await house.as("expert"), await house.as("professional")];
  const trainee = await house.as("candidate", { phone: true, js: false });
  const names = { expert: await nameOf(expert), professional: await nameOf(professional), trainee: await nameOf(trainee) };
  const own = await ownOrganisation(manager);
  let course, edition, mine;

  await step(t, "the curriculum shows its holes and who teaches, while it is written", async () => {
    course = await publishedCourse(manager, own, {
      kind: "in-the-field",
      title: COURSE,
      modules: [{ name: "Prima di uscire", theory: 3, "group-work": 1, aims: [0, 1, 2] }, { name: "Accanto", shadowing: 4, internship: 2, aims: [3] }],
      asks: { certificate: true, attendance: "75", fieldwork: "3", shadowing: "3" },
      look: forEveryone,
    });
    await manager.goto(course);
    assert.match(await manager.locator('section[aria-labelledby="copertura"]').innerText(), new RegExp(text("course-hole")), "a hole is seen at once");
    await manager.goto(`${course}/persone`);
    for (const [list, whom] of [["autori", names.expert], ["autori", names.professional], ["docenti", names.expert]]) {
      await choose(manager.locator(`main form[action$="/${list}"]`), "person", whom);
      await put(manager, `/${list}`);
    }
    const teacher = manager.locator('main form[action$="/docenti"]');
    await choose(teacher, "person", names.professional);
    await teacher.locator('[name="prepared"][value="coproduced"]').check();
    await put(manager, "/docenti");
    await forEveryone(manager);
    await manager.goto(course);
    await press(manager, 'section[aria-labelledby="moduli"] h3 a');
    await manager.getByLabel(names.expert).fill("3");
    await manager.getByLabel(names.professional).fill("1");
    const share = (hundredths) => manager.locator("[data-share-says]").filter({ hasText: text("course-share", { share: hundredths }) });
    await share(75).waitFor();
    await manager.locator("[data-share-met]:visible").waitFor();
    await manager.getByLabel(names.expert).fill("30:");
    await manager.getByLabel(names.expert).fill("0:15");
    await share(20).waitFor();
    await manager.locator("[data-share-not-met]:visible").waitFor();
    await manager.getByLabel(names.expert).fill("3");
    await share(75).waitFor();
    await press(manager, manager.locator("main form").first().locator('button[type="submit"]').first());
    await forEveryone(manager);
    const visitor = await house.visit("/corsi?tipo=in-the-field", { phone: true });
    await forEveryone(visitor);
    await press(visitor, visitor.locator("main").getByRole("link", { name: COURSE }));
    await forEveryone(visitor);
  });

  await step(t, "a place is asked for in one's own words, and a break loses nothing", async () => {
    edition = await openEdition(manager, course);
    await forEveryone(manager);
    await trainee.goto(edition.replace(/^\/realta\/[^/]+/, ""));
    await forEveryone(trainee);
    mine = await asksForAPlace(trainee, edition);
    await manager.goto("/formazione");
    await says(manager, COURSE);
    await forEveryone(manager);
    await admits(manager, edition, names.trainee);
    await forEveryone(manager);
    await trainee.goto(mine);
    await put(trainee, "/pausa", { back_on: day(14) });
    await says(trainee, text("edition-state-paused"));
    await put(trainee, "/ritorno");
    await says(trainee, text("edition-state-admitted"));
    await forEveryone(trainee);
  });

  await step(t, "attendance is one tap on the code in the room; what was missed is made up for", async () => {
    const today = await plansLesson(manager, edition, { title: "Prima di uscire", starts: at(0, "00:10"), hours: "3:00" });
    await forEveryone(manager);
    await manager.goto(`${today}/codice`);
    await put(manager, "/codice");
    await forEveryone(manager);
    const code = new URL(await manager.locator('main a[href*="/presenza/"]').getAttribute("href"), house.address).pathname;
    await trainee.goto(code);
    await forEveryone(trainee);
    await put(trainee, code);
    const stranger = await house.as("secretariat");
    await stranger.goto(code);
    assert.equal(await stranger.locator(`form[action="${code}"]`).count(), 0, "nobody else is there");
    await plansLesson(manager, edition, { title: "In cerchio", starts: at(-3, "15:00"), hours: "1:00", part: "group-work" });
    await choose(manager.locator('main form[action$="/recupero"]'), "who", names.trainee);
    await put(manager, "/recupero", { made_up: "1:00", on: day(-1) });
    await trainee.goto(`${mine}/lezioni`);
    await forEveryone(trainee);
    await manager.goto(`${edition}/lezioni`);
    await forEveryone(manager);
  });

  await step(t, "hours written by one wait for the other, whoever writes first", async () => {
    await manager.goto(`${edition}/affiancamenti`);
    await forEveryone(manager);
    await agreesFieldwork(manager, edition, { trainee: names.trainee, expert: names.expert });
    await trainee.goto(`${mine}/tirocinio`);
    await put(trainee, "/ore", { day: day(1), minutes: "2:00", what: "Domani" });
    await says(trainee, text("fieldwork-invalid-future"));
    await accessible(trainee);
    await put(trainee, "/ore", { day: day(-1), minutes: "2:00", what: "Al centro diurno" });
    await expert.goto("/affiancamenti");
    const stay = expert.locator("main section", { hasText: names.trainee });
    await press(expert, stay.locator("li", { hasText: "Al centro diurno" }).locator('form[action$="/conferma"] button'));
    const write = expert.locator("main section", { hasText: names.trainee }).locator('form[action$="/ore"]').last();
    if (!(await write.isVisible())) await write.locator("xpath=..").locator("summary").click();
    await write.locator('[name="day"]').fill(day(0));
    await write.locator('[name="minutes"]').fill("1,5");
    await write.locator('[name="what"]').fill("Una passeggiata");
    await press(expert, write.locator("button"));
    await forEveryone(expert);
    await trainee.goto(`${mine}/tirocinio`);
    await says(trainee, text("fieldwork-waits-for-you"));
    await press(trainee, trainee.locator("main li", { hasText: "Una passeggiata" }).locator('form[action$="/conferma"] button'));
    await hides(trainee, text("fieldwork-waits-for-you"));
    await forEveryone(trainee);
  });

  await step(t, "a diary is the trainee's alone", async () => {
    await trainee.goto(`${mine}/diario`);
    await forEveryone(trainee);
    await put(trainee, "/diario", { words: "Oggi ho taciuto al momento giusto." });
    assert.match(await said(trainee), /taciuto al momento giusto/);
    for (const other of [manager, expert]) {
      const answer = await other.goto(`${mine}/diario`);
      assert.ok([403, 404].includes(answer.status()), "nobody else opens it");
    }
  });

  await step(t, "what the course asks is done: the certificate can be proposed", async () => {
    await namesSignatories(manager, own, edition, [names.expert, names.professional]);
    const proposal = manager.locator('section[aria-labelledby="attestati-proponi"]');
    assert.match(await proposal.innerText(), new RegExp(names.trainee));
    assert.equal(await manager.locator("main").getByText(/punteggio|classifica/i).count(), 0);
    assert.ok(place(manager).includes("/attestati/"));
    await forEveryone(manager);
  });
});
