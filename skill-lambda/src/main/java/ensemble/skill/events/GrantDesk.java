package ensemble.skill.events;

import ensemble.skill.household.Grant;

/** Login with Amazon, as far as grants go. Threads: any. */
public interface GrantDesk {
    /** @param code from an AcceptGrant directive; good once */
    Grant exchange(String code) throws GrantException;

    Grant refresh(Grant old) throws GrantException;
}
