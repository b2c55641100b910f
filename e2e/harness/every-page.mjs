// Every page that a link leads to, for everybody: axe finds nothing, nothing is missing, nothing
// sticks out, wide and at 360 pixels. Each language has a file of its own: they run side by side.

import { test } from "node:test";
import assert from "node:assert/strict";
import { crawl } from "./crawl.mjs";
import { open } from "./house.mjs";

const PERSONAS = [
  "visitor", "candidate", "trainee", "certified", "expert", "professional", "tutor", "organisation-manager", "trainer",
  "secretariat", "region", "administrator",
];

// Walks through the house as each of them, in one language.
export function everyPage(lang) {
  const house = open();
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
