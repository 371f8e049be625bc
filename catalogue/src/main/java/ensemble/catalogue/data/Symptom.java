package ensemble.catalogue.data;

import java.util.List;

/** What somebody hears or sees going wrong. */
public record Symptom(String id, String name, List<String> words) {}
