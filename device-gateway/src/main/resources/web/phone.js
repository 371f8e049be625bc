// A phone lends the box its microphone for one line-up. What it records goes to the box only, and is kept nowhere.
import { complain, post } from "/ask.js";

let ear = null;
let doing = 0;

async function open() {
  const stream = await navigator.mediaDevices.getUserMedia({
    audio: { echoCancellation: false, noiseSuppression: false, autoGainControl: false, channelCount: 1 },
  });
  const context = new AudioContext({ sampleRate: 48000 });
  await context.audioWorklet.addModule("/phone-worklet.js");
  const node = new AudioWorkletNode(context, "ear");
  context.createMediaStreamSource(stream).connect(node);
  await context.resume();
  const opened = { stream, context, rate: context.sampleRate, take: null };
  node.port.onmessage = ({ data }) => {
    const take = opened.take;
    if (!take) return;
    take.gaps += take.next !== null && take.next !== data.frame ? 1 : 0;
    take.next = data.frame + data.samples.length;
    take.blocks.push(data.samples);
    take.frames += data.samples.length;
    if (take.frames >= take.wanted) take.full();
  };
  return opened;
}

function close() {
  if (!ear) return;
  ear.stream.getTracks().forEach((track) => track.stop());
  ear.context.close();
  ear = null;
}

function wav(take, rate) {
  const bytes = new DataView(new ArrayBuffer(44 + 2 * take.frames));
  const word = (at, text) => [...text].forEach((letter, i) => bytes.setUint8(at + i, letter.charCodeAt(0)));
  word(0, "RIFF"); bytes.setUint32(4, 36 + 2 * take.frames, true); word(8, "WAVE");
  word(12, "fmt "); bytes.setUint32(16, 16, true); bytes.setUint16(20, 1, true); bytes.setUint16(22, 1, true);
  bytes.setUint32(24, rate, true); bytes.setUint32(28, 2 * rate, true); bytes.setUint16(32, 2, true);
  bytes.setUint16(34, 16, true); word(36, "data"); bytes.setUint32(40, 2 * take.frames, true);
  let at = 44;
  for (const block of take.blocks) {
    for (const sample of block) {
      bytes.setInt16(at, Math.max(-32768, Math.min(32767, Math.round(sample * 32768))), true);
      at += 2;
    }
  }
  return bytes.buffer;
}

async function listen(id, seconds) {
  doing = id;
  const take = { frames: 0, blocks: [], gaps: 0, next: null, wanted: Math.ceil((seconds + 0.5) * ear.rate) };
  const whole = new Promise((full) => { take.full = full; });
  ear.take = take;
  const hears = await post("/api/phone/hears", { id });
  if (!hears.ok) { ear.take = null; return; }
  await whole;
  ear.take = null;
  const sent = await fetch(`/api/phone/take?id=${id}&gaps=${take.gaps}`, {
    method: "POST", headers: { "Content-Type": "audio/wav" }, body: wav(take, Math.round(ear.rate)),
  });
  if (!sent.ok) complain((await sent.json()).error);
}

/** What the box wants of a phone; this one answers only if it has offered. */
export function showPhone(phone) {
  const state = document.getElementById("phone-said");
  const elsewhere = phone && phone.group && !ear;
  state.textContent = ear ? "This phone listens. Hold it still where you sit, and keep this page in front."
    : elsewhere ? "Another phone listens." : "";
  if (!ear) return;
  if (ear.begun && (!phone || !phone.group)) { close(); state.textContent = ""; return; }
  ear.begun ||= Boolean(phone && phone.group);
  if (phone && phone.listen && phone.listen !== doing) listen(phone.listen, phone.seconds);
}

/** Lines a group up by this phone's microphone; also = from one more place, and the mean of all counts. */
export async function lineUpByPhone(group, also) {
  if (!navigator.mediaDevices) {
    complain("A browser lends its microphone to a safe page only: open this page by https, on the box's second port.");
    return;
  }
  try {
    ear ||= await open();
  } catch (refused) {
    complain(`The microphone cannot be used: ${refused.message}`);
    return;
  }
  const begun = await post("/api/phone/begin", { group, also });
  complain(begun.ok ? "" : begun.body.error);
  if (!begun.ok) close();
}

window.addEventListener("pagehide", () => {
  if (ear) navigator.sendBeacon("/api/phone/leave", new Blob(["{}"], { type: "application/json" }));
});
