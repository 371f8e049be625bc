package ensemble.catalogue.ask;

import ensemble.catalogue.data.Model;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The codec of a Bluetooth link is the best that both ends have; every A2DP device has SBC. Pure. */
public final class Codecs {
    /** Best first. */
    private static final List<String> ORDER = List.of("aptX Adaptive", "aptX", "LDAC", "AAC", "SBC");

    private Codecs() {}

    /** What a source and a speaker agree on; a codec denied by any source is not counted on. */
    public static String effective(Model source, Model speaker) {
        Set<String> common = offered(source);
        common.retainAll(offered(speaker));
        return ORDER.stream().filter(common::contains).findFirst().orElse("SBC");
    }

    private static Set<String> offered(Model model) {
        Set<String> offered = new LinkedHashSet<>(model.values("codec"));
        model.values("no-codec").forEach(offered::remove);
        offered.add("SBC");
        return offered;
    }
}
