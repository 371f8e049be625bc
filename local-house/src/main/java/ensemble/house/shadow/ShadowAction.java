package ensemble.house.shadow;

/** What a shadow can be asked. */
public enum ShadowAction {
    GET,
    UPDATE,
    DELETE
}
