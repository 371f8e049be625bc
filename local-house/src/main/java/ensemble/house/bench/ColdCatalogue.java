package ensemble.house.bench;

import ensemble.catalogue.ask.Answer;
import ensemble.catalogue.ask.Ask;
import ensemble.catalogue.data.Catalogue;
import ensemble.catalogue.load.Loader;

/** Run in a JVM of its own: loads, asks once, and prints nanoseconds of loading, of learning names, of the question. */
public final class ColdCatalogue {
    private ColdCatalogue() {}

    public static void main(String[] arguments) {
        long start = System.nanoTime();
        Catalogue catalogue = Loader.shipped();
        long loaded = System.nanoTime();
        Ask ask = new Ask(catalogue);
        long ready = System.nanoTime();
        Answer answer = ask.about("flip six", "charge 5");
        long answered = System.nanoTime();
        System.out.println(loaded - start + " " + (ready - loaded) + " " + (answered - ready) + " " + answer.canLink());
    }
}
