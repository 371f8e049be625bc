package ensemble.skill.household.dynamo;

import ensemble.contract.id.HubId;
import ensemble.contract.value.LinkKey;
import ensemble.skill.household.Claim;
import ensemble.skill.household.StoreException;
import ensemble.skill.household.Tries;
import ensemble.skill.household.UserId;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** How a waiting box, and tries, look as rows, both ways. Times are milliseconds, {@code ttl} is seconds. */
final class ClaimRows {
    private ClaimRows() {}

    static Map<String, AttributeValue> claim(LinkKey key, Claim claim, Duration kept) {
        Map<String, AttributeValue> row = new HashMap<>(Keys.ofClaim(key));
        row.put("hub", Keys.text(claim.hub().value()));
        row.put("until", Keys.number(claim.until().toEpochMilli()));
        row.put("ttl", Keys.number(claim.until().plus(kept).getEpochSecond()));
        claim.asker().ifPresent(asker -> {
            row.put("user", Keys.text(asker.user().value()));
            row.put("claim", Keys.text(asker.claim()));
            row.put("locale", Keys.text(asker.locale()));
            row.put("all", Keys.text(asker.allCalled()));
            row.put("at", Keys.number(asker.at().toEpochMilli()));
        });
        return row;
    }

    static Claim claim(Map<String, AttributeValue> row) throws StoreException {
        Optional<Claim.Asker> asker = row.containsKey("claim")
                ? Optional.of(new Claim.Asker(
                        new UserId(Rows.text(row, "user")),
                        Rows.text(row, "claim"),
                        Rows.text(row, "locale"),
                        Rows.text(row, "all"),
                        Instant.ofEpochMilli(Rows.number(row, "at"))))
                : Optional.empty();
        return new Claim(new HubId(Rows.text(row, "hub")), Instant.ofEpochMilli(Rows.number(row, "until")), asker);
    }

    static Map<String, AttributeValue> tries(Optional<UserId> who, Tries tries, Instant forgotten) {
        Map<String, AttributeValue> row = new HashMap<>(Keys.ofTries(who));
        row.put("v", Keys.number(tries.version()));
        row.put(
                "tried",
                Keys.text(tries.at().stream()
                        .map(at -> Long.toString(at.toEpochMilli()))
                        .collect(Collectors.joining(" "))));
        row.put("ttl", Keys.number(forgotten.getEpochSecond()));
        return row;
    }

    static Tries tries(Map<String, AttributeValue> row) throws StoreException {
        List<Instant> at = Stream.of(Rows.text(row, "tried").split(" ", -1))
                .filter(word -> !word.isEmpty())
                .map(word -> Instant.ofEpochMilli(Long.parseLong(word)))
                .toList();
        return new Tries(Rows.number(row, "v"), at);
    }
}
