"use strict";

// Linking this box to a house: shows the code, and puts the question to whoever is here.
const endings = {
  linked: "This box is linked.", refused: "It was not linked: somebody here said no.",
  late: "Nobody here answered in time. Show a new code and begin again.",
  unused: "Nobody said the code in time.", unfinished: "The cloud did not finish. Show a new code and begin again.",
};

function minutes(seconds) {
  return seconds > 90 ? `${Math.round(seconds / 60)} minutes` : `${seconds} seconds`;
}

function linkSentence(link) {
  if (link.state === "open") {
    const away = link.cloud ? "" : " The cloud cannot be reached yet: the code works once it can.";
    return `Say to Alexa: ask speaker groups to link my box. She asks for this code, which works for `
      + `${minutes(link.seconds)} more.${away}`;
  }
  if (link.state === "asked") {
    return `Somebody wants to link this box to their house. Alexa has told them the number ${link.number}. `
      + `Was that you? ${minutes(link.seconds)} left to answer.`;
  }
  if (link.state === "confirmed") return "Linking\u2026";
  const none = link.claimed ? "This box belongs to a house." : "No house has linked this box yet.";
  return link.ending ? endings[link.ending] : none;
}

let linkClaim = null;

function showLink(link) {
  linkClaim = link.claim || null;
  document.getElementById("link").textContent = linkSentence(link);
  document.getElementById("link-code").textContent = link.code || "";
  document.getElementById("link-open").hidden = link.state !== "closed";
  document.getElementById("link-yes").hidden = link.state !== "asked";
  document.getElementById("link-no").hidden = link.state !== "asked";
}

async function actOnLink(body) {
  const answer = await fetch("/api/link", {
    method: "POST", headers: { "Content-Type": "application/json" }, body: JSON.stringify(body),
  });
  const said = await answer.json();
  if (answer.ok) showLink(said);
  else document.getElementById("link").textContent = said.error;
}

async function lookAtLink() {
  try {
    showLink(await (await fetch("/api/link")).json());
  } catch (away) {
    document.getElementById("link").textContent = "The box does not answer.";
  }
  setTimeout(lookAtLink, 2000);
}

document.getElementById("link-open").onclick = () => actOnLink({ open: true });
document.getElementById("link-yes").onclick = () => actOnLink({ claim: linkClaim, yes: true });
document.getElementById("link-no").onclick = () => actOnLink({ claim: linkClaim, yes: false });
lookAtLink();
