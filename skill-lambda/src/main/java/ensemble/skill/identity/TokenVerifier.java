package ensemble.skill.identity;

/** Tells whose request it is. Threads: any. */
public interface TokenVerifier {
    TokenVerdict verify(String token);
}
