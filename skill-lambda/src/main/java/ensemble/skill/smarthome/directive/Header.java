package ensemble.skill.smarthome.directive;

import java.util.Optional;

/**
 * Who sent a directive and how to answer it.
 *
 * @param namespace an Alexa interface
 * @param instance of a generic interface
 * @param correlationToken echoed in the answer; discovery and grants have none
 */
public record Header(
        String namespace,
        String name,
        Optional<String> instance,
        String messageId,
        Optional<String> correlationToken) {}
