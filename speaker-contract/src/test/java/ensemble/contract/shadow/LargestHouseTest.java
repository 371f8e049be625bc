package ensemble.contract.shadow;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import ensemble.contract.id.GroupId;
import ensemble.contract.id.OutputId;
import ensemble.contract.id.SpeakerId;
import ensemble.contract.state.Act;
import ensemble.contract.state.EchoHealth;
import ensemble.contract.state.EchoLink;
import ensemble.contract.state.Fault;
import ensemble.contract.state.FaultKind;
import ensemble.contract.state.GroupConfig;
import ensemble.contract.state.GroupSync;
import ensemble.contract.state.HealthReport;
import ensemble.contract.state.HouseConfig;
import ensemble.contract.state.LinkAsk;
import ensemble.contract.state.LinkReport;
import ensemble.contract.state.LinkState;
import ensemble.contract.state.Member;
import ensemble.contract.state.Playback;
import ensemble.contract.state.RoutingReport;
import ensemble.contract.state.RoutingWish;
import ensemble.contract.state.SpeakerConfig;
import ensemble.contract.state.SpeakerHealth;
import ensemble.contract.state.SpeakerReport;
import ensemble.contract.state.SpeakerTrouble;
import ensemble.contract.state.SpeakerWish;
import ensemble.contract.state.Stamp;
import ensemble.contract.state.SyncReport;
import ensemble.contract.state.SyncStatus;
import ensemble.contract.state.Ticket;
import ensemble.contract.state.TicketEcho;
import ensemble.contract.state.UnmeasuredWhy;
import ensemble.contract.value.DelayMicros;
import ensemble.contract.value.Gain;
import ensemble.contract.value.LinkKey;
import ensemble.contract.value.Name;
import ensemble.contract.value.OffsetMicros;
import ensemble.contract.value.Role;
import ensemble.contract.value.SyncTier;
import ensemble.contract.value.Volume;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Sixteen speakers and sixteen groups, every id and name as long as it may be, every member trimmed: 4 KB a shadow. */
final class LargestHouseTest {
    private static final int MOST_BYTES = 4096;
    private static final long LARGE_N = 999_999_999_999L;
    private static final String LONGEST_NAME = "ß".repeat(18);

    @Test
    void routingFits() throws Exception {
        SortedMap<SpeakerId, SpeakerWish> wishes = new TreeMap<>();
        SortedMap<SpeakerId, SpeakerReport> reports = new TreeMap<>();
        for (int i = 0; i < 16; i++) {
            wishes.put(speaker(i), new SpeakerWish(false, Volume.FULL, false, Role.STEREO));
            reports.put(
                    speaker(i),
                    new SpeakerReport(
                            false,
                            false,
                            Volume.FULL,
                            false,
                            Role.LEFT,
                            new Gain(-37.46),
                            new DelayMicros(2_999_999.9)));
        }
        RoutingWish wish = new RoutingWish(
                LARGE_N, wishes, Collections.nCopies(4, new Ticket(LARGE_N, Act.RECONNECT, longest("speaker", 1))));
        SortedMap<Long, TicketEcho> echoes = new TreeMap<>();
        for (int i = 0; i < 4; i++) {
            echoes.put(LARGE_N - i, TicketEcho.NOT_SUPPORTED);
        }
        RoutingReport report = new RoutingReport(
                new Stamp(LARGE_N, LARGE_N),
                reports,
                Optional.of(new Fault(FaultKind.UNKNOWN_SPEAKER, wishes.keySet())),
                OptionalLong.of(LARGE_N),
                wishes,
                Playback.STOPPED,
                echoes);

        assertFits("routing", RoutingCodec.desired(wish), RoutingCodec.reported(report));
        assertEquals(wish, RoutingCodec.desired(RoutingCodec.desired(wish)));
        assertEquals(Optional.of(report), RoutingCodec.reported(RoutingCodec.reported(report)));
    }

