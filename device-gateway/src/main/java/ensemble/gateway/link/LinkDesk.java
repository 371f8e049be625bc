package ensemble.gateway.link;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import ensemble.contract.id.OutputId;
import ensemble.contract.shadow.LinkCodec;
import ensemble.contract.shadow.ShadowName;
import ensemble.contract.value.LinkCode;
import ensemble.gateway.shadow.DesiredInbox;
import ensemble.gateway.shadow.ReportedOutbox;
import ensemble.gateway.time.Clocks;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * Where this box is linked to a house: the loop looks at it, and the page shows it and answers its question. The code is shown here
 * alone; what is reported is its key. Nothing of it outlives the process: after a power cut a person begins again. Safe from any thread.
 */
public final class LinkDesk {
    /** The contract's bound on what a house can be made of. */
    private static final int MOST_OUTPUTS = 16;

    private final List<OutputId> outputs;
    private final DesiredInbox inbox;
    private final ReportedOutbox outbox;
    private final Clocks clocks;
    private final Supplier<LinkCode> codes;
    private Phase phase = Phase.Closed.NEVER_TRIED;
    private boolean begunByItself;

    /** @param codes draws codes that nobody can foretell */
    public LinkDesk(
            Collection<OutputId> outputs,
            DesiredInbox inbox,
            ReportedOutbox outbox,
            Clocks clocks,
            Supplier<LinkCode> codes) {
        this.outputs = outputs.stream().limit(MOST_OUTPUTS).toList();
        this.inbox = inbox;
        this.outbox = outbox;
        this.clocks = clocks;
        this.codes = codes;
    }

    /** A box that no house has claimed shows a code by itself, once. */
    public synchronized void look() {
        if (!begunByItself && inbox.isUnclaimed() && phase instanceof Phase.Closed) {
            begunByItself = true;
            phase = Linking.opened(codes.get(), clocks.nanos());
        }
        goOn(Linking.next(phase, facts()));
    }

    /** Somebody at the box wants a code; one that is shown already, and a question that waits, stay. */
    public synchronized void open() {
        goOn(Linking.next(phase, facts()));
        if (phase instanceof Phase.Closed) {
            goOn(Linking.opened(codes.get(), clocks.nanos()));
        }
    }

    /**
     * Somebody at the box answers the question.
     *
     * @param claim the question that is meant; an answer to another is none
     * @return whether that question was open
     */
    public synchronized boolean answer(String claim, boolean yes) {
        goOn(Linking.next(phase, facts()));
        if (!(phase instanceof Phase.Asked asked) || !asked.ask().claim().equals(claim)) {
            return false;
        }
        goOn(Linking.answered(phase, yes, facts()));
        return true;
    }

    /** What the page shows; {@code seconds} are left. */
    public synchronized ObjectNode show() {
        goOn(Linking.next(phase, facts()));
        ObjectNode shown = JsonNodeFactory.instance.objectNode().put("claimed", isClaimed());
        return switch (phase) {
            case Phase.Closed closed ->
                shown.put("state", "closed")
                        .put("ending", closed.ending().map(Phase.Ending::wire).orElse(null));
            case Phase.Open open ->
                shown.put("state", "open")
                        .put("code", open.code().shown())
                        .put("cloud", outbox.connected())
                        .put("seconds", seconds(open.untilNanos()));
            case Phase.Asked asked ->
                shown.put("state", "asked")
                        .put("claim", asked.ask().claim())
                        .put("number", asked.ask().number())
                        .put("seconds", seconds(asked.untilNanos()));
            case Phase.Confirmed confirmed ->
                shown.put("state", "confirmed").put("seconds", seconds(confirmed.untilNanos()));
        };
    }

    private boolean isClaimed() {
        return inbox.newest().config().isPresent();
    }

    private long seconds(long untilNanos) {
        return Math.max(0, TimeUnit.NANOSECONDS.toSeconds(untilNanos - clocks.nanos()));
    }

    private Linking.Facts facts() {
        long house = inbox.newest().config().map(arrived -> arrived.value().n()).orElse(0L);
        return new Linking.Facts(inbox.ask(), house, clocks.nanos());
    }

    private void goOn(Phase next) {
        phase = next;
        outbox.say(ShadowName.LINK, LinkCodec.reported(Linking.report(phase, outputs)));
    }
}
