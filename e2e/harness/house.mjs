// The program and the browser that a file of journeys runs with.
//
//   const house = open();                     // at the top of a file: starts both, ends both
//   const page = await house.visit("/realta") // a visitor with a browser of their own
//   const page = await house.as("expert")     // somebody who signed in with one click
//
// ALLAPARI names the program (built with `cargo build -p app` when it is not set), CHROMIUM the
// browser (/usr/bin/chromium when it is not set), ALLAPARI_ADDRESS a demo that already runs.

import { after, afterEach, before } from "node:test";
import { spawn } from "node:child_process";
import { mkdtempSync, rmSync, existsSync } from "node:fs";
import { tmpdir, homedir } from "node:os";
import path from "node:path";
import assert from "node:assert/strict";
import { chromium } from "playwright-core";

const CHROMIUM_FLAGS = [
  "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
  "--disable-background-networking", "--disable-component-update", "--disable-sync",
];
const START_WITHIN_MS = 120_000;

// Starts the demo and a browser before the first journey of a file, and ends both after the last.
export function open() {
  const house = new House();
  before(() => house.start());
  afterEach(() => house.afterJourney());
  after(() => house.stop());
  return house;
}

class House {
  address = "";
  #program;
  #browser;
  #data;
  #contexts = [];
  #complaints = [];
  #said = "";

  async start() {
    this.address = process.env.ALLAPARI_ADDRESS ?? (await this.#startDemo());
    this.#browser = await chromium.launch({
      executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
      headless: true,
      args: CHROMIUM_FLAGS,
    });
  }

  async stop() {
    await this.#browser?.close();
    if (this.#program && this.#program.exitCode === null) {
      const ended = new Promise((done) => this.#program.once("exit", done));
      this.#program.kill("SIGTERM");
      await Promise.race([ended, new Promise((done) => setTimeout(done, 5_000).unref())]);
      this.#program.kill("SIGKILL");
    }
    if (this.#data) rmSync(this.#data, { recursive: true, force: true });
  }

  // Closes what the journey opened and says what went wrong unseen: a script that broke, a
  // page that the server failed to give, something the content security policy refused.
  async afterJourney() {
    for (const context of this.#contexts.splice(0)) await context.close();
    const complaints = this.#complaints.splice(0);
    assert.deepEqual(complaints, [], "nothing goes wrong unseen");
  }

  // A browser of one person: Italian, wide, with scripts, unless `how` says otherwise.
  // how: { lang: "it" | "en", phone: bool, js: bool, host: "localhost" }
  async someone(how = {}) {
    const { lang = "it", phone = false, js = true } = how;
    const context = await this.#browser.newContext({
      baseURL: how.host ? this.address.replace("127.0.0.1", how.host) : this.address,
      locale: lang === "it" ? "it-IT" : "en-GB",
      timezoneId: "Europe/Rome",
      viewport: phone ? { width: 360, height: 740 } : { width: 1280, height: 900 },
      hasTouch: phone,
      javaScriptEnabled: js,
      reducedMotion: "reduce",
      acceptDownloads: true,
    });
    context.setDefaultTimeout(15_000);
    this.#contexts.push(context);
    const page = await context.newPage();
    this.#listen(page);
    return page;
  }

  // A visitor at an address.
  async visit(address, how = {}) {
    const page = await this.someone(how);
    await page.goto(address);
    return page;
  }

  // Somebody who signed in with one click on the demo's entry page: visitor, expert,
  // professional, tutor, organisation-manager, trainer, secretariat, region, administrator.
  async as(persona, how = {}) {
    const page = await this.visit("/prova", how);
    await enter(page, persona);
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

  async #startDemo() {
    this.#data = mkdtempSync(path.join(tmpdir(), "allapari-journeys-"));
    this.#program = spawn(program(), ["demo", "--listen", "127.0.0.1:0", "--data", this.#data], {
      stdio: ["ignore", "pipe", "pipe"],
    });
    return new Promise((found, failed) => {
      const late = setTimeout(() => failed(new Error(`the demo did not start:\n${this.#said}`)), START_WITHIN_MS);
      const read = (piece) => {
        this.#said = (this.#said + piece).slice(-20_000);
        const address = this.#said.match(/http:\/\/(?:127\.0\.0\.1|localhost):\d+/);
        if (!address) return;
        clearTimeout(late);
        found(address[0].replace("localhost", "127.0.0.1"));
      };
      this.#program.stdout.on("data", read);
      this.#program.stderr.on("data", read);
      this.#program.on("exit", (code) => {
        clearTimeout(late);
        failed(new Error(`the demo ended with ${code}:\n${this.#said}`));
      });
    });
  }
}

// Presses the entry of a persona on the demo's entry page.
export async function enter(page, persona) {
  if (new URL(page.url()).pathname !== "/prova") await page.goto("/prova");
  await page.locator(`form[action="/prova/${persona}"] button`).click();
  await page.waitForURL((url) => !url.pathname.startsWith("/prova"));
}

function program() {
  const target = process.env.CARGO_TARGET_DIR ?? path.join(import.meta.dirname, "../../target");
  const kept = path.join(homedir(), ".cache/allapari/target");
  const places = ["debug", "release"].flatMap((kind) => [target, kept].map((t) => path.join(t, kind, "allapari")));
  const found = process.env.ALLAPARI ?? places.find((place) => existsSync(place));
  if (!found) throw new Error("build the program first: cargo build -p app");
  return found;
}
