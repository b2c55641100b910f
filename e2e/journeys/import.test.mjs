// The secretariat loads the register from a file: every problem is named by row and column, and
// nothing changes until the file is right and confirmed.

import { test } from "node:test";
import assert from "node:assert/strict";
import { open } from "../harness/house.mjs";
import { accessible, fits, said } from "../harness/look.mjs";

const house = open();
const HEAD = "nome;tipo;comune;provincia\n";
const GOOD = `${HEAD}Associazione La Finestra Chiara;associazione;Terni;TR\nCooperativa Passi Nuovi;cooperativa;Potenza;PZ\n`;
const BAD = `${HEAD}Associazione La Finestra Chiara;associazione;Terni;TR\n;cooperativa;Potenza;PZ\nGruppo Sera;gruppo di volontariato;Lecce;ZZ\n`;

async function read(page, name, words, encoding = "utf8") {
  await page.goto("/realta/importa");
  await page.locator('[name="file"]').setInputFiles({ name, mimeType: "text/csv", buffer: Buffer.from(words, encoding) });
  await page.locator('form[action="/realta/importa"] button').click();
  await page.waitForLoadState("load");
}

async function found(name) {
  const visitor = await house.visit(`/realta?q=${encodeURIComponent(name)}`);
  return (await said(visitor)).includes(name);
}

test("a file with bad rows is refused whole, each problem with its row and column", async () => {
  const page = await house.as("secretariat");
  await page.goto("/realta/importa");
  await accessible(page);
  await read(page, "registro.csv", BAD);
  const rows = await page.locator("main section[aria-labelledby=transfer-problems] tbody tr").allInnerTexts();
  assert.ok(rows.some((row) => row.startsWith("3")) && rows.some((row) => row.startsWith("4")), rows.join(" | "));
  assert.equal(await page.locator('form[action$="/conferma"]').count(), 0, "there is nothing to confirm");
  assert.equal(await found("La Finestra Chiara"), false, "and nothing is loaded");
  await accessible(page);
});

test("the mended file shows what it would do, is confirmed, and changes nothing a second time", async () => {
  const page = await house.as("secretariat", { phone: true, js: false });
  await read(page, "registro.csv", GOOD);
  await fits(page);
  assert.equal(await found("La Finestra Chiara"), false, "a dry run changes nothing");
  await page.locator('main section[aria-labelledby=transfer-lines] form button').click();
  await page.waitForLoadState("load");
  assert.equal(await found("La Finestra Chiara"), true);
  await read(page, "registro.csv", GOOD);
  assert.equal(await page.locator('main section[aria-labelledby=transfer-lines] form button').count(), 0, "nothing is left to do");
});

test("a register saved by an old spreadsheet is read as it was meant", async () => {
  const page = await house.as("secretariat");
  await read(page, "vecchio.csv", `${HEAD}Società Più Lontano;associazione;Forlì;FC\n`, "latin1");
  assert.match(await said(page), /Società Più Lontano/);
});

test("what one may see can be saved and opened elsewhere", async () => {
  const page = await house.visit("/realta");
  const csv = await page.request.get("/realta/esporta?formato=csv");
  assert.match(csv.headers()["content-type"], /^text\/csv/);
  assert.ok((await csv.text()).split("\n").length > 20);
  const xlsx = await page.request.get("/realta/esporta?formato=xlsx");
  assert.equal((await xlsx.body()).subarray(0, 2).toString(), "PK");
});
