// What a person asks of the box, and whether this browser may.

const said = document.getElementById("said");
let may = false;

export async function post(path, body) {
  const answer = await fetch(path, {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify(body),
  });
  return { ok: answer.ok, status: answer.status, body: await answer.json() };
}

export function complain(sentence) {
  said.textContent = sentence;
  said.hidden = !sentence;
}

/** Sends a command; what stands against it is shown on top. */
export async function command(body) {
  try {
    const answer = await post("/api/command", body);
    complain(answer.ok ? "" : answer.body.error);
    if (answer.status === 401) await session();
    return answer.ok;
  } catch (away) {
    complain("The box does not answer.");
    return false;
  }
}

/** A button that sends a command; it is dead while nobody may. */
export function button(text, body) {
  const element = document.createElement("button");
  element.type = "button";
  element.className = "commands";
  element.textContent = text;
  element.disabled = !may;
  element.onclick = () => command(body());
  return element;
}

export function mayCommand() {
  return may;
}

export async function session() {
  const now = await (await fetch("/api/session")).json();
  may = now.mayCommand;
  document.getElementById("login").hidden = may;
  document.getElementById("logout").hidden = !now.loggedIn;
  for (const element of document.querySelectorAll(".commands")) element.disabled = !may;
}

/** The login's own box. */
export function login() {
  const form = document.getElementById("code-form");
  const code = document.getElementById("code");
  const line = document.getElementById("login-said");
  document.getElementById("code-ask").onclick = async () => {
    const answer = await post("/api/login/begin", {});
    line.textContent = answer.ok
      ? `The box holds a code for ${Math.ceil(answer.body.seconds / 60)} more minutes.` : answer.body.error;
    form.hidden = !answer.ok;
    if (answer.ok) code.focus();
  };
  form.onsubmit = async (event) => {
    event.preventDefault();
    const answer = await post("/api/login", { code: code.value });
    code.value = "";
    line.textContent = answer.ok ? "" : answer.body.error;
    form.hidden = answer.ok;
    if (answer.ok) complain("");
    await session();
  };
  document.getElementById("logout").onclick = async () => {
    await post("/api/logout", {});
    await session();
  };
  return session();
}
