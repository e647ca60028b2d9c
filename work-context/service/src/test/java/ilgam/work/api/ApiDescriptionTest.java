package ilgam.work.api;

import java.util.ArrayList;

import org.junit.jupiter.api.Test;

import ilgam.starter.test.ApiDocument;

import static org.assertj.core.api.Assertions.assertThat;

class ApiDescriptionTest extends Office {

    @Test
    void it_is_kept_for_those_who_generate_clients() {
        document().mustBeAsKept();
    }

    @Test
    void it_names_every_reason_for_a_refusal() {
        document().mustKnowEveryReason("ilgam.work", "ilgam.starter");
    }

    @Test
    void everything_of_it_is_described() {
        document().mustDescribeEverything();
    }

    private ApiDocument document() {
        return new ApiDocument("work", member().get("/v3/api-docs").response().body());
    }

    @Test
    void all_fields_of_a_patch_can_be_left_out_or_null() {
        var patch = member().get("/v3/api-docs").body().at("/components/schemas/ItemPatch");
        assertThat(patch.at("/required").isMissingNode()).isTrue();
        assertThat(patch.at("/properties/dueOn/type").toString()).isEqualTo("[\"string\",\"null\"]");
        assertThat(patch.at("/properties/dueOn/format").asString()).isEqualTo("date");
        assertThat(patch.at("/properties/kind/enum").size()).isEqualTo(2);
    }

    @Test
    void every_operation_that_changes_something_is_called_by_verb_and_noun() {
        var names = new ArrayList<String>();
        member().get("/v3/api-docs")
                .body()
                .at("/paths")
                .forEach(path -> path.properties().stream()
                        .filter(operation -> !operation.getKey().equals("get"))
                        .forEach(operation -> names.add(
                                operation.getValue().at("/operationId").asString())));
        assertThat(names)
                .doesNotHaveDuplicates()
                .contains("openTask", "changeIssue", "addTaskComment", "linkWorkItem", "defineWorkflowOfProject")
                .noneMatch(name -> name.matches(".*_\\d+"));
    }
}
