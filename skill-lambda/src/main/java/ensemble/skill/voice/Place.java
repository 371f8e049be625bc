package ensemble.skill.voice;

import ensemble.contract.state.GroupConfig;
import ensemble.contract.state.SpeakerConfig;
import ensemble.skill.command.Subject;
import ensemble.skill.voice.speech.Line;
import ensemble.skill.voice.speech.Phrases;

/** Where something is to happen: what a spoken name came to. */
sealed interface Place {
    record OfGroup(GroupConfig group) implements Place {}

    record OfSpeaker(SpeakerConfig speaker) implements Place {}

    record Everywhere() implements Place {}

    default Subject subject() {
        return switch (this) {
            case OfGroup one -> Subject.of(one.group().id());
            case OfSpeaker one -> Subject.of(one.speaker().id());
            case Everywhere all -> Subject.whole();
        };
    }

    /** As people call it. */
    default String name(Phrases phrases) {
        return switch (this) {
            case OfGroup one -> one.group().name().text();
            case OfSpeaker one -> one.speaker().name().text();
            case Everywhere all -> phrases.say(Line.EVERYWHERE);
        };
    }
}
