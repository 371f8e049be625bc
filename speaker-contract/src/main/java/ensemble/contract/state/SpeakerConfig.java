package ensemble.contract.state;

import ensemble.contract.id.OutputId;
import ensemble.contract.id.SpeakerId;
import ensemble.contract.value.Name;

/**
 * A speaker as the house knows it.
 *
 * @param output what feeds it; several speakers on one output play together or not at all
 */
public record SpeakerConfig(SpeakerId id, Name name, OutputId output) {}
