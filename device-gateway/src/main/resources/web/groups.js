// One card for each group. Cards are kept and changed, never drawn anew: a finger on a slider stays on it.
import { button, command, mayCommand } from "/ask.js";
import { lineUpByPhone } from "/phone.js";
import { syncDetail } from "/sync.js";

const SETTLES_MS = 250;
const cards = new Map();

function switched(element, on) {
  element.setAttribute("aria-checked", String(on));
}

function toggle(text, body) {
  const element = button(text, () => body(element.getAttribute("aria-checked") !== "true"));
  element.setAttribute("role", "switch");
  return element;
}

function slider(group, label) {
  const line = document.createElement("div");
  const input = document.createElement("input");
  const number = document.createElement("output");
  const caption = document.createElement("label");
  let settling = 0;
  Object.assign(input, { type: "range", min: 0, max: 100, id: `volume-${group}`, className: "commands" });
  input.disabled = !mayCommand();
  caption.htmlFor = input.id;
  caption.textContent = "Volume";
  input.setAttribute("aria-label", `Volume of ${label}`);
  input.oninput = () => { number.value = input.value; };
  // Arrow keys change it step by step: what is sent is where it comes to rest.
  input.onchange = () => {
    clearTimeout(settling);
    settling = setTimeout(async () => {
      await command({ do: "volume", group, volume: Number(input.value) });
      settling = 0;
    }, SETTLES_MS);
  };
  line.className = "volume";
  line.append(caption, input, number);
  const set = (points) => {
    if (settling || input.matches(":active")) return;
    input.value = points;
    number.value = points;
  };
  return { line, set };
}

function card(group) {
  const item = document.createElement("li");
  const head = document.createElement("div");
  const name = document.createElement("b");
  const detail = document.createElement("span");
  const buttons = document.createElement("div");
  const id = group.id;
  const on = toggle("On", (wanted) => ({ do: "turn", group: id, on: wanted }));
  const mute = toggle("Mute", (muted) => ({ do: "mute", group: id, muted }));
  const volume = slider(id, group.name);
  const phone = button("Line up with this phone", () => ({}));
  const phoneToo = button("And from this seat too", () => ({}));
  phone.onclick = () => lineUpByPhone(id, false);
  phoneToo.onclick = () => lineUpByPhone(id, true);
  head.className = "head";
  detail.className = "detail";
  buttons.className = "buttons";
  head.append(name, on);
  buttons.append(
    button("Only here", () => ({ do: "only", group: id })), mute,
    button("Line up", () => ({ do: "line-up", group: id })), phone, phoneToo);
  item.append(head, volume.line, buttons, detail);
  for (const element of item.querySelectorAll("button")) element.setAttribute("aria-label", `${element.textContent}: ${group.name}`);
  return { item, name, on, mute, volume, detail };
}

function stateOf(group, speakers) {
  const members = group.members.map((id) => speakers[id]).filter(Boolean);
  const there = members.filter((speaker) => speaker.up);
  return {
    on: there.length > 0 && there.every((speaker) => speaker.on),
    some: there.some((speaker) => speaker.on),
    muted: members.length > 0 && members.every((speaker) => speaker.m),
    volume: Math.max(0, ...members.map((speaker) => speaker.v)),
    away: members.length - there.length,
  };
}

export function showGroups(house, routing, sync) {
  const list = document.getElementById("groups");
  const known = new Set(house.groups.map((group) => group.id));
  for (const [id, old] of cards) {
    if (!known.has(id)) { old.item.remove(); cards.delete(id); }
  }
  house.groups.forEach((group, at) => {
    if (!cards.has(group.id)) cards.set(group.id, card(group));
    const { item, name, on, mute, volume, detail } = cards.get(group.id);
    if (list.children[at] !== item) list.insertBefore(item, list.children[at] || null);
    const now = stateOf(group, routing ? routing.is : {});
    name.textContent = group.name;
    item.className = now.on ? "playing" : "";
    switched(on, now.on);
    switched(mute, now.muted);
    volume.set(now.volume);
    const parts = [now.on ? "playing" : now.some ? "partly playing" : "silent"];
    if (now.away) parts.push(`${now.away} not there`);
    const measured = sync && sync.g[group.id];
    if (measured) parts.push(syncDetail(measured));
    detail.textContent = parts.join(" \u00b7 ");
  });
}
