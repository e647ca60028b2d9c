package ilgam.starter.test;

import java.lang.reflect.Constructor;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.messaging.Message;
import org.axonframework.messaging.annotation.HandlerEnhancerDefinition;
import org.axonframework.messaging.annotation.MessageHandlingMember;
import org.axonframework.messaging.annotation.WrappedMessageHandlingMember;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationContext;
import org.springframework.util.ClassUtils;

import ilgam.starter.projection.EventComponent;

/**
 * Events that one component cannot handle and no other component gets. As a bean of a context, it finds all components
 * by their handlers, declared or not.
 */
public final class PoisonEvents implements HandlerEnhancerDefinition {

    private static final String FOR = "poisonFor";

    /** Components that handle even their marked events. */
    private final Set<String> repaired = ConcurrentHashMap.newKeySet();

    /** Aggregates whose events a component cannot handle, by aggregate. */
    private final Map<String, String> poisoned = new ConcurrentHashMap<>();

    /** An event type by which each component can be poisoned; fails for a handler that no component declares. */
    public static Map<String, Class<?>> components(ApplicationContext context) {
        var payloads = new TreeMap<String, Class<?>>();
        for (var bean : context.getBeanDefinitionNames()) {
            var type = context.getType(bean, false);
            if (type == null) continue;
            for (var handler : handlers(ClassUtils.getUserClass(type))) {
                if (context.findAnnotationOnBean(bean, EventComponent.class) == null)
                    throw new AssertionError(type + " handles events but is no @EventComponent");
                var group = context.findAnnotationOnBean(bean, ProcessingGroup.class);
                if (group == null) throw new AssertionError(type + " handles events under no name");
                payloads.putIfAbsent(group.value(), concrete(handler.getParameterTypes()[0]));
            }
        }
        return payloads;
    }

    private static List<Method> handlers(Class<?> type) {
        return Arrays.stream(type.getDeclaredMethods())
                .filter(method -> method.isAnnotationPresent(EventHandler.class))
                .toList();
    }

    private static Class<?> concrete(Class<?> event) {
        return event.isSealed() ? concrete(event.getPermittedSubclasses()[0]) : event;
    }

    /** Appends a poison event for this component alone; returns its aggregate. */
    public String plant(EventStore store, String component, Class<?> payload) {
        var aggregate = UUID.randomUUID().toString();
        append(store, aggregate, 0, payload, Map.of(FOR, component));
        return aggregate;
    }

    /** Appends a further event of the same aggregate. */
    public void follow(EventStore store, String component, String aggregate, Class<?> payload) {
        append(store, aggregate, 1, payload, Map.of(FOR, component));
    }

    private static void append(
            EventStore store, String aggregate, long sequence, Class<?> payload, Map<String, String> metadata) {
        store.publish(new GenericDomainEventMessage<>("poison", aggregate, sequence, made(payload), metadata));
    }

    /** From now on, this component fails on the aggregate's events. */
    public void poison(String component, Object aggregate) {
        poisoned.put(aggregate.toString(), component);
    }

    /** The aggregate's events can be handled again. */
    public void cure(Object aggregate) {
        poisoned.remove(aggregate.toString());
    }

    /** The component handles its poison events from now on. */
    void repair(String component) {
        repaired.add(component);
    }

    @Override
    public <T> MessageHandlingMember<T> wrapHandler(MessageHandlingMember<T> original) {
        var group = original.declaringClass().getAnnotation(ProcessingGroup.class);
        return group != null && original.canHandleMessageType(EventMessage.class)
                ? new Poisoned<>(original, group.value())
                : original;
    }

    private final class Poisoned<T> extends WrappedMessageHandlingMember<T> {

        private final String component;

        Poisoned(MessageHandlingMember<T> original, String component) {
            super(original);
            this.component = component;
        }

        @Override
        public @Nullable Object handle(Message<?> event, @Nullable T target) throws Exception {
            var meant = event.getMetaData().get(FOR);
            if (component.equals(meant) && !repaired.contains(component)) throw new IllegalStateException("poison");
            if (meant != null) return null;
            if (event instanceof DomainEventMessage<?> it
                    && component.equals(poisoned.get(it.getAggregateIdentifier())))
                throw new IllegalStateException("poison");
            return super.handle(event, target);
        }
    }

    private static Object made(Class<?> type) {
        if (type.isRecord()) return record(type);
        if (type.isEnum()) return type.getEnumConstants()[0];
        if (type.isSealed()) return made(concrete(type));
        var simple = new HashMap<Class<?>, Object>();
        simple.put(UUID.class, UUID.randomUUID());
        simple.put(String.class, "x");
        simple.put(Instant.class, Instant.EPOCH);
        simple.put(LocalDate.class, LocalDate.EPOCH);
        simple.put(java.time.ZoneId.class, ZoneOffset.UTC);
        simple.put(List.class, List.of());
        simple.put(Set.class, Set.of());
        simple.put(Map.class, Map.of());
        simple.put(int.class, 1);
        simple.put(Integer.class, 1);
        simple.put(long.class, 1L);
        simple.put(Long.class, 1L);
        simple.put(double.class, 1.0);
        simple.put(boolean.class, true);
        simple.put(Boolean.class, true);
        simple.put(java.math.BigDecimal.class, java.math.BigDecimal.ONE);
        var value = simple.get(type);
        if (value == null) throw new AssertionError("no value of " + type + " is known");
        return value;
    }

    private static Object record(Class<?> type) {
        var components = Stream.of(type.getRecordComponents())
                .map(RecordComponent::getType)
                .toArray(Class<?>[]::new);
        try {
            Constructor<?> whole = type.getDeclaredConstructor(components);
            whole.setAccessible(true);
            return whole.newInstance(
                    Stream.of(components).map(PoisonEvents::made).toArray());
        } catch (ReflectiveOperationException refused) {
            throw new LinkageError(type.getName(), refused);
        }
    }
}
