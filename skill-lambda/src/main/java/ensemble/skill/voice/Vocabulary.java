package ensemble.skill.voice;

import com.amazon.ask.model.dialog.DynamicEntitiesDirective;
import com.amazon.ask.model.er.dynamic.Entity;
import com.amazon.ask.model.er.dynamic.EntityListItem;
import com.amazon.ask.model.er.dynamic.EntityValueAndSynonyms;
import com.amazon.ask.model.er.dynamic.UpdateBehavior;
import ensemble.skill.household.Household;
import java.util.List;
import java.util.stream.Stream;

/** Teaches Alexa this house's own names for as long as the conversation lasts; a house has far fewer than her hundred. */
final class Vocabulary {
    private static final int MOST_VALUES = 100;

    private Vocabulary() {}

    static DynamicEntitiesDirective of(Household house) {
        List<Entity> groups = house.config().groups().stream()
                .map(group -> entity(group.id().value(), group.name().text()))
                .toList();
        List<Entity> speakers = house.config().speakers().stream()
                .map(speaker -> entity(speaker.id().value(), speaker.name().text()))
                .toList();
        List<Entity> scenes = house.habits().scenes().stream()
                .map(scene -> entity(scene.id().value(), scene.name().text()))
                .toList();
        List<Entity> places = Stream.concat(groups.stream(), speakers.stream()).toList();
        int left = Math.max(0, MOST_VALUES - places.size() - speakers.size());
        return DynamicEntitiesDirective.builder()
                .withUpdateBehavior(UpdateBehavior.REPLACE)
                .withTypes(List.of(
                        type("SPEAKER_GROUP", places),
                        type("SPEAKER_NAME", speakers),
                        type("SCENE_NAME", scenes.stream().limit(left).toList())))
                .build();
    }

    private static EntityListItem type(String name, List<Entity> values) {
        return EntityListItem.builder().withName(name).withValues(values).build();
    }

    private static Entity entity(String id, String name) {
        return Entity.builder()
                .withId(id)
                .withName(EntityValueAndSynonyms.builder()
                        .withValue(name)
                        .withSynonyms(List.of())
                        .build())
                .build();
    }
}
