// Hands every block of the phone's microphone on, with the count of samples so far, so that a lost block is seen.
registerProcessor("ear", class extends AudioWorkletProcessor {
  process(inputs) {
    const channel = inputs[0][0];
    if (channel) this.port.postMessage({ frame: currentFrame, samples: channel.slice() });
    return true;
  }
});
