// Credentials that @digitalbazaar/vc signs, to be checked here: node sign.mjs FOLDER
// Each uses JSON-LD in a way of its own, so that two readers of it are compared.
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { DataIntegrityProof } from "@digitalbazaar/data-integrity";
import * as Ed25519Multikey from "@digitalbazaar/ed25519-multikey";
import { cryptosuite } from "@digitalbazaar/eddsa-rdfc-2022-cryptosuite";
import * as vc from "@digitalbazaar/vc";
import { closed } from "./loader.mjs";

const [folder] = process.argv.slice(2);
mkdirSync(folder, { recursive: true });
const key = await Ed25519Multikey.generate();
const did = `did:key:${key.publicKeyMultibase}`;
key.id = `${did}#${key.publicKeyMultibase}`;
key.controller = did;

const W3C = "https://www.w3.org/ns/credentials/v2";
const OB = "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json";
const badge = (subject, more = {}) => ({
  "@context": [W3C, OB],
  id: "urn:uuid:0b0f4a3e-5b9c-4c55-9c0e-0b8d1c6f0001",
  type: ["VerifiableCredential", "OpenBadgeCredential"],
  issuer: { id: did, type: ["Profile"], name: "Elsewhere" },
  validFrom: "2025-01-01T00:00:00Z",
  credentialSubject: { type: ["AchievementSubject"], ...subject },
  ...more,
});
const course = (more = {}) => ({
  id: "urn:uuid:0b0f4a3e-5b9c-4c55-9c0e-0b8d1c6f0002",
  type: ["Achievement"],
  name: "Course",
  description: "A course.",
  criteria: { narrative: "Being there." },
  ...more,
});

const ALL = {
  plain: badge({ achievement: course() }),
  "every kind of sign": badge({ achievement: course({ name: "\t\"\\\b\f\u0001\u007f\u00e8\u2028🌱\r\n'" }) }),
  "one type, no array": { ...badge({ achievement: course() }), issuer: { id: did, type: "Profile", name: "One" } },
  "an issuer that is an address": badge({ achievement: course() }, { issuer: did }),
  "numbers and truth": badge({
    achievement: course({ creditsAvailable: 5.25 }),
    creditsEarned: 3,
    identifier: [{ type: "IdentityObject", hashed: true, identityHash: "x", identityType: "name", salt: "s" }],
  }),
  "lists keep their order": badge({
    achievement: course({
      resultDescription: [
        {
          id: "urn:uuid:0b0f4a3e-5b9c-4c55-9c0e-0b8d1c6f0003",
          type: ["ResultDescription"],
          name: "Part",
          resultType: "Status",
          allowedValue: ["c", "a", "b"],
        },
      ],
    }),
    result: [{ type: ["Result"], resultDescription: "urn:uuid:0b0f4a3e-5b9c-4c55-9c0e-0b8d1c6f0003", value: "a" }],
  }),
  "nodes without names": badge({
    achievement: course({
      alignment: [1, 2, 3].map((n) => ({
        type: ["Alignment"],
        targetName: `Name ${n}`,
        targetUrl: `https://example.org/${n}`,
      })),
    }),
  }),
  "nodes that are alike": badge({
    identifier: [1, 1].map(() => ({ type: "IdentityObject", hashed: false, identityHash: "same", identityType: "name" })),
    achievement: course({ alignment: [1, 1].map(() => ({ type: ["Alignment"], targetName: "Same" })) }),
  }),
  "a text in a language": badge(
    { achievement: course() },
    { name: { "@value": "Corso di base", "@language": "it" }, description: "Plain" },
  ),
  "several types and an address": badge(
    {
      id: "https://example.org/people/1",
      achievement: course({ image: { id: "https://example.org/1.png", type: "Image", caption: "A picture" } }),
    },
    {
      type: ["OpenBadgeCredential", "VerifiableCredential"],
      evidence: [{ id: "https://example.org/e", type: ["Evidence"], name: "E", narrative: "N", genre: "G" }],
    },
  ),
  "a schema and another context": badge(
    { achievement: course() },
    {
      "@context": [W3C, OB, "https://purl.imsglobal.org/spec/ob/v3p0/extensions.json"],
      credentialSchema: [
        {
          id: "https://purl.imsglobal.org/spec/ob/v3p0/schema/json/ob_v3p0_achievementcredential_schema.json",
          type: "1EdTechJsonSchemaValidator2019",
        },
      ],
    },
  ),
  "words of its own": badge(
    { achievement: course(), mood: ["glad", "calm"], at: { place: "Trento" } },
    {
      "@context": [
        W3C,
        OB,
        {
          ex: "https://example.org/ns#",
          mood: { "@id": "ex:mood", "@container": "@set" },
          at: { "@id": "ex:at", "@context": { place: "ex:place" } },
        },
      ],
    },
  ),
  "an address and a profile in full": badge(
    { achievement: course({ creator: { id: "https://example.org/c", type: ["Profile"], name: "C" } }) },
    {
      issuer: {
        id: did,
        type: ["Profile"],
        name: "Full",
        url: "https://example.org",
        address: { type: ["Address"], addressCountry: "Italia", geo: { type: "GeoCoordinates", latitude: 46.07, longitude: 11.12 } },
      },
      validUntil: "2099-01-01T00:00:00Z",
    },
  ),
};

let number = 0;
for (const [what, credential] of Object.entries(ALL)) {
  number += 1;
  const suite = new DataIntegrityProof({ signer: key.signer(), cryptosuite });
  const signed = await vc.issue({ credential, suite, documentLoader: closed({}) });
  const name = `${String(number).padStart(2, "0")}-${what.replaceAll(/[^a-z]+/g, "-")}.json`;
  writeFileSync(join(folder, name), JSON.stringify(signed));
}
console.log(`${number} credentials signed by @digitalbazaar/vc`);
