package ensemble.skill.voice;

import com.amazon.ask.model.Response;
import ensemble.contract.id.GroupId;
import ensemble.contract.id.SpeakerId;
import ensemble.contract.state.GroupConfig;
import ensemble.contract.state.SpeakerConfig;
import ensemble.contract.value.Name;
import ensemble.skill.editing.Draft;
import ensemble.skill.editing.Edit;
import ensemble.skill.editing.EditOutcome;
import ensemble.skill.editing.Editing;
import ensemble.skill.editing.HouseDesk;
import ensemble.skill.household.Household;
import ensemble.skill.voice.speech.Line;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Makes, renames and deletes groups, and changes who belongs to them. What is gone for good is confirmed first. */
final class GroupTalk implements Talk {
    static final String CALLED = "called";
    private static final String GROUP = "group";
    private static final String NAME = "name";
    private static final String SPEAKERS = "speakers";
    private static final List<String> SPEAKER_SLOTS = List.of(VoiceHouse.SPEAKER_SLOT, "another", "third");

    private final VoiceHouse houses;
    private final Editing editing;

    GroupTalk(VoiceHouse houses, Editing editing) {
        this.houses = houses;
        this.editing = editing;
    }

    @Override
    public Map<String, Reply> answers() {
        return Map.of(
                "CreateGroupIntent", turn -> houses.withHouse(turn, house -> askToCreate(turn, house)),
                "RenameGroupIntent", turn -> houses.withGroup(turn, (house, group) -> askToRename(turn, house, group)),
                "DeleteGroupIntent",
                        turn -> houses.withGroup(
                                turn,
                                (house, group) -> turn.askWhether(
                                        about(Asked.What.DELETE_GROUP, group),
                                        turn.say(Line.DELETE_CONFIRM, group.name()))),
                "AddSpeakerIntent", turn -> member(turn, true),
                "RemoveSpeakerIntent", turn -> member(turn, false));
    }

    Optional<Response> create(Turn turn, Asked asked) {
        Set<SpeakerId> speakers = Arrays.stream(asked.about(SPEAKERS).split(",", -1))
                .map(SpeakerId::new)
                .collect(Collectors.toSet());
        Name name = new Name(asked.about(NAME));
        return houses.withHouse(
                turn,
                house -> carryOut(
                        turn, house, new Edit.CreateGroup(name, speakers), created(turn, house, name, speakers)));
    }

    Optional<Response> rename(Turn turn, Asked asked) {
        GroupId id = new GroupId(asked.about(GROUP));
        Name name = new Name(asked.about(NAME));
        return houses.withHouse(
                turn,
                house -> carryOut(
                        turn,
                        house,
                        new Edit.RenameGroup(id, name),
                        turn.say(
                                Line.RENAMED,
                                house.config().group(id).map(GroupConfig::name).orElse(name),
                                name)));
    }

    Optional<Response> delete(Turn turn, Asked asked) {
        GroupId id = new GroupId(asked.about(GROUP));
        return houses.withHouse(
                turn,
                house -> carryOut(
                        turn,
                        house,
                        new Edit.DeleteGroup(id),
                        turn.say(
                                Line.DELETED,
                                house.config()
                                        .group(id)
                                        .map(GroupConfig::name)
                                        .map(Name::text)
                                        .orElse(id.value()))));
    }

