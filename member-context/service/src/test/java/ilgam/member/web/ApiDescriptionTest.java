package ilgam.member.web;

import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

import ilgam.member.test.RunningMember;
import ilgam.member.test.ServiceClient;
import ilgam.starter.test.ApiDocument;

@RunningMember
class ApiDescriptionTest {

    private final ApiDocument document;

    ApiDescriptionTest(@LocalServerPort int port) {
        document = new ApiDocument(
                "member", new ServiceClient(port).get("/v3/api-docs").raw().body());
    }

    @Test
    void the_description_is_stored_for_client_generators() {
        document.mustBeAsKept();
    }

    @Test
    void the_description_names_every_reason_for_a_refusal() {
        document.mustKnowEveryReason("ilgam.member", "ilgam.starter");
    }

    @Test
    void everything_of_it_is_described() {
        document.mustDescribeEverything();
    }
}
