package ensemble.skill.report;

import com.fasterxml.jackson.databind.node.ObjectNode;
import ensemble.contract.state.RoutingReport;
import ensemble.skill.command.Command;
import ensemble.skill.command.CommandText;
import ensemble.skill.command.Fulfilment;
import ensemble.skill.command.Outcome;
import ensemble.skill.household.Grant;
import ensemble.skill.household.Household;
import ensemble.skill.household.HouseholdStore;
import ensemble.skill.household.Pending;
import ensemble.skill.household.StoreException;
import ensemble.skill.smarthome.Endpoints;
import ensemble.skill.smarthome.Messages;
import ensemble.skill.smarthome.error.Refusal;
import ensemble.skill.smarthome.property.GroupProperties;
import ensemble.skill.status.HouseStatus;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/** Gives the answers that were deferred, as soon as the hub has given them to us. */
final class LateAnswers {
    private final HouseholdStore store;
    private final Fulfilment fulfilment;
    private final Messenger messenger;
    private final Messages messages;
    private final InstantSource clock;

    LateAnswers(
            HouseholdStore store, Fulfilment fulfilment, Messenger messenger, Messages messages, InstantSource clock) {
        this.store = store;
        this.fulfilment = fulfilment;
        this.messenger = messenger;
        this.messages = messages;
        this.clock = clock;
    }

    void give(Household house, RoutingReport report) throws StoreException {
        for (Pending pending : house.pending()) {
            if (report.stamp().answers(pending.n()) && store.takePending(house.user(), pending.n())) {
                answer(house, report, pending);
            }
        }
    }

    private void answer(Household house, RoutingReport report, Pending pending) throws StoreException {
        Command command = CommandText.read(pending.command());
        Optional<Outcome> outcome = fulfilment.judge(house, pending.n(), command, report);
        Optional<Grant> grant = house.grant();
        boolean somebodyWaits = pending.until().isAfter(clock.instant());
        boolean isTold = house.route().hasWithdrawn(pending.n());
        if (outcome.isPresent() && grant.isPresent() && somebodyWaits && !isTold) {
            messenger.send(house.user(), grant.get(), message(outcome.get(), pending));
        }
    }

    private ObjectNode message(Outcome outcome, Pending pending) {
        Optional<String> token = Optional.of(pending.correlationToken());
        String endpoint = pending.endpoint();
        return switch (outcome) {
            case Outcome.Done done ->
                messages.response(
                        token,
                        endpoint,
                        Endpoints.groupOf(done.house().user(), endpoint)
                                .flatMap(HouseStatus.of(done.house())::group)
                                .map(GroupProperties::of)
                                .orElse(List.of()));
            case Outcome.OnItsWay still -> throw new IllegalStateException("a report that answers is an answer");
            case Outcome.Cannot cannot -> {
                Refusal refusal = Refusal.of(cannot.kind());
                yield messages.error(
                        token, Optional.of(endpoint), refusal.type(), String.valueOf(refusal.getMessage()));
            }
        };
    }
}
