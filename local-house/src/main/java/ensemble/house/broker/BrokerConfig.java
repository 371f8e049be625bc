package ensemble.house.broker;

import ensemble.house.certs.HouseCerts;
import java.util.function.Function;

/**
 * How to open a broker.
 *
 * @param host the address to bind, such as 127.0.0.1
 * @param port 0 for any free one
 * @param certs what it shows, and whose signatures it believes
 * @param policies the policy attached to a thing's certificate, by the thing's name
 */
public record BrokerConfig(String host, int port, HouseCerts certs, Function<String, Policy> policies) {}
