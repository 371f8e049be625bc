package ensemble.skill.smarthome.directive;

import ensemble.skill.command.Command;
import ensemble.skill.household.Household;
import ensemble.skill.smarthome.EndpointRef;
import ensemble.skill.smarthome.error.Refusal;

/** The directives we answer; every other is refused. Those of one Alexa interface stand in one file. */
public sealed interface Directive {
    Header header();

    record Discover(Header header, String token) implements Directive {}

    record AcceptGrant(Header header, String code, String token) implements Directive {}

    record ReportState(Header header, Target target) implements Directive {}

    /** Directives that change something. */
    sealed interface Control extends Directive
            permits PowerDirective, PlaybackDirective, SpeakerDirective, ModeDirective, RangeDirective, SceneDirective {
        Target target();

        /** @throws Refusal if the endpoint has no such interface, or the value is none */
        Command command(Household house, EndpointRef endpoint) throws Refusal;

        /** Whether Alexa may be told that the answer comes later. */
        default boolean mayDefer() {
            return true;
        }
    }
}
