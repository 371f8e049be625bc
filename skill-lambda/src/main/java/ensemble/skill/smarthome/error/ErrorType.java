package ensemble.skill.smarthome.error;

/** The error types of Alexa that we use, spelt as Alexa spells them. */
public enum ErrorType {
    ACCEPT_GRANT_FAILED,
    /** The box is offline. */
    BRIDGE_UNREACHABLE,
    ENDPOINT_BUSY,
    /** Carries {@code percentageState} where it is known. */
    ENDPOINT_LOW_POWER,
    ENDPOINT_UNREACHABLE,
    /** Makes Alexa unlink the account: only for a token that is surely over. */
    EXPIRED_AUTHORIZATION_CREDENTIAL,
    HARDWARE_MALFUNCTION,
    INTERNAL_ERROR,
    /** Makes Alexa unlink the account: only for a token that is surely not ours. */
    INVALID_AUTHORIZATION_CREDENTIAL,
    INVALID_DIRECTIVE,
    INVALID_VALUE,
    NO_SUCH_ENDPOINT,
    /** Needs {@code currentDeviceMode}. */
    NOT_SUPPORTED_IN_CURRENT_MODE,
    /** Carries {@code validRange}. */
    VALUE_OUT_OF_RANGE
}
