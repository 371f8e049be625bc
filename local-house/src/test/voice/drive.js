'use strict';
// Says the rows of a file to a skill through virtual-alexa and tells, a line of JSON for each, what came of it and when.
// Arguments: URL of the skill, model file, locale, application id, access token, rows file, settle milliseconds, window
// milliseconds. The rows file is JSON made by the test that starts this; nothing is judged here.
const fs = require('fs');
const { VirtualAlexa } = require('virtual-alexa');

const [url, model, locale, application, token, rowsFile, settle, window] = process.argv.slice(2);
const rows = JSON.parse(fs.readFileSync(rowsFile, 'utf8'));
const pause = (millis) => new Promise((done) => setTimeout(done, millis));

function fresh() {
  const alexa = VirtualAlexa.Builder()
    .skillURL(url)
    .interactionModelFile(model)
    .locale(locale)
    .applicationID(application)
    .create();
  alexa.context().setAccessToken(token);
  return alexa;
}

async function say(alexa, row) {
  switch (row.how) {
    case 'l':
      return alexa.launch();
    case 'x':
      return alexa.endSession();
    case 'u':
      return alexa.utter(row.said);
    default:
      return alexa.intend(row.said, row.slots);
  }
}

function told(answer) {
  const response = answer.response || {};
  const speech = (response.outputSpeech && response.outputSpeech.ssml) || '';
  return {
    speech: speech.replace(/^<speak>|<\/speak>$/g, ''),
    reprompt: Boolean(response.reprompt),
    // Absent means neither: Alexa waits without listening.
    open: response.shouldEndSession === false,
    ended: response.shouldEndSession === true,
    directives: (response.directives || []).map((directive) => directive.type),
  };
}

async function main() {
  let alexa = fresh();
  let heard = '';
  for (const row of rows) {
    if (!row.goesOn) {
      alexa = fresh();
    }
    const line = { row: row.number };
    try {
      Object.assign(line, told(await say(alexa, row)));
    } catch (failed) {
      line.error = String(failed.message || failed);
    }
    if (row.heard !== heard) {
      await pause(Number(settle));
    }
    heard = row.heard;
    line.from = Date.now();
    await pause(Number(window));
    line.to = Date.now();
    console.log(JSON.stringify(line));
  }
}

main().catch((failed) => {
  console.error(failed);
  process.exit(1);
});
