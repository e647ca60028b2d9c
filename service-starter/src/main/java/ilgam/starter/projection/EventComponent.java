package ilgam.starter.projection;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * What a component with event handlers is for, and which event processor reads its events. Its own name, under which
 * its dead letters stand and operators find it, is its {@code @ProcessingGroup}; several components share a processor.
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

    /** What becomes of the events. */
    enum Kind {
        /** A read model: made of events alone, so that it can be made again from the first one. */
        PROJECTION,
        /** What is to be done when something has happened. It happens once and is never replayed. */
        POLICY,
        /** What is reserved before an append and confirmed or released by the event. It is never replayed. */
        RESERVATION
    }

    /** What the component is. */
    Kind kind();

    /** The tables that are a projection's alone: made of its events and of nothing else. */
    String[] tables() default {};

    /** What a projection has in a table that it shares: {@code "person_alias where reader = 'items'"}. */
    String sharedRows() default "";

    /**
     * What a rebuild may write otherwise into a projection's own tables, as it isn't said by events:
     * {@code "item_history.position"}, which is how far the store had been read when an event came.
     */
    String[] notFromEvents() default {};

    /** The event processor that reads its events: components of one processor see an event in one transaction. */
    String processor();
}
