package ilgam.starter.forms;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import tools.jackson.databind.DatabindContext;
import tools.jackson.databind.DefaultTyping;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.jsontype.BasicPolymorphicTypeValidator;
import tools.jackson.databind.jsontype.BasicPolymorphicTypeValidator.TypeMatcher;
import tools.jackson.databind.jsontype.PolymorphicTypeValidator;
import tools.jackson.databind.jsontype.impl.DefaultTypeResolverBuilder;

/**
 * Writes the subtype's name where a field of a message has a sealed type, so that the type needs no Jackson annotation.
 * Only subtypes of sealed types are read by name.
 */
final class SealedTypes extends DefaultTypeResolverBuilder {

    private static final long serialVersionUID = 1L;

    SealedTypes() {
        super(onlySealed(), DefaultTyping.NON_FINAL, JsonTypeInfo.As.PROPERTY, JsonTypeInfo.Id.CLASS, "@type");
    }

    private static PolymorphicTypeValidator onlySealed() {
        return BasicPolymorphicTypeValidator.builder()
                .allowIfBaseType(new TypeMatcher() {
                    @Override
                    public boolean match(DatabindContext context, Class<?> base) {
                        return isSealed(base);
                    }
                })
                .build();
    }

    @Override
    public boolean useForType(JavaType type) {
        return isSealed(type.getRawClass());
    }

    private static boolean isSealed(Class<?> type) {
        return type.isSealed() && !type.isEnum() && !type.isAnnotationPresent(JsonTypeInfo.class);
    }
}
