package ensemble.gateway.bluetooth;

/** How an adapter is fitted, which bounds how many streams it bears. */
public enum AdapterKind {
    /** On the board, sharing its antenna with Wi-Fi: one stream. */
    BUILT_IN(1),
    /** Plugged in: two streams for certain, three with a good one. */
    USB(2),
    /** Not told. */
    UNKNOWN(1);

    private final int streams;

    AdapterKind(int streams) {
        this.streams = streams;
    }

    /** Streams that it is trusted with unless its owner says otherwise. */
    public int streams() {
        return streams;
    }

    /** @param sysfs where the kernel keeps its device, links resolved; empty where that cannot be read */
    public static AdapterKind at(String sysfs) {
        if (sysfs.isEmpty()) {
            return UNKNOWN;
        }
        return sysfs.contains("/usb") ? USB : BUILT_IN;
    }
}
