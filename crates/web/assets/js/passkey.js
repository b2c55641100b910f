// Passkeys: shows the buttons where the browser can use them, and carries questions and answers
// between the browser and the program. Pages work without it.

const places = document.querySelectorAll("[data-passkey]");

async function ask(path, body) {
  const answer = await fetch(path, {
    method: "POST",
    headers: { "content-type": "application/json", accept: "application/json" },
    body: JSON.stringify(body ?? {}),
  });
  const said = await answer.json();
  if (!answer.ok) throw new Error(said.detail);
  return said;
}

const steps = {
  register: {
    begin: "/profilo/passkey/inizio",
    finish: "/profilo/passkey/fine",
    call: (options) =>
      navigator.credentials.create({
        publicKey: PublicKeyCredential.parseCreationOptionsFromJSON(options.publicKey),
      }),
  },
  "sign-in": {
    begin: "/accedi/passkey/inizio",
    finish: "/accedi/passkey/fine",
    call: (options, more) =>
      navigator.credentials.get({
        publicKey: PublicKeyCredential.parseRequestOptionsFromJSON(options.publicKey),
        ...more,
      }),
  },
};

// Of two answers, the field's own and the button's, the first counts: a second sign-in would end
// the session of the first while the browser is already on its way.
let answered = false;

// On to a page, or by a form without a field where something is made there and shown once.
function goOn({ next, post }) {
  if (!post) return location.assign(next);
  const form = document.createElement("form");
  form.method = "post";
  form.action = next;
  document.body.append(form);
  form.submit();
}

async function go(place, more) {
  const step = steps[place.dataset.passkey];
  const { ceremony, options } = await ask(step.begin);
  const credential = await step.call(options, more);
  if (answered) return;
  answered = true;
  const name = place.querySelector("input")?.value ?? "";
  const next = place.dataset.next ?? "";
  try {
    const onward = await ask(step.finish, { ceremony, credential: credential.toJSON(), name, next });
    goOn(onward);
  } catch (error) {
    answered = false;
    error.chosen = true;
    throw error;
  }
}

function say(place, error) {
  const stopped = error.name === "NotAllowedError" || error.name === "AbortError";
  const words = stopped ? place.dataset.cancelled : (error.message || place.dataset.failed);
  place.querySelector("[role=status]").textContent = words;
}

// While the address field waits for a passkey, the button must be able to take over.
let waiting;

async function offer(place) {
  if (place.dataset.passkey !== "sign-in") return;
  if (!(await PublicKeyCredential.isConditionalMediationAvailable?.())) return;
  waiting = new AbortController();
  // Where nobody chose a passkey there is nobody to tell. Whoever did, perhaps after the question
  // was too old, reads what happened and may choose again.
  go(place, { mediation: "conditional", signal: waiting.signal }).catch((error) => {
    if (error.chosen) failed(place, error);
  });
}

function failed(place, error) {
  say(place, error);
  offer(place);
}

if (window.PublicKeyCredential?.parseRequestOptionsFromJSON) {
  for (const place of places) {
    place.hidden = false;
    place.querySelector("button").addEventListener("click", () => {
      waiting?.abort();
      go(place).catch((error) => failed(place, error));
    });
    offer(place);
  }
}
