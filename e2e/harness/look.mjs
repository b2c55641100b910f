// How a page is looked at: by axe, on a phone, by keyboard.

import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import assert from "node:assert/strict";

const axeSource = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const STANDARDS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

// Fails with a readable list when axe finds a violation.
export async function accessible(page) {
  assert.deepEqual(await violations(page), [], `axe finds nothing at ${page.url()}`);
}

// Pages whose browser runs no scripts: axe cannot look at them there.
export const withoutScripts = new WeakSet();

// What axe finds, one line for each element. Of a page without scripts, it looks at the very same
// text in a browser that has them.
export async function violations(page) {
  if (withoutScripts.has(page)) return withTwin(page, violations);
  await page.evaluate(axeSource);
  const found = await page.evaluate(
    async (standards) =>
      (await globalThis.axe.run(document, { runOnly: standards, resultTypes: ["violations"] })).violations,
    STANDARDS,
  );
  return found.flatMap(({ id, help, nodes }) =>
    nodes.map((node) => `${id}: ${help}: ${node.target.join(" ")} ${node.html.slice(0, 160)}`),
  );
}

async function withTwin(page, look) {
  const [url, body] = [page.url(), await page.content()];
  const context = await page.context().browser().newContext({ viewport: page.viewportSize(), reducedMotion: "reduce" });
  try {
    const twin = await context.newPage();
    await twin.route(url, (route) => route.fulfill({ contentType: "text/html; charset=utf-8", body }));
    await twin.goto(url);
    return await look(twin);
  } finally {
    await context.close();
  }
}

// What every page has: a language, a title, one heading of the first level, a main part, a way
// to skip to it. Returns what is missing.
export async function missingParts(page, lang) {
  return page.evaluate((lang) => {
    const missing = [];
    const all = (selector) => [...document.querySelectorAll(selector)];
    if (document.documentElement.lang !== lang) missing.push(`the page says its language is “${document.documentElement.lang}”`);
    if (!document.title.trim()) missing.push("no title");
    if (all("h1").length !== 1) missing.push(`${all("h1").length} headings of the first level`);
    if (all("main").length !== 1) missing.push(`${all("main").length} main parts`);
    if (!all('a[href^="#"]').length) missing.push("no link that skips to the content");
    const ids = all("[id]").map((element) => element.id);
    const twice = ids.filter((id, i) => ids.indexOf(id) !== i);
    if (twice.length) missing.push(`ids that stand twice: ${twice.join(", ")}`);
    const levels = all("h1,h2,h3,h4,h5,h6").map((h) => Number(h.tagName[1]));
    levels.forEach((level, i) => {
      if (i && level > levels[i - 1] + 1) missing.push(`a heading of level ${level} after one of level ${levels[i - 1]}`);
    });
    const unsaid = document.body.innerText.match(/⟦[^⟧]*⟧/g);
    if (unsaid) missing.push(`texts that are not there: ${unsaid.join(", ")}`);
    return missing;
  }, lang);
}

// Fails when the page is wider than the screen.
export async function fits(page) {
  assert.deepEqual(await overflow(page), [], `${page.url()} fits its screen`);
}

// What sticks out to the right of the screen.
export async function overflow(page) {
  return page.evaluate(() => {
    const wide = document.documentElement.clientWidth;
    if (document.documentElement.scrollWidth <= wide) return [];
    const out = [...document.body.querySelectorAll("*")].filter((e) => e.getBoundingClientRect().right > wide + 1);
    return out.slice(0, 3).map((e) => `${e.tagName.toLowerCase()}.${[...e.classList].join(".")}`).concat("the page scrolls sideways");
  });
}

// Walks with the tab key until the element that matches has the focus, and checks that the focus
// can be seen there.
export async function tabTo(page, selector, most = 80) {
  for (let step = 0; step < most; step += 1) {
    await page.keyboard.press("Tab");
    const there = await page.evaluate((s) => document.activeElement?.matches(s) ?? false, selector);
    if (!there) continue;
    const seen = await page.evaluate(() => {
      const shown = (style) => (style.outlineStyle !== "none" && style.outlineWidth !== "0px") || style.boxShadow !== "none";
      const active = document.activeElement;
      const drawn = active.querySelector(":scope > path"); // a shape shows it by its edge
      return shown(getComputedStyle(active)) || (drawn && Number.parseFloat(getComputedStyle(drawn).strokeWidth) >= 2);
    });
    assert.ok(seen, `the focus can be seen on ${selector}`);
    return;
  }
  assert.fail(`${selector} is not reached by the tab key in ${most} steps at ${page.url()}`);
}

// Fills the controls of a form by their names; `true` and `false` tick and untick.
export async function fill(scope, values) {
  for (const [name, value] of Object.entries(values)) {
    const control = scope.locator(`[name="${name}"]`);
    const kind = await control.first().evaluate((e) => (e.tagName === "SELECT" ? "select" : e.type));
    if (kind === "select") await control.first().selectOption(value);
    else if (kind === "radio") await scope.locator(`[name="${name}"][value="${value}"]`).check();
    else if (kind === "file") await control.first().setInputFiles(value);
    else if (typeof value === "boolean") await control.first().setChecked(value);
    else await control.first().fill(value);
  }
}

// Sends a form: the one in `scope` that has a control of this name, or the only one.
export async function send(page, name) {
  const form = name ? page.locator(`main form:has([name="${name}"])`).first() : page.locator("main form").first();
  await Promise.all([page.waitForLoadState("load"), form.locator('button[type="submit"], button:not([type])').first().click()]);
  await page.waitForLoadState("load");
}

// The words of the main part.
export async function said(page) {
  return page.locator("main").innerText();
}

// The address of the organisation that somebody keeps, as their start page links it.
export async function ownOrganisation(page) {
  await page.goto("/inizio");
  const hrefs = await page.locator("main a[href]").evaluateAll((all) => all.map((a) => a.getAttribute("href")));
  const own = hrefs.map((href) => href.match(/^\/realta\/[0-9a-f]{8}-[0-9a-f-]{27}/)?.[0]).find(Boolean);
  assert.ok(own, `the start page leads to the own organisation: ${hrefs.join(" ")}`);
  return own;
}
