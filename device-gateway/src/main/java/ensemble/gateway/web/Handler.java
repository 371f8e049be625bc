package ensemble.gateway.web;

/**
 * Answers one path of the box's page. Who may ask, the body's type and its size have been looked at before. Each call comes on
 * a virtual thread of its own, several at once; what it decides goes to the loop as a value.
 */
@FunctionalInterface
public interface Handler {
    /** @throws Refused to answer with a status and a sentence for people */
    Answer answer(Request request) throws Refused;
}
