package ensemble.gateway.shadow;

import com.fasterxml.jackson.databind.node.ObjectNode;
import ensemble.contract.shadow.ShadowName;

/** Where reports go. Never blocks: the newest report of each shadow is kept until the cloud has it. */
public interface ReportedOutbox {
    /** Says a shadow's whole reported section; one that equals what was last said is not sent again. */
    void say(ShadowName shadow, ObjectNode reported);

    /** Whether the cloud can be reached now. */
    boolean connected();
}
