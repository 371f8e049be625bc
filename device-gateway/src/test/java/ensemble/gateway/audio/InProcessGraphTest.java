package ensemble.gateway.audio;

final class InProcessGraphTest extends AudioGraphContract {
    @Override
    AudioRig rig() {
        return new VirtualTimeRig(SINKS);
    }
}
