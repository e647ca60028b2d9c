package ilgam.work.api;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** A body of the wrong form is refused with the place of what is wrong, and changes nothing. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RequestBodiesTest extends Office {

    private Client ada;
    private String project;
    private String task;

    @BeforeAll
    void a_task() {
        ada = member();
        project = "/api/projects/" + project(ada);
        task = "/api/tasks/" + task(ada, project.substring("/api/projects/".length()));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            -              | malformed-body | null
            -              | malformed-body | {
            -              | malformed-body | {title: 'x'}
            -              | malformed-body | {"title": "a", "title": "b"}
            -              | malformed-body | {"title": "x"} and more
            -              | malformed-body | {"estimateHours": NaN}
            ''             | wrong-type     | []
            ''             | wrong-type     | "text"
            ''             | wrong-type     | 7
            ''             | wrong-type     | {"title": "x"}{}
            /title         | wrong-type     | {"title": {}}
            /title         | wrong-value    | {"title": true}
            /Title         | unknown-field  | {"Title": "x"}
            /description   | wrong-value    | {"description": 7}
            /assignee      | wrong-value    | {"assignee": 7}
            /assignee      | wrong-value    | {"assignee": "me"}
            /labels        | wrong-type     | {"labels": {}}
            /labels        | wrong-type     | {"labels": "a, b"}
            /labels/0      | wrong-value    | {"labels": [7]}
            /labels/1      | wrong-type     | {"labels": ["a", ["b"]]}
            /estimateHours | wrong-type     | {"estimateHours": "1.5"}
            /estimateHours | wrong-type     | {"estimateHours": true}
            /points        | wrong-type     | {"points": "3"}
            /points        | wrong-type     | {"points": [3]}
            /priority      | wrong-value    | {"priority": 3}
            /priority      | wrong-value    | {"priority": "high"}
            /priority      | wrong-value    | {"priority": ""}
            /severity      | wrong-value    | {"severity": "BAD"}
            /dueOn         | wrong-value    | {"dueOn": 20261123}
            /dueOn         | wrong-value    | {"dueOn": "2026-02-30"}
            /dueOn         | wrong-value    | {"dueOn": "2026-11-23T00:00:00Z"}
            /dueOn         | wrong-value    | {"dueOn": ""}
            /startOn       | wrong-type     | {"startOn": [2026, 11, 23]}
            /parent        | wrong-value    | {"parent": 12}
            /status        | wrong-value    | {"status": 3}
            /kind          | invalid        | {"kind": "TASK"}
            /kind          | invalid        | {"kind": null}
            /resolution    | invalid        | {"resolution": ""}
            /id            | fixed-field    | {"id": "01a22b2c-b16c-766d-aa09-e6ebcd23d097"}
            /doneAt        | fixed-field    | {"doneAt": null}
            """)
    void a_task_is_not_patched_with_what_is_no_patch(@Nullable String pointer, String reason, String body) {
        var before = ada.get(task);
        mustBeRefused(ada.patch(task, body), pointer, reason);
        assertThat(ada.get(task).body()).isEqualTo(before.body());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            POST  | /comments   | ''    | wrong-type     | []
            POST  | /comments   | -     | malformed-body | null
            POST  | /comments   | /text | invalid        | {}
            POST  | /comments   | /text | invalid        | {"text": null}
            POST  | /comments   | /text | wrong-value    | {"text": 7}
            POST  | /comments   | /text | wrong-type     | {"text": ["a"]}
            POST  | /comments   | /author | unknown-field | {"text": "a", "author": "b"}
            PUT   | /status     | /status | invalid      | {}
            PUT   | /status     | /status | invalid      | {"status": null}
            PUT   | /status     | /status | wrong-value  | {"status": 7}
            PUT   | /status     | ''    | wrong-type     | []
            PATCH | /comments/x | /comment | wrong-value | {"text": "a"}
            """)
    void what_belongs_to_a_task_is_read_as_strictly(
            String method, String path, @Nullable String pointer, String reason, String body) {
        mustBeRefused(ada.send(method, task + path, body), pointer, reason);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            /statuses             | invalid    | {}
            /statuses             | invalid    | {"statuses": null}
            /statuses             | wrong-type | {"statuses": {}}
            /statuses/0           | wrong-type | {"statuses": ["To do"]}
            /statuses/0           | invalid    | {"statuses": [null]}
            /statuses/0/category  | invalid    | {"statuses": [{"name": "A"}]}
            /statuses/0           | invalid    | {"statuses": [{"category": "todo"}]}
            /statuses/0/category  | invalid    | {"statuses": [{"name": "A", "category": "TODO"}]}
            /statuses/1           | invalid    | {"statuses": [{"name": "A", "category": "todo"}, {"id": "B C", "name": "B", "category": "done"}]}
            /statuses             | invalid    | {"statuses": [{"name": "A", "category": "todo"}, {"name": "a", "category": "done"}]}
            /successors           | wrong-type | {"statuses": [{"name": "A", "category": "todo"}, {"name": "B", "category": "done"}], "successors": []}
            /successors/Backlog   | wrong-value | {"statuses": [{"name": "A", "category": "todo"}, {"name": "B", "category": "done"}], "successors": {"Backlog": 7}}
            """)
    void a_workflow_is_not_defined_by_what_is_none(String pointer, String reason, String body) {
        var before = ada.get(project);
        mustBeRefused(ada.put(project + "/workflow", body), pointer, reason);
        assertThat(ada.get(project).body()).isEqualTo(before.body());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            /name       | invalid       | {"name": null}
            /name       | wrong-value   | {"name": 7}
            /visibility | invalid       | {"visibility": null}
            /visibility | invalid       | {"visibility": "OPEN"}
            /key        | fixed-field   | {"name": "Shop", "key": "SHOP"}
            /archived   | fixed-field   | {"archived": true}
            /workflow   | fixed-field   | {"workflow": {"statuses": []}}
            /colour     | unknown-field | {"colour": "red"}
            """)
    void a_project_is_not_patched_with_what_is_no_patch(String pointer, String reason, String body) {
        var before = ada.get(project);
        mustBeRefused(ada.patch(project, body), pointer, reason);
        assertThat(ada.get(project).body()).isEqualTo(before.body());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'labels': null, 'assignee': null, 'dueOn': null, 'startOn': null, 'estimateHours': null}",
                "{'points': null, 'priority': null, 'severity': null, 'parent': null, 'task': null}",
                "{'description': null, 'resolution': null}",
            })
    void null_clears_what_a_task_may_lack(String body) {
        assertThat(ada.patch(task, body).status()).isEqualTo(200);
    }

    @Test
    void a_body_is_sent_as_json() {
        for (var type : new String[] {"text/plain", "application/xml", "application/x-www-form-urlencoded"}) {
            var answer = ada.with("Content-Type", type).patch(task, "");
            assertThat(answer.status()).as(type).isEqualTo(415);
        }
        assertThat(ada.patch(task, "").text("/reason")).isEqualTo("unsupported-media-type");
    }

    private static void mustBeRefused(Client.Answer answer, @Nullable String pointer, String reason) {
        var body = answer.response().body();
        assertThat(answer.status()).as(body).isEqualTo(400);
        assertThat(answer.text("/reason")).as(body).isEqualTo(reason);
        assertThat(answer.text("/detail")).as(body).endsWith(".");
        if (pointer != null)
            assertThat(answer.text("/errors/0/pointer")).as(body).isEqualTo(pointer);
    }
}
