package ensemble.gateway;

import ensemble.contract.id.OutputId;
import ensemble.contract.id.SpeakerId;
import ensemble.contract.state.SpeakerConfig;
import ensemble.gateway.shadow.Desired;
import ensemble.gateway.shadow.DesiredInbox;
import java.util.Set;
import java.util.stream.Collectors;

/** Which outputs the newest wish needs. */
final class Wanted {
    private Wanted() {}

    /**
     * The outputs on which the newest wish plays, whether or not it could be granted: a speaker that was let go is called
     * by the wish for it, and is there when it is wished for again.
     */
    static Set<OutputId> outputs(DesiredInbox inbox) {
        Set<SpeakerId> playing = inbox.newest()
                .routing()
                .map(Desired.Arrived::value)
                .map(wish -> wish.playing())
                .orElse(Set.of());
        return inbox.newest().config().map(Desired.Arrived::value).stream()
                .flatMap(house -> house.speakers().stream())
                .filter(speaker -> playing.contains(speaker.id()))
                .map(SpeakerConfig::output)
                .collect(Collectors.toSet());
    }
}
