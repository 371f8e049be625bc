package ensemble.gateway.output;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ensemble.gateway.output.contract.Clause;
import ensemble.gateway.output.contract.OutputContract;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The guide for whoever adds an output: its template compiles, works, and is what the guide shows. */
final class OutputGuideTest {
    private static final Path GUIDE = Path.of("../docs/OUTPUTS.md");
    private static final Path TEMPLATE = Path.of("src/test/java/ensemble/gateway/output/TemplateOutput.java");

    @Test
    void theTemplateKeepsTheContract() {
        FakeLauncher launcher = new FakeLauncher();
        TemplateOutput template = new TemplateOutput(launcher);
        VirtualBench.World world = VirtualBench.World.behind(() -> launcher.runs("speaker-helper"), there -> {
            launcher.missing("speaker-helper", !there);
            launcher.crash("speaker-helper", 1, "its speaker is gone");
        });

        assertEquals(
                List.of(),
                OutputContract.ask(new VirtualBench(template, launcher, world)).stream()
                        .filter(clause -> clause.grade() != Clause.Grade.KEPT)
                        .filter(clause -> !clause.promise().equals("it is heard"))
                        .toList());
    }

    @Test
    void theGuideShowsTheTemplateAsItIsCompiled() throws Exception {
        String source = Files.readString(TEMPLATE);
        String shown = source.substring(source.indexOf("/**"));
        assertTrue(Files.readString(GUIDE).contains("```java\n" + shown + "```"), "copy it to docs/OUTPUTS.md again");
    }

    @Test
    void theGuideHasARowForEveryKind() throws Exception {
        String guide = Files.readString(GUIDE);
        for (String word : List.of(
                "sink",
                "bluetooth",
                "pair",
                "transmitter",
                "echo-transmitter",
                "aux",
                "aux-chain",
                "airplay",
                "snapcast")) {
            assertTrue(guide.contains("| `" + word + "` |"), word);
        }
        assertEquals(9, OutputKind.class.getPermittedSubclasses().length, "a row for the new kind, too");
    }
}
