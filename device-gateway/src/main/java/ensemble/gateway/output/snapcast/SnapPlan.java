package ensemble.gateway.output.snapcast;

import ensemble.gateway.output.snapcast.SnapStatus.Group;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/** What to ask of the server so that each output's clients, and no others, play its stream. Pure. */
final class SnapPlan {
    private SnapPlan() {}

    /** One request. */
    sealed interface Call {
        /** From now on the group is these, and those that it loses are groups of their own. */
        record SetClients(String group, List<String> clients) implements Call {}

        record SetStream(String group, String stream) implements Call {}

        record Unmute(String group) implements Call {}
    }

    /**
     * The next request, one at a time because each changes what the next is decided from; empty when all is right.
     *
     * @param outputs each output's stream and its clients' ids or names
     */
    static Optional<Call> next(SnapStatus status, Map<String, List<String>> outputs) {
        for (Map.Entry<String, List<String>> output : outputs.entrySet()) {
            Optional<Call> call = next(status, output.getKey(), output.getValue());
            if (call.isPresent()) {
                return call;
            }
        }
        return Optional.empty();
    }

    private static Optional<Call> next(SnapStatus status, String stream, Collection<String> called) {
        List<SnapStatus.Client> known =
                called.stream().flatMap(name -> status.client(name).stream()).toList();
        Optional<Group> home = known.stream().findFirst().flatMap(client -> status.groupOf(client.id()));
        if (home.isEmpty()) {
            return Optional.empty();
        }
        Group group = home.get();
        List<String> ours = known.stream().map(SnapStatus.Client::id).distinct().toList();
        List<String> there = group.clients().stream().map(SnapStatus.Client::id).toList();
        if (!new TreeSet<>(ours).equals(new TreeSet<>(there))) {
            return Optional.of(new Call.SetClients(group.id(), ours));
        }
        if (!group.stream().equals(stream) && status.streams().containsKey(stream)) {
            return Optional.of(new Call.SetStream(group.id(), stream));
        }
        return group.muted() ? Optional.of(new Call.Unmute(group.id())) : Optional.empty();
    }
}
