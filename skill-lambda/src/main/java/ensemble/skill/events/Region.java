package ensemble.skill.events;

import java.net.URI;

/** Alexa's three event gateways. A skill's Lambda runs in the region of its customers and talks to that region's gateway. */
public enum Region {
    NORTH_AMERICA("us-east-1", "https://api.amazonalexa.com/v3/events"),
    EUROPE_AND_INDIA("eu-west-1", "https://api.eu.amazonalexa.com/v3/events"),
    FAR_EAST_AND_AUSTRALIA("us-west-2", "https://api.fe.amazonalexa.com/v3/events");

    private final String awsRegion;
    private final URI events;

    Region(String awsRegion, String events) {
        this.awsRegion = awsRegion;
        this.events = URI.create(events);
    }

    public URI events() {
        return events;
    }

    /**
     * @param awsRegion where the Lambda runs
     * @throws IllegalStateException for a region in which Alexa calls no smart-home skill
     */
    public static Region of(String awsRegion) {
        for (Region region : values()) {
            if (region.awsRegion.equals(awsRegion)) {
                return region;
            }
        }
        throw new IllegalStateException("Alexa calls no smart-home skill in " + awsRegion);
    }
}
