package ilgam.starter.forms;

import java.util.function.UnaryOperator;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * An upcaster from one revision of an event to the next; declare it as a bean of every service that reads the event.
 * New events get the revision that the last change of their type leads to.
 *
 * @param type the stored class name of the event
 * @param from the revision before; null is the first
 * @param to the revision after
 * @param change turns the stored JSON into that of the revision after
 */
public record FormChange(String type, @Nullable String from, String to, UnaryOperator<ObjectNode> change) {}
