package ensemble.skill.household;

import java.util.List;
import java.util.Optional;

/**
 * What a house keeps that its box need not know.
 *
 * @param scenes in the order people see them, at most {@link Scene#MOST}, ids unique
 */
public record Habits(List<Scene> scenes, Settings settings) {
    public static final Habits NONE = new Habits(List.of(), Settings.USUAL);

    /** @throws IllegalArgumentException for too many scenes, or two of one id */
    public Habits {
        if (scenes.size() > Scene.MOST) {
            throw new IllegalArgumentException("a house keeps at most " + Scene.MOST + " scenes");
        }
        if (scenes.stream().map(Scene::id).distinct().count() != scenes.size()) {
            throw new IllegalArgumentException("a scene is listed twice");
        }
        scenes = List.copyOf(scenes);
    }

    public Optional<Scene> scene(SceneId id) {
        return scenes.stream().filter(scene -> scene.id().equals(id)).findFirst();
    }

    public Habits with(List<Scene> others) {
        return new Habits(others, settings);
    }

    public Habits with(Settings others) {
        return new Habits(scenes, others);
    }
}
