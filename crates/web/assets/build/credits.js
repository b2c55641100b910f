// Whose work the pages carry, with the licences that ask to be passed on.
import { readFileSync } from "node:fs";
import { join } from "node:path";

export function credits(packages) {
  const licence = (path) => readFileSync(join(packages, path), "utf8").trim();
  return [
    "What the pages of Alla pari carry of the work of others\n\nCosa c'è, nelle pagine di Alla pari, del lavoro di altri",
    `Bootstrap Italia: styles and icons / stili e icone\nhttps://github.com/italia/bootstrap-italia\n\n${licence("bootstrap-italia/LICENSE")}`,
    `Titillium Web: typeface / carattere\nhttps://fonts.google.com/specimen/Titillium+Web\n\n${licence("bootstrap-italia/dist/fonts/Titillium_Web/OFL.txt")}`,
    "svg-maps by Victor Cazanave: outlines of the regions, simplified, Trentino-Alto Adige parted in two" +
      " / contorni delle regioni, semplificati, con il Trentino-Alto Adige diviso in due\n" +
      "https://github.com/VictorCazanave/svg-maps\n\n" +
      "Creative Commons Attribution 4.0 International (CC BY 4.0)\nhttps://creativecommons.org/licenses/by/4.0/",
  ].join(`\n\n${"=".repeat(72)}\n\n`) + "\n";
}
