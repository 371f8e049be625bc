// How well groups are in sync, how a line-up goes, and holding.
import { command } from "/ask.js";

const reasons = {
  never: "never tried", old: "too long ago", link: "a speaker was away since", codec: "its codec changed",
  stall: "a speaker stalled", moved: "the microphone was moved", "no-mic": "there is no microphone",
  reported: "only the speakers' own word is known", refused: "the last try was refused",
};

export function syncDetail(sync) {
  if (sync.us === null) return "not measured" + (sync.why ? ` (${reasons[sync.why] || sync.why})` : "");
  const ear = sync.ear ? `, about ${sync.ear} ms from the Echo to the ear`
    + (sync.ear > 80 ? ": not for video" : "") : "";
  return `${sync.st.toLowerCase().replaceAll("_", " ")}: ${(sync.us / 1000).toFixed(3)} ms `
    + `\u00b1 ${(sync.u / 1000).toFixed(3)}, measured ${new Date(sync.at).toLocaleTimeString()}${ear}`;
}

/** The last line-up: how it goes, and when it has ended what each speaker was found to be. */
export function showCalibration(calibration, hold, nameOf) {
  document.getElementById("calibration").textContent = calibration
    ? `${nameOf(calibration.group)}: ${calibration.sentence}` : "Nothing was lined up since the box began.";
  document.getElementById("lamp").hidden = !((calibration && calibration.listening) || (hold && hold.listening));
  const list = document.getElementById("arrivals");
  list.replaceChildren();
  const result = calibration && calibration.result;
  for (const speaker of (result && result.verdict === "measured" && result.speakers) || []) {
    const item = document.createElement("li");
    const applied = result.applied.find((one) => one.speaker === speaker.speaker);
    item.textContent = `${nameOf(speaker.speaker)}: was ${(speaker.offsetUs / 1000).toFixed(3)} ms later than the first`
      + (applied ? `, is held back ${applied.delayMs.toFixed(2)} ms now` : "");
    list.append(item);
  }
}

export function showHold(hold) {
  const on = Boolean(hold && hold.on);
  document.getElementById("hold-switch").setAttribute("aria-checked", String(on));
  document.getElementById("hold").textContent = on ? hold.sentence : "";
}

document.getElementById("hold-switch").onclick = (event) =>
  command({ do: "hold", on: event.currentTarget.getAttribute("aria-checked") !== "true" });
