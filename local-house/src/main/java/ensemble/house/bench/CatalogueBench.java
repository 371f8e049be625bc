package ensemble.house.bench;

import ensemble.catalogue.advise.Advise;
import ensemble.catalogue.advise.Inventory;
import ensemble.catalogue.advise.Inventory.Owned;
import ensemble.catalogue.ask.Ask;
import ensemble.catalogue.data.Catalogue;
import ensemble.catalogue.data.Model;
import ensemble.catalogue.explain.Explain;
import ensemble.catalogue.load.Loader;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.function.Consumer;

/** {@code bench catalogue}: what it costs to load it in a fresh JVM, to ask it, and to carry it. */
public final class CatalogueBench {
    private static final int STARTS = 11;
    private static final int ASKS = 3_000;
    private static final double LOAD_GOAL_MILLIS = 100;
    private static final double ASK_GOAL_MILLIS = 5;
    private static final double JAR_GOAL_KILOBYTES = 300;
    private static final List<String> PARTS = List.of("catalogue", "speaker-contract", "jackson", "local-house");

    private CatalogueBench() {}

    /** @param tell hears of each step */
    public static List<Row> run(Consumer<String> tell) throws IOException, InterruptedException {
        List<Row> rows = new ArrayList<>();
        tell.accept("starting " + 3 * STARTS + " JVMs to load the catalogue cold");
        cold(rows, "", List.of());
        cold(rows, ", no shared archive", List.of("-Xshare:off"));
        cold(rows, ", first compiler only", List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC"));
        tell.accept("asking " + ASKS + " times");
        warm(rows);
        rows.add(jar());
        return rows;
    }

    private static void cold(List<Row> rows, String how, List<String> options)
            throws IOException, InterruptedException {
        List<Double> loads = new ArrayList<>();
        List<Double> asks = new ArrayList<>();
        for (int i = 0; i < STARTS; i++) {
            String[] times = start(options).split(" ", -1);
            loads.add((Long.parseLong(times[0]) + Long.parseLong(times[1])) / 1e6);
            asks.add(Long.parseLong(times[2]) / 1e6);
        }
        String count = "fresh JVMs, " + STARTS + ", names learnt in it; slowest "
                + Math.round(Percentile.of(loads, 100)) + " ms";
        rows.add(Row.of(
                "catalogue load, cold" + how + ", median", "ms", LOAD_GOAL_MILLIS, Percentile.of(loads, 50), count));
        rows.add(Row.plain("first ask after it, median", "ms", Percentile.of(asks, 50), "its classes' loading in it"));
    }

    private static String start(List<String> options) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(options);
        command.addAll(List.of("-cp", classPath(), ColdCatalogue.class.getName()));
        Process process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
        if (process.waitFor() != 0 || said.isEmpty()) {
            throw new IOException("the JVM that was to load the catalogue ended with " + process.exitValue());
        }
        return said;
    }

    private static String classPath() {
        List<String> entries = new ArrayList<>();
        for (String entry : System.getProperty("java.class.path").split(File.pathSeparator, -1)) {
            String name = String.valueOf(Path.of(entry).getFileName());
            if (Files.isDirectory(Path.of(entry)) || PARTS.stream().anyMatch(name::startsWith)) {
                entries.add(entry);
            }
        }
        return String.join(File.pathSeparator, entries);
    }

    private static void warm(List<Row> rows) {
        Catalogue catalogue = Loader.shipped();
        Ask ask = new Ask(catalogue);
        Explain explain = new Explain(catalogue);
        Advise advise = new Advise(catalogue, ask);
        Random random = new Random(1);
        List<Double> asks = new ArrayList<>();
        List<Double> explains = new ArrayList<>();
        List<Double> ranks = new ArrayList<>();
        for (int i = 0; i < 2 * ASKS; i++) {
            String one = misspelt(any(catalogue, random), random);
            String other = misspelt(any(catalogue, random), random);
            long start = System.nanoTime();
            ask.about(one, other);
            long answered = System.nanoTime();
            explain.explain(i % 2 == 0 ? "cuts out when I walk away" : "updating the firmware will fix it", Set.of());
            long explained = System.nanoTime();
            if (i >= ASKS) {
                asks.add((answered - start) / 1e6);
                explains.add((explained - answered) / 1e6);
            }
            if (i % 30 == 0) {
                Inventory inventory = owned(one, other, any(catalogue, random), any(catalogue, random));
                long begun = System.nanoTime();
                advise.rank(inventory);
                ranks.add((System.nanoTime() - begun) / 1e6);
            }
        }
        String note = ASKS + " random misspelt pairs of " + catalogue.models().size() + " models, seed 1";
        rows.add(Row.plain("ask, warm, p50", "ms", Percentile.of(asks, 50), note));
        rows.add(Row.of("ask, warm, p99", "ms", ASK_GOAL_MILLIS, Percentile.of(asks, 99), note));
        rows.add(Row.of(
                "explain, warm, p99",
                "ms",
                ASK_GOAL_MILLIS,
                Percentile.of(explains, 99),
                ASKS + " symptoms and myths"));
        rows.add(Row.plain(
                "advise, p99", "ms", Percentile.of(ranks, 99), ranks.size() + " inventories of four speakers"));
    }

    private static String any(Catalogue catalogue, Random random) {
        List<Model> models = catalogue.models();
        return models.get(random.nextInt(models.size())).shown();
    }

    /** Two neighbours swapped, as fingers do it. */
    private static String misspelt(String name, Random random) {
        int at = random.nextInt(name.length() - 1);
        return name.substring(0, at) + name.charAt(at + 1) + name.charAt(at) + name.substring(at + 2);
    }

    private static Inventory owned(String... speakers) {
        List<Owned> owned = new ArrayList<>();
        for (String speaker : speakers) {
            owned.add(new Owned(speaker, null, List.of()));
        }
        return new Inventory(List.of("Echo Dot 5"), owned, "Pixel 8", true, "DG60", true, 100.0, null, null, null);
    }

    private static Row jar() throws IOException {
        String name = "what the Lambda grows by, catalogue's jar";
        for (String entry : System.getProperty("java.class.path").split(File.pathSeparator, -1)) {
            Path path = Path.of(entry);
            if (String.valueOf(path.getFileName()).startsWith("catalogue") && Files.isRegularFile(path)) {
                return Row.of(
                        name,
                        "KB",
                        JAR_GOAL_KILOBYTES,
                        Files.size(path) / 1000.0,
                        "all else it needs is there already");
            }
        }
        return Row.notMeasured(name, "KB", JAR_GOAL_KILOBYTES, "it is no jar on this class path");
    }
}
