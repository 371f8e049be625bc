package ensemble.gateway;

/** What this build calls itself. */
final class Version {
    static final String TEXT = read();

    private Version() {}

    private static String read() {
        String packaged = Version.class.getPackage().getImplementationVersion();
        return packaged == null ? "unpackaged" : packaged;
    }
}
