package ilgam.work.imports.line;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class LinesTest {

    @Test
    void lines_keep_their_numbers_over_blank_ones_and_either_line_end() throws IOException {
        assertThat(read("\uFEFF{\"a\":1}\r\n\n   \n{\"b\":2}"))
                .extracting(Lines.Line::number, line -> line.text().strip())
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(1L, "{\"a\":1}"),
                        org.assertj.core.groups.Tuple.tuple(4L, "{\"b\":2}"));
    }

    @Test
    void a_line_in_another_encoding_is_told_and_the_next_one_is_read() throws IOException {
        var latin = new SequenceInputStream(Collections.enumeration(List.of(
                new ByteArrayInputStream("caf\u00e9\n".getBytes(StandardCharsets.ISO_8859_1)),
                new ByteArrayInputStream("next".getBytes(StandardCharsets.UTF_8)))));
        assertThat(read(latin)).extracting(LinesTest::fault).containsExactly("The line is not valid UTF-8.", "");
    }

    @Test
    void an_endless_line_is_cut_and_told_and_the_next_one_is_read() throws IOException {
        assertThat(read("x".repeat(Lines.LONGEST + 10) + "\nnext"))
                .extracting(LinesTest::fault)
                .containsExactly("The line is longer than 4 MiB.", "");
    }

    @Test
    void byte_order_marks_may_stand_before_any_line() throws IOException {
        assertThat(read("\uFEFF{\"a\":1}\n\uFEFF\n\uFEFF\uFEFF{\"b\":2}"))
                .extracting(Lines.Line::text)
                .containsExactly("{\"a\":1}", "{\"b\":2}");
    }

    @Test
    void a_batch_is_bounded_in_bytes() throws IOException {
        var lines = new Lines(new ByteArrayInputStream(
                ("x".repeat(Lines.LONGEST) + "\n").repeat(3).getBytes(StandardCharsets.UTF_8)));
        assertThat(lines.batch()).hasSize(1);
        assertThat(lines.batch()).hasSize(1);
    }

    private static String fault(Lines.Line line) {
        return line.fault() == null ? "" : String.valueOf(line.fault().getMessage());
    }

    private static List<Lines.Line> read(String text) throws IOException {
        return read(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
    }

    private static List<Lines.Line> read(InputStream in) throws IOException {
        var lines = new Lines(in);
        var read = new ArrayList<Lines.Line>();
        for (var line = lines.next(); line != null; line = lines.next()) read.add(line);
        return read;
    }
}
