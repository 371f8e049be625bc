package ensemble.gateway.reconcile;

import ensemble.contract.id.OutputId;
import ensemble.contract.id.SpeakerId;
import ensemble.contract.state.RoutingWish;
import ensemble.contract.state.SpeakerConfig;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Which outputs are needed, for those who keep them there. Pure. */
final class Wanted {
    private Wanted() {}

    /**
     * The outputs on which what was asked for last plays, whether or not it could be granted: a speaker that was let go is
     * called by the wish for it, and is there when it is asked for again.
     *
     * @param newest the cloud's, as far as it has come
     * @param longedFor what was asked for at the box since, and could not be granted
     */
    static Set<OutputId> outputs(Standing standing, Optional<RoutingWish> newest, Set<SpeakerId> longedFor) {
        Set<SpeakerId> playing = new HashSet<>(newest.filter(wish -> isNewer(wish, standing))
                .orElse(standing.effective())
                .playing());
        playing.addAll(longedFor);
        return standing.config().speakers().stream()
                .filter(speaker -> playing.contains(speaker.id()))
                .map(SpeakerConfig::output)
                .collect(Collectors.toSet());
    }

    private static boolean isNewer(RoutingWish wish, Standing standing) {
        long n = standing.stamp().n();
        return wish.n() > n || (wish.n() == n && standing.stamp().k() == 0);
    }
}
