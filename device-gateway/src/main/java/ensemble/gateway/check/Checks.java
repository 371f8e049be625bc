package ensemble.gateway.check;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/** Every check, in the order in which a person mends a box: what the later ones need stands first. Pure. */
public final class Checks {
    private static final List<Function<BoxFacts, Stream<Verdict>>> ALL = List.of(
            SoftwareChecks::programs,
            SoftwareChecks::pipeWire,
            SoftwareChecks::wirePlumber,
            PermissionChecks::groups,
            PermissionChecks::realtime,
            PermissionChecks::seat,
            BluetoothChecks::service,
            BluetoothChecks::plugin,
            BluetoothChecks::version,
            BluetoothChecks::adapters,
            BoardChecks::board,
            BoardChecks::inputs);

    private Checks() {}

    public static List<Verdict> of(BoxFacts facts) {
        return ALL.stream().flatMap(check -> check.apply(facts)).toList();
    }
}
