package ensemble.contract.value;

/** Which part of a stereo program a speaker carries. */
public enum Role {
    STEREO("s"),
    LEFT("l"),
    RIGHT("r"),
    MONO("m");

    private final String letter;

    Role(String letter) {
        this.letter = letter;
    }

    /** One letter, as the shadows spell it. */
    public String letter() {
        return letter;
    }

    /** @throws IllegalArgumentException for an unknown letter */
    public static Role ofLetter(String letter) {
        for (Role role : values()) {
            if (role.letter.equals(letter)) {
                return role;
            }
        }
        throw new IllegalArgumentException("role must be s, l, r or m, not '" + letter + "'");
    }
}
