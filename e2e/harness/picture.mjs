// Takes the picture in the README from the running demo: `npm run picture`.

import path from "node:path";
import { chromium } from "playwright-core";
import { Program } from "./program.mjs";

const program = new Program();
const address = await program.demo();
const browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium", args: ["--no-sandbox", "--disable-gpu"] });
try {
  const page = await browser.newPage({ baseURL: address, locale: "it-IT", viewport: { width: 1280, height: 1000 }, reducedMotion: "reduce" });
  await page.goto("/");
  await page.screenshot({ path: path.join(import.meta.dirname, "../../docs/home.png") });
} finally {
  await browser.close();
  await program.end();
}
