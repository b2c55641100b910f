// The program and the browser that a file of journeys runs with.
//
//   const house = open();                     // at the top of a file: starts both, ends both
//   const page = await house.visit("/realta") // a visitor with a browser of their own
//   const page = await house.as("expert")     // somebody who signed in with one click
//
// JOURNEYS_PROGRAM names the program (built with `cargo build -p app` when it is not set),
// CHROMIUM the browser (/usr/bin/chromium when it is not set), JOURNEYS_ADDRESS a demo that
// already runs.

import { after, afterEach, before } from "node:test";
import assert from "node:assert/strict";
import { chromium } from "playwright-core";
import { withoutScripts } from "./look.mjs";
import { Program } from "./program.mjs";

const CHROMIUM_FLAGS = [
  "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
  "--disable-background-networking", "--disable-component-update", "--disable-sync",
];

// Starts the demo and a browser before the first journey of a file, and ends both after the last.
// `start` starts something else instead: it is handed a Program and says the address.
export function open(start = (program) => program.demo()) {
  const house = new House(start);
  before(() => house.start());
  afterEach(() => house.afterJourney());
  after(() => house.stop());
  return house;
}

class House {
  address = "";
  program = new Program();
  #begin;
  #browser;
  #contexts = [];
  #complaints = [];

  constructor(begin) {
    this.#begin = begin;
  }

  async start() {
    this.address = process.env.JOURNEYS_ADDRESS ?? (await this.#begin(this.program));
    this.#browser = await chromium.launch({
      executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
      headless: true,
      args: CHROMIUM_FLAGS,
    });
  }

  async stop() {
    await this.#browser?.close();
    await this.program.end();
  }

  // Closes what the journey opened and says what went wrong unseen: a script that broke, a page
  // that the server failed to give, something the content security policy refused.
  async afterJourney() {
    for (const context of this.#contexts.splice(0)) await context.close();
    const complaints = this.#complaints.splice(0);
    assert.deepEqual(complaints, [], "nothing goes wrong unseen");
  }

  // A browser of one person: Italian, wide, with scripts, unless `how` says otherwise.
  // how: { lang: "it" | "en", phone: bool, js: bool, address: another one than the house's }
  async someone(how = {}) {
    const { lang = "it", phone = false, js = true, address = this.address } = how;
    const context = await this.#browser.newContext({
      baseURL: address,
      locale: lang === "it" ? "it-IT" : "en-GB",
      timezoneId: "Europe/Rome",
      viewport: phone ? { width: 360, height: 740 } : { width: 1280, height: 900 },
      hasTouch: phone,
      javaScriptEnabled: js,
      reducedMotion: "reduce",
      acceptDownloads: true,
    });
    context.setDefaultTimeout(30_000);
    this.#contexts.push(context);
    const page = await context.newPage();
    if (!js) withoutScripts.add(page);
    this.#listen(page);
    return page;
  }

  // A visitor at an address.
  async visit(address, how = {}) {
    const page = await this.someone(how);
    await page.goto(address);
    return page;
  }

  // Somebody who signed in with one click on the demo's entry page: visitor, candidate, trainee,
  // certified, expert, professional, tutor, organisation-manager, trainer, secretariat, region,
  // administrator.
  async as(persona, how = {}) {
    const page = await this.visit("/prova", how);
    await page.locator(`form[action="/prova/${persona}"] button`).click();
    await page.waitForURL((url) => !url.pathname.startsWith("/prova"));
    return page;
  }

  #listen(page) {
    page.on("pageerror", (error) => this.#complaints.push(`${page.url()}: ${error.message}`));
    page.on("console", (message) => {
      if (message.type() === "error" && !message.text().startsWith("Failed to load resource")) {
        this.#complaints.push(`${page.url()}: ${message.text()}`);
      }
    });
    page.on("response", (response) => {
      if (response.status() >= 500) this.#complaints.push(`${response.url()} answered ${response.status()}`);
    });
  }
}
