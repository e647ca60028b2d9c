package ilgam.eventmodel.board;

import java.nio.file.Files;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import ilgam.eventmodel.EventModel;
import ilgam.eventmodel.code.EventModelReader;
import ilgam.eventmodel.code.Modules;

import static org.assertj.core.api.Assertions.assertThat;

class BoardTest {

    private static final EventModel MODEL = EventModelReader.read();

    static Stream<Board> boards() {
        return MODEL.contexts().stream().map(Boards::of);
    }

    @ParameterizedTest
    @MethodSource("boards")
    void a_text_is_within_its_note_and_large_enough_to_read(Board board) {
        assertThat(board.notes()).filteredOn(note -> !note.holdsItsText()).isEmpty();
        assertThat(board.notes()).filteredOn(note -> note.size() < 11).isEmpty();
        assertThat(board.width()).isLessThanOrEqualTo(1200);
    }

    @ParameterizedTest
    @MethodSource("boards")
    void no_two_notes_overlap(Board board) {
        var notes = board.notes();
        assertThat(notes.stream()
                        .flatMap(one -> notes.subList(notes.indexOf(one) + 1, notes.size()).stream()
                                .filter(other -> collide(one, other))
                                .map(other -> one.lines() + " and " + other.lines())))
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("boards")
    void a_note_of_the_code_leads_to_its_file(Board board) {
        assertThat(board.notes().stream().map(Note::file).filter(file -> file != null))
                .isNotEmpty()
                .allMatch(file -> Files.exists(Modules.ROOT.resolve(file)));
    }

    @Test
    void the_estimate_is_no_less_than_wide_fonts_need() {
        assertThat(Words.width("When Member Is Erased Then", 12)).isGreaterThan(160);
    }

    @Test
    void names_are_written_as_words_in_lines_that_fit() {
        assertThat(Words.wrapped(Words.of("WhenPersonIsMergedThenReplaceInTeams"), 12, 150))
                .containsExactly("When Person Is", "Merged Then Replace", "In Teams");
    }

    /** A frame may hold a note; everything else keeps clear of each other. */
    private static boolean collide(Note one, Note other) {
        var within = frames(one, other) || frames(other, one);
        return one.overlaps(other) && !within;
    }

    private static boolean frames(Note frame, Note note) {
        return frame.colour().isFrame() && frame.holds(note);
    }
}
