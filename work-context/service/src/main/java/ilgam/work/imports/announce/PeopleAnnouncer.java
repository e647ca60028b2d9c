package ilgam.work.imports.announce;

import java.net.http.HttpClient;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.cloud.client.ServiceInstance;
import org.springframework.cloud.client.discovery.DiscoveryClient;
import org.springframework.http.MediaType;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.stereotype.Component;
import org.springframework.web.client.HttpClientErrorException;
import org.springframework.web.client.HttpServerErrorException;
import org.springframework.web.client.ResourceAccessException;
import org.springframework.web.client.RestClient;

import ilgam.work.imports.MemberContextAway;

/** Announces people to the member context, which assigns each a member id, the same for every request. */
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

    /** The member context refuses one of the names permanently. */
    static final class NamesRefused extends RuntimeException {

        private static final long serialVersionUID = 1L;

        NamesRefused(Throwable cause) {
            super("The member context refuses a name.", cause);
        }
    }

    /**
     * The member ids of all these names.
     *
     * @throws MemberContextAway when the request has to be repeated later
     * @throws NamesRefused when the member context refuses one of the names
     */
    Map<String, UUID> announce(List<String> names) {
        var instances = registry.getInstances("member-context");
        if (instances.isEmpty()) throw new MemberContextAway(false, null);
        try {
            return announce(instances.getFirst(), names);
        } catch (HttpServerErrorException.ServiceUnavailable away) {
            throw new MemberContextAway(away.getResponseBodyAsString().contains("event-store-away"), away);
        } catch (ResourceAccessException away) {
            throw new MemberContextAway(false, away);
        } catch (HttpClientErrorException.BadRequest | HttpClientErrorException.UnprocessableContent refused) {
            throw new NamesRefused(refused);
        }
    }

    private Map<String, UUID> announce(ServiceInstance instance, List<String> names) {
        var answer = http.post()
                .uri(instance.getUri().resolve("/internal/people"))
                .contentType(MediaType.APPLICATION_JSON)
                .body(new Names(names))
                .retrieve()
                .body(People.class);
        return answer == null ? Map.of() : answer.people();
    }
}
