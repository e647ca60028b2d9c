package ilgam.starter.test;

import java.lang.annotation.Annotation;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

import org.springframework.context.ApplicationContext;
import org.springframework.core.MethodParameter;
import org.springframework.core.ResolvableType;
import org.springframework.http.MediaType;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.http.converter.json.JacksonJsonHttpMessageConverter;
import org.springframework.mock.http.MockHttpInputMessage;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerAdapter;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import ilgam.starter.text.Prose;
import ilgam.starter.text.UnfitText;
import ilgam.starter.text.Verbatim;

import static java.nio.charset.StandardCharsets.UTF_8;

/**
 * Finds every text in the bodies that a service's controllers read, by their types, and checks with the body's
 * converter that it is normalised and that characters no line may have are handled.
 */
public final class TextFields {

    private static final String DECOMPOSED = "\u1112\u1161\u11ab";
    private static final String COMPOSED = "한";
    private static final String UNFIT = "a\u0007b";

    /** What happened to an unfit text. */
    public enum Rule {
        REFUSED,
        TIDIED,
        LEFT_ALONE
    }

    /**
     * A text field.
     *
     * @param place such as {@code NewTask/labels}
     * @param marked the rule of the field's annotation
     * @param met the rule by which it was read
     */
    public record TextField(String place, Rule marked, Rule met, boolean composed) {}

    private final JacksonJsonHttpMessageConverter converter;
    private final Set<Class<?>> bodies = new LinkedHashSet<>();
    private final List<TextField> fields = new ArrayList<>();

    private TextFields(ApplicationContext context) {
        converter = context.getBean(RequestMappingHandlerAdapter.class).getMessageConverters().stream()
                .filter(each -> each.getClass() == JacksonJsonHttpMessageConverter.class)
                .map(JacksonJsonHttpMessageConverter.class::cast)
                .findFirst()
                .orElseThrow();
        context
                .getBean("requestMappingHandlerMapping", RequestMappingHandlerMapping.class)
                .getHandlerMethods()
                .values()
                .stream()
                .map(HandlerMethod::getMethodParameters)
                .flatMap(Arrays::stream)
                .filter(parameter -> parameter.hasParameterAnnotation(RequestBody.class))
                .map(MethodParameter::getParameterType)
                .filter(type -> type.getName().startsWith("ilgam."))
                .forEach(bodies::add);
    }

    /** All text fields. */
    public static List<TextField> of(ApplicationContext context) throws Exception {
        var found = new TextFields(context);
        for (var body : found.bodies) found.walk(body, body, "", "%s");
        return List.copyOf(found.fields);
    }

    private void walk(Class<?> body, Class<?> type, String path, String around) throws Exception {
        for (var component : type.getRecordComponents())
            walk(
                    body,
                    component,
                    component.getGenericType(),
                    path + "/" + component.getName(),
                    around.formatted("{\"" + component.getName() + "\":%s}"));
    }

    private void walk(Class<?> body, RecordComponent component, Type type, String path, String around)
            throws Exception {
        if (type == String.class || type == JsonNode.class) read(body, component, path, around);
        else if (type instanceof Class<?> nested && nested.isRecord()) walk(body, nested, path, around);
        else if (type instanceof ParameterizedType several) {
            var last = several.getActualTypeArguments()[several.getActualTypeArguments().length - 1];
            var raw = (Class<?>) several.getRawType();
            if (Iterable.class.isAssignableFrom(raw)) walk(body, component, last, path, around.formatted("[%s]"));
            else if (raw.isRecord()) walk(body, component, last, path, around);
            else {
                walk(body, component, last, path + "/*", around.formatted("{\"key\":%s}"));
                read(body, component, path + "/key", around.formatted("{%s:\"value\"}"));
            }
        }
    }

    private void read(Class<?> body, RecordComponent component, String path, String around) throws Exception {
        var composed = String.valueOf(read(body, around, DECOMPOSED)).contains(COMPOSED);
        fields.add(new TextField(body.getSimpleName() + path, marked(component), met(body, around), composed));
    }

    private Rule met(Class<?> body, String around) throws Exception {
        try {
            return String.valueOf(read(body, around, UNFIT)).contains(UNFIT) ? Rule.LEFT_ALONE : Rule.TIDIED;
        } catch (HttpMessageNotReadableException refused) {
            for (Throwable cause = refused; cause != null; cause = cause.getCause())
                if (cause instanceof UnfitText) return Rule.REFUSED;
            throw refused;
        }
    }

    private Object read(Class<?> body, String around, String text) throws Exception {
        var json = around.formatted(JsonMapper.shared().writeValueAsString(text));
        var message = new MockHttpInputMessage(json.getBytes(UTF_8));
        message.getHeaders().setContentType(MediaType.APPLICATION_JSON);
        return converter.read(ResolvableType.forClass(body), message, null);
    }

    private static Rule marked(RecordComponent component) {
        if (has(component, Verbatim.class)) return Rule.LEFT_ALONE;
        return has(component, Prose.class) ? Rule.TIDIED : Rule.REFUSED;
    }

    private static boolean has(RecordComponent component, Class<? extends Annotation> mark) {
        return component.getAnnotation(mark) != null;
    }
}
