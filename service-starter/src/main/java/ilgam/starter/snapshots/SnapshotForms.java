package ilgam.starter.snapshots;

import java.util.Optional;

import org.axonframework.serialization.Revision;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Snapshots as JSON. Only JSON that the present version would write in the same way is read. */
final class SnapshotForms {

    private final JsonMapper json = JsonMapper.builder()
            .enable(
                    DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES,
                    DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES,
                    DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .build();

    String form(Snapshot state) {
        return form(state.getClass());
    }

    private static String form(Class<?> type) {
        return type.getName() + ":" + type.getAnnotation(Revision.class).value();
    }

    String write(Snapshot state) {
        return json.writeValueAsString(state);
    }

    /** The snapshot; empty if its revision or form is not the present one. */
    Optional<Snapshot> read(String form, String state) throws ClassNotFoundException {
        var type = Class.forName(form.substring(0, form.lastIndexOf(':')));
        return Snapshot.class.isAssignableFrom(type) && form(type).equals(form)
                ? Optional.of(json.readValue(state, type.asSubclass(Snapshot.class)))
                : Optional.empty();
    }
}
