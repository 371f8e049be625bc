package ensemble.catalogue.data;

import java.util.List;
import java.util.Map;

/**
 * Why something goes wrong.
 *
 * @param symptoms how likely it is behind each symptom, 1 to 10
 * @param check what separates it from the others
 * @param supports evidence a box may have that speaks for it
 */
public record Cause(
        String id,
        String name,
        Map<String, Double> symptoms,
        String check,
        String remedy,
        List<String> supports,
        Evidence evidence,
        List<Fact> facts) {}
