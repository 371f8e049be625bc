package ensemble.skill.smarthome.directive;

/**
 * What a directive addresses and on whose behalf.
 *
 * @param token secret: never logged
 */
public record Target(String token, String endpointId) {
    @Override
    public String toString() {
        return "Target[endpointId=" + endpointId + "]";
    }
}