    private Optional<Response> askToCreate(Turn turn, Household house) {
        if (house.config().speakers().isEmpty()) {
            return turn.cannot(Line.NO_SPEAKERS);
        }
        if (turn.said(CALLED).isEmpty()) {
            return turn.askFor(CALLED, turn.say(Line.CREATE_NAME));
        }
        Optional<Name> name = SpokenNames.of(turn.said(CALLED).get());
        if (name.isEmpty()) {
            return turn.askFor(CALLED, turn.say(Line.NAME_BAD));
        }
        Set<SpeakerId> speakers = new TreeSet<>();
        for (String heard : heardSpeakers(turn)) {
            List<SpeakerConfig> all = house.config().speakers();
            switch (VoiceHouse.speaker(turn, List.of(heard), all)) {
                case Match.One<SpeakerConfig> one -> speakers.add(one.thing().id());
                case Match.Everything<SpeakerConfig> every -> all.forEach(speaker -> speakers.add(speaker.id()));
                case Match.Several<SpeakerConfig> several -> {
                    return turn.askFor(
                            VoiceHouse.SPEAKER_SLOT, turn.say(Line.WHICH_SPEAKER, either(turn, several.things())));
                }
                case Match.None<SpeakerConfig> none -> {
                    return turn.askFor(
                            VoiceHouse.SPEAKER_SLOT,
                            turn.say(Line.NO_SUCH_SPEAKER, VoiceHouse.shortened(heard), either(turn, all)));
                }
            }
        }
        if (speakers.isEmpty()) {
            return turn.askFor(
                    VoiceHouse.SPEAKER_SLOT,
                    turn.say(
                            Line.CREATE_SPEAKERS,
                            name.get(),
                            either(turn, house.config().speakers())));
        }
        return confirmed(
                turn,
                house,
                new Edit.CreateGroup(name.get(), speakers),
                new Asked(
                        Asked.What.CREATE_GROUP,
                        Map.of(
                                NAME,
                                name.get().text(),
                                SPEAKERS,
                                speakers.stream().map(SpeakerId::value).collect(Collectors.joining(",")))),
                turn.say(
                        Line.CREATE_CONFIRM,
                        name.get(),
                        turn.phrases().words().all(Doing.names(house.config(), speakers))));
    }

    private Optional<Response> askToRename(Turn turn, Household house, GroupConfig group) {
        if (turn.said(CALLED).isEmpty()) {
            return turn.askFor(CALLED, turn.say(Line.RENAME_TO, group.name()));
        }
        Optional<Name> name = SpokenNames.of(turn.said(CALLED).get());
        if (name.isEmpty()) {
            return turn.askFor(CALLED, turn.say(Line.NAME_BAD));
        }
        return confirmed(
                turn,
                house,
                new Edit.RenameGroup(group.id(), name.get()),
                new Asked(
                        Asked.What.RENAME_GROUP,
                        Map.of(GROUP, group.id().value(), NAME, name.get().text())),
                turn.say(Line.RENAME_CONFIRM, group.name(), name.get()));
    }

    /** What would be refused anyway is not worth a question. */
    private static Optional<Response> confirmed(Turn turn, Household house, Edit edit, Asked asked, String question) {
        return HouseDesk.decide(edit, house) instanceof Draft.Refused refused
                ? EditRefusals.answer(turn, refused.why())
                : turn.askWhether(asked, question);
    }

    private Optional<Response> member(Turn turn, boolean add) {
        return houses.withSpeaker(
                turn,
                (house, speaker) -> houses.withGroup(turn, (same, group) -> {
                    boolean isIn = group.members().containsKey(speaker.id());
                    if (isIn == add) {
                        return turn.tell(add ? Line.ALREADY_IN : Line.NOT_IN, speaker.name(), group.name());
                    }
                    if (!add && group.members().size() == 1) {
                        return turn.cannot(Line.LAST_SPEAKER, speaker.name(), group.name());
                    }
                    Edit edit = add
                            ? new Edit.AddSpeakers(group.id(), Set.of(speaker.id()))
                            : new Edit.RemoveSpeakers(group.id(), Set.of(speaker.id()));
                    Line line = add ? Line.SPEAKER_ADDED : Line.SPEAKER_REMOVED;
                    return carryOut(turn, same, edit, turn.say(line, speaker.name(), group.name()));
                }));
    }

    private Optional<Response> carryOut(Turn turn, Household house, Edit edit, String done) {
        return switch (editing.carryOut(house, edit)) {
            case EditOutcome.Done made -> turn.tell(done, Turn.Came.DONE);
            case EditOutcome.Cannot cannot -> EditRefusals.answer(turn, cannot.why());
        };
    }

    private static String created(Turn turn, Household house, Name name, Set<SpeakerId> speakers) {
        return turn.say(Line.CREATED, name, turn.phrases().words().all(Doing.names(house.config(), speakers)));
    }

    /** "Deck and patio left" may come in one slot or in two. */
    private static List<String> heardSpeakers(Turn turn) {
        return SPEAKER_SLOTS.stream()
                .flatMap(slot -> turn.said(slot).stream())
                .flatMap(said -> turn.phrases().words().apart(said).stream())
                .toList();
    }

    private static Asked about(Asked.What what, GroupConfig group) {
        return new Asked(what, Map.of(GROUP, group.id().value()));
    }

    private static String either(Turn turn, List<SpeakerConfig> speakers) {
        return turn.phrases()
                .words()
                .either(speakers.stream().map(SpeakerConfig::name).toList());
    }
}
