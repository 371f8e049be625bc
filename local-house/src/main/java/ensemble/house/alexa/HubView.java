package ensemble.house.alexa;

import java.util.OptionalLong;

/** What the shadow service knows of the hub's routing. */
public interface HubView {
    /** The number of the newest wish; empty when none was ever made. */
    OptionalLong wish();
}
