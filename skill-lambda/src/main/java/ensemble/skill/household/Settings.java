package ensemble.skill.household;

/**
 * How a house wants to be treated.
 *
 * @param turnOnMoves whether "turn on the patio" silences the others, as "play patio" does; otherwise it adds
 * @param speakersExposed whether each single speaker is a device of Alexa's too
 */
public record Settings(boolean turnOnMoves, boolean speakersExposed) {
    public static final Settings USUAL = new Settings(false, false);

    public Settings moving(boolean moves) {
        return new Settings(moves, speakersExposed);
    }

    public Settings exposing(boolean exposed) {
        return new Settings(turnOnMoves, exposed);
    }
}
