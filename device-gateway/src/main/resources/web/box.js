"use strict";

// Names and reasons come from outside this page: they are only ever set as text.
function row(list, name, detail, classes) {
  const item = document.createElement("li");
  const label = document.createElement("b");
  const text = document.createElement("span");
  label.textContent = name;
  text.textContent = detail;
  item.className = classes;
  item.append(label, text);
  list.append(item);
}

function spoken(id) {
  return id.split("-").map((word) => word[0].toUpperCase() + word.slice(1)).join(" ");
}

function speakerDetail(speaker) {
  if (!speaker.up) return "not there";
  const volume = speaker.m ? "muted" : `volume ${speaker.v}`;
  const delay = speaker.d > 0 ? `, ${(speaker.d / 1000).toFixed(2)} ms held back` : "";
  return (speaker.on ? "playing, " : "silent, ") + volume + delay;
}

const reasons = {
  never: "never tried", old: "too long ago", link: "a speaker was away since", codec: "its codec changed",
  stall: "a speaker stalled", moved: "the microphone was moved", "no-mic": "there is no microphone",
  reported: "only the speakers' own word is known", refused: "the last try was refused",
};

function syncDetail(sync) {
  if (sync.us === null) return "not measured" + (sync.why ? ` (${reasons[sync.why] || sync.why})` : "");
  const ear = sync.ear ? `, about ${sync.ear} ms from the Echo to the ear`
    + (sync.ear > 80 ? ": not for video" : "") : "";
  return `${sync.st.toLowerCase().replaceAll("_", " ")}: ${(sync.us / 1000).toFixed(3)} ms `
    + `\u00b1 ${(sync.u / 1000).toFixed(3)}, measured ${new Date(sync.at).toLocaleTimeString()}${ear}`;
}

function show(status) {
  const health = document.getElementById("health");
  const sound = status.health ? (status.health.graph || status.health.noSound) : "starting";
  health.textContent = `${sound} \u2014 ${status.cloud ? "cloud connected" : "cloud away, playing on"}`;
  health.className = status.health && status.health.noSound ? "fault" : "";
  const speakers = document.getElementById("speakers");
  speakers.replaceChildren();
  for (const [id, speaker] of Object.entries(status.routing ? status.routing.is : {})) {
    row(speakers, spoken(id), speakerDetail(speaker), speaker.up ? (speaker.on ? "playing" : "") : "away");
  }
  const groups = document.getElementById("groups");
  groups.replaceChildren();
  for (const [id, sync] of Object.entries(status.sync ? status.sync.g : {})) {
    row(groups, spoken(id), syncDetail(sync), "");
  }
}

function outputDetail(output) {
  const several = output.speakers > 1 ? `, ${output.speakers} speakers as one` : "";
  const latency = output.latency
    ? `${output.latency.ms} \u00b1 ${output.latency.doubtMs} ms late (${output.latency.source}, not measured)`
    : "latency unknown";
  const held = output.firstDelayMs > 0 ? `, held back ${output.firstDelayMs.toFixed(1)} ms until measured` : "";
  return `${output.kind}${several}: ${output.state.replaceAll("-", " ")}, ${latency}${held}`
    + (output.sentence ? `. ${output.sentence}` : "");
}

function showOutputs(outputs) {
  const list = document.getElementById("outputs");
  list.replaceChildren();
  for (const output of outputs || []) {
    row(list, spoken(output.id), outputDetail(output), output.state === "there" ? "" : "away");
  }
}

function showCalibration(calibration, hold) {
  const line = document.getElementById("calibration");
  line.textContent = calibration ? calibration.sentence : "";
  document.getElementById("lamp").hidden = !((calibration && calibration.listening) || (hold && hold.listening));
}

function showHold(hold) {
  const button = document.getElementById("hold-switch");
  button.setAttribute("aria-pressed", String(Boolean(hold && hold.on)));
  button.textContent = hold && hold.on ? "Stop holding" : "Hold together while music plays";
  document.getElementById("hold").textContent = hold && hold.on ? hold.sentence : "";
}

document.getElementById("hold-switch").onclick = async (event) => {
  const on = event.target.getAttribute("aria-pressed") !== "true";
  const answer = await fetch("/hold", { method: "POST", headers: { "Content-Type": "application/json" }, body: JSON.stringify({ on }) });
  if (!answer.ok) document.getElementById("hold").textContent = (await answer.json()).error;
};

new EventSource("/api/live").onmessage = (event) => {
  const status = JSON.parse(event.data);
  show(status);
  showOutputs(status.outputs);
  showCalibration(status.calibration, status.hold);
  showHold(status.hold);
};
