// The words on the screen, from the texts of the program themselves: a journey names a key, so
// that a sentence can be improved without breaking it.

import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";

const CRATES = path.join(import.meta.dirname, "../../crates");

function gather(lang) {
  const all = new Map();
  for (const crate of readdirSync(CRATES)) {
    const folder = path.join(CRATES, crate, "texts");
    let files = [];
    try {
      files = readdirSync(folder).filter((name) => name.endsWith(`${lang}.ftl`));
    } catch {
      continue; // this crate says nothing
    }
    for (const file of files) {
      let key = "";
      for (const line of readFileSync(path.join(folder, file), "utf8").split("\n")) {
        const begins = line.match(/^([a-z][\w-]*) *= *(.*)$/);
        if (begins) {
          key = begins[1];
          all.set(key, begins[2]);
        } else if (key && /^\s+\S/.test(line)) {
          all.set(key, `${all.get(key)} ${line.trim()}`.trim());
        } else {
          key = "";
        }
      }
    }
  }
  return all;
}

const TEXTS = { it: gather("it"), en: gather("en") };

// The text with this key, filled with `args`. Texts that choose between plurals cannot be asked
// for: look for something else on the page.
export function text(key, args = {}, lang = "it") {
  const found = TEXTS[lang].get(key);
  if (found === undefined) throw new Error(`no text has the key ${key}`);
  if (found.includes("->")) throw new Error(`${key} chooses between plurals`);
  return found
    .replace(/\{ *"([^"]*)" *\}/g, "$1")
    .replace(/\{ *\$([\w-]+) *\}/g, (_, name) => {
      if (!(name in args)) throw new Error(`${key} needs ${name}`);
      return args[name];
    });
}
