package ensemble.gateway.web;

import java.util.Optional;

/**
 * What a request says of itself before its body is read.
 *
 * @param host the Host header
 * @param origin the Origin header: which site's page sends it
 * @param fetchSite the Sec-Fetch-Site header: how that site stands to this one
 * @param type the Content-Type header
 * @param local whether it comes from this very machine, and nobody says to pass it on for another
 * @param session whether its cookie names a session that holds
 */
record Knock(
        Optional<String> host,
        Optional<String> origin,
        Optional<String> fetchSite,
        Optional<String> type,
        boolean local,
        boolean session) {
    /** Whether who asks sits at the box: from this machine, which is called so. */
    boolean isAtBox() {
        return local && host.filter(HostRule::isLoopback).isPresent();
    }

    boolean mayCommand() {
        return session || isAtBox();
    }
}