    @Test
    void configFits() throws Exception {
        List<SpeakerConfig> speakers = new ArrayList<>();
        for (int i = 0; i < 16; i++) {
            speakers.add(new SpeakerConfig(
                    speaker(i),
                    new Name(LONGEST_NAME + "%4d".formatted(1000 + i)),
                    new OutputId(longest("output", i))));
        }
        List<GroupConfig> groups = new ArrayList<>();
        for (int g = 0; g < 16; g++) {
            SortedMap<SpeakerId, Member> members = new TreeMap<>();
            for (int i = 0; i < 16; i++) {
                members.put(speaker(i), new Member(Role.values()[i % 4], (i - g) / 2.0));
            }
            groups.add(new GroupConfig(
                    group(g), new Name(LONGEST_NAME + "%4d".formatted(2000 + g)), members, SyncTier.INAUDIBLE));
        }
        HouseConfig config = new HouseConfig(LARGE_N, speakers, groups);

        assertFits("config", ConfigCodec.desired(config), ConfigCodec.reported(LARGE_N));
        assertEquals(config, ConfigCodec.desired(ConfigCodec.desired(config)));
    }

    @Test
    void syncFits() throws Exception {
        SortedMap<GroupId, GroupSync> groups = new TreeMap<>();
        SortedMap<SpeakerId, OffsetMicros> offsets = new TreeMap<>();
        Instant at = Instant.parse("2026-11-20T20:00:00.123Z");
        for (int i = 0; i < 16; i++) {
            groups.put(
                    group(i),
                    new GroupSync(
                            SyncStatus.OUT_OF_SYNC,
                            Optional.of(new GroupSync.Measured(499_999.9, 1234.5, at)),
                            Optional.of(UnmeasuredWhy.BY_DELAY_REPORT),
                            OptionalDouble.of(2999)));
            offsets.put(speaker(i), new OffsetMicros(-499_999.9));
        }
        SyncReport report = new SyncReport(groups, offsets);

        assertFits("sync", SyncCodec.reported(report));
        assertEquals(report, SyncCodec.reported(SyncCodec.reported(report)));
    }

    @Test
    void healthFits() throws Exception {
        SortedMap<SpeakerId, SpeakerHealth> speakers = new TreeMap<>();
        for (int i = 0; i < 16; i++) {
            speakers.put(
                    speaker(i),
                    new SpeakerHealth(
                            SpeakerTrouble.NO_SOUND_TAKEN,
                            OptionalInt.of(100),
                            OptionalInt.of(-100),
                            OptionalInt.of(9999)));
        }
        HealthReport report = new HealthReport(
                "100.100.100",
                LARGE_N,
                Instant.parse("2026-11-20T20:00:00.123Z"),
                Optional.of("pipewire 100.100.100"),
                Optional.of("x".repeat(200)),
                OptionalLong.of(LARGE_N),
                OptionalDouble.of(9999.9),
                new EchoHealth(EchoLink.UNKNOWN, false),
                speakers);

        assertFits("health", HealthCodec.reported(report));
        assertEquals(Optional.of(report), HealthCodec.reported(HealthCodec.reported(report)));
    }

    @Test
    void linkFits() throws Exception {
        LinkKey key = new LinkKey("x".repeat(22));
        LinkAsk ask = new LinkAsk("x".repeat(32), key, 99);
        LinkReport report = new LinkReport(
                LinkState.CONFIRMED,
                Optional.of(key),
                Optional.of(ask.claim()),
                IntStream.range(0, 16)
                        .mapToObj(i -> new OutputId(longest("output", i)))
                        .toList());

        assertFits("link", LinkCodec.desired(ask), LinkCodec.reported(report));
        assertEquals(Optional.of(report), LinkCodec.reported(LinkCodec.reported(report)));
    }

    private static void assertFits(String shadow, JsonNode... sections) {
        int bytes = 0;
        for (JsonNode section : sections) {
            bytes += section.toString().getBytes(StandardCharsets.UTF_8).length;
        }
        assertTrue(bytes <= MOST_BYTES, shadow + " takes " + bytes + " bytes");
    }

    private static SpeakerId speaker(int i) {
        return new SpeakerId(longest("speaker", i));
    }

    private static GroupId group(int i) {
        return new GroupId(longest("group", i));
    }

    private static String longest(String word, int i) {
        String tail = "%02d".formatted(i);
        return word + "x".repeat(20 - word.length() - tail.length()) + tail;
    }
}
