package ilgam.work.api;

import java.util.List;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.jackson.autoconfigure.JsonMapperBuilderCustomizer;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.deser.DeserializationProblemHandler;
import tools.jackson.databind.json.JsonMapper;

import ilgam.starter.refusal.Sentence;
import ilgam.starter.web.FieldError;
import ilgam.starter.web.Refused;

/** Refuses a patch with a read-only field of the view with a reason of its own, instead of as an unknown field. */
@Component
class FixedFields extends DeserializationProblemHandler implements JsonMapperBuilderCustomizer {

    private static final Set<Class<?>> PATCHES = Set.of(ItemPatch.class, ProjectPatch.class);
    private static final Set<String> FIXED = Set.of(
            "id",
            "key",
            "sourceKey",
            "project",
            "reporter",
            "category",
            "statusId",
            "sourceParent",
            "createdAt",
            "updatedAt",
            "doneAt",
            "deleted",
            "version",
            "archived",
            "workflow",
            "members",
            "startedBy");

    @Override
    public void customize(JsonMapper.Builder mapper) {
        mapper.addHandler(this);
    }

    @Override
    public boolean handleUnknownProperty(
            DeserializationContext context,
            JsonParser parser,
            @Nullable ValueDeserializer<?> deserializer,
            Object beanOrClass,
            String name) {
        if (deserializer != null && PATCHES.contains(deserializer.handledType()) && FIXED.contains(name))
            throw fixed(name);
        return false;
    }

    private static Refused fixed(String name) {
        var sentence = Sentence.of("“{field}” is read-only here; leave it out.", Map.of("field", name));
        return new Refused(
                HttpStatus.BAD_REQUEST,
                ApiReason.FIXED_FIELD,
                sentence,
                List.of(new FieldError("/" + name, ApiReason.FIXED_FIELD, sentence)));
    }
}
