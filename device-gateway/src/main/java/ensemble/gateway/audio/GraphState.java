package ensemble.gateway.audio;

/** Whether there is an audio server to play on. */
public sealed interface GraphState {
    /** Sound flows. {@code server} is its name and version, or {@code in-process}. */
    record Running(String server) implements GraphState {}

    /** It does not; the adapter keeps trying. {@code reason} is one sentence. */
    record Down(String reason) implements GraphState {}
}
