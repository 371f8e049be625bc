package ensemble.catalogue.ask;

import ensemble.catalogue.data.Fact;
import ensemble.catalogue.data.Kind;
import ensemble.catalogue.data.Mode;
import ensemble.catalogue.data.Model;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** What else would do for these models, best first. Pure. */
final class Instead {
    private Instead() {}

    static List<String> of(Model one, Model other) {
        List<String> instead = new ArrayList<>();
        if (!one.kind().sounds() || !other.kind().sounds()) {
            Stream.of(one, other)
                    .flatMap(model -> model.facts("advice"))
                    .map(Fact::says)
                    .filter(Objects::nonNull)
                    .forEach(instead::add);
            return List.copyOf(instead);
        }
        boolean bluetooth = one.facts("no-bluetooth-pairing").findAny().isEmpty()
                && other.facts("no-bluetooth-pairing").findAny().isEmpty();
        if (bluetooth) {
            instead.add("The speaker box: any Bluetooth speakers, lined up by microphone.");
        }
        if (has(one, "aux-in") && has(other, "aux-in")) {
            instead.add("A Y-splitter into both aux inputs.");
        }
        if ((has(one, "aux-out") && has(other, "aux-in")) || (has(other, "aux-out") && has(one, "aux-in"))) {
            instead.add("An aux cable from one to the other, if yours has the output: look first.");
        }
        if (bluetooth) {
            instead.add("A dual-output transmitter such as the Avantree DG60.");
            instead.add("A phone app such as SoundSeeder, one player for each speaker.");
        }
        if (!one.id().equals(other.id())) {
            twoOf(one, instead);
            twoOf(other, instead);
        }
        return List.copyOf(instead);
    }

    private static void twoOf(Model model, List<String> instead) {
        if (model.kind() == Kind.SPEAKER && model.modes().stream().anyMatch(Mode::works)) {
            instead.add("Two of the " + model.shown() + ".");
        }
    }

    private static boolean has(Model model, String port) {
        return model.values("port").contains(port) && !model.values("no-port").contains(port);
    }
}
