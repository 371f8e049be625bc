package ensemble.skill.command;

/** What to do when the hub has not answered within the usual looks. */
public enum IfUnanswered {
    /** A person can be told "it's on its way". */
    SAY_SO,
    /**
     * Alexa can be told "later" only where a grant lets us answer later; elsewhere wait longer, then take the
     * wish back.
     */
    DEFER_OR_WITHDRAW,
    /** Nobody can be told later: wait longer, then take the wish back. */
    WITHDRAW
}
