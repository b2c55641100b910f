// A form that keeps what is typed while it is typed: `<form data-keep data-kept="…" data-failed="…"
// data-signed-out="…" data-sign-in="…">` with a hidden `version` and an element `data-keep-status`.
// It posts the same form with `quiet`; the answer is the new version, and nothing else says that
// the form is kept. Without this script there is a button that saves.

const PAUSE = 1500;

for (const form of document.querySelectorAll("form[data-keep]")) {
  const status = form.querySelector("[data-keep-status]");
  const version = form.elements.namedItem("version");
  let timer = 0;
  let going = null;
  let changed = false;

  // A new tab leaves what is typed where it is.
  const signIn = () => {
    const way = document.createElement("a");
    way.href = "/accedi";
    way.target = "_blank";
    way.rel = "noopener";
    way.textContent = form.dataset.signIn;
    return way;
  };

  const keep = async () => {
    changed = false;
    const body = new URLSearchParams(new FormData(form));
    body.set("quiet", "1");
    body.delete("do");
    try {
      // What leads to another page kept nothing, whatever stands on that page.
      const answer = await fetch(form.action, { method: "POST", body, credentials: "same-origin", redirect: "manual" });
      if (answer.type === "opaqueredirect" || answer.status === 401) {
        status.replaceChildren(`${form.dataset.signedOut} `, signIn());
        return;
      }
      const said = answer.ok ? (await answer.text()).trim() : "";
      if (!/^\d+$/.test(said)) throw new Error(String(answer.status));
      version.value = said;
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
