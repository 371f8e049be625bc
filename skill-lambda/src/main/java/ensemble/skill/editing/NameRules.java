package ensemble.skill.editing;

import ensemble.contract.state.GroupConfig;
import ensemble.contract.state.SpeakerConfig;
import ensemble.contract.value.Name;
import ensemble.skill.household.Household;
import ensemble.skill.household.Scene;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Which names may be given. Pure. */
public final class NameRules {
    /** What Alexa or this skill means by something else, in the languages that it speaks; without accents. */
    private static final Set<String> RESERVED = Set.of("""
            alexa amazon echo computer ziggy all everything everywhere nothing nowhere off on none mix music volume playing
            bass treble time timer alarm date day notification camera speaker speakers group groups scene help stop cancel
            alle alles uberall nichts nirgends musik lautstarke lautsprecher gruppe
            tout tous partout rien musique enceintes groupe
            todo todos nada musica altavoces grupo
            tutto tutti ovunque niente gruppo casse""".split("\\s+"));

    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern UNSPOKEN = Pattern.compile("[^\\p{L}\\p{N}]+");

    private NameRules() {}

    /** A name as heard or typed. */
    public sealed interface Checked {
        record Good(Name name) implements Checked {}

        record Bad(EditRefusal why) implements Checked {}
    }

    public static Checked check(String text) {
        if (key(text).isEmpty()) {
            return new Checked.Bad(EditRefusal.NAME_EMPTY);
        }
        if (isReserved(text)) {
            return new Checked.Bad(EditRefusal.NAME_RESERVED);
        }
        try {
            return new Checked.Good(new Name(text));
        } catch (IllegalArgumentException tooLong) {
            return new Checked.Bad(EditRefusal.NAME_TOO_LONG);
        }
    }

    /** Two names with the same key sound the same to Alexa. */
    static String key(String name) {
        String plain = MARKS.matcher(Normalizer.normalize(name, Normalizer.Form.NFKD))
                .replaceAll("")
                .toLowerCase(Locale.ROOT);
        return UNSPOKEN.matcher(plain).replaceAll(" ").strip();
    }

    static boolean isReserved(String name) {
        return RESERVED.contains(key(name));
    }

    /** Everything else of the house that sounds like this name. */
    static List<NameWarning> alike(Name name, Household house, Optional<String> ownId) {
        List<NameWarning> alike = new ArrayList<>();
        String key = key(name.text());
        for (GroupConfig group : house.config().groups()) {
            boolean isOther = ownId.filter(group.id().value()::equals).isEmpty();
            if (isOther && key(group.name().text()).equals(key)) {
                alike.add(new NameWarning(NameWarning.Kind.GROUP, group.name()));
            }
        }
        for (SpeakerConfig speaker : house.config().speakers()) {
            boolean isOther = ownId.filter(speaker.id().value()::equals).isEmpty();
            if (isOther && key(speaker.name().text()).equals(key)) {
                alike.add(new NameWarning(NameWarning.Kind.SPEAKER, speaker.name()));
            }
        }
        for (Scene scene : house.habits().scenes()) {
            boolean isOther = ownId.filter(scene.id().value()::equals).isEmpty();
            if (isOther && key(scene.name().text()).equals(key)) {
                alike.add(new NameWarning(NameWarning.Kind.SCENE, scene.name()));
            }
        }
        return alike;
    }
}
