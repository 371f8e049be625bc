package ensemble.skill.household.dynamo;

import ensemble.skill.household.StoreException;
import java.util.function.Supplier;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;

/** What becomes of a call to the table. */
final class Calls {
    private Calls() {}

    interface Write {
        void run();
    }

    /** @return false if the row stands otherwise than the write's condition says; nothing was written */
    static boolean written(Write write) throws StoreException {
        try {
            write.run();
            return true;
        } catch (ConditionalCheckFailedException standsOtherwise) {
            return false;
        } catch (SdkException failed) {
            throw unavailable(failed);
        }
    }

    static <T> T asked(Supplier<T> question) throws StoreException {
        try {
            return question.get();
        } catch (SdkException failed) {
            throw unavailable(failed);
        }
    }

    static StoreException unavailable(SdkException failed) {
        return new StoreException(
                "the table did not answer: " + failed.getClass().getSimpleName(), failed);
    }
}
