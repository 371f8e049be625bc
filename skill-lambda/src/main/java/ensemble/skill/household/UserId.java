package ensemble.skill.household;

/**
 * The account a verified token speaks for; the tenant of every key.
 *
 * @param value 1 to 255 characters, none of them a control character
 */
public record UserId(String value) {
    /** @throws IllegalArgumentException if the value breaks the rule */
    public UserId {
        if (value.isEmpty() || value.length() > 255 || value.chars().anyMatch(Character::isISOControl)) {
            throw new IllegalArgumentException("a user id is 1 to 255 printable characters");
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
