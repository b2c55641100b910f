// Compiles the style sheet with the Sass of the packages.
import { createRequire } from "node:module";
import { join } from "node:path";

export function styles(entry, packages, named) {
  const sass = createRequire(join(packages, "here.js"))("sass");
  const { css } = sass.compile(entry, {
    loadPaths: [packages],
    style: "compressed",
    quietDeps: true,
    // Bootstrap Italia is written for @import, so we must load it that way.
    silenceDeprecations: ["import", "global-builtin", "color-functions", "if-function"],
  });
  return css.replace(/asset:([\w.-]+)/g, (_, name) => {
    const hashed = named(name);
    if (!hashed) throw new Error(`The style sheet asks for ${name}, which is not among the assets.`);
    return hashed;
  });
}
