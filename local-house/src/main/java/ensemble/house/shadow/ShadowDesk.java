package ensemble.house.shadow;

import ensemble.house.meter.Meter;

/**
 * The one desk at which shadow requests arrive, over MQTT or REST: asks the service, publishes what follows from it in the
 * order of the versions, and counts. Any thread may ask; one is served at a time.
 */
public final class ShadowDesk {
    private final ShadowService service;
    private final Outlet outlet;
    private final Meter meter;

    /** Carries what the service publishes; called in the order of the versions, and must not wait. */
    @FunctionalInterface
    public interface Outlet {
        /** One message about one shadow. */
        void publish(ShadowKey key, Publication publication);
    }

    /** A desk before a service. */
    public ShadowDesk(ShadowService service, Outlet outlet, Meter meter) {
        this.service = service;
        this.outlet = outlet;
        this.meter = meter;
    }

    /** Serves a request to its end, its publications included. */
    public synchronized Answer ask(ShadowKey key, ShadowAction action, byte[] body) {
        Answer answer =
                switch (action) {
                    case GET -> service.get(key, body);
                    case UPDATE -> service.update(key, body);
                    case DELETE -> service.delete(key, body);
                };
        meter.shadowOperation(service.find(key).map(ShadowDocument::size).orElse(0));
        if (answer instanceof Answer.Accepted accepted) {
            accepted.publications().forEach(publication -> outlet.publish(key, publication));
        }
        return answer;
    }

    /** The service behind the desk. */
    public ShadowService service() {
        return service;
    }
}
