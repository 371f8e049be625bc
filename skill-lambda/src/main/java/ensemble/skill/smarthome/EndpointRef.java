package ensemble.skill.smarthome;

import ensemble.contract.id.GroupId;
import ensemble.contract.id.HubId;
import ensemble.contract.id.SpeakerId;
import ensemble.skill.household.SceneId;

/** Everything of a house that Alexa knows as a device. */
public sealed interface EndpointRef {
    /** A group: power, playback, volume, sync status. */
    record Group(GroupId id) implements EndpointRef {}

    /** A group's sync as a sensor, because Amazon gives speakers no page in the app. */
    record Sync(GroupId id) implements EndpointRef {}

    /** "Line up the patio", as a scene, so that a routine can do it. */
    record LineUp(GroupId id) implements EndpointRef {}

    /** The box: where its output goes. */
    record Hub(HubId id) implements EndpointRef {}

    /** A saved scene. */
    record Saved(SceneId id) implements EndpointRef {}

    /** A single speaker, where the house's settings show them. */
    record Single(SpeakerId id) implements EndpointRef {}

    /** Whether a speaker is connected, as a sensor that can start a routine. */
    record Link(SpeakerId id) implements EndpointRef {}

    /** "Identify the deck", as a scene. */
    record Identify(SpeakerId id) implements EndpointRef {}
}
