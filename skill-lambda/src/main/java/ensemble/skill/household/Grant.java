package ensemble.skill.household;

import java.time.Instant;

/**
 * Amazon's permission to tell Alexa about changes of one house. Secret: never logged.
 *
 * @param expires when the access token ends; the refresh token lives on
 */
public record Grant(String accessToken, String refreshToken, Instant expires) {
    @Override
    public String toString() {
        return "Grant[expires=" + expires + "]";
    }
}
