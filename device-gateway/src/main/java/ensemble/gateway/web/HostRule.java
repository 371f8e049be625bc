package ensemble.gateway.web;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * By which names the page may be called. A hostile site can let its own name point at this box, and then reads the page as its
 * own; but the browser still says that name. Bare addresses cannot be borrowed so. Pure.
 *
 * @param names lower case, without a port
 */
record HostRule(Set<String> names) {
    private static final Pattern PORT = Pattern.compile(":[0-9]{1,5}$");
    private static final Pattern IPV4 = Pattern.compile("[0-9]{1,3}(\\.[0-9]{1,3}){3}");
    private static final Pattern IPV6 = Pattern.compile("\\[[0-9a-f:.]+(%25[0-9a-z.]+)?]");
    private static final Pattern LOOPBACK = Pattern.compile("localhost|127(\\.[0-9]{1,3}){3}|\\[::1]");

    HostRule {
        names = names.stream().map(name -> name.toLowerCase(Locale.ROOT)).collect(Collectors.toUnmodifiableSet());
    }

    /** @param host what the header says, with its port if any */
    boolean admits(String host) {
        String name = name(host);
        return isLoopback(host)
                || IPV4.matcher(name).matches()
                || IPV6.matcher(name).matches()
                || names.contains(name)
                || (name.endsWith(".local") && names.contains(name.substring(0, name.length() - ".local".length())));
    }

    /** Whether it calls the machine that says it. */
    static boolean isLoopback(String host) {
        return LOOPBACK.matcher(name(host)).matches();
    }

    private static String name(String host) {
        return PORT.matcher(host.toLowerCase(Locale.ROOT)).replaceFirst("");
    }
}
