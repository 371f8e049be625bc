package ensemble.contract.shadow;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import ensemble.contract.id.GroupId;
import ensemble.contract.id.OutputId;
import ensemble.contract.id.SpeakerId;
import ensemble.contract.state.GroupConfig;
import ensemble.contract.state.HouseConfig;
import ensemble.contract.state.Member;
import ensemble.contract.state.SpeakerConfig;
import ensemble.contract.value.Name;
import ensemble.contract.value.Role;
import ensemble.contract.value.SyncTier;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The {@code config} shadow. Desired: {@code n}, {@code speakers [{id name out}]}, {@code groups [{id name m t? q}]} ({@code q}: the
 * target tier by its bound in microseconds).
 * Reported: {@code n} alone.
 *
 * <p>Sixteen groups of sixteen members fit into 4 KB because a group's members are one character per speaker, in the order
 * of {@code speakers}: {@code m} holds the role's letter or {@code -} for "not in it"; {@code t}, left out when all are 0,
 * holds the trim's half decibels above -12 dB counted from {@code 0} (so {@code H} is 0 dB).
 */
public final class ConfigCodec {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final char NOT_IN_IT = '-';

    private ConfigCodec() {}

    /** The desired section. */
    public static ObjectNode desired(HouseConfig config) {
        ObjectNode section = JSON.objectNode().put("n", config.n());
        ArrayNode speakers = section.putArray("speakers");
        for (SpeakerConfig speaker : config.speakers()) {
            speakers.addObject()
                    .put("id", speaker.id().value())
                    .put("name", speaker.name().text())
                    .put("out", speaker.output().value());
        }
        ArrayNode groups = section.putArray("groups");
        for (GroupConfig group : config.groups()) {
            ObjectNode node = groups.addObject()
                    .put("id", group.id().value())
                    .put("name", group.name().text())
                    .put("m", roles(config, group));
            if (group.members().values().stream().anyMatch(member -> member.trimDb() != 0)) {
                node.put("t", trims(config, group));
            }
            node.put("q", group.target().atMostMicros());
        }
        return section;
    }

    /** Reads a desired section; a missing one is {@link HouseConfig#EMPTY}. */
    public static HouseConfig desired(JsonNode section) throws ShadowFormatException {
        if (section.isMissingNode() || section.isNull()) {
            return HouseConfig.EMPTY;
        }
        List<SpeakerConfig> speakers = new ArrayList<>();
        for (JsonNode node : Fields.array(section, "speakers")) {
            speakers.add(new SpeakerConfig(
                    Fields.made("id", Fields.text(node, "id"), SpeakerId::new),
                    Fields.made("name", Fields.text(node, "name"), Name::new),
                    Fields.made("out", Fields.text(node, "out"), OutputId::new)));
        }
        List<GroupConfig> groups = new ArrayList<>();
        for (JsonNode node : Fields.array(section, "groups")) {
            groups.add(group(node, speakers));
        }
        long n = Fields.whole(section, "n");
        return Fields.made("config", "", ignored -> new HouseConfig(n, speakers, groups));
    }

    /** The reported section. */
    public static ObjectNode reported(long n) {
        return JSON.objectNode().put("n", n);
    }

    private static String roles(HouseConfig config, GroupConfig group) {
        StringBuilder letters = new StringBuilder();
        for (SpeakerConfig speaker : config.speakers()) {
            Member member = group.members().get(speaker.id());
            letters.append(
                    member == null ? String.valueOf(NOT_IN_IT) : member.role().letter());
        }
        return letters.toString();
    }

    private static String trims(HouseConfig config, GroupConfig group) {
        StringBuilder letters = new StringBuilder();
        for (SpeakerConfig speaker : config.speakers()) {
            Member member = group.members().get(speaker.id());
            double trimDb = member == null ? 0 : member.trimDb();
            letters.append((char) ('0' + Math.round((trimDb + Member.MOST_TRIM_DB) * 2)));
        }
        return letters.toString();
    }

    private static GroupConfig group(JsonNode node, List<SpeakerConfig> speakers) throws ShadowFormatException {
        String roles = Fields.text(node, "m");
        String trims = Fields.textIfAny(node, "t").orElse("");
        SortedMap<SpeakerId, Member> members = new TreeMap<>();
        for (int i = 0; i < Math.min(roles.length(), speakers.size()); i++) {
            if (roles.charAt(i) != NOT_IN_IT) {
                Role role = Fields.made("m", roles.substring(i, i + 1), Role::ofLetter);
                double trimDb = i < trims.length() ? (trims.charAt(i) - '0') / 2.0 - Member.MOST_TRIM_DB : 0;
                members.put(speakers.get(i).id(), Fields.made("t", "", ignored -> new Member(role, trimDb)));
            }
        }
        GroupId id = Fields.made("id", Fields.text(node, "id"), GroupId::new);
        Name name = Fields.made("name", Fields.text(node, "name"), Name::new);
        int bound = Fields.small(node, "q");
        SyncTier tier = Fields.made("q", "", ignored -> SyncTier.boundedBy(bound));
        return Fields.made("group", "", ignored -> new GroupConfig(id, name, members, tier));
    }
}
