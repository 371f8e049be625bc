package ensemble.skill.smarthome;

import ensemble.contract.id.GroupId;
import ensemble.contract.id.HubId;
import ensemble.contract.id.SpeakerId;
import ensemble.contract.state.GroupConfig;
import ensemble.contract.state.SpeakerConfig;
import ensemble.skill.household.Household;
import ensemble.skill.household.SceneId;
import ensemble.skill.household.UserId;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/**
 * Endpoint ids: {@code <kind>:<hash of the user>:<id>}. Unique over all users of the skill, says nothing about them, and an id
 * of another user names nothing.
 */
public final class Endpoints {
    private static final int HASH_BYTES = 8;

    private Endpoints() {}

    /** How each kind is spelt. */
    private enum Kind {
        GROUP('g'),
        SYNC('y'),
        LINE_UP('u'),
        HUB('h'),
        SAVED('c'),
        SINGLE('s'),
        LINK('l'),
        IDENTIFY('i');

        private final char letter;

        Kind(char letter) {
            this.letter = letter;
        }

        EndpointRef of(String id) {
            return switch (this) {
                case GROUP -> new EndpointRef.Group(new GroupId(id));
                case SYNC -> new EndpointRef.Sync(new GroupId(id));
                case LINE_UP -> new EndpointRef.LineUp(new GroupId(id));
                case HUB -> new EndpointRef.Hub(new HubId(id));
                case SAVED -> new EndpointRef.Saved(new SceneId(id));
                case SINGLE -> new EndpointRef.Single(new SpeakerId(id));
                case LINK -> new EndpointRef.Link(new SpeakerId(id));
                case IDENTIFY -> new EndpointRef.Identify(new SpeakerId(id));
            };
        }
    }

    public static String idOf(UserId user, GroupId group) {
        return idOf(user, new EndpointRef.Group(group));
    }

    public static String idOf(UserId user, EndpointRef endpoint) {
        return switch (endpoint) {
            case EndpointRef.Group group -> id(Kind.GROUP, user, group.id().value());
            case EndpointRef.Sync sync -> id(Kind.SYNC, user, sync.id().value());
            case EndpointRef.LineUp up -> id(Kind.LINE_UP, user, up.id().value());
            case EndpointRef.Hub hub -> id(Kind.HUB, user, hub.id().value());
            case EndpointRef.Saved scene -> id(Kind.SAVED, user, scene.id().value());
            case EndpointRef.Single one -> id(Kind.SINGLE, user, one.id().value());
            case EndpointRef.Link link -> id(Kind.LINK, user, link.id().value());
            case EndpointRef.Identify one -> id(Kind.IDENTIFY, user, one.id().value());
        };
    }

    /** Empty unless it is an id of this very user. It may still name what the house does not have. */
    public static Optional<EndpointRef> read(UserId user, String endpointId) {
        for (Kind kind : Kind.values()) {
            String prefix = id(kind, user, "");
            if (endpointId.startsWith(prefix)) {
                try {
                    return Optional.of(kind.of(endpointId.substring(prefix.length())));
                } catch (IllegalArgumentException noId) {
                    return Optional.empty();
                }
            }
        }
        return Optional.empty();
    }

    /** Everything that the house shows to Alexa, groups first. */
    public static List<EndpointRef> of(Household house) {
        List<EndpointRef> all = new ArrayList<>();
        for (GroupConfig group : house.config().groups()) {
            all.add(new EndpointRef.Group(group.id()));
            all.add(new EndpointRef.Sync(group.id()));
            all.add(new EndpointRef.LineUp(group.id()));
        }
        all.add(new EndpointRef.Hub(house.hub()));
        house.habits().scenes().forEach(scene -> all.add(new EndpointRef.Saved(scene.id())));
        for (SpeakerConfig speaker : house.config().speakers()) {
            if (house.habits().settings().speakersExposed()) {
                all.add(new EndpointRef.Single(speaker.id()));
            }
            all.add(new EndpointRef.Link(speaker.id()));
            all.add(new EndpointRef.Identify(speaker.id()));
        }
        return all;
    }

    private static String id(Kind kind, UserId user, String id) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            byte[] hash = digest.digest(("endpoint of " + user.value()).getBytes(StandardCharsets.UTF_8));
            return kind.letter + ":" + HexFormat.of().formatHex(hash, 0, HASH_BYTES) + ":" + id;
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java has SHA-256", impossible);
        }
    }
}
