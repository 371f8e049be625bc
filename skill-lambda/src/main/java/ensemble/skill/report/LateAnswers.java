package ensemble.skill.report;

import com.fasterxml.jackson.databind.node.ObjectNode;
import ensemble.contract.state.RoutingReport;
import ensemble.skill.command.Command;
import ensemble.skill.command.CommandDesk;
import ensemble.skill.command.CommandText;
import ensemble.skill.command.Fulfilment;
import ensemble.skill.command.Outcome;
import ensemble.skill.command.Verdict;
import ensemble.skill.events.UndeliveredException;
import ensemble.skill.household.Grant;
import ensemble.skill.household.Household;
import ensemble.skill.household.HouseholdStore;
import ensemble.skill.household.Pending;
import ensemble.skill.household.StoreException;
import ensemble.skill.smarthome.Endpoints;
import ensemble.skill.smarthome.Messages;
import ensemble.skill.smarthome.error.Refusal;
import ensemble.skill.smarthome.property.EndpointProperties;
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

    void give(Household house, RoutingReport report) throws StoreException, UndeliveredException {
        for (Pending pending : house.pending()) {
            boolean isAnswered = report.stamp().answers(pending.n())
                    && Verdict.of(house, pending.n(), CommandText.read(pending.command()), report)
                            .isPresent();
            if (isAnswered && store.takePending(house.user(), pending.n())) {
                answer(house, report, pending);
            }
        }
    }

    private void answer(Household house, RoutingReport report, Pending pending)
            throws StoreException, UndeliveredException {
        Command command = CommandText.read(pending.command());
        Optional<Outcome> outcome = fulfilment.judge(house, pending.n(), command, report);
        Optional<Grant> grant = house.grant();
        boolean somebodyWaits = pending.until().isAfter(clock.instant());
        boolean isTold = house.route().hasWithdrawn(pending.n());
        if (outcome.isPresent() && grant.isPresent() && somebodyWaits && !isTold) {
            try {
                var unused = messenger.send(house.user(), grant.get(), message(outcome.get(), pending, command));
            } catch (UndeliveredException away) {
                // The event comes again, and with it the answer.
                store.putPending(house.user(), pending);
                throw away;
            }
        }
    }

    private ObjectNode message(Outcome outcome, Pending pending, Command command) {
        Optional<String> token = Optional.of(pending.correlationToken());
        String endpoint = pending.endpoint();
        return switch (outcome) {
            case Outcome.Done done ->
                messages.response(
                        token,
                        endpoint,
                        Endpoints.read(done.house().user(), endpoint)
                                .map(found -> EndpointProperties.of(done.house(), found))
                                .orElse(List.of()));
            case Outcome.OnItsWay still -> throw new IllegalStateException("a report that answers is an answer");
            case Outcome.Cannot cannot ->
                messages.error(
                        token, Optional.of(endpoint), Refusal.of(cannot, CommandDesk.wanted(command, cannot.house())));
        };
    }
}
