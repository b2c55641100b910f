// A certificate is its holder's: to show as much of it as they choose. Whoever is shown it checks it
// by code, by link or by file; and one with an error is revoked, with its reason.

import { test } from "node:test";
import assert from "node:assert/strict";
import { open } from "../harness/house.mjs";
import { ownOrganisation, said, tabTo } from "../harness/look.mjs";
import { text } from "../harness/texts.mjs";
import {
  admits, asksForAPlace, at, certifies, forEveryone, hides, nameOf, namesSignatories, openEdition, place, plansLesson,
  press, publishedCourse, put, says,
} from "../harness/way.mjs";

const house = open();
const COURSE = "Diritti e riservatezza";
let certificates; // where its edition's certificates are signed

test("a certificate whose course asks for meetings alone is signed by two, and issued once", { timeout: 300_000 }, async () => {
  const [manager, expert, professional] = [
    await house.as("organisation-manager"), await house.as("expert"), await house.as("professional"),
  ];
  const holder = await house.as("certified", { phone: true, js: false });
  const name = await nameOf(holder);
  const own = await ownOrganisation(manager);
  const course = await publishedCourse(manager, own, {
    kind: "structured", title: COURSE, modules: [{ name: "Diritti", theory: 2 }], asks: { certificate: true, attendance: "80" },
  });
  const edition = await openEdition(manager, course);
  await asksForAPlace(holder, edition);
  await admits(manager, edition, name);
  certificates = await namesSignatories(manager, own, edition, [await nameOf(expert), await nameOf(professional)]);
  assert.ok(!(await manager.locator('section[aria-labelledby="attestati-proponi"]').innerText()).includes(name), "not before");
  await plansLesson(manager, edition, { title: "Diritti", starts: at(-1, "15:00"), hours: "2:00" });
  await manager.getByLabel(name).check();
  await put(manager, "/presenze");
  await certifies(professional, certificates, "proponi", name);
  await certifies(expert, certificates, "firma", name);
  await expert.goto(certificates);
  const twice = await expert.context().newPage();
  await twice.goto(certificates);
  await certifies(expert, certificates, "rilascia", name);
  await twice.locator('form[action$="/rilascia"]').getByLabel(name, { exact: true }).check();
  await put(twice, "/rilascia"); // the same button once more, from a page that does not know yet
  await twice.getByText(text("certificate-nothing-left")).waitFor();
  assert.equal(await expert.locator('section[aria-labelledby="attestati-rilasciati"] tbody tr', { hasText: name }).count(), 1);
  await forEveryone(expert);
});

async function ownCertificate(holder) {
  await holder.goto("/attestati");
  await press(holder, holder.locator("main").getByRole("link", { name: COURSE, exact: true }));
  const shared = holder.locator('section[aria-labelledby="attestato-condividi"]');
  return {
    page: place(holder),
    code: (await shared.locator("code").innerText()).trim(),
    link: await shared.locator("a").first().getAttribute("href"),
  };
}

test("it is checked by its code with the keyboard alone", async () => {
  const { code } = await ownCertificate(await house.as("certified"));
  const anyone = await house.visit("/verifica");
  await tabTo(anyone, '[name="what"]');
  await anyone.keyboard.type(code.toLowerCase());
  await tabTo(anyone, 'main button[type="submit"]');
  await Promise.all([anyone.waitForEvent("load"), anyone.keyboard.press("Enter")]);
  await says(anyone, text("verify-verdict-valid"));
  await forEveryone(anyone);
  await anyone.goto("/verifica");
  await put(anyone, "/verifica", { what: "ABCD-EFGH-JKMN-PQRS" });
  await says(anyone, text("verify-invalid-code"));
});

