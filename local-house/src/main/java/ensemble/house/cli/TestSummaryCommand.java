package ensemble.house.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Counts what the test runner wrote: what was skipped and why, and a closing line. Exits as the runner did. */
@Command(name = "test-summary", hidden = true)
final class TestSummaryCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(index = "0")
    private Path root = Path.of("");

    @Parameters(index = "1")
    private int runnerStatus;

    private int run;
    private int failed;
    private final List<String> skips = new ArrayList<>();

    @Override
    public Integer call() throws Exception {
        try (Stream<Path> modules = Files.list(root)) {
            for (Path module : modules.sorted().toList()) {
                count(module.resolve("target/surefire-reports"));
            }
        }
        var out = spec.commandLine().getOut();
        skips.forEach(skip -> out.println("skipped: " + skip));
        out.println((run - failed - skips.size()) + " passed, " + failed + " failed, " + skips.size() + " skipped");
        return runnerStatus != 0 ? runnerStatus : failed > 0 || run == 0 ? 1 : 0;
    }

    private void count(Path reports) throws IOException, ParserConfigurationException, SAXException {
        if (!Files.isDirectory(reports)) {
            return;
        }
        try (Stream<Path> files = Files.list(reports)) {
            for (Path file : files.filter(f -> f.getFileName().toString().matches("TEST-.*\\.xml"))
                    .sorted()
                    .toList()) {
                Element suite = DocumentBuilderFactory.newInstance()
                        .newDocumentBuilder()
                        .parse(file.toFile())
                        .getDocumentElement();
                run += number(suite, "tests");
                failed += number(suite, "failures") + number(suite, "errors");
                NodeList skipped = suite.getElementsByTagName("skipped");
                for (int i = 0; i < skipped.getLength(); i++) {
                    Element skip = (Element) skipped.item(i);
                    Element test = (Element) skip.getParentNode();
                    skips.add(test.getAttribute("classname") + "." + test.getAttribute("name") + ": " + reason(skip));
                }
            }
        }
    }

    /** The runner puts the reason into an attribute, or at the top of a stack trace. */
    private static String reason(Element skip) {
        String message = skip.getAttribute("message");
        return message.isBlank()
                ? skip.getTextContent().strip().lines().findFirst().orElse("no reason given")
                : message;
    }

    private static int number(Element suite, String attribute) {
        return Integer.parseInt(suite.getAttribute(attribute));
    }
}
