// The program under test, in a folder of its own.

import { execFileSync, spawn } from "node:child_process";
import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { homedir, tmpdir } from "node:os";
import path from "node:path";

const START_WITHIN_MS = 120_000;

export class Program {
  #folder;
  #running = [];

  // The folder that holds its data; it goes with the program.
  get folder() {
    this.#folder ??= mkdtempSync(path.join(tmpdir(), "allapari-journeys-"));
    return this.#folder;
  }

  // Starts the demo on made-up data and says its address.
  demo() {
    return this.#start(["demo", "--listen", "127.0.0.1:0", "--data", this.folder]);
  }

  // Starts a real installation on a database, known to browsers as `http://localhost:PORT`, and
  // says its address. Several may be started on one database.
  async serve(settings = {}) {
    const port = await freePort();
    const address = `http://localhost:${port}`;
    await this.#start(["serve", "--listen", `127.0.0.1:${port}`], { ...this.#settings(settings), ALLAPARI_BASE_URL: address });
    return address;
  }

  // Runs a command to its end and hands back what it printed.
  command(words, { settings = {}, input = "" } = {}) {
    return execFileSync(program(), words, {
      cwd: this.folder,
      input,
      encoding: "utf8",
      env: { ...process.env, ...this.#settings(settings) },
    });
  }

  // Ends what runs and removes the folder.
  async end() {
    for (const running of this.#running.splice(0)) {
      if (running.exitCode !== null) continue;
      const ended = new Promise((done) => running.once("exit", done));
      running.kill("SIGTERM");
      await Promise.race([ended, new Promise((done) => setTimeout(done, 5_000).unref())]);
      running.kill("SIGKILL");
    }
    if (this.#folder) rmSync(this.#folder, { recursive: true, force: true });
  }

  #settings(more) {
    return { ALLAPARI_DATABASE: `sqlite:${path.join(this.folder, "allapari.db")}`, ...more };
  }

  #start(words, settings = {}) {
    const running = spawn(program(), words, {
      cwd: this.folder,
      stdio: ["ignore", "pipe", "pipe"],
      env: { ...process.env, ...settings },
    });
    this.#running.push(running);
    let said = "";
    return new Promise((found, failed) => {
      const late = setTimeout(() => failed(new Error(`the program did not start:\n${said}`)), START_WITHIN_MS);
      const read = (piece) => {
        said = (said + piece).slice(-20_000);
        const address = said.match(/http:\/\/(?:127\.0\.0\.1|localhost):\d+/);
        if (!address) return;
        clearTimeout(late);
        found(address[0]);
      };
      running.stdout.on("data", read);
      running.stderr.on("data", read);
      running.on("exit", (code) => {
        clearTimeout(late);
        failed(new Error(`the program ended with ${code}:\n${said}`));
      });
    });
  }
}

function program() {
  const target = process.env.CARGO_TARGET_DIR ?? path.join(import.meta.dirname, "../../target");
  const kept = path.join(homedir(), ".cache/allapari/target");
  const places = ["debug", "release"].flatMap((kind) => [target, kept].map((t) => path.join(t, kind, "allapari")));
  const found = process.env.JOURNEYS_PROGRAM ?? places.find((place) => existsSync(place));
  if (!found) throw new Error("build the program first: cargo build -p app");
  return found;
}

function freePort() {
  return new Promise((found, failed) => {
    const probe = createServer();
    probe.on("error", failed);
    probe.listen(0, "127.0.0.1", () => {
      const { port } = probe.address();
      probe.close(() => found(port));
    });
  });
}
