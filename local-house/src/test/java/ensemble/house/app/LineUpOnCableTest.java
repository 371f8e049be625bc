package ensemble.house.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The same where no audio server can be had. In real time too, so among the slow ones. */
@Tag("slow")
final class LineUpOnCableTest extends LineUpStories {
    private static final long MINUTE_NANOS = 60_000_000_000L;

    @Override
    boolean onAudioServer() {
        return false;
    }

    @Test
    @Order(4)
    void aPhoneWithTheBoxsPageOpenMeasuresAsWell() throws Exception {
        TestHouse.json(house().post("/room/set", "{\"speaker\": \"deck\", \"latencyMs\": 120.4}"));
        try (Phone phone = new Phone(house())) {
            JsonNode result = TestHouse.body();
            for (int voided = 0; !result.path("verdict").asText().equals("measured") && voided < 3; voided++) {
                long before = house().calibration().path("n").asLong();
                TestHouse.json(house().onPage("/api/phone/begin", "{\"group\": \"all\"}"));
                house().until(
                                "it has begun",
                                () -> house().calibration().path("n").asLong() != before);
                house().until("it is over", MINUTE_NANOS, () -> !house().calibration()
                        .path("running")
                        .asBoolean());
                result = house().calibration().path("result");
                System.out.println("by phone: " + result);
            }

            assertEquals("measured", result.path("verdict").asText(), result.toString());
            assertTrue(phone.takes() >= 2, "the phone was listened to");
            assertTogether();
        }
    }
}
