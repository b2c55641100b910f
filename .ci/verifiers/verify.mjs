// What @digitalbazaar/vc says of what was issued here: node verify.mjs FOLDER
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { DataIntegrityProof } from "@digitalbazaar/data-integrity";
import { cryptosuite } from "@digitalbazaar/eddsa-rdfc-2022-cryptosuite";
import * as vc from "@digitalbazaar/vc";
import { checkStatus } from "@digitalbazaar/vc-bitstring-status-list";
import { closed } from "./loader.mjs";

const [folder] = process.argv.slice(2);
const read = (name) => JSON.parse(readFileSync(join(folder, name), "utf8"));
const documents = read("documents.json");
const good = read("good.json");
const wrong = [];

async function verify(credential) {
  return vc.verifyCredential({
    credential,
    suite: new DataIntegrityProof({ cryptosuite }),
    documentLoader: closed(documents),
    // The list is verified as well; a bit that is set means that the credential was revoked.
    checkStatus: async (options) => {
      const found = await checkStatus({ ...options, suite: new DataIntegrityProof({ cryptosuite }) });
      return { ...found, verified: found.verified && found.results.every(({ status }) => status === false) };
    },
  });
}

function expect(what, result, wanted) {
  const why = result.verified ? "" : ` (${why_of(result)})`;
  console.log(`${result.verified ? "valid  " : "refused"}  ${what}${why}`);
  if (result.verified !== wanted) wrong.push(what);
}

function why_of(result) {
  const errors = [result.error, ...(result.error?.errors ?? []), result.statusResult?.error].filter(Boolean);
  return errors.map((error) => error.message.split("\n")[0]).join("; ") || "the status bit is set";
}

expect("as it was issued", await verify(good), true);
expect("revoked", await verify(read("revoked.json")), false);

// Each takes a copy and changes one thing.
const TAMPERED = {
  "another name on it": (c) => (c.credentialSubject.identifier[0].identityHash = "Qualcun Altro"),
  "another title": (c) => (c.credentialSubject.achievement.name = "Direttrice sanitaria"),
  "more hours": (c) => (c.credentialSubject.narrative = c.credentialSubject.narrative.replace("200", "900")),
  "another issuer": (c) => (c.issuer.id = "https://example.org/issuer"),
  "another issuer's name": (c) => (c.issuer.name = "Ministero della Salute"),
  "an earlier day": (c) => (c.validFrom = "2020-01-01T00:00:00Z"),
  "the status taken away": (c) => delete c.credentialStatus,
  "another status bit": (c) => {
    const index = (Number(c.credentialStatus.statusListIndex) + 1) % 131072;
    c.credentialStatus.statusListIndex = String(index);
  },
  "a word added that nobody signed": (c) => (c.credentialSubject.licensed = true),
  "an alignment taken away": (c) => c.credentialSubject.achievement.alignment.pop(),
  "another instant of the proof": (c) => (c.proof.created = "2021-01-01T00:00:00Z"),
  "another value of the proof": (c) => (c.proof.proofValue = read("revoked.json").proof.proofValue),
};
for (const [what, change] of Object.entries(TAMPERED)) {
  const copy = structuredClone(good);
  change(copy);
  expect(what, await verify(copy), false);
}
if (wrong.length > 0) {
  console.error(`Not as it should be: ${wrong.join(", ")}`);
  process.exit(1);
}
