// Walks from page to page along the links, and looks at each kind of page once.

import { createHash } from "node:crypto";
import { missingParts, overflow, violations } from "./look.mjs";

const TERRITORIES = /\/(piemonte|valle-d-aosta|lombardia|bolzano|trento|veneto|friuli-venezia-giulia|liguria|emilia-romagna|toscana|umbria|marche|lazio|abruzzo|molise|campania|puglia|basilicata|calabria|sicilia|sardegna)(?=\/|$)/g;
const FILES = /\.(pdf|csv|xlsx|ics|txt|json|svg|zip)$|^\/api\/|^\/assets\//;
const PAGES_AT_MOST = 150;
const OF_ONE_FOLDER_AT_MOST = 12;

// The kind of page behind an address: identifiers, numbers and territories are one each.
export function kind(url) {
  const path = url.pathname
    .replace(/[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g, "{id}")
    .replace(TERRITORIES, "/{territory}")
    .replace(/^\/realta\/(?!(?:nuova|importa|esporta|mappa|territori)(?:\/|$))[^/]+/, "/realta/{organisation}")
    .replace(/\/v?\d+(?=\/|$)/g, "/{n}");
  const asked = [...new Set(url.searchParams.keys())].filter((name) => name !== "lang").sort();
  return asked.length ? `${path}?${asked.join("&")}` : path;
}

// Follows the links from `start` and looks at each kind of page, wide and at 360 pixels; a page
// whose main part was looked at before is not given to axe again. Returns how many pages it saw
// and what is wrong with them.
export async function crawl(page, lang, start = ["/"]) {
  const origin = new URL(page.url()).origin;
  const queue = start.map((path) => new URL(path, origin));
  const kinds = new Set(queue.map(kind));
  const folders = new Map();
  const wrong = new Map(); // what is wrong, and where
  const note = (url, what) => wrong.set(what, [...(wrong.get(what) ?? []), url.pathname + url.search]);
  let seen = 0;
  while (queue.length && seen < PAGES_AT_MOST) {
    const url = queue.shift();
    const response = await page.goto(url.href).catch((error) => {
      if (/Download is starting/.test(error.message)) return null;
      throw error;
    });
    if (response === null || (response.ok() && !/^text\/html/.test(response.headers()["content-type"] ?? ""))) continue;
    seen += 1;
    if (response.status() >= 400) {
      note(url, `a link leads here and it answers ${response.status()}`);
      continue;
    }
    for (const what of await look(page, lang)) note(url, what);
    for (const next of await links(page)) {
      if (next.origin !== origin || FILES.test(next.pathname) || kinds.has(kind(next))) continue;
      const folder = kind(next).replace(/\/[^/]*$/, "");
      folders.set(folder, (folders.get(folder) ?? 0) + 1);
      if (folders.get(folder) > OF_ONE_FOLDER_AT_MOST) continue;
      kinds.add(kind(next));
      queue.push(next);
    }
  }
  const lines = [...wrong].map(([what, where]) => `${what} (${where.slice(0, 3).join(", ")}${where.length > 3 ? `, and ${where.length - 3} more` : ""})`);
  return { seen, wrong: lines };
}

// What was looked at already: many pages say the same to everybody.
const looked = new Set();

async function look(page, lang) {
  const said = await page.evaluate(() => document.querySelector("main")?.outerHTML ?? document.documentElement.outerHTML);
  const mark = createHash("sha256").update(lang + said).digest("hex");
  if (looked.has(mark)) return missingParts(page, lang);
  looked.add(mark);
  const wrong = await missingParts(page, lang);
  wrong.push(...(await violations(page)));
  const wide = page.viewportSize();
  await page.setViewportSize({ width: 360, height: 740 });
  const narrow = [...(await overflow(page)), ...(await violations(page))];
  await page.setViewportSize(wide);
  return wrong.concat(narrow.filter((what) => !wrong.includes(what)).map((what) => `at 360 pixels: ${what}`));
}

async function links(page) {
  // By the attribute: a link inside a drawing has no plain `href`.
  const found = await page.$$eval("a[href]:not([download])", (all) => all.map((a) => a.getAttribute("href")));
  return found.map((href) => {
    const url = new URL(href, page.url());
    url.hash = "";
    return url;
  });
}
