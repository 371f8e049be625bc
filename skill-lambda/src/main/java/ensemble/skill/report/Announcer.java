package ensemble.skill.report;

import ensemble.skill.events.UndeliveredException;
import ensemble.skill.household.Grant;
import ensemble.skill.household.Household;
import ensemble.skill.household.StoreException;
import ensemble.skill.smarthome.EndpointRef;
import ensemble.skill.smarthome.Endpoints;
import ensemble.skill.smarthome.Messages;
import ensemble.skill.smarthome.property.EndpointProperties;
import ensemble.skill.smarthome.property.Property;
import ensemble.skill.status.HouseStatus;
import java.util.List;
import java.util.Optional;

/** Tells Alexa what changed, one message for each endpoint whose state the change touched, and none for any other. */
final class Announcer {
    /** Why something changed, as Alexa spells it. */
    enum Cause {
        /** A wish from the cloud came true. */
        VOICE_INTERACTION,
        /** A command on the box's own page. */
        APP_INTERACTION,
        /** A speaker or the box came or went. */
        PHYSICAL_INTERACTION,
        /** The box measured. */
        PERIODIC_POLL
    }

    private final Messenger messenger;
    private final Messages messages;

    Announcer(Messenger messenger, Messages messages) {
        this.messenger = messenger;
        this.messages = messages;
    }

    void announce(Household before, Household after, Cause cause) throws StoreException, UndeliveredException {
        Optional<Grant> grant = after.grant();
        if (grant.isEmpty()) {
            return;
        }
        HouseStatus was = HouseStatus.of(before);
        HouseStatus is = HouseStatus.of(after);
        for (EndpointRef endpoint : Endpoints.of(after)) {
            List<Property> old = EndpointProperties.of(before, was, endpoint);
            List<Property> all = EndpointProperties.of(after, is, endpoint);
            List<Property> changed = all.stream()
                    .filter(property -> old.stream().noneMatch(property::says))
                    .toList();
            if (!changed.isEmpty()) {
                List<Property> unchanged = all.stream()
                        .filter(property -> old.stream().anyMatch(property::says))
                        .toList();
                messenger.send(
                        after.user(),
                        grant.get(),
                        messages.changeReport(
                                Endpoints.idOf(after.user(), endpoint), cause.name(), changed, unchanged));
            }
        }
    }
}
