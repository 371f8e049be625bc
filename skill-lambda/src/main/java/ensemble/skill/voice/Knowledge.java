package ensemble.skill.voice;

import ensemble.catalogue.advise.Advise;
import ensemble.catalogue.ask.Ask;
import ensemble.catalogue.data.Catalogue;
import ensemble.catalogue.explain.Explain;
import ensemble.catalogue.load.Loader;
import org.jspecify.annotations.Nullable;

/** The catalogue, read when the first question comes: most requests need none of it. Threads: any. */
final class Knowledge {
    private @Nullable Books books;

    /** Built over one catalogue. */
    record Books(Catalogue catalogue, Ask ask, Advise advise, Explain explain) {}

    synchronized Books books() {
        Books read = books;
        if (read == null) {
            Catalogue catalogue = Loader.shipped();
            Ask ask = new Ask(catalogue);
            read = new Books(catalogue, ask, new Advise(catalogue, ask), new Explain(catalogue));
            books = read;
        }
        return read;
    }
}
