package ensemble.house.alexa;

/** What the shadow service knows of the hub's routing. */
public interface HubView {
    /** The number of the newest wish; 0 before the first. */
    long wish();
}
