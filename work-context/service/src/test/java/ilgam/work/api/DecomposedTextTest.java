package ilgam.work.api;

import java.net.URLEncoder;
import java.text.Normalizer;
import java.text.Normalizer.Form;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

/** Some systems send 가 as ᄀ and ᅡ: it is the same letter wherever it is written, sought or compared. */
class DecomposedTextTest extends Office {

    private static final String WORKFLOW = """
            {'statuses': [{'name': '할 일', 'category': 'todo'}, {'name': '검토 중', 'category': 'doing'},
             {'name': '완료', 'category': 'done'}]}""";

    private Client ada;
    private String key;
    private String project;
    private String task;

    @BeforeEach
    void a_task() {
        ada = member();
        key = project(ada);
        project = "/api/projects/" + key;
        task = "/api/tasks/" + task(ada, key);
    }

    @Test
    void all_texts_of_an_item_are_kept_composed() {
        var changed = ada.patch(task, decomposed("""
                {'title': '결제 오류', 'description': '카드사 응답', 'labels': ['긴급'], 'resolution': '해결됨'}"""));
        assertThat(changed.text("/title")).isEqualTo("결제 오류");
        assertThat(changed.text("/description")).isEqualTo("카드사 응답");
        assertThat(changed.text("/labels/0")).isEqualTo("긴급");
        assertThat(changed.text("/resolution")).isEqualTo("해결됨");
    }

    @Test
    void what_differs_in_spelling_only_is_no_change() {
        ada.patch(task, "{'title': '결제', 'description': '응답', 'labels': ['긴급', '결제']}");
        var again = ada.patch(task, decomposed("{'title': '결제', 'description': '응답', 'labels': ['결제', '긴급']}"));
        assertThat(again.header("ETag")).isEqualTo("\"4\"");
    }

    @Test
    void one_label_in_two_spellings_is_one_label() {
        var changed = ada.patch(task, "{'labels': ['긴급', '%s']}".formatted(decomposed("긴급")));
        assertThat(changed.body().path("labels").size()).isEqualTo(1);
    }

    @Test
    void a_text_is_as_long_as_its_composed_letters() {
        assertThat(ada.patch(task, decomposed("{'labels': ['%s']}".formatted("각".repeat(50))))
                        .status())
                .isEqualTo(200);
        assertThat(ada.patch(task, decomposed("{'title': '%s'}".formatted("각".repeat(501))))
                        .body()
                        .at("/errors/0/values/length")
                        .asInt())
                .isEqualTo(501);
    }

    @Test
    void a_status_is_found_by_its_name() {
        ada.put(project + "/workflow", decomposed(WORKFLOW));
        assertThat(ada.get(project).text("/workflow/statuses/1/name")).isEqualTo("검토 중");

        assertThat(ada.put(task + "/status", decomposed("{'status': '검토 중'}")).text("/status"))
                .isEqualTo("검토 중");
        assertThat(ada.patch(task, decomposed("{'status': '완료'}")).text("/category"))
                .isEqualTo("done");
        assertThat(keys("status", "완료")).isEqualTo(1);
        assertThat(keys("status", decomposed("완료"))).isEqualTo(1);
    }

    @Test
    void a_status_keeps_its_id_when_its_name_comes_in_another_spelling() {
        var before = ada.put(project + "/workflow", WORKFLOW);
        var after = ada.put(project + "/workflow", decomposed(WORKFLOW));
        assertThat(after.body()).isEqualTo(before.body());
        assertThat(ada.put(project + "/workflow", WORKFLOW.replace("'할 일'", "'%s'".formatted(decomposed("완료"))))
                        .text("/errors/0/reason"))
                .isEqualTo("status-name-twice");
    }

    @Test
    void a_retired_status_and_its_successor_are_named_in_either_spelling() {
        ada.put(project + "/workflow", WORKFLOW);
        ada.put(task + "/status", "{'status': '검토 중'}");
        var without = WORKFLOW.replaceFirst(" \\{'name': '검토 중', 'category': 'doing'},", "")
                .replaceFirst("}$", ", 'successors': {'%s': '%s'}}".formatted(decomposed("검토 중"), decomposed("완료")));
        assertThat(ada.put(project + "/workflow", without).status()).isEqualTo(200);
        assertThat(ada.get(task).text("/status")).isEqualTo("완료");
    }

    @Test
    void words_and_labels_are_found_in_either_spelling() {
        ada.patch(task, "{'title': '결제 오류', 'description': '카드사', 'labels': ['긴급']}");
        for (var words : new String[] {"결제", "카드사 오류", decomposed("결제"), decomposed("카드사 오류")})
            assertThat(keys("text", words)).as(words).isEqualTo(1);
        for (var label : new String[] {"긴급", decomposed("긴급")})
            assertThat(keys("label", label)).isEqualTo(1);
        assertThat(keys("text", "겨")).isZero();
    }

    @Test
    void comments_and_the_names_of_projects_are_kept_composed() {
        var comment = ada.post(task + "/comments", decomposed("{'text': '확인했습니다.'}"));
        assertThat(comment.text("/text")).isEqualTo("확인했습니다.");
        assertThat(ada.patch(comment.header("Location"), decomposed("{'text': '아닙니다.'}"))
                        .text("/text"))
                .isEqualTo("아닙니다.");
        var renamed = ada.patch(project, decomposed("{'name': '상점', 'description': '파는 곳'}"));
        assertThat(renamed.text("/name")).isEqualTo("상점");
        assertThat(renamed.text("/description")).isEqualTo("파는 곳");
    }

    private int keys(String parameter, String value) {
        return ada.get("/api/work-items?project=" + key + "&" + parameter + "=" + URLEncoder.encode(value, UTF_8))
                .body()
                .path("items")
                .size();
    }

    private static String decomposed(String text) {
        return Normalizer.normalize(text, Form.NFD);
    }
}
