package ensemble.house.alexa;

/** What can be said to the Echo herself, without naming a device. */
enum EchoAct {
    VOLUME("EchoVolume"),
    LOUDER("EchoVolume"),
    QUIETER("EchoVolume"),
    MUTE("EchoMute"),
    UNMUTE("EchoMute"),
    PAUSE("EchoPause"),
    PLAY("EchoPlay");

    private final String request;

    EchoAct(String request) {
        this.request = request;
    }

    /** How {@code say} names it: it is no request to the skill. */
    String request() {
        return request;
    }
}
