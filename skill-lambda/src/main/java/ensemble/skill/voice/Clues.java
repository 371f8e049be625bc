package ensemble.skill.voice;

import ensemble.contract.id.SpeakerId;
import ensemble.contract.state.GroupConfig;
import ensemble.contract.state.GroupSync;
import ensemble.contract.state.HealthReport;
import ensemble.contract.state.RoutingReport;
import ensemble.contract.state.SpeakerConfig;
import ensemble.contract.state.SpeakerHealth;
import ensemble.contract.state.SyncStatus;
import ensemble.contract.state.UnmeasuredWhy;
import ensemble.skill.household.Household;
import ensemble.skill.status.HouseStatus;
import ensemble.skill.voice.speech.Line;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/**
 * What a box has seen that may explain a trouble. Pure.
 *
 * @param evidence in the catalogue's words
 * @param words the same as people say it, most telling first
 */
record Clues(Set<String> evidence, List<String> words) {
    /** Below this an ordinary link begins to lose frames. */
    private static final int WEAK_DBM = -75;

    private static final int LOW_BATTERY = 20;

    Clues {
        evidence = Set.copyOf(evidence);
        words = List.copyOf(words);
    }

    static Clues of(Turn turn, Household house, Place place) {
        Set<String> evidence = new LinkedHashSet<>();
        List<String> words = new ArrayList<>();
        for (SpeakerConfig speaker : concerned(house, place)) {
            health(house, speaker.id()).ifPresent(health -> ofSpeaker(turn, speaker, health, evidence, words));
            boolean isAway = house.reports()
                    .routing()
                    .map(RoutingReport::speakers)
                    .flatMap(speakers -> Optional.ofNullable(speakers.get(speaker.id())))
                    .filter(report -> !report.connected())
                    .isPresent();
            if (isAway) {
                evidence.add("reconnects");
                words.add(turn.say(Line.SEEN_AWAY, speaker.name()));
            }
        }
        if (place instanceof Place.OfGroup one) {
            ofGroup(turn, house, one.group(), evidence, words);
        }
        OptionalLong xruns = house.reports().health().map(HealthReport::xruns).orElse(OptionalLong.empty());
        if (xruns.isPresent() && xruns.getAsLong() > 0) {
            evidence.add("late-thread");
            words.add(turn.say(Line.SEEN_XRUNS, xruns.getAsLong()));
        }
        return new Clues(evidence, words);
    }

    private static void ofSpeaker(
            Turn turn, SpeakerConfig speaker, SpeakerHealth health, Set<String> evidence, List<String> words) {
        switch (health.trouble()) {
            case NO_SOUND_TAKEN -> {
                evidence.add("connected-without-audio");
                words.add(turn.say(Line.SEEN_TAKES_NO_SOUND, speaker.name()));
            }
            case NO_CAPACITY -> {
                evidence.add("adapter-full");
                words.add(turn.say(Line.SEEN_FULL, speaker.name()));
            }
            case STANDBY -> {
                evidence.add("reconnects");
                words.add(turn.say(Line.SEEN_STANDBY, speaker.name()));
            }
            case FLAPPING -> {
                evidence.add("reconnects");
                words.add(turn.say(Line.SEEN_FLAPPING, speaker.name()));
            }
            case BATTERY_LOW -> evidence.add("low-battery");
            case NONE, AWAY, GIVEN_UP, NOT_PAIRED -> {}
        }
        if (health.batteryPercent().isPresent() && health.batteryPercent().getAsInt() <= LOW_BATTERY) {
            evidence.add("low-battery");
            words.add(turn.say(
                    Line.SEEN_BATTERY,
                    speaker.name(),
                    turn.phrases().words().percent(health.batteryPercent().getAsInt())));
        }
        if (health.signalDbm().isPresent() && health.signalDbm().getAsInt() <= WEAK_DBM) {
            evidence.add("low-signal");
            words.add(turn.say(
                    Line.SEEN_SIGNAL, speaker.name(), health.signalDbm().getAsInt()));
        }
        if (health.drops().isPresent() && health.drops().getAsInt() > 0) {
            evidence.add("reconnects");
            words.add(turn.say(Line.SEEN_DROPS, speaker.name(), health.drops().getAsInt()));
        }
    }

    private static void ofGroup(
            Turn turn, Household house, GroupConfig group, Set<String> evidence, List<String> words) {
        GroupSync sync = HouseStatus.of(house).group(group.id()).orElseThrow().sync();
        if (sync.status() == SyncStatus.OUT_OF_SYNC || sync.status() == SyncStatus.DRIFTING) {
            evidence.add("measured-offset");
            words.add(turn.say(Line.SEEN_OFFSET, group.name()));
        }
        if (sync.why().filter(why -> why == UnmeasuredWhy.RECONNECTED).isPresent()) {
            evidence.add("step-after-reconnect");
        }
    }

    private static Optional<SpeakerHealth> health(Household house, SpeakerId id) {
        return house.reports()
                .health()
                .map(HealthReport::speakers)
                .flatMap(speakers -> Optional.ofNullable(speakers.get(id)));
    }

    private static List<SpeakerConfig> concerned(Household house, Place place) {
        return switch (place) {
            case Place.OfSpeaker one -> List.of(one.speaker());
            case Place.OfGroup one ->
                house.config().speakers().stream()
                        .filter(speaker -> one.group().members().containsKey(speaker.id()))
                        .toList();
            case Place.Everywhere all -> house.config().speakers();
        };
    }
}
