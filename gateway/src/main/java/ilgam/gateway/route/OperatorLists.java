package ilgam.gateway.route;

import java.net.URLEncoder;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.RouterFunctions;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import ilgam.gateway.access.Access;
import ilgam.gateway.docs.Described;
import ilgam.gateway.docs.Description;
import ilgam.gateway.problem.Problem;
import ilgam.gateway.problem.Refused;
import ilgam.gateway.registry.Context;
import ilgam.gateway.upstream.ContextClient;
import ilgam.gateway.upstream.ContextClient.Reply;

import static java.nio.charset.StandardCharsets.UTF_8;

/** Operators' lists over all contexts: each context checks the permission and answers with its part. */
@Configuration(proxyBeanMethods = false)
class OperatorLists {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final String USUAL_LIMIT = "50";
    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,9}");
    private static final Problem BAD_LIMIT = new Problem(
            HttpStatus.BAD_REQUEST,
            "limit-out-of-range",
            "The limit must be between 1 and 200.",
            0,
            Map.of("least", 1, "most", 200));
    private static final Executor ASKING =
            task -> Thread.ofVirtual().name("operator-list").start(task);

    /** The order in which contexts list dead letters; their cursors consist of both fields. */
    private static final Comparator<JsonNode> SET_ASIDE = Comparator.<JsonNode, Instant>comparing(
                    letter -> Instant.parse(letter.path("at").asString()))
            .thenComparing(letter -> letter.path("id").asString());

    @Description("One page of what all contexts have.")
    private record OperatorPage(
            @Description("What is on this page, each as its context describes it.")
            List<JsonNode> items,

            @Description("The cursor of the page after it; null on the last one.") @Nullable
            String next) {}

    private final ContextClient contexts;
    private final String serviceKey;

    OperatorLists(ContextClient contexts, @Value("${ilgam.service-key}") String serviceKey) {
        this.contexts = contexts;
        this.serviceKey = serviceKey;
    }

    @Bean
    @Order(5)
    RouterFunction<ServerResponse> listsOfAllContexts(Access access) {
        return RouterFunctions.route()
                .GET("/api/dead-letters", this::deadLetters)
                .HEAD("/api/dead-letters", this::deadLetters)
                .GET("/api/projections", this::projections)
                .HEAD("/api/projections", this::projections)
                .filter(access)
                .build();
    }

    @Bean
    Described deadLettersDescribed() {
        return Described.forAdmins(
                        "/api/dead-letters",
                        "listAllDeadLetters",
                        "The dead letters of all contexts",
                        "For admins, and their programs with the scope admin. Answers events that could not be handled, in the order in which they were set aside, each as its context describes it.",
                        OperatorPage.class)
                .paged();
    }

    @Bean
    Described projectionsDescribed() {
        return Described.forAdmins(
                "/api/projections",
                "listAllProjections",
                "The projections of all contexts",
                "For admins, and their programs with the scope admin. Answers how far every projection of every context is, each as its context describes it.",
                OperatorPage.class);
    }

    private ServerResponse deadLetters(ServerRequest request) {
        var limit = limit(request);
        var replies = ask(request, "/api/dead-letters?limit=" + limit + cursor(request));
        var refused = refusal(replies);
        if (refused != null) return refused;
        var pages = replies.stream().map(reply -> JSON.readTree(reply.body())).toList();
        var all = items(pages).sorted(SET_ASIDE).toList();
        var shown = all.subList(0, Math.min(limit, all.size()));
        var more = all.size() > limit
                || pages.stream().anyMatch(page -> page.path("next").isString());
        return ok(new OperatorPage(shown, more ? cursorAfter(shown.getLast()) : null));
    }

    private ServerResponse projections(ServerRequest request) {
        var replies = ask(request, "/api/projections");
        var refused = refusal(replies);
        if (refused != null) return refused;
        var pages = replies.stream().map(reply -> JSON.readTree(reply.body())).toList();
        return ok(new OperatorPage(items(pages).toList(), null));
    }

    private static int limit(ServerRequest request) {
        var limit = request.param("limit").orElse(USUAL_LIMIT);
        if (!NUMBER.matcher(limit).matches()) throw BAD_LIMIT.refused();
        return Integer.parseInt(limit);
    }

    private static String cursor(ServerRequest request) {
        return request.param("cursor")
                .map(cursor -> "&cursor=" + URLEncoder.encode(cursor, UTF_8))
                .orElse("");
    }

    private static Stream<JsonNode> items(List<JsonNode> pages) {
        return pages.stream().flatMap(page -> page.path("items").valueStream());
    }

    /** The cursor behind this letter, in the same format as the contexts' own. */
    private static String cursorAfter(JsonNode letter) {
        var place = List.of(letter.path("at").asString(), letter.path("id").asString());
        return Base64.getUrlEncoder().withoutPadding().encodeToString(JSON.writeValueAsBytes(place));
    }

    /** Asks every context. If one is away, the request fails: a list without its part would look complete. */
    private List<Reply> ask(ServerRequest request, String path) {
        var headers = UpstreamHeaders.headers(request.servletRequest(), Access.jwt(request), serviceKey);
        var asking = new ArrayList<CompletableFuture<Reply>>();
        for (var context : Context.values())
            asking.add(CompletableFuture.supplyAsync(() -> contexts.get(context, path, headers), ASKING));
        try {
            return asking.stream().map(CompletableFuture::join).toList();
        } catch (CompletionException failed) {
            if (failed.getCause() instanceof Refused away) throw away;
            throw failed;
        }
    }

    private static @Nullable ServerResponse refusal(List<Reply> replies) {
        return replies.stream()
                .filter(reply -> reply.status() != 200)
                .findFirst()
                .map(reply -> ServerResponse.status(reply.status())
                        .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                        .header("Cache-Control", "no-store")
                        .body(new String(reply.body(), UTF_8)))
                .orElse(null);
    }

    private static ServerResponse ok(Object list) {
        return ServerResponse.ok()
                .contentType(MediaType.APPLICATION_JSON)
                .header("Cache-Control", "no-store")
                .body(JSON.writeValueAsBytes(list));
    }
}
