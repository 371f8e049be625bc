package ensemble.gateway.sync;

import com.fasterxml.jackson.databind.node.ObjectNode;
import ensemble.contract.id.GroupId;
import ensemble.contract.id.SpeakerId;
import ensemble.contract.state.Act;
import ensemble.contract.state.GroupConfig;
import ensemble.contract.state.HouseConfig;
import ensemble.contract.state.SpeakerConfig;
import ensemble.contract.state.TicketEcho;
import ensemble.contract.state.UnmeasuredWhy;
import ensemble.gateway.act.Doer;
import ensemble.gateway.act.Recent;
import ensemble.gateway.act.Task;
import ensemble.gateway.audio.AudioGraph;
import ensemble.gateway.audio.Microphone;
import ensemble.gateway.sync.analysis.Analysis;
import ensemble.gateway.time.Clocks;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Lines a group up: one at a time, on a thread of its own. What it finds goes to the {@link SyncDesk}; it moves no speaker.
 * The group's speakers that are there take part, and one more that was measured before, so that old and new can be compared.
 */
public final class Calibrator implements Doer {
    private final SyncDesk desk;
    private final AudioGraph graph;
    private final Function<String, Optional<Ear>> ears;
    private final Analysis analysis;
    private final Clocks clocks;
    private final Executor thread;
    private final Runnable wake;
    private final Consumer<ObjectNode> show;
    private final Recent<TicketEcho> echoes = new Recent<>();

    /**
     * @param ears who listens when a group is lined up; empty = there is no microphone
     * @param thread runs one calibration, up to a minute
     * @param wake called when a state has changed
     * @param show shows the progress to people
     */
    public Calibrator(
            SyncDesk desk,
            AudioGraph graph,
            Function<String, Optional<Ear>> ears,
            Analysis analysis,
            Clocks clocks,
            Executor thread,
            Runnable wake,
            Consumer<ObjectNode> show) {
        this.desk = desk;
        this.graph = graph;
        this.ears = ears;
        this.analysis = analysis;
        this.clocks = clocks;
        this.thread = thread;
        this.wake = wake;
        this.show = show;
    }

    @Override
    public Set<Act> acts() {
        return Set.of(Act.LINE_UP, Act.LINE_UP_ALSO);
    }

    @Override
    public synchronized Optional<TicketEcho> state(long n) {
        return echoes.get(n);
    }

    @Override
    public synchronized void begin(Task task) {
        Optional<Ear> ear = ears.apply(task.subject());
        if (!begun(task, ear)) {
            ear.ifPresent(unused -> unused.release().run());
        }
    }

    private boolean begun(Task task, Optional<Ear> ear) {
        if (echoes.values().contains(TicketEcho.RUNNING)) {
            is(task, TicketEcho.BUSY);
            return false;
        }
        Progress progress = new Progress(task, show);
        HouseConfig house = desk.house();
        Optional<GroupConfig> group = group(house, task.subject());
        List<Part> parts = group.map(known -> parts(house, known)).orElse(List.of());
        if (ear.isEmpty()) {
            desk.refused(members(group), UnmeasuredWhy.NO_MICROPHONE);
            away(
                    task,
                    progress,
                    parts,
                    "no-microphone",
                    "This box has no microphone: plug one in and name it in the setting 'microphone', or line up from its page with a phone.");
        } else if (group.isEmpty()) {
            away(task, progress, parts, "no-such-group", "The box knows no such group.");
        } else if (parts.size() < 2) {
            away(
                    task,
                    progress,
                    parts,
                    "too-few-speakers",
                    "Fewer than two speakers are there to be compared: switch them on and connect them.");
        } else {
            is(task, TicketEcho.RUNNING);
            Session session = new Session(
                    desk, graph, ear.get(), analysis, clocks, progress, parts, task.act() == Act.LINE_UP_ALSO);
            thread.execute(() -> run(task, ear.get(), session, ids(parts)));
            return true;
        }
        return false;
    }

    private void away(Task task, Progress progress, List<Part> parts, String reason, String sentence) {
        progress.refused(reason, sentence, parts, List.of());
        is(task, TicketEcho.AWAY);
    }

    private static Set<SpeakerId> members(Optional<GroupConfig> group) {
        return group.map(known -> known.members().keySet()).orElse(Set.of());
    }

    private static Set<SpeakerId> ids(List<Part> parts) {
        Set<SpeakerId> ids = new HashSet<>();
        parts.forEach(part -> ids.add(part.speaker().id()));
        return ids;
    }

    private void run(Task task, Ear ear, Session session, Set<SpeakerId> speakers) {
        desk.aligning(speakers);
        wake.run();
        boolean done = false;
        try {
            done = session.run();
        } finally {
            ear.release().run();
            desk.aligning(Set.of());
            if (!done) {
                desk.refused(speakers, UnmeasuredWhy.REFUSED);
            }
            is(task, done ? TicketEcho.DONE : TicketEcho.FAILED);
            wake.run();
        }
    }

    private synchronized void is(Task task, TicketEcho echo) {
        echoes.put(task.n(), echo);
    }

    private static Optional<GroupConfig> group(HouseConfig house, String subject) {
        return house.groups().stream()
                .filter(group -> group.id().equals(new GroupId(subject)))
                .findFirst();
    }

    /** One speaker an output: those that share one cannot be moved against each other, nor told apart by a probe. */
    private List<Part> parts(HouseConfig house, GroupConfig group) {
        List<SpeakerConfig> there = new ArrayList<>();
        Set<Object> outputs = new HashSet<>();
        for (SpeakerConfig speaker : house.speakers()) {
            boolean member = group.members().containsKey(speaker.id());
            if (member && desk.isThere(speaker) && outputs.add(speaker.output())) {
                there.add(speaker);
            }
        }
        link(house, outputs).ifPresent(there::add);
        return there.stream().map(this::part).toList();
    }

    /** A speaker outside the group that ties the new measurement to the old ones; where there is none, the first will do. */
    private Optional<SpeakerConfig> link(HouseConfig house, Set<Object> taken) {
        List<SpeakerConfig> others = house.speakers().stream()
                .filter(speaker -> !taken.contains(speaker.output()) && desk.isThere(speaker))
                .toList();
        CalibrationBook book = desk.book();
        return others.stream()
                .filter(speaker ->
                        book.current().stream().anyMatch(one -> one.speaker().equals(speaker.id())))
                .findFirst()
                .or(() -> taken.size() == 1 ? others.stream().findFirst() : Optional.empty());
    }

    private Part part(SpeakerConfig speaker) {
        double micros = desk.correction(speaker.output())
                .map(correction -> correction.delay().micros())
                .orElse(0.0);
        return new Part(
                speaker, desk.node(speaker.output()).orElseThrow(), (int) Math.round(micros * Microphone.RATE / 1e6));
    }
}
