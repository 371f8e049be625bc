package ensemble.skill.smarthome.error;

/** The error types of Alexa that we use, spelt as Alexa spells them. */
public enum ErrorType {
    ACCEPT_GRANT_FAILED,
    BRIDGE_UNREACHABLE,
    ENDPOINT_BUSY,
    ENDPOINT_UNREACHABLE,
    /** Makes Alexa unlink the account: only for a token that is surely over. */
    EXPIRED_AUTHORIZATION_CREDENTIAL,
    HARDWARE_MALFUNCTION,
    INTERNAL_ERROR,
    /** Makes Alexa unlink the account: only for a token that is surely not ours. */
    INVALID_AUTHORIZATION_CREDENTIAL,
    INVALID_DIRECTIVE,
    NO_SUCH_ENDPOINT,
    /** Needs the payload's {@code currentDeviceMode}. */
    NOT_SUPPORTED_IN_CURRENT_MODE
}
