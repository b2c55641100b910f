// The outlines of the 21 territories, drawn from the 20 regions of @svg-maps/italy:
// simplified, and Trentino-Alto Adige parted into its two autonomous provinces.
import { readFileSync } from "node:fs";
import { join } from "node:path";

const CODES = {
  piedmont: "piemonte", "aosta-valley": "valle-d-aosta", lombardy: "lombardia", veneto: "veneto",
  "friuli-venezia-giulia": "friuli-venezia-giulia", liguria: "liguria", "emilia-romagna": "emilia-romagna",
  tuscany: "toscana", umbria: "umbria", marche: "marche", lazio: "lazio", abruzzo: "abruzzo", molise: "molise",
  campania: "campania", apulia: "puglia", basilicata: "basilicata", calabria: "calabria", sicily: "sicilia",
  sardinia: "sardegna",
};

// The border between the provinces of Bolzano and Trento, west to east (Cevedale, Mendola,
// Salorno, Latemar, Sella), drawn by hand in the map's coordinates.
const BORDER = [
  [205, 48], [211, 47], [217, 44], [222, 46], [227, 45], [231, 41], [234, 45], [235, 51], [233, 57], [234, 63],
  [238, 65], [242, 61], [247, 59], [249, 55], [253, 52], [256, 47], [260, 43], [266, 45],
];
const TOLERANCE = 0.6;
const SMALLEST = 3;

export function map(packages) {
  const source = readFileSync(join(packages, "@svg-maps/italy/index.js"), "utf8");
  const { locations } = JSON.parse(source.replace(/^export default /, "").replace(/;?\s*$/, ""));
  const shapes = new Map();
  for (const { id, path } of locations) {
    const all = rings(path);
    if (id === "trentino-south-tyrol") {
      const [bolzano, trento] = part(all[0]);
      shapes.set("bolzano", [bolzano]).set("trento", [trento]);
    } else shapes.set(CODES[id], all);
  }
  const rows = [...shapes].map(([code, all]) => {
    const kept = all.map(simplify).filter((ring) => area(ring) >= SMALLEST);
    const [x, y] = middle(kept.reduce((a, b) => (area(b) > area(a) ? b : a)));
    return `    ("${code}", "${kept.map(draw).join("")}", ${Math.round(x)}, ${Math.round(y)}),`;
  });
  if (rows.length !== 21) throw new Error(`The map has ${rows.length} territories, not 21.`);
  return `[\n${rows.join("\n")}\n]\n`;
}

// The rings of a path made of relative moves, lines and closings, which is all the source has.
function rings(path) {
  const all = [];
  let [x, y] = [0, 0];
  for (const piece of path.split(/[zZ]/).map((text) => text.trim()).filter(Boolean)) {
    if (!/^m [-\d.,e\s]+$/.test(piece)) throw new Error("A region is drawn in an unexpected way.");
    const ring = piece.slice(2).trim().split(/\s+/).map((pair) => {
      const [dx, dy] = pair.split(",").map(Number);
      return [(x += dx), (y += dy)];
    });
    [x, y] = ring[0];
    all.push(ring);
  }
  return all;
}

// Parts a ring along BORDER: what lies north of it first.
function part(ring) {
  const nearest = ([x, y]) =>
    ring.reduce((best, [px, py], i) => (Math.hypot(px - x, py - y) < Math.hypot(ring[best][0] - x, ring[best][1] - y) ? i : best), 0);
  const [west, east] = [nearest(BORDER[0]), nearest(BORDER.at(-1))];
  const walk = (from, to) => (from <= to ? ring.slice(from, to + 1) : [...ring.slice(from), ...ring.slice(0, to + 1)]);
  const inner = BORDER.slice(1, -1);
  const one = [...walk(west, east), ...[...inner].reverse()];
  const other = [...walk(east, west), ...inner];
  const north = (shape) => Math.min(...shape.map(([, y]) => y));
  return north(one) < north(other) ? [one, other] : [other, one];
}

// Douglas–Peucker on a ring.
function simplify(ring) {
  const keep = (from, to) => {
    const [[ax, ay], [bx, by]] = [ring[from], ring[to]];
    const length = Math.hypot(bx - ax, by - ay);
    let [far, at] = [0, -1];
    for (let i = from + 1; i < to; i++) {
      const [px, py] = ring[i];
      const away = length ? Math.abs((bx - ax) * (ay - py) - (ax - px) * (by - ay)) / length : Math.hypot(px - ax, py - ay);
      if (away > far) [far, at] = [away, i];
    }
    return far > TOLERANCE ? [...keep(from, at), ...keep(at, to)] : [ring[from]];
  };
  return keep(0, ring.length - 1);
}

function area(ring) {
  return Math.abs(ring.reduce((sum, [x, y], i) => {
    const [nx, ny] = ring[(i + 1) % ring.length];
    return sum + (x * ny - nx * y) / 2;
  }, 0));
}

// The point inside a ring that is farthest from its edges: where a number is read best.
function middle(ring) {
  const xs = ring.map(([x]) => x), ys = ring.map(([, y]) => y);
  let best = [ring[0], -1];
  for (let x = Math.min(...xs); x < Math.max(...xs); x += 2)
    for (let y = Math.min(...ys); y < Math.max(...ys); y += 2) {
      if (!inside(ring, x, y)) continue;
      const room = Math.min(...ring.map((a, i) => distance(x, y, a, ring[(i + 1) % ring.length])));
      if (room > best[1]) best = [[x, y], room];
    }
  return best[0];
}

function inside(ring, x, y) {
  let within = false;
  ring.forEach(([ax, ay], i) => {
    const [bx, by] = ring[(i + 1) % ring.length];
    if (ay > y !== by > y && x < ((bx - ax) * (y - ay)) / (by - ay) + ax) within = !within;
  });
  return within;
}

function distance(x, y, [ax, ay], [bx, by]) {
  const length = (bx - ax) ** 2 + (by - ay) ** 2;
  const along = length ? Math.max(0, Math.min(1, ((x - ax) * (bx - ax) + (y - ay) * (by - ay)) / length)) : 0;
  return Math.hypot(x - ax - along * (bx - ax), y - ay - along * (by - ay));
}

// A ring as a path: an absolute start, then relative lines, to one decimal place.
function draw(ring) {
  const round = (value) => Math.round(value * 10) / 10;
  let [x, y] = ring[0].map(round);
  let path = `M${x} ${y}l`;
  for (const point of ring.slice(1)) {
    const [px, py] = point.map(round);
    path += `${round(px - x)} ${round(py - y)} `;
    [x, y] = [px, py];
  }
  return `${path.trimEnd()}z`;
}
