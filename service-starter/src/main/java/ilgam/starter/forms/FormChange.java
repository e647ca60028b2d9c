package ilgam.starter.forms;

import java.util.function.UnaryOperator;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * How the stored form of an event becomes the next one (an upcaster); declare it as a bean of every service that reads
 * the event. The event is written in the revision that the last change of its type leads to.
 *
 * @param type the event's class as it is stored
 * @param from the revision before; null is the first
 * @param to the revision after
 * @param change takes the stored JSON and returns that of the revision after
 */
public record FormChange(String type, @Nullable String from, String to, UnaryOperator<ObjectNode> change) {}
