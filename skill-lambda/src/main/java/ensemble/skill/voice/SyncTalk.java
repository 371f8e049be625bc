package ensemble.skill.voice;

import com.amazon.ask.model.Response;
import ensemble.contract.shadow.ShadowName;
import ensemble.contract.state.Act;
import ensemble.contract.state.GroupConfig;
import ensemble.contract.state.GroupSync;
import ensemble.contract.state.UnmeasuredWhy;
import ensemble.skill.command.Command;
import ensemble.skill.command.Subject;
import ensemble.skill.household.Household;
import ensemble.skill.status.HouseStatus;
import ensemble.skill.voice.speech.Line;
import ensemble.skill.voice.speech.Words;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** "Is the backyard in sync", with number, age and doubt; and lining it up. Unknown is never fine. */
final class SyncTalk implements Talk {
    /** From there on people notice that sound is late against the picture: Recommendation ITU-R BT.1359-1. */
    private static final double LATE_FOR_VIDEO_MILLIS = 125;

    private static final Set<ShadowName> SYNC = Set.of(ShadowName.SYNC);
    private static final Set<ShadowName> ROUTING_AND_SYNC = Set.of(ShadowName.ROUTING, ShadowName.SYNC);

    private final VoiceHouse houses;
    private final Facts facts;
    private final Doing doing;
    private final InstantSource clock;

    SyncTalk(VoiceHouse houses, Facts facts, Doing doing, InstantSource clock) {
        this.houses = houses;
        this.facts = facts;
        this.doing = doing;
        this.clock = clock;
    }

    @Override
    public Map<String, Reply> answers() {
        return Map.of("IsGroupInSyncIntent", this::isInSync, "LineUpIntent", this::lineUp);
    }

    /** Without a name, the group that plays is meant. */
    private Optional<Response> isInSync(Turn turn) {
        if (!turn.heard(VoiceHouse.GROUP_SLOT).isEmpty()) {
            return houses.withGroup(
                    turn, (house, group) -> facts.with(turn, house, SYNC, now -> told(turn, now, group)));
        }
        return houses.withHouse(turn, house -> {
            if (!house.presence().isOnline()) {
                return turn.tell(Refusals.unknown(turn, house.presence(), clock.instant()), Turn.Came.CANNOT);
            }
            return facts.with(turn, house, ROUTING_AND_SYNC, now -> Playing.group(now)
                    .map(group -> told(turn, now, group))
                    .orElseGet(() -> houses.withGroup(turn, (again, group) -> told(turn, again, group))));
        });
    }

    private Optional<Response> lineUp(Turn turn) {
        return houses.withGroup(
                turn,
                (house, group) -> doing.perform(
                        turn,
                        house,
                        new Command.Perform(Act.LINE_UP, Subject.of(group.id())),
                        group.name().text(),
                        done -> turn.say(Line.LINE_UP_STARTED, group.name())));
    }

    private Optional<Response> told(Turn turn, Household house, GroupConfig group) {
        GroupSync sync = HouseStatus.of(house).group(group.id()).orElseThrow().sync();
        Screen.show(turn, house);
        String ear =
                sync.earMillis().isPresent() ? " " + ear(turn, sync.earMillis().getAsDouble()) : "";
        return turn.withCard().tell(status(turn, group, sync) + ear);
    }

    private static String ear(Turn turn, double millis) {
        Line line = millis > LATE_FOR_VIDEO_MILLIS ? Line.EAR_TOO_LATE_FOR_VIDEO : Line.EAR_DELAY;
        return turn.say(line, turn.phrases().words().millis(millis * 1_000));
    }

    private String status(Turn turn, GroupConfig group, GroupSync sync) {
        return switch (sync.status()) {
            case IN_SYNC -> measured(turn, group, sync, Line.SYNC_IN, Line.STATUS_IN);
            case DRIFTING -> measured(turn, group, sync, Line.SYNC_DRIFTING, Line.STATUS_DRIFTING);
            case OUT_OF_SYNC -> measured(turn, group, sync, Line.SYNC_OUT, Line.STATUS_OUT);
            case ALIGNING -> turn.say(Line.SYNC_ALIGNING, group.name());
            case UNKNOWN -> unknown(turn, group, sync);
        };
    }

    private String measured(Turn turn, GroupConfig group, GroupSync sync, Line line, Line status) {
        Words words = turn.phrases().words();
        if (sync.measured().isEmpty()) {
            return turn.say(Line.SYNC_WITHOUT_NUMBER, group.name(), turn.say(status));
        }
        GroupSync.Measured number = sync.measured().get();
        String spread = words.millis(number.spreadMicros());
        String doubt = words.millis(number.uncertaintyMicros());
        String age = words.age(Duration.between(number.at(), clock.instant()));
        if (line == Line.SYNC_IN) {
            return turn.say(line, group.name(), spread, doubt, age);
        }
        String goal = words.millis(group.target().atMostMicros());
        return turn.say(line, group.name(), spread, doubt, age, goal) + " "
                + turn.say(Line.ADVISE_LINE_UP_AGAIN, group.name());
    }

    /** Each reason with its remedy. */
    private String unknown(Turn turn, GroupConfig group, GroupSync sync) {
        Optional<UnmeasuredWhy> why = sync.why();
        String lineUp = turn.say(Line.ADVISE_LINE_UP, group.name());
        if (why.isEmpty()) {
            String reason = sync.measured()
                    .map(old -> turn.say(
                            Line.WHY_OLD_AT, turn.phrases().words().age(Duration.between(old.at(), clock.instant()))))
                    .orElseGet(() -> turn.say(Line.WHY_UNTOLD));
            return turn.say(Line.SYNC_UNKNOWN, group.name(), reason) + " " + lineUp;
        }
        return switch (why.get()) {
            case NEVER -> because(turn, group, Line.WHY_NEVER, lineUp);
            case TOO_OLD -> because(turn, group, Line.WHY_OLD, lineUp);
            case RECONNECTED -> because(turn, group, Line.WHY_RECONNECTED, lineUp);
            case CODEC_CHANGED -> because(turn, group, Line.WHY_CODEC, lineUp);
            case STALLED -> because(turn, group, Line.WHY_STALLED, lineUp);
            case MICROPHONE_MOVED -> because(turn, group, Line.WHY_MOVED, lineUp);
            case NO_MICROPHONE -> because(turn, group, Line.WHY_NO_MICROPHONE, turn.say(Line.ADVISE_MICROPHONE));
            case BY_DELAY_REPORT -> because(turn, group, Line.WHY_REPORTED, lineUp);
            case REFUSED -> because(turn, group, Line.WHY_REFUSED, turn.say(Line.ADVISE_QUIET, group.name()));
        };
    }

    private static String because(Turn turn, GroupConfig group, Line why, String advice) {
        return turn.say(Line.SYNC_UNKNOWN, group.name(), turn.say(why)) + " " + advice;
    }
}
