package ensemble.gateway.web;

import java.util.Locale;
import java.util.Optional;

/** Whether a request is let in. Pure: what it says of itself in, a refusal or none out. */
record Gate(HostRule hosts) {
    /** What must hold of every request, before it is looked at what it asks for. */
    Optional<Refusal> atTheDoor(Knock knock) {
        if (knock.host().filter(hosts::admits).isEmpty()) {
            return refused(
                    421,
                    "this box is not called " + knock.host().orElse("so")
                            + "; use its address, or add the name to page.names in gateway.json");
        }
        return Optional.empty();
    }

    /** What must hold beside that of one that wants something of a route. */
    Optional<Refusal> at(Route route, Knock knock) {
        if (route.method() == Route.Method.GET && route.access() == Access.ANYBODY) {
            return Optional.empty();
        }
        if (!isOwnPage(knock)) {
            return refused(403, "another site's page may not ask this");
        }
        if (!route.type().isEmpty()
                && knock.type().map(Gate::bare).filter(route.type()::equals).isEmpty()) {
            return refused(415, "the body's Content-Type must be " + route.type());
        }
        if (route.access() == Access.COMMANDER && !knock.mayCommand()) {
            return refused(401, "log in first, with a code that only the box can tell");
        }
        return Optional.empty();
    }

    /** A program that is no browser says neither; a browser says at least one with each POST. */
    private static boolean isOwnPage(Knock knock) {
        boolean siteFits = knock.fetchSite()
                .map(site -> site.equals("same-origin") || site.equals("none"))
                .orElse(true);
        boolean originFits = knock.origin()
                .map(origin -> knock.host()
                        .filter(host ->
                                origin.equalsIgnoreCase("http://" + host) || origin.equalsIgnoreCase("https://" + host))
                        .isPresent())
                .orElse(true);
        return siteFits && originFits;
    }

    private static String bare(String type) {
        int end = type.indexOf(';');
        return (end < 0 ? type : type.substring(0, end)).strip().toLowerCase(Locale.ROOT);
    }

    private static Optional<Refusal> refused(int status, String sentence) {
        return Optional.of(new Refusal(status, sentence));
    }
}
