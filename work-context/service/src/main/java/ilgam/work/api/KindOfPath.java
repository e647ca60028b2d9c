package ilgam.work.api;

import java.util.List;
import java.util.Locale;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

import ilgam.work.language.Kind;
import ilgam.work.list.ItemView;

/**
 * The items that a path serves: {@code /api/tasks} tasks, {@code /api/issues} issues, {@code /api/work-items} both. One
 * controller method serves all three and takes this as a parameter.
 *
 * @param path the first two segments, such as {@code /api/tasks}
 * @param kind the only kind that is served; null: either
 */
record KindOfPath(String path, @Nullable Kind kind) {

    static final String TASKS = "/api/tasks";
    static final String ISSUES = "/api/issues";
    static final String WORK_ITEMS = "/api/work-items";

    static KindOfPath of(String path) {
        if (path.startsWith(TASKS)) return new KindOfPath(TASKS, Kind.TASK);
        if (path.startsWith(ISSUES)) return new KindOfPath(ISSUES, Kind.ISSUE);
        return new KindOfPath(WORK_ITEMS, null);
    }

    boolean serves(ItemView item) {
        return kind == null || item.kind().equals(noun());
    }

    /** The noun for one of these items. */
    String noun() {
        return kind == null ? "work item" : kind.name().toLowerCase(Locale.ROOT);
    }

    /** Reads the kind from the pattern that matched, as the path itself may be percent-encoded. */
    static final class Resolver implements HandlerMethodArgumentResolver {

        @Override
        public boolean supportsParameter(MethodParameter parameter) {
            return parameter.getParameterType() == KindOfPath.class;
        }

        @Override
        public KindOfPath resolveArgument(
                MethodParameter parameter,
                @Nullable ModelAndViewContainer container,
                NativeWebRequest request,
                @Nullable WebDataBinderFactory binders) {
            var servlet = (HttpServletRequest) request.getNativeRequest();
            return of((String) servlet.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE));
        }
    }

    @Configuration(proxyBeanMethods = false)
    static class AsParameter implements WebMvcConfigurer {

        AsParameter() {
            SpringDocUtils.getConfig().addRequestWrapperToIgnore(KindOfPath.class);
        }

        @Override
        public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
            resolvers.add(new Resolver());
        }
    }
}
