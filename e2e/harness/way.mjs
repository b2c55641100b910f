// The way to becoming an expert, step by step: what several journeys walk, each from its own start.

import assert from "node:assert/strict";
import { accessible, fill, fits, missingParts, ownOrganisation } from "./look.mjs";

const DAY = 86_400_000;

// A day in Italy, so many days from today, as a form takes it.
export function day(ahead = 0) {
  return inItaly(Date.now() + ahead * DAY).slice(0, 10);
}

// A moment of such a day: at(7, "15:30").
export function at(ahead, time) {
  return `${day(ahead)}T${time}`;
}

// The next minute that somebody can still be told of, and a promise that it is over.
export function soon() {
  const minute = Math.ceil((Date.now() + 6_000) / 60_000) * 60_000;
  const over = new Promise((done) => setTimeout(done, minute + 500 - Date.now()));
  return { starts: inItaly(minute).slice(0, 16).replace(" ", "T"), over };
}

function inItaly(instant) {
  return new Date(instant).toLocaleString("sv-SE", { timeZone: "Europe/Rome" });
}

// Presses a button or follows a link, and waits for the page that comes.
export async function press(page, what) {
  const target = typeof what === "string" ? page.locator(what).first() : what;
  await Promise.all([page.waitForEvent("load"), target.click()]);
}

// Fills the form that ends at an address, and sends it.
export async function put(page, action, values = {}, button = 'button[type="submit"]') {
  const form = page.locator(`main form[action$="${action}"]`).first();
  await fill(form, values);
  await press(page, form.locator(button).first());
}

// Chooses the option of a list that holds these words.
export async function choose(scope, name, words) {
  const list = scope.locator(`select[name="${name}"]`).first();
  await list.selectOption(await list.locator("option", { hasText: words }).first().getAttribute("value"));
}

// The page that is open, in both languages: nothing is missing, nothing sticks out, axe finds nothing.
export async function forEveryone(page) {
  const here = new URL(page.url());
  for (const lang of ["en", "it"]) {
    here.searchParams.set("lang", lang);
    await page.goto(here.href);
    assert.deepEqual(await missingParts(page, lang), [], `${here.pathname} in ${lang}`);
    await accessible(page);
    await fits(page);
  }
}

// How whoever looks at this page is called.
export async function nameOf(page) {
  return (await page.locator(".ap-header__name").innerText()).trim();
}

// Where this page is, without the address of the house.
export function place(page) {
  return new URL(page.url()).pathname;
}

// A call that is published, with a panel of one expert and one professional; `look` is shown each
// page on the way. Hands back all who have a part in it.
export async function publishedCall(house, { title = "Tre persone accanto alle persone", look = async () => {} } = {}) {
  const [manager, expert, professional] = [
    await house.as("organisation-manager"), await house.as("expert"), await house.as("professional"),
  ];
  const own = await ownOrganisation(manager);
  await manager.goto(`${own}/avvisi/nuovo`);
  await look(manager);
  await put(manager, "/avvisi/nuovo", {
    title,
    purpose: "Cerchiamo chi vuole stare accanto ad altre persone, nel centro e nelle case.",
    valued: "Conta la tua esperienza, e come stai con le persone.",
    steps: "Mandi la candidatura\nCi incontriamo\nTi rispondiamo, con i motivi",
    closes_on: day(40),
  });
  const id = place(manager).split("/").pop();
  await manager.goto(`${own}/avvisi/${id}/gruppo`);
  await look(manager);
  const names = { expert: await nameOf(expert), professional: await nameOf(professional) };
  for (const name of Object.values(names)) await manager.getByLabel(name, { exact: true }).check();
  await put(manager, "/gruppo");
  await manager.goto(`${own}/avvisi/${id}`);
  await put(manager, "/pubblica");
  await look(manager);
  return { id, own, title, href: `/avvisi/${id}`, manager, expert, professional, names };
}

// Begins a candidacy without an account and hands back the personal page's address.
export async function begins(page, call, { name, email }) {
  await page.goto(call.href);
  await press(page, `main a[href="${call.href}/candidati"]`);
  await put(page, "/candidati", { name, ...(email ? { email } : { no_email: true }) });
  const personal = place(page);
  assert.match(personal, /^\/candidature\/[0-9a-f]{64}$/, "a link of one's own");
  return personal;
}

// Writes and sends the candidacy whose page is open.
export async function sends(page, { recovery = "Un gruppo di lettura mi ha rimesso in piedi.", share = true } = {}) {
  await page.locator('main [name="motives"][value="support"]').check();
  await fill(page.locator("main"), { expectations: "Imparare ad ascoltare.", recovery, belonging: "wish", share });
  await press(page, 'main button[name="do"][value="send"]');
}

// The address of a candidacy for a member of its panel, who finds it by the name: the latest one.
export async function found(member, call, name) {
  await member.goto(`/selezione/avvisi/${call.id}`);
  await press(member, member.locator("main").getByRole("link", { name, exact: true }).last());
  return place(member);
}

// A member proposes to meet.
export async function proposes(member, candidacy, { starts, where = "In biblioteca, al primo piano" }) {
  await member.goto(`${candidacy}/incontro`);
  await put(member, "/incontro", { starts, minutes: "45", place: where });
}

// The candidate says yes to the meeting that is proposed.
export async function accepts(page, personal) {
  await page.goto(personal);
  await press(page, 'main button[name="step"][value="accept"]');
}

