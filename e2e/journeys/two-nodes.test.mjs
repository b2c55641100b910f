// Two nodes on one PostgreSQL serve the same people: sign in on one, go on at the other, sign out
// everywhere. Runs where ALLAPARI_TEST_DATABASE names a server, as continuous integration does.

import { after, before, test } from "node:test";
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { open } from "../harness/house.mjs";
import { fill, send } from "../harness/look.mjs";
import { text } from "../harness/texts.mjs";

const server = process.env.ALLAPARI_TEST_DATABASE;
const name = `allapari_nodes_${process.pid}`;
const EMAIL = "bea@example.org";
const PASSWORD = "cinque gatti nel porto";
let nodes = [];

if (server) {
  const [base, query = ""] = server.split("?");
  const settings = { ALLAPARI_DATABASE: `${base.replace(/\/[^/]*$/, "")}/${name}?${query}` };
  const tell = (statement) => execFileSync("psql", [server, "--quiet", "--command", statement], { stdio: "pipe" });
  before(() => tell(`CREATE DATABASE ${name}`));
  const house = open(async (program) => {
    const words = ["user", "add", "--email", EMAIL, "--name", "Bea Verdi", "--role", "expert", "--organisation"];
    program.command(["seed", "--organisations", "2", "--experts", "2"], { settings });
    const listed = program.command(["charter", "check", "--format", "json"], { settings });
    const organisation = listed.match(/[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f-]{22}/)[0];
    program.command([...words, organisation, "--password-stdin"], { settings, input: `${PASSWORD}\n` });
    nodes = [await program.serve(settings), await program.serve(settings)];
    return nodes[0];
  });
  after(() => tell(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`));

  test("who signed in on one node goes on at the other, and is out on both at once", async () => {
    const page = await house.someone();
    await page.goto("/accedi");
    await fill(page, { email: EMAIL, password: PASSWORD });
    await send(page, "password");
    await page.goto(`${nodes[1]}/inizio`);
    assert.equal(new URL(page.url()).pathname, "/inizio", "the other node knows the session");
    await page.goto(`${nodes[1]}/profilo/sessioni`);
    await page.getByRole("button", { name: text("session-everywhere-button") }).click();
    await page.waitForLoadState("load");
    await page.goto(`${nodes[0]}/inizio`);
    assert.match(page.url(), /\/accedi/, "and the first node as well that it ended");
  });
} else {
  test("two nodes on one PostgreSQL", { skip: "ALLAPARI_TEST_DATABASE names no server" }, () => {});
}
