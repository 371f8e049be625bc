package ensemble.house.broker;

/** Why a connection ended, in AWS's words. */
public enum DisconnectReason {
    /** It did what its policy forbids. */
    AUTH_ERROR,
    /** It broke the protocol or asked for what AWS does not have (QoS 2, reserved topics, too many filters). */
    CLIENT_ERROR,
    /** It said good-bye. */
    CLIENT_INITIATED_DISCONNECT,
    /** The wire broke, or it was silent for one and a half of its keep-alive. */
    CONNECTION_LOST,
    /** Another client came with the same id. */
    DUPLICATE_CLIENTID,
    /** The house closed. */
    SERVER_INITIATED_DISCONNECT
}
