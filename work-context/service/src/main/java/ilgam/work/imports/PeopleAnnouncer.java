package ilgam.work.imports;

import java.net.http.HttpClient;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.cloud.client.discovery.DiscoveryClient;
import org.springframework.http.MediaType;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.stereotype.Component;
import org.springframework.web.client.RestClient;

/** Announces people at the member context, which gives each a member id, the same at every asking. */
@Component
class PeopleAnnouncer {

    private record Names(List<String> names) {}

    private record People(Map<String, UUID> people) {}

    private final DiscoveryClient registry;
    private final RestClient http;

    PeopleAnnouncer(DiscoveryClient registry, @Value("${ilgam.service-key}") String serviceKey) {
        this.registry = registry;
        var requests = new JdkClientHttpRequestFactory(
                HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build());
        requests.setReadTimeout(Duration.ofSeconds(60));
        this.http = RestClient.builder()
                .requestFactory(requests)
                .defaultHeader("X-Ilgam-Service-Key", serviceKey)
                .build();
    }

    Map<String, UUID> announce(List<String> names) {
        var instances = registry.getInstances("member-context");
        if (instances.isEmpty()) throw new IllegalStateException("The member context is away.");
        var answer = http.post()
                .uri(instances.getFirst().getUri().resolve("/internal/people"))
                .contentType(MediaType.APPLICATION_JSON)
                .body(new Names(names))
                .retrieve()
                .body(People.class);
        return answer == null ? Map.of() : answer.people();
    }
}
