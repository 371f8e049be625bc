package ensemble.gateway.bluetooth;

/**
 * One command under way.
 *
 * @param id larger than every one before
 */
public record Operation(long id, Address adapter, RadioCommand command) {}
