package ensemble.catalogue.data;

/** A claim about two different models. */
public record Pair(String one, String other, boolean works, String why, Evidence evidence) {
    public boolean joins(Model a, Model b) {
        return (one.equals(a.id()) && other.equals(b.id())) || (one.equals(b.id()) && other.equals(a.id()));
    }

    /** How conflicts name it. */
    public String id() {
        return one + "+" + other;
    }
}
