// The icons in use, as a Rust enum that knows its outlines.
import { readFileSync } from "node:fs";
import { join } from "node:path";

export function icons(wanted, packages) {
  const drawn = Object.entries(wanted).map(([name, file]) => {
    const svg = readFileSync(join(packages, `bootstrap-italia/src/svg/${file}.svg`), "utf8");
    const paths = [...svg.matchAll(/<path\b[^>]*\bd="([^"]+)"/g)].map((match) => match[1]);
    if (!svg.includes('viewBox="0 0 24 24"') || paths.length === 0) throw new Error(`${file}.svg is not drawn as expected.`);
    return { name, file, path: paths.join("") };
  });
  return `/// The icons in use, from Bootstrap Italia.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Icon {
${drawn.map(({ name, file }) => `    /// \`${file}\`\n    ${name},`).join("\n")}
}

impl Icon {
    /// The outline, in a square of 24.
    const fn path(self) -> &'static str {
        match self {
${drawn.map(({ name, path }) => `            Icon::${name} => "${path}",`).join("\n")}
        }
    }
}
`;
}
