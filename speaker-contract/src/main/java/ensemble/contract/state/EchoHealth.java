package ensemble.contract.state;

/**
 * What a hub knows of its program's source.
 *
 * @param link how it stands
 * @param controllable whether play, pause, next and previous reach it
 */
public record EchoHealth(EchoLink link, boolean controllable) {
    public static final EchoHealth UNKNOWN = new EchoHealth(EchoLink.UNKNOWN, false);
}
