package ilgam.starter.openapi;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Why a controller's method, or every method of it, may refuse a request, besides {@link CommonRefusals}. Tests fail
 * for what they are refused and is not described.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.METHOD, ElementType.TYPE})
public @interface Refuses {

    /** Each a status and the reasons that it is answered with: {@code "409 archived key-taken"}. */
    String[] value();
}
