package ensemble.skill.smarthome.directive;

import com.fasterxml.jackson.databind.node.ObjectNode;
import ensemble.skill.command.Command;
import ensemble.skill.command.CommandDesk;
import ensemble.skill.command.CommandText;
import ensemble.skill.command.Fulfilment;
import ensemble.skill.command.IfUnanswered;
import ensemble.skill.command.Outcome;
import ensemble.skill.household.Household;
import ensemble.skill.household.HouseholdStore;
import ensemble.skill.household.Pending;
import ensemble.skill.household.RequestKey;
import ensemble.skill.household.StoreException;
import ensemble.skill.smarthome.EndpointRef;
import ensemble.skill.smarthome.Messages;
import ensemble.skill.smarthome.error.ErrorType;
import ensemble.skill.smarthome.error.Refusal;
import ensemble.skill.smarthome.property.EndpointProperties;
import ensemble.skill.smarthome.property.Property;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/** Directives that change something: one directive, one command. */
final class Control {
    /** A wish may start sound for 30 s; after that the hub itself says that it is too old. */
    private static final Duration DEFERRAL = Duration.ofSeconds(30);
    /** Hub's clock, ours, and the way of its last word. */
    private static final Duration GRACE = Duration.ofSeconds(30);

    private final HouseDoor door;
    private final Fulfilment fulfilment;
    private final HouseholdStore store;
    private final Messages messages;
    private final InstantSource clock;

    Control(HouseDoor door, Fulfilment fulfilment, HouseholdStore store, Messages messages, InstantSource clock) {
        this.door = door;
        this.fulfilment = fulfilment;
        this.store = store;
        this.messages = messages;
        this.clock = clock;
    }

    ObjectNode answer(Directive.Control directive) throws Refusal {
        HouseDoor.Addressed addressed = door.open(directive.target());
        EndpointRef endpoint = addressed.endpoint();
        Command command = directive.command(addressed.house(), endpoint);
        boolean mayDefer =
                directive.mayDefer() && directive.header().correlationToken().isPresent();
        Outcome outcome = fulfilment.fulfil(
                addressed.house(),
                command,
                RequestKey.of(directive.header().messageId()),
                mayDefer ? IfUnanswered.DEFER_OR_WITHDRAW : IfUnanswered.WITHDRAW);
        return switch (outcome) {
            case Outcome.Done done -> response(directive, endpoint, done.house());
            case Outcome.OnItsWay later -> deferred(directive, endpoint, command, later);
            case Outcome.Cannot cannot -> throw refusal(cannot, command);
        };
    }

    private static Refusal refusal(Outcome.Cannot cannot, Command command) {
        return Refusal.of(cannot, CommandDesk.wanted(command, cannot.house()));
    }

    private ObjectNode response(Directive.Control directive, EndpointRef endpoint, Household house) {
        Optional<String> token = directive.header().correlationToken();
        String id = directive.target().endpointId();
        List<Property> all = EndpointProperties.of(house, endpoint);
        return switch (directive) {
            case SceneDirective.Activate on -> messages.sceneStarted(token, id, true, all);
            case SceneDirective.Deactivate off -> messages.sceneStarted(token, id, false, all);
            case PowerDirective power -> messages.response(token, id, all);
            case PlaybackDirective playback -> messages.response(token, id, all);
            case SpeakerDirective speaker -> messages.response(token, id, all);
            case ModeDirective mode -> messages.response(token, id, all);
            case RangeDirective range -> messages.response(token, id, all);
        };
    }

    /**
     * The hub may answer between our last look and the row that says an answer is owed, so we look once more
     * behind it.
     */
    private ObjectNode deferred(
            Directive.Control directive, EndpointRef endpoint, Command command, Outcome.OnItsWay later) throws Refusal {
        Household house = later.house();
        Pending pending = new Pending(
                later.n(),
                CommandText.of(command),
                directive.target().endpointId(),
                directive.header().correlationToken().orElseThrow(),
                clock.instant().plus(DEFERRAL).plus(GRACE));
        try {
            store.putPending(house.user(), pending);
            Optional<Outcome> meanwhile = fulfilment.lookOnce(house, later.n(), command);
            if (meanwhile.isPresent() && store.takePending(house.user(), later.n())) {
                return switch (meanwhile.get()) {
                    case Outcome.Done done -> response(directive, endpoint, done.house());
                    case Outcome.OnItsWay still -> throw new IllegalStateException("an answer that is none");
                    case Outcome.Cannot cannot -> throw refusal(cannot, command);
                };
            }
        } catch (StoreException unavailable) {
            var unused = fulfilment.giveUp(house, later.n(), command);
            throw new Refusal(ErrorType.INTERNAL_ERROR, "the house cannot be written now");
        }
        return messages.deferred(directive.header().correlationToken(), (int) DEFERRAL.toSeconds());
    }
}
