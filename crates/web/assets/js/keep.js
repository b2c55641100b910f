// A form that keeps what is typed while it is typed: `<form data-keep data-kept="…" data-failed="…">`
// with a hidden `version` and an element `data-keep-status`. It posts the same form with `quiet`;
// the answer is the new version. Without this script there is a button that saves.

const PAUSE = 1500;

for (const form of document.querySelectorAll("form[data-keep]")) {
  const status = form.querySelector("[data-keep-status]");
  const version = form.elements.namedItem("version");
  let timer = 0;
  let going = null;
  let changed = false;

  const keep = async () => {
    changed = false;
    const body = new URLSearchParams(new FormData(form));
    body.set("quiet", "1");
    body.delete("do");
    try {
      const answer = await fetch(form.action, { method: "POST", body, credentials: "same-origin" });
      if (!answer.ok) throw new Error(String(answer.status));
      version.value = (await answer.text()).trim();
      status.textContent = form.dataset.kept;
    } catch {
      status.textContent = form.dataset.failed;
    }
  };

  const later = () => {
    changed = true;
    clearTimeout(timer);
    timer = setTimeout(async () => {
      if (going) await going;
      going = keep();
      await going;
      going = null;
    }, PAUSE);
  };

  form.addEventListener("input", later);
  form.addEventListener("submit", (event) => {
    clearTimeout(timer);
    changed = false;
    // What is on its way changes the version: the button waits for it.
    if (going) {
      event.preventDefault();
      going.then(() => form.requestSubmit(event.submitter));
    }
  });
  addEventListener("pagehide", () => {
    if (!changed) return;
    clearTimeout(timer);
    const body = new URLSearchParams(new FormData(form));
    body.set("quiet", "1");
    body.delete("do");
    navigator.sendBeacon(form.action, body);
  });
}
