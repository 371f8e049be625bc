// Speakers, and what Bluetooth knows of them.
import { button, command } from "/ask.js";

const links = {
  ready: "connected", silent: "connected, but takes no sound", calling: "being called", asleep: "let go until wanted",
  isolated: "left alone for a while, it came and went", "given-up": "called in vain", "not-paired": "not paired",
  "no-room": "no radio has room for it", unknown: "unknown",
};
const rows = new Map();

/** Ends of what lasts, by the box's clock: this machine's own may be wrong. */
let ends = { search: 0, pairing: 0, ahead: 0 };

function speakerDetail(speaker, link) {
  if (!speaker) return "unknown";
  const delay = speaker.d > 0 ? `, ${(speaker.d / 1000).toFixed(2)} ms held back` : "";
  const sound = speaker.up
    ? `${speaker.on ? "playing" : "silent"}, ${speaker.m ? "muted" : `volume ${speaker.v}`}${delay}` : "not there";
  if (!link) return sound;
  const battery = link.battery === null ? "" : `, battery ${link.battery} %`;
  return `${sound} \u00b7 Bluetooth: ${links[link.state] || link.state}${link.codec ? ` (${link.codec})` : ""}`
    + `${battery}${link.batteryLow ? ", low" : ""}`;
}

async function forget(speaker) {
  const dialog = document.getElementById("sure");
  document.getElementById("sure-question").textContent =
    `Forget the pairing with ${speaker.name}? It must be paired anew before it plays again.`;
  dialog.returnValue = "no";
  dialog.onclose = () => {
    if (dialog.returnValue === "yes") command({ do: "forget", speaker: speaker.id });
  };
  dialog.showModal();
}

function row(speaker, hasLink) {
  const item = document.createElement("li");
  const head = document.createElement("div");
  const name = document.createElement("b");
  const detail = document.createElement("span");
  const buttons = document.createElement("div");
  detail.className = "detail";
  head.className = "head";
  buttons.className = "buttons";
  head.append(name);
  buttons.append(button("Identify", () => ({ do: "identify", speaker: speaker.id })));
  if (hasLink) {
    const leave = button("Forget", () => ({}));
    leave.onclick = () => forget(speaker);
    buttons.append(button("Connect again", () => ({ do: "try-again", speaker: speaker.id })), leave);
  }
  for (const element of buttons.children) element.setAttribute("aria-label", `${element.textContent}: ${speaker.name}`);
  head.append(buttons);
  item.append(head, detail);
  return { item, name, detail, hasLink };
}

export function showSpeakers(house, routing, bluetooth) {
  const list = document.getElementById("speakers");
  const linked = new Map(((bluetooth && bluetooth.speakers) || []).map((one) => [one.output, one]));
  const known = new Set(house.speakers.map((speaker) => speaker.id));
  for (const [id, old] of rows) {
    if (!known.has(id)) { old.item.remove(); rows.delete(id); }
  }
  house.speakers.forEach((speaker, at) => {
    const link = linked.get(speaker.output);
    const old = rows.get(speaker.id);
    if (!old || old.hasLink !== Boolean(link)) {
      if (old) old.item.remove();
      rows.set(speaker.id, row(speaker, Boolean(link)));
    }
    const { item, name, detail } = rows.get(speaker.id);
    if (list.children[at] !== item) list.insertBefore(item, list.children[at] || null);
    const now = routing && routing.is[speaker.id];
    name.textContent = speaker.name;
    detail.textContent = speakerDetail(now, link);
    item.className = now && now.up ? (now.on ? "playing" : "") : "away";
  });
}

export function showBluetooth(bluetooth, now) {
  document.getElementById("bluetooth").hidden = !bluetooth;
  if (!bluetooth) return;
  const echo = bluetooth.echo;
  document.getElementById("echo").textContent = echo
    ? `${echo.name}: ${echo.connected ? "connected" : "not connected"}` : "No Echo is paired.";
  const at = (moment) => (moment ? Date.parse(moment) : 0);
  ends = {
    search: at(bluetooth.searchUntil), pairing: at(bluetooth.pairingUntil), ahead: Date.parse(now) - Date.now(),
  };
  const list = document.getElementById("findings");
  list.replaceChildren(...bluetooth.findings.map((finding) => {
    const item = document.createElement("li");
    item.textContent = finding;
    return item;
  }));
  count();
}

function left(end) {
  const seconds = Math.max(0, Math.round((end - Date.now() - ends.ahead) / 1000));
  return seconds && `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;
}

function count() {
  const search = left(ends.search);
  const pairing = left(ends.pairing);
  const lines = [];
  if (search) lines.push(`Looking for speakers for ${search}: put them into pairing mode now.`);
  if (pairing) lines.push(`An Echo can pair for ${pairing}: say "Alexa, connect to my device".`);
  document.getElementById("hours").textContent = lines.join(" ");
  const toggle = document.getElementById("pairing");
  toggle.setAttribute("aria-checked", String(Boolean(pairing)));
}

setInterval(count, 1000);
document.getElementById("search").onclick = () => command({ do: "search" });
document.getElementById("pairing").onclick = (event) =>
  command({ do: "pairing", open: event.currentTarget.getAttribute("aria-checked") !== "true" });
