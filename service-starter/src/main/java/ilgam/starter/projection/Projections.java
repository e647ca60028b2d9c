package ilgam.starter.projection;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

import org.axonframework.config.ProcessingGroup;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.core.env.PropertyResolver;

import ilgam.starter.projection.EventComponent.Kind;

/**
 * The service's components with event handlers, by name: projections, policies and reservations. The name is the
 * component's processing group, which has its own dead letters; a component may change to another processor without
 * losing them.
 */
public final class Projections {

    /**
     * A component.
     *
     * @param processor the event processor that reads its events
     * @param tables a projection's own tables
     * @param sharedRows a projection's rows in a shared table: the table's name and a condition, or empty
     * @param notFromEvents columns, each with its table, that a rebuild may fill differently
     */
    public record Entry(
            String name,
            Kind kind,
            String processor,
            List<String> tables,
            String sharedRows,
            List<String> notFromEvents) {

        /** The columns of a table that a rebuild may fill differently. */
        public List<String> notFromEvents(String table) {
            return notFromEvents.stream()
                    .filter(column -> column.startsWith(table + "."))
                    .map(column -> column.substring(table.length() + 1))
                    .toList();
        }

        /** The shared table, or empty. */
        public String sharedTable() {
            return sharedRows.isEmpty() ? "" : sharedRows.substring(0, sharedRows.indexOf(' '));
        }
    }

    private final Map<String, Entry> byName;

    private Projections(Map<String, Entry> byName) {
        this.byName = byName;
    }

    static Projections of(ListableBeanFactory beans, PropertyResolver properties) {
        var byName = new TreeMap<String, Entry>();
        for (var bean : beans.getBeanNamesForAnnotation(ProcessingGroup.class)) {
            var entry = entry(beans, bean, properties);
            var other = byName.putIfAbsent(entry.name(), entry);
            if (other != null && !other.equals(entry))
                throw new IllegalStateException("%s is declared in two ways: %s and %s".formatted(bean, entry, other));
        }
        return new Projections(byName);
    }

    private static Entry entry(ListableBeanFactory beans, String bean, PropertyResolver properties) {
        var group = beans.findAnnotationOnBean(bean, ProcessingGroup.class);
        var component = beans.findAnnotationOnBean(bean, EventComponent.class);
        if (group == null || component == null)
            throw new IllegalStateException("%s handles events but has no @EventComponent.".formatted(bean));
        if ((component.kind() == Kind.PROJECTION) != (component.tables().length > 0))
            throw new IllegalStateException("%s: a projection names its tables, nothing else does.".formatted(bean));
        return new Entry(
                group.value(),
                component.kind(),
                properties.resolveRequiredPlaceholders(component.processor()),
                List.of(component.tables()),
                component.sharedRows(),
                List.of(component.notFromEvents()));
    }

    /** All components, ordered by name. */
    public Collection<Entry> all() {
        return byName.values();
    }

    /** The component with this name. */
    public Optional<Entry> find(String name) {
        return Optional.ofNullable(byName.get(name));
    }

    /** The processor of a processing group. */
    public String processorOf(String group) {
        return find(group).map(Entry::processor).orElse(group);
    }

    /** Fails for a name that no component has. */
    void mustHave(String name) {
        if (!byName.containsKey(name))
            throw new IllegalArgumentException("There is no component of events called %s.".formatted(name));
    }
}
