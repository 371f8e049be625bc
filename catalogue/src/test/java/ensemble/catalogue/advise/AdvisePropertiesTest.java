package ensemble.catalogue.advise;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ensemble.catalogue.advise.Inventory.Owned;
import ensemble.catalogue.advise.Inventory.Use;
import ensemble.catalogue.ask.Ask;
import ensemble.catalogue.ask.CanLink;
import ensemble.catalogue.data.Catalogue;
import ensemble.catalogue.data.Kind;
import ensemble.catalogue.data.Model;
import ensemble.catalogue.load.Loader;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Random inventories; every failure names its seed. */
final class AdvisePropertiesTest {
    private static final int CASES = 150;
    private static final Catalogue CATALOGUE = Loader.shipped();
    private static final Ask ASK = new Ask(CATALOGUE);
    private static final Advise ADVISE = new Advise(CATALOGUE, ASK);
    /** In these the speakers themselves link; elsewhere something plays into each. */
    private static final Set<String> LINKS = Set.of("tws-pair", "wifi-stereo", "wifi-multiroom", "airplay-2", "cast");

    @Test
    void neverRecommendsWhatAskSaysCannotWork() {
        for (int seed = 0; seed < CASES; seed++) {
            Inventory inventory = inventory(new Random(seed));
            for (Ranked one : ADVISE.rank(inventory)) {
                if (one.rank() != null && LINKS.contains(one.method().id())) {
                    for (int i = 0; i < one.plays().size(); i++) {
                        for (int j = i + 1; j < one.plays().size(); j++) {
                            assertNotEquals(
                                    CanLink.NO,
                                    ASK.about(one.plays().get(i), one.plays().get(j))
                                            .canLink(),
                                    "seed " + seed + " " + one.method().id() + " " + one.plays());
                        }
                    }
                }
            }
        }
    }

    @Test
    void feedsNothingIntoWhatAskSaysDoesNotTakeIt() {
        int fed = 0;
        for (int seed = 0; seed < CASES; seed++) {
            Inventory inventory = inventory(new Random(seed));
            for (Ranked one : ADVISE.rank(inventory)) {
                String from =
                        switch (one.method().id()) {
                            case "box" -> "Raspberry Pi 4";
                            case "transmitter" ->
                                inventory.transmitter() == null ? "Avantree DG60" : inventory.transmitter();
                            case "dual-a2dp" -> inventory.phone();
                            default -> null;
                        };
                if (one.rank() != null && from != null) {
                    for (String plays : one.plays()) {
                        fed++;
                        assertNotEquals(
                                CanLink.NO,
                                ASK.about(from, plays).canLink(),
                                "seed " + seed + " " + from + " into " + plays);
                    }
                }
            }
        }
        assertTrue(fed > CASES, "only " + fed + " looked at");
    }

    @Test
    void addingGearNeverMakesTheBestMethodWorse() {
        for (int seed = 0; seed < CASES; seed++) {
            Random random = new Random(seed);
            Inventory before = inventory(random);
            for (int added = 0; added < 6; added++) {
                Inventory after = more(before, added, random);
                double was = ADVISE.best(before).orElse(Double.NEGATIVE_INFINITY);
                double is = ADVISE.best(after).orElse(Double.NEGATIVE_INFINITY);
                assertTrue(
                        is >= was - 1e-9,
                        "seed " + seed + " addition " + added + ": " + was + " -> " + is + "\n" + before + "\n"
                                + after);
            }
        }
    }

    @Test
    void theOrderIsTotalAndTheSameInWhateverOrderTheGearIsTold() {
        for (int seed = 0; seed < CASES; seed++) {
            Random random = new Random(seed);
            Inventory inventory = inventory(random);
            List<Owned> shuffled = new ArrayList<>(inventory.speakers());
            Collections.shuffle(shuffled, random);
            List<String> echos = new ArrayList<>(inventory.echos());
            Collections.shuffle(echos, random);
            List<Ranked> ranked = ADVISE.rank(inventory);
            Inventory other = new Inventory(
                    echos,
                    shuffled,
                    inventory.phone(),
                    inventory.box(),
                    inventory.transmitter(),
                    inventory.wifi(),
                    inventory.budget(),
                    inventory.use(),
                    inventory.distance(),
                    inventory.plan());
            assertEquals(ranked, ADVISE.rank(other), "seed " + seed);
            int next = 1;
            for (Ranked one : ranked) {
                assertTrue(one.rank() == null || one.rank() == next++, "seed " + seed);
            }
        }
    }

    private static Inventory inventory(Random random) {
        List<Owned> speakers = new ArrayList<>();
        int count = random.nextInt(6);
        for (int i = 0; i < count; i++) {
            speakers.add(speaker(random));
        }
        List<String> echos = new ArrayList<>();
        for (int i = random.nextInt(3); i > 0; i--) {
            echos.add(one(random, Kind.ECHO));
        }
        return new Inventory(
                echos,
                speakers,
                random.nextBoolean() ? one(random, Kind.SOURCE) : null,
                random.nextInt(4) == 0,
                random.nextInt(3) == 0 ? one(random, Kind.TRANSMITTER) : null,
                maybe(random, random.nextBoolean()),
                maybe(random, (double) random.nextInt(150)),
                maybe(random, Use.values()[random.nextInt(3)]),
                maybe(random, (double) random.nextInt(20)),
                random.nextInt(4) == 0 ? "spotify free" : null);
    }

    private static Owned speaker(Random random) {
        List<List<String>> ports = List.of(List.of(), List.of(), List.of("aux-in"), List.of("aux-in", "aux-out"));
        String name = random.nextInt(5) == 0 ? "Nobody " + random.nextInt(9) + " Knows" : one(random, Kind.SPEAKER);
        return new Owned(name, random.nextInt(4) == 0 ? "1.0.0" : null, ports.get(random.nextInt(ports.size())));
    }

    private static Inventory more(Inventory from, int what, Random random) {
        List<Owned> speakers = new ArrayList<>(from.speakers());
        List<String> echos = new ArrayList<>(from.echos());
        if (what <= 1) {
            speakers.add(speaker(random));
        } else if (what == 2) {
            echos.add(one(random, Kind.ECHO));
        }
        return new Inventory(
                echos,
                speakers,
                what == 3 && from.phone() == null ? one(random, Kind.SOURCE) : from.phone(),
                what == 4 || from.box(),
                what == 5 && from.transmitter() == null ? one(random, Kind.TRANSMITTER) : from.transmitter(),
                from.wifi(),
                from.budget(),
                from.use(),
                from.distance(),
                from.plan());
    }

    private static String one(Random random, Kind kind) {
        List<Model> models = CATALOGUE.models().stream()
                .filter(model -> model.kind() == kind)
                .toList();
        return models.get(random.nextInt(models.size())).shown();
    }

    private static <T> @Nullable T maybe(Random random, T value) {
        return random.nextBoolean() ? value : null;
    }
}