test("it is checked by its link and by its file, in every form; a file that was changed is not valid", async () => {
  const holder = await house.as("certified");
  const { page, link } = await ownCertificate(holder);
  const anyone = await house.visit(link, { lang: "en", phone: true });
  await says(anyone, text("verify-verdict-valid", {}, "en"));
  await forEveryone(anyone);
  const forms = await holder.locator('main a[href*="/forme/"]').evaluateAll((all) => all.map((a) => a.getAttribute("href")));
  assert.equal(forms.length, 3);
  for (const form of forms) {
    const bytes = await (await holder.request.get(form)).body();
    assert.equal(await verdict(anyone, bytes), text("verify-verdict-valid"), form);
  }
  await forEveryone(anyone);
  const badge = await (await holder.request.get(forms[0])).text();
  const other = badge.replace(COURSE, "Tutto quanto");
  assert.notEqual(other, badge, `something was changed in ${page}`);
  assert.equal(await verdict(anyone, Buffer.from(other)), text("verify-verdict-not-valid"));
});

// The window to choose a file in, opened by a key. A browser that is busy may miss the first one.
async function chooserByKey(page) {
  for (const key of ["Enter", "Enter", "Space", "Space"]) {
    const opened = page.waitForEvent("filechooser", { timeout: 8000 }).catch(() => null);
    await page.keyboard.press(key);
    const chooser = await opened;
    if (chooser) return chooser;
  }
  assert.fail("no key opens the choice of a file");
}

// What a check says of a file that is chosen with the keyboard.
async function verdict(anyone, bytes) {
  await anyone.goto("/verifica?lang=it");
  await tabTo(anyone, '[name="file"]');
  const chooser = await chooserByKey(anyone);
  await chooser.setFiles({ name: "attestato.json", mimeType: "application/octet-stream", buffer: bytes });
  await tabTo(anyone, 'main button[type="submit"]');
  await Promise.all([anyone.waitForEvent("load"), anyone.keyboard.press("Enter")]);
  const words = await said(anyone);
  return ["verify-verdict-valid", "verify-verdict-not-valid", "verify-verdict-partly"].map((key) => text(key)).find((it) => words.includes(it)) ?? words;
}

test("a check shows what the holder chose, from the moment it is chosen", async () => {
  const holder = await house.as("certified", { phone: true, js: false });
  const name = await nameOf(holder);
  const { page, link } = await ownCertificate(holder);
  const shows = async (parts) => {
    await holder.goto(page);
    for (const box of await holder.locator('main [name="shown"]').all()) await box.setChecked(parts.includes(await box.getAttribute("value")));
    await put(holder, "/mostra");
  };
  await shows(["holder", "hours"]);
  const anyone = await house.visit(link);
  await says(anyone, name);
  await forEveryone(anyone);
  await shows([]);
  await anyone.reload();
  await hides(anyone, name);
  await forEveryone(holder);
});

test("one with an error in issuing is revoked with its reason, and every check says so at once", async () => {
  const holder = await house.as("certified");
  const name = await nameOf(holder);
  const { page, code, link } = await ownCertificate(holder);
  const badge = await (await holder.request.get(await holder.locator('main a[href*="/forme/"]').first().getAttribute("href"))).body();
  const manager = await house.as("organisation-manager");
  await manager.goto(certificates);
  await press(manager, manager.locator("main tr", { hasText: name }).locator('a[href$="/revoca"]'));
  await forEveryone(manager);
  assert.equal(await manager.locator('main textarea, main input[type="text"]').count(), 0, "there is nowhere to write another reason");
  await put(manager, "/revoca");
  await says(manager, text("certificate-invalid-error"));
  await put(manager, "/revoca", { error: "wrong-hours", sure: true });
  await forEveryone(manager);

  const anyone = await house.visit("/verifica");
  await put(anyone, "/verifica", { what: code });
  await hides(anyone, text("verify-verdict-valid"));
  await hides(anyone, text("certificate-error-wrong-hours"));
  await forEveryone(anyone);
  assert.equal(place(anyone), new URL(link).pathname);
  assert.equal(await verdict(anyone, badge), text("verify-verdict-not-valid"));
  await holder.goto(page);
  await says(holder, text("certificate-error-wrong-hours"));
  assert.equal(await holder.locator('main a[href$="/attestato.pdf"]').count(), 0);
  await forEveryone(holder);
});
