package ensemble.gateway.check;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What was found out about this box. What could not be found out is absent.
 *
 * @param programs of the programs that were looked for, those that are there
 * @param versions what each program says about itself, its first lines
 * @param user who runs this
 * @param groups that user's groups
 * @param kernelGroups the groups that this machine has at all
 * @param model of the board, as {@code Raspberry Pi 4 Model B Rev 1.4}; empty on others
 * @param adapters Bluetooth adapters by the kernel's name, and where they sit
 * @param blocked whether a radio switch stops Bluetooth
 * @param busNames names that services own on the system bus; empty where there is no bus
 * @param seat the state of this user's session at logind, as {@code active}; "none" where there is no session
 * @param lingering whether this user's services run without anybody logged in
 * @param realtimeLimit highest real-time priority that this user may take
 * @param wirePlumberFiles contents of WirePlumber's configuration that speak of Bluetooth and logind, by path
 * @param spaPlugins PipeWire's Bluetooth plugin is installed
 * @param captures ALSA capture devices: a line-in or a microphone
 */
public record BoxFacts(
        Set<String> programs,
        Map<String, String> versions,
        String user,
        Set<String> groups,
        Set<String> kernelGroups,
        Optional<String> model,
        Map<String, String> adapters,
        Optional<Boolean> blocked,
        Optional<Set<String>> busNames,
        Optional<String> seat,
        Optional<Boolean> lingering,
        Optional<Long> realtimeLimit,
        Map<String, String> wirePlumberFiles,
        boolean spaPlugins,
        List<String> captures) {
    public BoxFacts {
        programs = Set.copyOf(programs);
        versions = Map.copyOf(versions);
        groups = Set.copyOf(groups);
        kernelGroups = Set.copyOf(kernelGroups);
        adapters = Map.copyOf(adapters);
        wirePlumberFiles = Map.copyOf(wirePlumberFiles);
        captures = List.copyOf(captures);
    }
}
