package ensemble.skill.shadow;

import ensemble.contract.id.HubId;
import ensemble.contract.shadow.ShadowName;
import ensemble.contract.state.HouseConfig;
import ensemble.contract.state.RoutingWish;

/**
 * A hub's shadows. The skill writes only what is desired and reads what is reported; each call is one billable
 * operation
 * plus bounded retries. Threads: any.
 */
public interface ShadowDesk {
    /** Safe to repeat: a wish is absolute and carries its number. */
    void writeWish(HubId hub, RoutingWish wish) throws ShadowException;

    void writeConfig(HubId hub, HouseConfig config) throws ShadowException;

    /** Both sections; missing where the hub or the skill has never written one. */
    ShadowView read(HubId hub, ShadowName shadow) throws ShadowException;
}
