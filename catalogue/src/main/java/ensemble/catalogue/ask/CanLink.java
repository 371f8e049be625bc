package ensemble.catalogue.ask;

/** Whether two models can be linked, by what the sources say. */
public enum CanLink {
    YES,
    NO,
    /** Sources contradict each other about it. */
    CONFLICT,
    UNKNOWN
}
