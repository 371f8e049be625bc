// The box's page: what the box says is shown, as it says it. Names and reasons come from outside, so they are only ever set as
// text.
import { command, login } from "/ask.js";
import { showGroups } from "/groups.js";
import { showPhone } from "/phone.js";
import { showBluetooth, showSpeakers } from "/speakers.js";
import { showCalibration, showHold } from "/sync.js";

function showHealth(status) {
  const line = document.getElementById("health");
  const sound = status.health ? (status.health.graph || status.health.noSound) : "starting";
  line.textContent = `${sound} \u2014 ${status.cloud ? "cloud connected" : "cloud away, playing on"}`;
  line.className = status.health && status.health.noSound ? "fault" : "";
}

function spoken(id) {
  return id.split("-").map((word) => word[0].toUpperCase() + word.slice(1)).join(" ");
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
  document.getElementById("outputs").replaceChildren(...(outputs || []).map((output) => {
    const item = document.createElement("li");
    const name = document.createElement("b");
    const detail = document.createElement("span");
    name.textContent = spoken(output.id);
    detail.className = "detail";
    detail.textContent = outputDetail(output);
    item.className = output.state === "there" ? "" : "away";
    item.append(name, detail);
    return item;
  }));
}

function names(house) {
  const all = new Map([...house.speakers, ...house.groups].map((one) => [one.id, one.name]));
  return (id) => all.get(id) || id;
}

function show(status) {
  const house = status.house || { speakers: [], groups: [] };
  showHealth(status);
  showGroups(house, status.routing, status.sync);
  showSpeakers(house, status.routing, status.bluetooth);
  showBluetooth(status.bluetooth, status.now);
  showCalibration(status.calibration, status.hold, names(house));
  showHold(status.hold);
  showPhone(status.phone);
  showOutputs(status.outputs);
}

document.getElementById("everywhere").onclick = () => command({ do: "everywhere" });
document.getElementById("nothing").onclick = () => command({ do: "nothing" });
await login();
const live = new EventSource("/api/live");
live.onmessage = (event) => show(JSON.parse(event.data));
live.onerror = () => { document.getElementById("health").textContent = "The box does not answer."; };
