// The share of the teaching that experts hold, said anew while hours are typed. `[data-share]` has
// the minutes taught elsewhere (`data-expert`, `data-professional`), what is asked (`data-asked`)
// and the words; the fields of its form have `data-share-side`. Without this script the page says
// what is saved.

const PAUSE = 800;

// Hours as the program reads them: 2, 2.5, 2,5, 2:30, 2 h. None when it would refuse them.
function minutes(text) {
  const words = text.trim().replace(/h+$/i, "").trim();
  if (words === "") return 0;
  const [, hours, mark, rest] = words.match(/^(\d{1,5})(?:([:.,])(\d{1,5}))?$/) ?? [];
  if (hours === undefined) return undefined;
  if (mark === ":") return Number(rest) > 59 ? undefined : Number(hours) * 60 + Number(rest);
  return Number(hours) * 60 + (mark ? Math.round((Number(rest) * 60) / 10 ** rest.length) : 0);
}

for (const place of document.querySelectorAll("[data-share]")) {
  const form = place.closest("form");
  const part = (name) => place.querySelector(`[data-share-${name}]`);
  let timer = 0;

  const now = () => {
    const sums = { expert: Number(place.dataset.expert), professional: Number(place.dataset.professional) };
    for (const field of form.querySelectorAll("[data-share-side]")) {
      const read = minutes(field.value);
      if (read === undefined) return; // half typed: what was said stands until it can be read
      sums[field.dataset.shareSide] += read;
    }
    const all = sums.expert + sums.professional;
    part("bar").setAttribute("width", `${all ? (sums.expert * 100) / all : 0}%`);
    clearTimeout(timer);
    timer = setTimeout(() => say(all ? Math.floor((sums.expert * 100) / all) : undefined), PAUSE);
  };

  // A screen reader hears a line that changed: once, when the typing rests.
  const say = (share) => {
    const { says, saysElided, none, asked } = place.dataset;
    const before = share === 11 || String(share).startsWith("8") ? saysElided : says;
    const words = share === undefined ? none : before.replace("#", share);
    if (part("says").textContent !== words) part("says").textContent = words;
    if (asked === undefined) return;
    part("met").hidden = !(share >= Number(asked));
    part("not-met").hidden = !(share < Number(asked));
  };

  form.addEventListener("input", (event) => {
    if (event.target.dataset.shareSide) now();
  });
}
