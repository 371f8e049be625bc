package ensemble.gateway.audio;

import java.util.regex.Pattern;

/**
 * One thing that may feed this box: an Echo by Bluetooth or cable, a phone.
 *
 * @param node its node's name in the audio graph, a sink (its monitor is read) or a source; {@code *} stands for any
 *     letters, as a Bluetooth source's name changes with its address
 * @param name what people call it
 */
public record ProgramInput(String node, String name) {
    /** @throws IllegalArgumentException for a blank node */
    public ProgramInput {
        if (node.isBlank()) {
            throw new IllegalArgumentException("a program input needs the name of a node");
        }
    }

    /** An input called like its node. */
    public static ProgramInput of(String node) {
        return new ProgramInput(node, node);
    }

    /** Whether a node is this input. */
    public boolean is(String nodeName) {
        return Pattern.matches(Pattern.quote(node).replace("*", "\\E.*\\Q"), nodeName);
    }
}
