package ilgam.starter.projection;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Declares the kind of a component with event handlers and the event processor that it belongs to. Its name for dead
 * letters and operators is its {@code @ProcessingGroup}; several components share a processor.
 *
 * <pre>{@code
 * @Component
 * @ProcessingGroup("history")
 * @EventComponent(kind = Kind.PROJECTION, processor = "items")
 * class HistoryProjection {}
 * }</pre>
 */
@Documented
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface EventComponent {

    /** The purpose of a component. */
    enum Kind {
        /** A read model, made from events alone, so that it can be rebuilt from the first event. */
        PROJECTION,
        /** A reaction to an event, which happens once and is never replayed. */
        POLICY,
        /** Confirms or releases what was reserved before an append; never replayed. */
        RESERVATION
    }

    /** The component's kind. */
    Kind kind();

    /** A projection's own tables, which contain nothing but what its events say. */
    String[] tables() default {};

    /** A projection's rows in a shared table: {@code "person_alias where reader = 'items'"}. */
    String sharedRows() default "";

    /**
     * Columns of a projection's own tables that a rebuild may fill differently, because events do not determine them:
     * {@code "item_history.position"} is the processor's position when an event was handled.
     */
    String[] notFromEvents() default {};

    /**
     * The event processor; components of one processor handle an event in one transaction. A component that several
     * services install leaves the name to each by a property: {@code "${ilgam.member-replica.processor}"}.
     */
    String processor();
}
