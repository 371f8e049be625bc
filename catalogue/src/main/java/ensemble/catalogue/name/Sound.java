package ensemble.catalogue.name;

/**
 * How a word sounds, roughly, whoever wrote it down: an English, a German or a French ear. Words that sound alike
 * become equal or nearly so; nothing else is promised. Pure.
 */
final class Sound {
    private static final String[][] GROUPS = {
        {"tsch", "j"},
        {"sch", "j"},
        {"tch", "j"},
        {"sh", "j"},
        {"ch", "j"},
        {"dge", "j"},
        {"ge", "je"},
        {"gi", "ji"},
        {"ph", "f"},
        {"th", "t"},
        {"ck", "k"},
        {"qu", "k"},
        {"x", "ks"},
        {"aou", "o"},
        {"eau", "o"},
        {"ough", "o"},
        {"au", "o"},
        {"ou", "o"},
        {"ow", "o"},
        {"oo", "u"},
        {"uh", "u"},
        {"eu", "o"},
        {"ie", "i"},
        {"ee", "i"},
        {"ea", "i"},
        {"ei", "i"},
        {"ai", "i"},
        {"ay", "i"},
        {"y", "i"},
        {"ce", "se"},
        {"ci", "si"},
        {"c", "k"},
        {"q", "k"},
        {"z", "s"},
        {"w", "v"},
        {"v", "f"},
        {"b", "p"},
        {"d", "t"},
        {"g", "k"},
        {"h", ""},
        {"a", "e"}
    };

    private Sound() {}

    static String of(String word) {
        String sound = word;
        for (String[] group : GROUPS) {
            sound = sound.replace(group[0], group[1]);
        }
        StringBuilder once = new StringBuilder();
        for (int i = 0; i < sound.length(); i++) {
            if (once.isEmpty() || once.charAt(once.length() - 1) != sound.charAt(i)) {
                once.append(sound.charAt(i));
            }
        }
        if (once.length() > 2 && once.charAt(once.length() - 1) == 'e') {
            once.setLength(once.length() - 1);
        }
        return once.toString();
    }
}
