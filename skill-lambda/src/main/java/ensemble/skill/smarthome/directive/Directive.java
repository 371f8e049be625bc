package ensemble.skill.smarthome.directive;

/** The directives we answer; every other is refused. */
public sealed interface Directive {
    Header header();

    record Discover(Header header, String token) implements Directive {}

    record AcceptGrant(Header header, String code, String token) implements Directive {}

    record ReportState(Header header, Target target) implements Directive {}

    /** Directives that change what plays. */
    sealed interface Control extends Directive {
        Target target();
    }

    record TurnOn(Header header, Target target) implements Control {}

    record TurnOff(Header header, Target target) implements Control {}

    record Play(Header header, Target target) implements Control {}

    record Stop(Header header, Target target) implements Control {}

    record Pause(Header header, Target target) implements Control {}
}
