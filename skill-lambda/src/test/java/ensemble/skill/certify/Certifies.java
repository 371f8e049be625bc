package ensemble.skill.certify;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Says which items of the certification list a test method holds: C1 to C16, X1 to X4, S1 to S7. */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface Certifies {
    /** Such as {@code "C4"}; the page docs/CERTIFICATION.md is made from them. */
    String[] value();
}
