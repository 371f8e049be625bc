package ensemble.gateway.config;

/** The configuration cannot be used. The message names the file, the line where it can, and what to change. */
public final class ConfigException extends Exception {
    private static final long serialVersionUID = 1;

    ConfigException(String message) {
        super(message);
    }

    ConfigException(String message, Throwable cause) {
        super(message, cause);
    }
}
