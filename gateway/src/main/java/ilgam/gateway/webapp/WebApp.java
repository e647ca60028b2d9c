package ilgam.gateway.webapp;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.servlet.function.RequestPredicates;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.RouterFunctions;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;

import ilgam.gateway.problem.Problem;
import ilgam.gateway.registry.RegistryPort;

/** Serves the web app's files, and its start page for every address that only the app knows. */
@Configuration(proxyBeanMethods = false)
class WebApp {

    private static final Problem NO_SUCH_FILE =
            new Problem(HttpStatus.NOT_FOUND, "not-found", "There is nothing at this address.");
    private static final String LEFT_OUT = """
            <!doctype html><html lang="en"><meta charset="utf-8"><title>Ilgam</title>
            <h1>Ilgam is running</h1>
            <p>The web app was left out of this build. The API answers at <a href="/api/docs">/api/docs</a>.</p></html>
            """;

    private final Assets assets;

    WebApp(Assets assets) {
        this.assets = assets;
    }

    @Bean
    @Order(1000)
    RouterFunction<ServerResponse> files(RegistryPort registry) {
        return RouterFunctions.route()
                .route(
                        RequestPredicates.methods(HttpMethod.GET, HttpMethod.HEAD)
                                .and(RequestPredicates.path("/**"))
                                .and(request -> !registry.received(request.servletRequest())),
                        this::answer)
                .build();
    }

    private ServerResponse answer(ServerRequest request) throws IOException {
        var path = request.requestPath().pathWithinApplication().value();
        var asset = assets.at(path);
        if (asset != null) return file(request, path, asset);
        if (!isAddressOfTheApp(request, path)) throw NO_SUCH_FILE.refused();
        var entrance = assets.entrance();
        if (entrance != null) return file(request, "/index.html", entrance);
        return ServerResponse.ok()
                .contentType(new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8))
                .body(LEFT_OUT);
    }

    private ServerResponse file(ServerRequest request, String path, Asset asset) throws IOException {
        var etag = asset.etag();
        var unchanged = request.headers().header(HttpHeaders.IF_NONE_MATCH).contains(etag);
        var answer = ServerResponse.status(unchanged ? HttpStatus.NOT_MODIFIED : HttpStatus.OK)
                .header(HttpHeaders.ETAG, etag)
                .header(HttpHeaders.CACHE_CONTROL, asset.caching());
        if (unchanged) return answer.build();
        answer.contentType(asset.type());
        for (var packed : List.of(new Packed("br", ".br"), new Packed("gzip", ".gz"))) {
            var smaller = assets.at(path + packed.suffix());
            if (smaller != null && packed.isWelcome(request))
                return answer.header(HttpHeaders.CONTENT_ENCODING, packed.name())
                        .header(HttpHeaders.VARY, HttpHeaders.ACCEPT_ENCODING)
                        .body(smaller.bytes());
        }
        return answer.body(asset.bytes());
    }

    /** Whether a browser navigates to a page, rather than asking for a file that does not exist. */
    private static boolean isAddressOfTheApp(ServerRequest request, String path) {
        return path.indexOf('.', path.lastIndexOf('/')) < 0
                && request.headers().accept().stream().anyMatch(MediaType.TEXT_HTML::equalsTypeAndSubtype);
    }

    private record Packed(String name, String suffix) {

        boolean isWelcome(ServerRequest request) {
            return request.headers().header(HttpHeaders.ACCEPT_ENCODING).stream()
                    .anyMatch(welcome -> welcome.contains(name));
        }
    }
}
