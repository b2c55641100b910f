// The database of the program under test, read from outside while it runs.

import { execFileSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";

const READ = `
import json, sqlite3, sys
base = sqlite3.connect("file:" + sys.argv[1] + "?mode=ro", uri=True)
names = [n for (n,) in base.execute("SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite%'")]
print(json.dumps({name: base.execute('SELECT count(*) FROM "' + name + '"').fetchone()[0] for name in names}))
`;

// How many rows each table has.
export function rows(house) {
  const file = path.join(house.program.folder, "allapari.db");
  return JSON.parse(execFileSync("python3", ["-c", READ, file], { encoding: "utf8" }));
}

// The tables that have more or fewer rows than before.
export function changed(before, after) {
  const all = new Set([...Object.keys(before), ...Object.keys(after)]);
  return [...all].filter((table) => before[table] !== after[table]).sort();
}

// Whether these words stand anywhere in what the program keeps on the disk, freed pages included.
export function kept(house, words) {
  const wanted = Buffer.from(words);
  const files = readdirSync(house.program.folder).filter((name) => name.startsWith("allapari."));
  return files.some((name) => readFileSync(path.join(house.program.folder, name)).includes(wanted));
}
