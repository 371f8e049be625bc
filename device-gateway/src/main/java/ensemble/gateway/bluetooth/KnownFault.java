package ensemble.gateway.bluetooth;

import java.util.ArrayList;
import java.util.List;

/**
 * What others found broken in some versions of BlueZ.
 *
 * @param first the first version that has it
 * @param last the last version that has it
 * @param serious whether speakers fail because of it; else something is only told less well
 * @param sentence what a person notices
 * @param remedy what helps
 * @param source where it was reported
 */
public record KnownFault(
        BluezVersion first, BluezVersion last, boolean serious, String sentence, String remedy, String source) {
    private static final List<KnownFault> ALL = List.of(
            of(
                    66,
                    66,
                    false,
                    "BlueZ 5.66 sometimes calls a link idle that carries sound",
                    "Nothing needs doing: such a link is called doubtful, not silent.",
                    "seen by makers of Bluetooth bridges"),
            of(
                    78,
                    78,
                    true,
                    "BlueZ 5.78 lets only one speaker play at a time",
                    "Install BlueZ 5.79 or newer.",
                    "bluez/bluez issue 1037"),
            of(
                    83,
                    84,
                    true,
                    "with BlueZ 5.83 and 5.84 some speakers do not get their sound connected after a start",
                    "Connect the speaker once more, or install another version of BlueZ.",
                    "bluez/bluez issue 1570"),
            of(
                    86,
                    86,
                    true,
                    "with BlueZ 5.86 speakers that can also send sound connect without sound",
                    "Install BlueZ 5.85, or a 5.86 whose packager has mended it.",
                    "bluez/bluez issues 1922 and 1990"),
            of(
                    87,
                    87,
                    true,
                    "with BlueZ 5.87 some speakers return without sound after a power cut, or ignore their volume",
                    "Install another version of BlueZ.",
                    "bluez/bluez issues 2302 and 2321"),
            of(
                    0,
                    78,
                    false,
                    "BlueZ before 5.79 does not pass on how late a speaker says it is",
                    "Line the speakers up by microphone; BlueZ 5.79 or newer gives a better first guess.",
                    "bluez-alsa pull request 516"));

    private static KnownFault of(int first, int last, boolean serious, String sentence, String remedy, String source) {
        return new KnownFault(new BluezVersion(5, first), new BluezVersion(5, last), serious, sentence, remedy, source);
    }

    static List<KnownFault> of(BluezVersion version) {
        List<KnownFault> found = new ArrayList<>();
        for (KnownFault fault : ALL) {
            if (fault.first.compareTo(version) <= 0 && version.compareTo(fault.last) <= 0) {
                found.add(fault);
            }
        }
        return List.copyOf(found);
    }
}
