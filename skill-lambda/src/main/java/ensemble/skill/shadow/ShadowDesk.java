package ensemble.skill.shadow;

import ensemble.contract.id.HubId;
import ensemble.contract.id.SpeakerId;
import ensemble.contract.shadow.ShadowName;
import ensemble.contract.state.HouseConfig;
import ensemble.contract.state.LinkAsk;
import ensemble.contract.state.RoutingWish;
import java.util.Set;

/**
 * A hub's shadows. The skill writes only what is desired and reads what is reported; each call is one billable
 * operation
 * plus bounded retries. Threads: any.
 */
public interface ShadowDesk {
    /** Safe to repeat: a wish is absolute and carries its number. */
    void writeWish(HubId hub, RoutingWish wish) throws ShadowException;

    void writeConfig(HubId hub, HouseConfig config) throws ShadowException;

    /** Puts the question whether to be linked; safe to repeat, since it bears a name. */
    void writeAsk(HubId hub, LinkAsk ask) throws ShadowException;

    /** Takes speakers that are no more out of what is desired, where sections are merged and nothing vanishes by itself. */
    void forget(HubId hub, Set<SpeakerId> gone) throws ShadowException;

    /** Both sections; missing where the hub or the skill has never written one. */
    ShadowView read(HubId hub, ShadowName shadow) throws ShadowException;
}
