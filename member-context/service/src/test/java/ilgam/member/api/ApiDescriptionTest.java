package ilgam.member.api;

import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

import ilgam.starter.test.ApiDocument;

@RunningMember
class ApiDescriptionTest {

    private final ApiDocument document;

    ApiDescriptionTest(@LocalServerPort int port) {
        document = new ApiDocument(
                "member", new ServiceClient(port).get("/v3/api-docs").raw().body());
    }

    @Test
    void it_is_kept_for_those_who_generate_clients() {
        document.mustBeAsKept();
    }

    @Test
    void it_names_every_reason_for_a_refusal() {
        document.mustKnowEveryReason("ilgam.member", "ilgam.starter");
    }
}
