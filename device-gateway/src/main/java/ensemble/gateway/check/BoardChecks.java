package ensemble.gateway.check;

import java.util.stream.Stream;

/** What kind of board this is, and what it lacks. Pure. */
final class BoardChecks {
    private BoardChecks() {}

    static Stream<Verdict> board(BoxFacts facts) {
        return facts
                .model()
                .filter(model -> model.contains("Raspberry Pi"))
                .map(model -> Verdict.note(
                        "board",
                        model + ", which has no line-in and no microphone, and whose built-in radio the Echo uses up",
                        "Plan a USB sound card for a cable from the Echo, a USB microphone to line speakers up, and USB"
                                + " Bluetooth radios for speakers."))
                .stream();
    }

    static Stream<Verdict> inputs(BoxFacts facts) {
        return Stream.of(
                facts.captures().isEmpty()
                        ? Verdict.note(
                                "sound inputs",
                                "no line-in and no microphone was found",
                                "The Echo can come by Bluetooth; to line speakers up, plug in a USB microphone or use a"
                                        + " phone.")
                        : Verdict.ok("sound inputs", String.join(", ", facts.captures())));
    }
}
