// Every page that a link leads to, for everybody, in both languages, wide and at 360 pixels: axe
// finds nothing, nothing is missing, nothing sticks out.

import { test } from "node:test";
import assert from "node:assert/strict";
import { open } from "../harness/house.mjs";
import { crawl } from "../harness/crawl.mjs";

const house = open();
const PERSONAS = [
  "visitor", "candidate", "trainee", "certified", "expert", "professional", "tutor", "organisation-manager", "trainer",
  "secretariat", "region", "administrator",
];

for (const lang of ["it", "en"]) {
  for (const persona of PERSONAS) {
    test(`${persona}, in ${lang === "it" ? "Italian" : "English"}: every page is for everyone`, async (t) => {
      const page = await house.as(persona, { lang });
      await page.goto(`/?lang=${lang}`);
      const start = persona === "visitor" ? ["/", "/prova", "/accedi", "/avvisi", "/corsi", "/verifica"] : ["/", "/inizio", "/profilo"];
      const { seen, wrong } = await crawl(page, lang, start);
      t.diagnostic(`${seen} pages`);
      assert.deepEqual(wrong, []);
      assert.ok(seen >= 10, `only ${seen} pages are reached`);
    });
  }
}
