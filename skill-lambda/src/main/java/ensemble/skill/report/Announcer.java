package ensemble.skill.report;

import ensemble.skill.household.Grant;
import ensemble.skill.household.Household;
import ensemble.skill.household.StoreException;
import ensemble.skill.smarthome.Endpoints;
import ensemble.skill.smarthome.Messages;
import ensemble.skill.smarthome.property.GroupProperties;
import ensemble.skill.smarthome.property.Property;
import ensemble.skill.status.GroupStatus;
import ensemble.skill.status.HouseStatus;
import java.util.List;
import java.util.Optional;

/** Tells Alexa what changed, of every group whose state the change touched. */
final class Announcer {
    /** Why something changed, as Alexa spells it. */
    enum Cause {
        /** A wish from the cloud came true. */
        VOICE_INTERACTION,
        /** A command on the box's own page. */
        APP_INTERACTION,
        /** A speaker or the box came or went. */
        PHYSICAL_INTERACTION
    }

    private final Messenger messenger;
    private final Messages messages;

    Announcer(Messenger messenger, Messages messages) {
        this.messenger = messenger;
        this.messages = messages;
    }

    void announce(Household before, Household after, Cause cause) throws StoreException {
        Optional<Grant> grant = after.grant();
        if (grant.isEmpty()) {
            return;
        }
        HouseStatus was = HouseStatus.of(before);
        for (GroupStatus now : HouseStatus.of(after).groups()) {
            Optional<GroupStatus> then = was.group(now.id());
            List<Property> old = then.map(GroupProperties::of).orElse(List.of());
            List<Property> all = GroupProperties.of(now);
            List<Property> changed =
                    all.stream().filter(property -> !old.contains(property)).toList();
            List<Property> unchanged = all.stream().filter(old::contains).toList();
            if (!changed.isEmpty()) {
                String endpoint = Endpoints.idOf(after.user(), now.id());
                messenger.send(
                        after.user(), grant.get(), messages.changeReport(endpoint, cause.name(), changed, unchanged));
            }
        }
    }
}
