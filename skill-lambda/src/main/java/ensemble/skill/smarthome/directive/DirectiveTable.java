package ensemble.skill.smarthome.directive;

import com.fasterxml.jackson.databind.node.ObjectNode;
import ensemble.skill.command.Fulfilment;
import ensemble.skill.events.GrantDesk;
import ensemble.skill.household.HouseholdStore;
import ensemble.skill.identity.TokenVerifier;
import ensemble.skill.shadow.ShadowDesk;
import ensemble.skill.smarthome.Messages;
import ensemble.skill.smarthome.error.Refusal;
import java.time.InstantSource;

/** Which class answers which directive. */
public final class DirectiveTable {
    private final Discovery discovery;
    private final Authorization authorization;
    private final StateReporting reporting;
    private final Control control;

    public DirectiveTable(
            TokenVerifier tokens,
            HouseholdStore store,
            ShadowDesk shadows,
            GrantDesk grants,
            Fulfilment fulfilment,
            Messages messages,
            InstantSource clock) {
        HouseDoor door = new HouseDoor(tokens, store);
        this.discovery = new Discovery(door, store, messages);
        this.authorization = new Authorization(door, store, grants, messages);
        this.reporting = new StateReporting(door, shadows, messages);
        this.control = new Control(door, fulfilment, store, messages, clock);
    }

    public ObjectNode answer(Directive directive) throws Refusal {
        return switch (directive) {
            case Directive.Discover discover -> discovery.answer(discover);
            case Directive.AcceptGrant grant -> authorization.answer(grant);
            case Directive.ReportState report -> reporting.answer(report);
            case Directive.Control change -> control.answer(change);
        };
    }
}
