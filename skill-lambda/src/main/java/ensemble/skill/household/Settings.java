package ensemble.skill.household;

/**
 * How a house wants to be treated.
 *
 * @param turnOnMoves whether "turn on the patio" silences the others, as "play patio" does; otherwise it adds
 * @param speakersExposed whether each single speaker is a device of Alexa's too
 * @param locale the language that the house's Alexa speaks, such as {@code en-US}
 */
public record Settings(boolean turnOnMoves, boolean speakersExposed, String locale) {
    public static final Settings USUAL = new Settings(false, false);

    public Settings(boolean turnOnMoves, boolean speakersExposed) {
        this(turnOnMoves, speakersExposed, "en-US");
    }

    public Settings moving(boolean moves) {
        return new Settings(moves, speakersExposed, locale);
    }

    public Settings exposing(boolean exposed) {
        return new Settings(turnOnMoves, exposed, locale);
    }

    public Settings speaking(String newLocale) {
        return new Settings(turnOnMoves, speakersExposed, newLocale);
    }
}
