package ensemble.skill.smarthome;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import ensemble.skill.smarthome.directive.Directive;
import ensemble.skill.smarthome.directive.DirectiveReader;
import ensemble.skill.smarthome.directive.DirectiveTable;
import ensemble.skill.smarthome.error.ErrorType;
import ensemble.skill.smarthome.error.Refusal;

/** Answers smart-home directives. Always answers: what goes wrong is an ErrorResponse of Alexa's own kinds. */
public final class SmartHome {
    private static final System.Logger LOG = System.getLogger(SmartHome.class.getName());

    private final DirectiveTable table;
    private final Messages messages;

    public SmartHome(DirectiveTable table, Messages messages) {
        this.table = table;
        this.messages = messages;
    }

    /** @param node what is under the envelope's {@code directive} */
    public ObjectNode answer(JsonNode node) {
        try {
            Directive directive = DirectiveReader.read(node);
            return table.answer(directive);
        } catch (Refusal refusal) {
            return error(node, refusal);
        } catch (RuntimeException bug) {
            LOG.log(System.Logger.Level.ERROR, "a directive met a mistake of ours", bug);
            return error(node, new Refusal(ErrorType.INTERNAL_ERROR, "the skill made a mistake"));
        }
    }

    private ObjectNode error(JsonNode node, Refusal refusal) {
        return messages.error(DirectiveReader.correlationToken(node), DirectiveReader.endpointId(node), refusal);
    }
}
