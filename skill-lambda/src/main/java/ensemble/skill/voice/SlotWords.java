package ensemble.skill.voice;

import com.amazon.ask.model.Slot;
import com.amazon.ask.model.slu.entityresolution.StatusCode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Every word for what was said in a slot. The ids are the same in every language, so a "Küche" may be called Kitchen here. */
final class SlotWords {
    private SlotWords() {}

    static List<String> of(Slot slot) {
        List<String> words = new ArrayList<>();
        Optional.ofNullable(slot.getValue())
                .map(String::strip)
                .filter(said -> !said.isEmpty())
                .ifPresent(words::add);
        List<String> ids = new ArrayList<>();
        Optional.ofNullable(slot.getResolutions())
                .flatMap(found -> Optional.ofNullable(found.getResolutionsPerAuthority()))
                .orElse(List.of())
                .stream()
                .filter(authority -> authority.getStatus() != null
                        && authority.getStatus().getCode() == StatusCode.ER_SUCCESS_MATCH
                        && authority.getValues() != null)
                .flatMap(authority -> authority.getValues().stream())
                .flatMap(wrapper -> Optional.ofNullable(wrapper.getValue()).stream())
                .forEach(value -> {
                    Optional.ofNullable(value.getName()).ifPresent(words::add);
                    Optional.ofNullable(value.getId())
                            .map(id -> id.replace('-', ' '))
                            .ifPresent(ids::add);
                });
        words.addAll(ids);
        return words;
    }
}
