package ilgam.work.api;

import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.core.MethodParameter;
import org.springframework.format.support.DefaultFormattingConversionService;
import org.springframework.format.support.FormattingConversionService;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import ilgam.member.replica.Days;
import ilgam.member.replica.WorkCycles;
import ilgam.starter.security.Caller;
import ilgam.starter.web.ListParameters;
import ilgam.starter.web.Refused;
import ilgam.work.Feed;
import ilgam.work.history.History;
import ilgam.work.language.Category;
import ilgam.work.language.ProjectEvent.ProjectStarted;
import ilgam.work.language.ProjectEvent.WorkflowDefined;
import ilgam.work.language.ProjectId;
import ilgam.work.language.Status;
import ilgam.work.language.Visibility;
import ilgam.work.list.Items;
import ilgam.work.mywork.MyWork;
import ilgam.work.projects.Projects;
import ilgam.work.relations.Relations;

import static java.nio.charset.StandardCharsets.UTF_8;

/** Reads over HTTP what the projections made of a test's events; it is Wednesday, 2026-11-18, noon. */
final class Reading implements AutoCloseable {

    static final Instant NOW = Instant.parse("2026-11-18T12:00:00Z");
    static final UUID ADA = UUID.fromString("0197a000-0000-7000-8000-0000000000ad");
    static final UUID LIN = UUID.fromString("0197a000-0000-7000-8000-000000000011");
    static final UUID EVE = UUID.fromString("0197a000-0000-7000-8000-0000000000ee");

    static final List<Status> WORKFLOW = List.of(
            new Status("backlog", "Backlog", Category.TODO),
            new Status("to-do", "To do", Category.TODO),
            new Status("in-progress", "In progress", Category.DOING),
            new Status("blocked", "Blocked", Category.WAITING),
            new Status("done", "Done", Category.DONE),
            new Status("cancelled", "Cancelled", Category.DROPPED));

    private static final JsonMapper JSON = JsonMapper.builder().build();

    final Feed feed = new Feed(Clock.fixed(NOW, ZoneOffset.UTC));
    private final Asker asker = new Asker();
    private final MockMvc http;

    Reading() {
        var items = feed.the(Items.class);
        http = MockMvcBuilders.standaloneSetup(
                        new ItemReads(
                                items,
                                new ItemFilters(
                                        items,
                                        feed.the(WorkCycles.class),
                                        feed.the(Days.class),
                                        feed.the(Clock.class))),
                        new ProjectReads(feed.the(Projects.class), items),
                        new HistoryReads(items, feed.the(History.class)),
                        new RelationReads(items, feed.the(Relations.class)),
                        new MyWorkReads(feed.the(MyWork.class)))
                .setCustomArgumentResolvers(asker, new KindOfPath.Resolver())
                .setConversionService(conversions())
                .setControllerAdvice(new Refusals())
                .build();
    }

    private static FormattingConversionService conversions() {
        var conversions = new DefaultFormattingConversionService();
        conversions.addConverter(new ListParameters());
        return conversions;
    }

    /** Who asks from now on. */
    Reading as(Caller caller) {
        asker.caller = caller;
        return this;
    }

    ProjectId project(String key, Visibility visibility, Instant at, UUID by) {
        var project = new ProjectId(UUID.randomUUID());
        feed.happens(at, by, new ProjectStarted(project, key, "Project " + key, "", visibility));
        feed.happens(at, by, new WorkflowDefined(project, WORKFLOW, Map.of()));
        return project;
    }

    MockHttpServletResponse response(String path, Map<String, String> headers) {
        var request = MockMvcRequestBuilders.get(URI.create(path));
        headers.forEach(request::header);
        try {
            return http.perform(request).andReturn().getResponse();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    JsonNode json(String path) {
        var response = response(path, Map.of());
        if (response.getStatus() != 200) throw new IllegalStateException(path + ": " + body(response));
        return body(response);
    }

    /** Status, reason and sentence of a refusal. */
    String refusal(String path) {
        var response = response(path, Map.of());
        var problem = body(response);
        return response.getStatus() + " " + problem.path("reason").asString("") + ": "
                + problem.path("detail").asString("");
    }

    /** The keys of the items that a list shows, in its order. */
    List<String> keys(String path) {
        return keys(json(path).path("items"));
    }

    static List<String> keys(JsonNode items) {
        var keys = new ArrayList<String>();
        for (var item : items) keys.add(item.path("key").asString());
        return keys;
    }

    private static JsonNode body(MockHttpServletResponse response) {
        return JSON.readTree(new String(response.getContentAsByteArray(), UTF_8));
    }

    @Override
    public void close() {
        feed.close();
    }

    private static final class Asker implements HandlerMethodArgumentResolver {

        private Caller caller = Feed.member(ADA);

        @Override
        public boolean supportsParameter(MethodParameter parameter) {
            return parameter.getParameterType() == Caller.class;
        }

        @Override
        public Caller resolveArgument(
                MethodParameter parameter,
                @Nullable ModelAndViewContainer view,
                NativeWebRequest request,
                @Nullable WebDataBinderFactory binder) {
            return caller;
        }
    }

    /** Kept from the running service of other tests. */
    @TestComponent
    @RestControllerAdvice
    static final class Refusals {

        @ExceptionHandler
        ResponseEntity<ProblemDetail> on(Refused refused) {
            var problem = ProblemDetail.forStatusAndDetail(refused.status(), String.valueOf(refused.getMessage()));
            problem.setProperty("reason", refused.reason().code());
            return ResponseEntity.of(problem).build();
        }
    }
}
