package ensemble.skill.smarthome;

import static ensemble.skill.fake.Houses.BACKYARD;
import static ensemble.skill.fake.Houses.PATIO;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import ensemble.contract.state.Playback;
import ensemble.contract.value.Name;
import ensemble.skill.editing.Edit;
import ensemble.skill.editing.Editing;
import ensemble.skill.fake.Directives;
import ensemble.skill.fake.Houses;
import ensemble.skill.fake.TestHouse;
import ensemble.skill.household.Settings;
import java.util.List;

/** The demo house with a scene, single speakers and an Echo that can be told; the backyard plays at 80. */
final class SurfaceRig {
    final TestHouse test = new TestHouse();
    private int asked;

    SurfaceRig() {
        Editing editing = new Editing(test.store, test.shadows);
        ask(id(new EndpointRef.Group(PATIO)), "Alexa.PowerController.TurnOn", "");
        var unusedScene = editing.carryOut(test.house(), new Edit.SaveScene(new Name("Party")));
        var unusedSetting = editing.carryOut(test.house(), new Edit.Change(new Settings(false, true)));
        ask(id(new EndpointRef.Group(BACKYARD)), "Alexa.PowerController.TurnOn", "");
        test.store.put(test.houseWithEcho(true));
        test.hub.playback = Playback.UNKNOWN;
        test.shadows.wishes.clear();
    }

    List<JsonNode> discovered() {
        List<JsonNode> endpoints = new java.util.ArrayList<>();
        test.ask(Directives.discover(Directives.TOKEN))
                .at("/event/payload/endpoints")
                .forEach(endpoints::add);
        return endpoints;
    }

    JsonNode ask(String endpoint, String directive, String payload) {
        return test.ask(envelope(endpoint, directive, payload));
    }

    /** @param payload names and values by turns */
    ObjectNode envelope(String endpoint, String directive, String payload) {
        int dot = directive.lastIndexOf('.');
        ObjectNode envelope = Directives.to(
                endpoint, Directives.TOKEN, directive.substring(0, dot), directive.substring(dot + 1), "m-" + asked++);
        if (directive.startsWith("Alexa.ModeController")) {
            ((ObjectNode) envelope.at("/directive/header"))
                    .put("instance", endpoint.startsWith("h:") ? "Hub.Output" : "Group.Sync");
        }
        ObjectNode node = ((ObjectNode) envelope.path("directive")).putObject("payload");
        String[] words = payload.isEmpty() ? new String[0] : payload.split(" ", -1);
        for (int i = 0; i + 1 < words.length; i += 2) {
            node.set(words[i], value(words[i + 1]));
        }
        return envelope;
    }

    static JsonNode value(String word) {
        JsonNodeFactory json = JsonNodeFactory.instance;
        if (word.equals("true") || word.equals("false")) {
            return json.booleanNode(Boolean.parseBoolean(word));
        }
        return word.matches("-?\\d+") ? json.numberNode(Integer.parseInt(word)) : json.textNode(word);
    }

    static String id(EndpointRef endpoint) {
        return Endpoints.idOf(Houses.DEMO, endpoint);
    }
}
