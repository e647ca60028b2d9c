package ilgam.starter.test;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.springframework.context.ApplicationContext;
import org.springframework.test.context.junit.jupiter.SpringExtension;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Fails a test in which a service refused something for a reason that its description does not list for that operation.
 * The service has {@link AnsweredRefusals} as a bean.
 */
public final class DocumentedRefusals implements AfterEachCallback {

    private static final Map<ApplicationContext, ApiDocument> DOCUMENTS = new ConcurrentHashMap<>();

    @Override
    public void afterEach(ExtensionContext test) {
        var service = SpringExtension.getApplicationContext(test);
        var answered = service.getBean(AnsweredRefusals.class).take();
        if (answered.isEmpty()) return;
        var document = DOCUMENTS.computeIfAbsent(service, DocumentedRefusals::read);
        assertThat(answered)
                .as("refusals that @Refuses does not list at their operation")
                .allMatch(each -> document.knows(each.method(), each.path(), each.status(), each.reason()));
    }

    private static ApiDocument read(ApplicationContext service) {
        var port = service.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
        try (var http = HttpClient.newHttpClient()) {
            var request = AsGateway.request(port, "/v3/api-docs").build();
            return new ApiDocument(
                    "", http.send(request, BodyHandlers.ofString()).body());
        } catch (IOException failure) {
            throw new IllegalStateException(failure);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }
}
