package ensemble.skill.household.dynamo;

import ensemble.contract.id.GroupId;
import ensemble.skill.household.StoreException;
import ensemble.skill.household.Told;
import ensemble.skill.household.UserId;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * What Alexa was told, as a row: {@code v}; {@code contacts}, such as {@code g:patio=c s:deck=o1732100000000} (closed, or open, and
 * since when it is turning); {@code offsets}, such as {@code patio=1200@1732100000000} in microseconds.
 */
final class ToldRow {
    private ToldRow() {}

    static Map<String, AttributeValue> of(UserId user, Told told) {
        Map<String, AttributeValue> row = new HashMap<>(Keys.ofHouse(user, Keys.TOLD));
        row.put("v", Keys.number(told.version()));
        StringBuilder contacts = new StringBuilder();
        told.contacts().forEach((key, contact) -> contacts.append(contacts.isEmpty() ? "" : " ")
                .append(key)
                .append('=')
                .append(contact.closed() ? 'c' : 'o')
                .append(contact.turning()
                        .map(at -> Long.toString(at.toEpochMilli()))
                        .orElse("")));
        StringBuilder offsets = new StringBuilder();
        told.offsets().forEach((group, offset) -> offsets.append(offsets.isEmpty() ? "" : " ")
                .append(group)
                .append('=')
                .append(offset.micros())
                .append('@')
                .append(offset.at().toEpochMilli()));
        row.put("contacts", Keys.text(contacts.toString()));
        row.put("offsets", Keys.text(offsets.toString()));
        return row;
    }

    static Told read(Map<String, AttributeValue> row) throws StoreException {
        try {
            SortedMap<String, Told.Contact> contacts = new TreeMap<>();
            for (String word : words(Rows.text(row, "contacts"))) {
                int equals = word.indexOf('=');
                String turning = word.substring(equals + 2);
                contacts.put(
                        word.substring(0, equals),
                        new Told.Contact(
                                word.charAt(equals + 1) == 'c',
                                turning.isEmpty()
                                        ? Optional.empty()
                                        : Optional.of(Instant.ofEpochMilli(Long.parseLong(turning)))));
            }
            SortedMap<GroupId, Told.Offset> offsets = new TreeMap<>();
            for (String word : words(Rows.text(row, "offsets"))) {
                int equals = word.indexOf('=');
                int at = word.indexOf('@');
                offsets.put(
                        new GroupId(word.substring(0, equals)),
                        new Told.Offset(
                                Long.parseLong(word.substring(equals + 1, at)),
                                Instant.ofEpochMilli(Long.parseLong(word.substring(at + 1)))));
            }
            return new Told(Rows.number(row, "v"), contacts, offsets);
        } catch (IllegalArgumentException | IndexOutOfBoundsException broken) {
            throw new StoreException("the row of what Alexa was told cannot be read", broken);
        }
    }

    private static String[] words(String text) {
        return text.isEmpty() ? new String[0] : text.split(" ", -1);
    }
}
