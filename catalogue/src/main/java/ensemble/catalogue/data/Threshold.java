package ensemble.catalogue.data;

import org.jspecify.annotations.Nullable;

/** A limit somebody has named; {@code tier} is the sync tier that stands for it, if one does. */
public record Threshold(String id, @Nullable String tier, Fact fact) {}