// The panel and the candidate meet: proposed for the next minute, agreed, over.
export async function meet(member, candidacy, page, personal) {
  const { starts, over } = soon();
  await proposes(member, candidacy, { starts });
  await accepts(page, personal);
  await over;
  await member.goto(candidacy);
  await press(member, 'main button[name="step"][value="hold"]');
}

// The panel answers.
export async function answers(member, candidacy, words) {
  await member.goto(`${candidacy}/esito`);
  const form = member.locator('main form[action$="/esito"]');
  const { companion, ...rest } = words;
  if (companion) await choose(form, "companion", companion);
  await put(member, "/esito", { conversation: at(5, "10:00"), conversation_at: "In sede, o al telefono", ...rest });
}

// A course that everybody finds, written by its keeper. `modules`: title and hours by part.
export async function publishedCourse(manager, own, { kind, title, modules, asks, look = async () => {} }) {
  await manager.goto(`${own}/corsi/nuovo`);
  await look(manager);
  await put(manager, "/corsi/nuovo", { kind, title, summary: "Si impara insieme, in aula e sul campo.", ...asks });
  const course = place(manager);
  for (const { name, aims = [], ...hours } of modules) {
    await manager.goto(`${course}/moduli/nuovo`);
    await look(manager);
    for (const aim of aims) await manager.locator('main [name="aims"]').nth(aim).check();
    const minutes = Object.fromEntries(Object.entries(hours).map(([part, n]) => [`minutes-${part}`, String(n)]));
    await put(manager, "/moduli/nuovo", { title: name, ...minutes });
  }
  await manager.goto(course);
  await put(manager, "/pubblica");
  return course;
}

// An edition of a course that began ten days ago and takes requests.
export async function openEdition(manager, course, { title = "Primavera", places = "6" } = {}) {
  await manager.goto(`${course}/edizioni/nuova`);
  await put(manager, "/edizioni/nuova", {
    title, places, starts: day(-10), ends: day(90), venue: "Sala del quartiere", pace: "Due pomeriggi a settimana.", open: true,
  });
  const edition = place(manager);
  assert.match(edition, /\/edizioni\/[0-9a-f-]{36}$/);
  return edition;
}

// The public address of an edition, where one asks for a place.
export function askingAt(edition) {
  return edition.replace(/^\/realta\/[^/]+/, "");
}

// Somebody asks for a place, and hands back the own page of it.
export async function asksForAPlace(page, edition, words = {}) {
  await page.goto(askingAt(edition));
  await put(page, askingAt(edition), { own_path: true, belonging: "would-like", wish: "Una pausa ogni ora.", ...words });
  assert.match(place(page), /^\/i-miei-corsi\/[0-9a-f-]{36}$/);
  return place(page);
}

// Who keeps the course gives somebody a place.
export async function admits(manager, edition, name) {
  await manager.goto(edition);
  await press(manager, manager.locator("main").getByRole("link", { name, exact: true }));
  await press(manager, 'main button[name="turn"][value="admitted"]');
}

// A meeting of an edition, and its address. `hours` as they are typed: "4:00".
export async function plansLesson(manager, edition, { title, starts, hours, part = "theory" }) {
  await manager.goto(`${edition}/lezioni/nuova`);
  await put(manager, "/lezioni/nuova", { title, starts, minutes: hours, part, place: "Sala del quartiere" });
  await press(manager, manager.locator("main").getByRole("link", { name: title, exact: true }));
  return place(manager);
}

// Where and beside whom somebody is in the field.
export async function agreesFieldwork(manager, edition, { trainee, expert, kind = "shadowing", context = "Il centro diurno" }) {
  await manager.goto(`${edition}/affiancamenti`);
  const form = manager.locator('main form[action$="/affiancamenti"]');
  await choose(form, "trainee", trainee);
  await choose(form, "expert", expert);
  await put(manager, "/affiancamenti", { kind, context, starts: day(-9) });
}

// Names who signs the certificates of an edition: somebody of each kind.
export async function namesSignatories(manager, own, edition, names) {
  const certificates = `${own}/attestati/edizioni/${edition.split("/").pop()}`;
  await manager.goto(`${certificates}/firme`);
  for (const name of names) await manager.getByLabel(name, { exact: true }).check();
  await put(manager, "/firme");
  return certificates;
}

// Proposes, signs or issues (`proponi`, `firma`, `rilascia`) the certificate of one person.
export async function certifies(page, certificates, step, name) {
  await page.goto(certificates);
  const form = page.locator(`main form[action$="/${step}"]`);
  await form.getByLabel(name, { exact: true }).check();
  await put(page, `/${step}`);
}

// Fails when the page does not say these words.
export async function says(page, words) {
  const all = await page.locator("main").innerText();
  assert.ok(all.includes(words), `${place(page)} says “${words}”:\n${all}`);
}

// Fails when the page says these words.
export async function hides(page, words) {
  assert.ok(!(await page.locator("main").innerText()).includes(words), `${place(page)} does not say “${words}”`);
}

// One step of a long journey: where it broke is said with what went wrong.
export async function step(journey, name, walk) {
  try {
    await walk();
  } catch (error) {
    error.message = `${name}: ${error.message}`;
    throw error;
  }
  journey.diagnostic(name);
}
