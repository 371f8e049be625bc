package ensemble.catalogue.advise;

import ensemble.catalogue.advise.Inventory.Owned;
import ensemble.catalogue.ask.Ask;
import ensemble.catalogue.data.Firmware;
import ensemble.catalogue.data.Model;
import ensemble.catalogue.name.Match;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** An inventory with its names looked up; in one order, whatever order it was written in. Pure. */
record Gear(
        Inventory inventory,
        List<Piece> speakers,
        List<Model> echos,
        @Nullable Model phone,
        @Nullable Model transmitter) {
    /** A speaker they own; {@code model} is null when the catalogue does not know it. */
    record Piece(Owned owned, @Nullable Model model) {
        String name() {
            return model == null ? owned.model() : model.shown();
        }

        /** Whether it can be counted on to take Bluetooth: the unknown ones are Bluetooth speakers too. */
        boolean bluetooth() {
            return model == null
                    || model.facts("no-bluetooth-pairing").findAny().isEmpty();
        }

        /** What they say of its ports counts before what is claimed of the model. */
        boolean port(String port) {
            return owned.ports().isEmpty() ? claimed(port) : owned.ports().contains(port);
        }

        private boolean claimed(String port) {
            return model != null
                    && model.values("port").contains(port)
                    && !model.values("no-port").contains(port);
        }

        boolean network(String name) {
            return model != null && model.values("network").contains(name);
        }

        /** Whether its firmware is known to be older than a mode wants. */
        boolean tooOld(@Nullable String least) {
            String have = owned.firmware();
            if (model == null || least == null || have == null) {
                return false;
            }
            Optional<Firmware> mine = Firmware.parse(model.scheme(), have);
            Optional<Firmware> wanted = Firmware.parse(model.scheme(), least);
            return mine.isPresent()
                    && wanted.isPresent()
                    && mine.get().compareWith(wanted.get()) == Firmware.Order.OLDER;
        }
    }

    static Gear of(Inventory inventory, Ask ask) {
        List<Piece> speakers = new ArrayList<>();
        for (Owned owned : inventory.speakers()) {
            speakers.add(new Piece(owned, ask.find(owned.model()).model().orElse(null)));
        }
        speakers.sort(Comparator.comparing(Piece::name)
                .thenComparing(piece -> piece.owned().toString()));
        List<Model> echos = inventory.echos().stream()
                .map(ask::find)
                .map(Match::model)
                .flatMap(Optional::stream)
                .toList();
        return new Gear(
                inventory,
                List.copyOf(speakers),
                echos,
                find(ask, inventory.phone()),
                find(ask, inventory.transmitter()));
    }

    private static @Nullable Model find(Ask ask, @Nullable String name) {
        return name == null ? null : ask.find(name).model().orElse(null);
    }

    boolean hasEcho() {
        return !inventory.echos().isEmpty();
    }

    Set<String> names() {
        Set<String> names = new TreeSet<>();
        speakers.forEach(piece -> names.add(piece.name()));
        return names;
    }
}
