// Makes from the packages and from assets/ what the pages use, and the Rust that embeds it.
// Called by build.rs: node main.js ASSETS OUT. Everything is written below OUT.
import { createHash } from "node:crypto";
import { mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { credits } from "./credits.js";
import { icons } from "./icons.js";
import { map } from "./map.js";
import { styles } from "./styles.js";

const [assets, out] = process.argv.slice(2);
const packages = join(out, "node_modules");
const served = join(out, "served");
rmSync(served, { recursive: true, force: true });
mkdirSync(served, { recursive: true });

const KINDS = {
  css: "text/css; charset=utf-8",
  js: "text/javascript; charset=utf-8",
  svg: "image/svg+xml",
  txt: "text/plain; charset=utf-8",
  woff2: "font/woff2",
};
const files = [];

// Puts a file among those served, under a name that carries its content's hash.
function serve(name, bytes) {
  const dot = name.lastIndexOf(".");
  const ending = name.slice(dot + 1);
  const hash = createHash("sha256").update(bytes).digest("hex").slice(0, 12);
  const hashed = `${name.slice(0, dot)}-${hash}.${ending}`;
  writeFileSync(join(served, hashed), bytes);
  const zipped = ending !== "woff2";
  if (zipped) writeFileSync(join(served, `${hashed}.gz`), gzipSync(bytes, { level: 9 }));
  files.push({ name, hashed, kind: KINDS[ending], zipped });
  return hashed;
}

const read = (...path) => readFileSync(join(...path));

const FONTS = join(packages, "bootstrap-italia/dist/fonts/Titillium_Web");
for (const [weight, file] of [["400", "regular"], ["600", "600"], ["700", "700"]])
  serve(`titillium-web-${weight}.woff2`, read(FONTS, `titillium-web-v10-latin-ext_latin-${file}.woff2`));
for (const folder of ["svg", "js"])
  for (const file of readdirSync(join(assets, folder)).filter((name) => name.endsWith(`.${folder}`)).sort())
    serve(file, read(assets, folder, file));

serve("credits.txt", credits(packages));

const named = (name) => files.find((file) => file.name === name)?.hashed;
serve("allapari.css", styles(join(assets, "scss/allapari.scss"), packages, named));

const rust = files.map(({ name, hashed, kind, zipped }) => {
  const bytes = (path) => `include_bytes!(concat!(env!("OUT_DIR"), "/assets/served/${path}"))`;
  const gzip = zipped ? `Some(${bytes(`${hashed}.gz`)})` : "None";
  return `    File { name: "${name}", url: "/assets/${hashed}", kind: "${kind}", bytes: ${bytes(hashed)}, gzip: ${gzip} },`;
});
writeFileSync(join(out, "files.rs"), `&[\n${rust.join("\n")}\n]\n`);
writeFileSync(join(out, "icons.rs"), icons(JSON.parse(read(assets, "icons.json")), packages));
writeFileSync(join(out, "shapes.rs"), map(packages));
