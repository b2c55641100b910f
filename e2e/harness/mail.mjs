// The mail that the demo would have sent: its outbox page shows it.

import assert from "node:assert/strict";

// The newest letter to an address that holds a link which matches, and that link's path.
export async function linkFor(house, address, pattern) {
  const page = await house.visit("/posta");
  for (let tries = 0; tries < 20; tries += 1) {
    const letters = await page.locator(".ap-list > li").allInnerTexts();
    const details = await page.locator(".ap-list > li").evaluateAll((all) => all.map((li) => li.textContent));
    const at = letters.findIndex((words, i) => words.includes(address) && pattern.test(details[i]));
    if (at >= 0) return new URL(details[at].match(pattern)[0]).pathname;
    await page.waitForTimeout(250);
    await page.reload();
  }
  assert.fail(`no letter to ${address} with a link like ${pattern}`);
}
