package ensemble.skill.smarthome.capability;

import ensemble.contract.value.Name;
import java.util.regex.Pattern;

/** A name as Alexa can show and hear it. */
final class FriendlyName {
    /** Characters with which other skills' devices have vanished from the app. */
    private static final Pattern UNSPEAKABLE = Pattern.compile("[{}\\\\/|\"()\\[\\]+~!<>*%]");

    private FriendlyName() {}

    /** @param otherwise for a name of nothing but such characters */
    static String of(Name name, String otherwise) {
        String speakable = UNSPEAKABLE.matcher(name.text()).replaceAll(" ").strip();
        return speakable.isEmpty() ? otherwise : speakable;
    }
}
