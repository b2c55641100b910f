// Being listed in public is a consent: given with the words in sight, withdrawn in one click, and
// the person is gone with the next request.

import { test } from "node:test";
import assert from "node:assert/strict";
import { open } from "../harness/house.mjs";
import { accessible, fits, said } from "../harness/look.mjs";

const house = open();

test("an expert is listed only while the consent stands", async () => {
  const expert = await house.as("expert", { phone: true, js: false });
  const name = (await expert.locator(".ap-header__name").innerText()).trim();
  await expert.goto("/profilo/consensi");
  await fits(expert);

  const listed = async () => {
    const visitor = await house.visit(`/esperti?q=${encodeURIComponent(name)}`);
    const words = await said(visitor);
    await accessible(visitor);
    return words.includes(name);
  };
  const withdraw = expert.locator('form[action="/profilo/consensi/public-listing/togli"] button').first();
  const give = expert.locator('form[action="/profilo/consensi/public-listing/dai"] button').first();
  if (await give.count()) {
    assert.equal(await listed(), false, "nobody is listed without having said so");
    await give.click();
  }
  await expert.goto("/profilo/esperienza");
  const list = expert.locator('form[action="/profilo/esperienza/elenco"] button');
  if (await list.count()) await list.click();
  assert.equal(await listed(), true);

  await expert.goto("/profilo/consensi");
  await withdraw.click(); // the one click
  assert.equal(await listed(), false);
});
