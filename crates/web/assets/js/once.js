// A button pressed twice in a hurry sends its form once. A form may be sent again after a while
// (the answer may be a download, which leaves the page where it is) and when one comes back to it.

const WHILE = 4000;
const sent = new Map();

document.addEventListener("submit", (event) => {
  const form = event.target;
  if (form.method !== "post" || event.defaultPrevented) return;
  if (Date.now() - (sent.get(form) ?? -WHILE) < WHILE) event.preventDefault();
  else sent.set(form, Date.now());
});

addEventListener("pageshow", () => sent.clear());
