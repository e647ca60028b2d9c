package ilgam.starter.text;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A text, or each of a list, that is a constant of this enum in lower case with hyphens: {@code TOO_LONG} is {@code
 * too-long}.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.RECORD_COMPONENT)
public @interface WordsOf {

    /** The enum. */
    Class<? extends Enum<?>> value();
}
