"use strict";

const byId = (id) => document.getElementById(id);

// Names and sentences come from outside this page: they are only ever set as text.
function item(list, name, detail, classes) {
  const row = document.createElement("li");
  const label = document.createElement("b");
  const fine = document.createElement("span");
  label.textContent = name;
  fine.textContent = detail;
  fine.className = "fine";
  row.className = classes;
  row.append(label, fine);
  list.append(row);
  return row;
}

function toggle(row, group) {
  const button = document.createElement("button");
  button.textContent = group.active ? "Turn off" : "Turn on";
  button.onclick = () => say(`turn ${group.active ? "off" : "on"} ${group.name}`);
  row.append(button);
}

function syncWords(sync) {
  if (sync.offsetMs === null) return "sync not measured";
  return `${sync.status.toLowerCase().replaceAll("_", " ")}, ${sync.offsetMs.toFixed(3)} ms`;
}

function show(status) {
  const hub = status.hub;
  byId("hub").textContent = hub.online ? `${hub.name} is online, sound by ${hub.graph ?? "nothing"}`
    : `${hub.name} is offline`;
  byId("hub").className = hub.online ? "" : "cannot";
  byId("groups").replaceChildren();
  for (const group of status.groups) {
    toggle(item(byId("groups"), group.name, syncWords(group.sync), group.active ? "on" : "off"), group);
  }
  byId("speakers").replaceChildren();
  for (const speaker of status.speakers) {
    const state = speaker.connected === null ? "unknown" : !speaker.connected ? "away"
      : speaker.playing ? "playing" : "silent";
    item(byId("speakers"), speaker.name, `${state}, volume ${speaker.volume}`, speaker.playing ? "on" : "off");
  }
}

async function refresh() {
  const answer = await fetch("/status");
  if (answer.ok) show(await answer.json());
}

async function say(text) {
  const answer = await fetch("/say", {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify({ text, locale: "en-US", session: "app" }),
  });
  const said = await answer.json();
  const words = said.error ?? (said.speech || said.outcome.replaceAll("-", " "));
  item(byId("talk"), text, words, said.outcome ?? "cannot");
  await refresh();
}

byId("say").onsubmit = (event) => {
  event.preventDefault();
  const sentence = byId("sentence");
  say(sentence.value);
  sentence.value = "";
};

refresh();
setInterval(refresh, 1000);
