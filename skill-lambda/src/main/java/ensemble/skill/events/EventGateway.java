package ensemble.skill.events;

/** Amazon's event gateway. Threads: any; a call blocks for a few seconds at most. */
public interface EventGateway {
    /** What became of a message. */
    enum Receipt {
        ACCEPTED,
        /** The access token is over: refresh it and send again. */
        TOKEN_REFUSED,
        /** The person has disabled the skill: forget the grant. */
        SKILL_DISABLED,
        /** The gateway is busy or broken or out of reach: the same message may be taken later. */
        TRY_LATER,
        /** The message is not one that Alexa takes; it is lost. */
        FAILED
    }

    /** @param message a whole event, the token in its scope */
    Receipt post(String accessToken, String message);
}
