package ensemble.skill.smarthome.capability;

import java.util.List;
import java.util.Locale;

/** The words of our devices in every language that the skill speaks. {@code %s} stands for the name of a group or speaker. */
enum Word {
    BOX("Speaker box", "Lautsprecherbox", "Boîtier audio", "Caja de altavoces", "Centralina audio"),
    OUTPUT("output", "Ausgang", "sortie", "salida", "uscita"),
    EVERYWHERE("everywhere", "überall", "partout", "todas partes", "ovunque"),
    NOTHING("nothing", "nichts", "rien", "nada", "niente"),
    MIX("a mix", "gemischt", "un mélange", "una mezcla", "misto"),
    SYNC_STATUS("sync status", "Gleichlauf", "état de synchro", "estado de sincronía", "stato di sincronia"),
    SYNC_OFFSET("sync offset", "Zeitversatz", "décalage", "desfase", "sfasamento"),
    IN_SYNC("in sync", "synchron", "synchronisé", "sincronizado", "sincronizzato"),
    DRIFTING("drifting", "driftet", "à la dérive", "a la deriva", "alla deriva"),
    OUT_OF_SYNC("out of sync", "nicht synchron", "désynchronisé", "desincronizado", "non sincronizzato"),
    ALIGNING("adjusting", "wird angepasst", "en réglage", "ajustando", "in regolazione"),
    UNKNOWN("unknown", "unbekannt", "inconnu", "desconocido", "sconosciuto"),
    SYNC_OF("%s sync", "%s Gleichlauf", "Synchro %s", "Sincronía de %s", "Sincronia %s"),
    LINE_UP("Line up %s", "%s angleichen", "Aligner %s", "Alinear %s", "Allinea %s"),
    LINK_OF("%s connection", "%s Verbindung", "Connexion %s", "Conexión de %s", "Connessione %s"),
    IDENTIFY("Identify %s", "%s erkennen", "Identifier %s", "Identificar %s", "Identifica %s"),
    SPEAKER("%s speaker", "%s Lautsprecher", "Enceinte %s", "Altavoz %s", "Altoparlante %s");

    private static final String FIRST = "en-US";

    private final String english;
    private final String german;
    private final String french;
    private final String spanish;
    private final String italian;

    Word(String english, String german, String french, String spanish, String italian) {
        this.english = english;
        this.german = german;
        this.french = french;
        this.spanish = spanish;
        this.italian = italian;
    }

    /** In the house's language; English for one we do not speak. */
    String in(String locale) {
        return switch (Locale.forLanguageTag(locale).getLanguage()) {
            case "de" -> german;
            case "fr" -> french;
            case "es" -> spanish;
            case "it" -> italian;
            default -> english;
        };
    }

    String in(String locale, String name) {
        return in(locale).formatted(name);
    }

    /** American English, which Alexa wants of everybody, and the house's own. */
    List<Label> labels(String locale) {
        Label first = new Label(in(FIRST), FIRST);
        return locale.equals(FIRST) ? List.of(first) : List.of(first, new Label(in(locale), locale));
    }

    /** A name that people gave, said the same in every language. */
    static List<Label> given(String name, String locale) {
        return locale.equals(FIRST)
                ? List.of(new Label(name, FIRST))
                : List.of(new Label(name, FIRST), new Label(name, locale));
    }
}
