package ensemble.gateway.bluetooth;

/** How sound is packed for the air. The order is that of preference when several are possible: SBC fits everything. */
public enum Codec {
    SBC("SBC"),
    AAC("AAC"),
    APTX("aptX"),
    APTX_HD("aptX HD"),
    APTX_LOW_LATENCY("aptX Low Latency"),
    LDAC("LDAC"),
    OTHER("an unknown codec");

    private static final int VENDOR = 0xff;

    private final String spoken;

    Codec(String spoken) {
        this.spoken = spoken;
    }

    public String spoken() {
        return spoken;
    }

    /**
     * @param number the assigned number of the A2DP codec
     * @param blob capabilities or configuration; a vendor's codec begins with its own numbers there, little-endian
     */
    public static Codec of(int number, byte[] blob) {
        return switch (number) {
            case 0 -> SBC;
            case 2 -> AAC;
            case VENDOR -> ofVendor(blob);
            default -> OTHER;
        };
    }

    private static Codec ofVendor(byte[] blob) {
        if (blob.length < 6) {
            return OTHER;
        }
        long vendor = little(blob, 0, 4);
        long codec = little(blob, 4, 2);
        if (vendor == 0x4f && codec == 1) {
            return APTX;
        } else if (vendor == 0xd7 && codec == 0x24) {
            return APTX_HD;
        } else if (vendor == 0x0a && codec == 2) {
            return APTX_LOW_LATENCY;
        } else if (vendor == 0x12d && codec == 0xaa) {
            return LDAC;
        }
        return OTHER;
    }

    private static long little(byte[] bytes, int from, int length) {
        long value = 0;
        for (int i = length - 1; i >= 0; i--) {
            value = value << 8 | (bytes[from + i] & 0xff);
        }
        return value;
    }
}
