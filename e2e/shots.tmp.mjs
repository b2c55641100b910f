import { chromium } from "playwright-core";
const [base, out, lang = "it", width = "360"] = process.argv.slice(2);
const browser = await chromium.launch({ executablePath: "/usr/bin/chromium", args: ["--no-sandbox", "--disable-gpu"] });
const plan = JSON.parse(process.env.PLAN);
for (const [persona, pages] of Object.entries(plan)) {
  const context = await browser.newContext({ baseURL: base, locale: lang === "it" ? "it-IT" : "en-GB", viewport: { width: Number(width), height: 740 }, reducedMotion: "reduce" });
  const page = await context.newPage();
  await page.goto("/prova?lang=" + lang);
  if (persona !== "visitor") { await page.locator(`form[action="/prova/${persona}"] button`).click(); await page.waitForLoadState("load"); }
  let n = 0;
  for (const step of pages) {
    n += 1;
    try {
      if (step.startsWith("/")) await page.goto(step);
      else { // "re:href-regex": follow first link that matches
        const re = new RegExp(step.slice(3));
        const hrefs = await page.$$eval("a[href]", (all) => all.map((a) => a.getAttribute("href")));
        const href = hrefs.find((h) => re.test(h));
        if (!href) { console.log(persona, "no link", step, hrefs.filter((h) => h.startsWith("/")).join(" ")); continue; }
        await page.goto(href);
      }
      const name = `${out}/${persona}-${n}-${lang}-${width}.png`;
      await page.screenshot({ path: name, fullPage: true });
      console.log(name, new URL(page.url()).pathname);
    } catch (error) { console.log(persona, step, String(error).slice(0, 200)); }
  }
  await context.close();
}
await browser.close();
