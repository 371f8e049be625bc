package ensemble.catalogue.data;

import ensemble.catalogue.data.Firmware.Scheme;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One product.
 *
 * @param heard what people and recognisers say for its name
 * @param scheme how its maker numbers firmware
 * @param firmwarePrefix what this model's versions begin with, where the maker does so
 * @param added it comes from a person's own file
 */
public record Model(
        String id,
        Brand brand,
        String name,
        Kind kind,
        List<String> heard,
        Scheme scheme,
        @Nullable String firmwarePrefix,
        List<Fact> facts,
        List<Mode> modes,
        boolean added) {
    /** A maker's name and what else people say for it. */
    public record Brand(String name, List<String> also) {}

    /** The same with more said of it. */
    public Model with(List<Fact> moreFacts, List<Mode> moreModes) {
        List<Fact> allFacts = new ArrayList<>(facts);
        allFacts.addAll(moreFacts);
        List<Mode> allModes = new ArrayList<>(modes);
        allModes.addAll(moreModes);
        return new Model(
                id,
                brand,
                name,
                kind,
                heard,
                scheme,
                firmwarePrefix,
                List.copyOf(allFacts),
                List.copyOf(allModes),
                added);
    }

    /** Brand and name, as shown. */
    public String shown() {
        return brand.name() + " " + name;
    }

    public Stream<Fact> facts(String about) {
        return facts.stream().filter(fact -> fact.about().equals(about));
    }

    /** All values known about something, such as every codec claimed. */
    public List<String> values(String about) {
        return facts(about).flatMap(fact -> fact.values().stream()).distinct().toList();
    }
}
