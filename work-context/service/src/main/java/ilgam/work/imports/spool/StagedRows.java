package ilgam.work.imports.spool;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

import ilgam.work.imports.line.SourceLine;
import ilgam.work.imports.line.SourceValue;
import ilgam.work.imports.source.ImportSettings;
import ilgam.work.imports.source.SourceEvent;
import ilgam.work.imports.source.SourceItem;
import ilgam.work.language.Kind;
import ilgam.work.language.Priority;
import ilgam.work.language.Severity;

/**
 * The stored form of items and events between the steps of an import: the values that the first pass has read from a
 * line. Nothing is tidied when they are read back.
 */
public final class StagedRows {

    private StagedRows() {}

    public static String of(SourceItem item) {
        var row = new RowWriter();
        row.text(item.id());
        row.text(item.project());
        row.name(item.kind());
        row.text(item.title());
        row.text(item.description());
        row.instant(item.createdAt());
        row.text(item.reporter());
        row.text(item.assignee());
        row.name(item.priority());
        row.name(item.severity());
        row.text(item.points() == null ? null : item.points().toPlainString());
        row.text(item.resolution());
        row.texts(item.labels());
        row.text(item.parent());
        row.text(item.status());
        row.begin();
        for (var link : item.links()) {
            row.text(link.type());
            row.text(link.to());
        }
        row.end();
        row.begin();
        item.leftOver().forEach((name, value) -> {
            row.text(name);
            row.name(value.form());
            row.text(value.text());
        });
        row.end();
        row.notes(item.notes());
        return row.row();
    }

    /** @param settings for a line that an earlier version staged as it came */
    public static SourceItem item(String json, ImportSettings settings) {
        if (!isTyped(json)) return SourceItem.of(SourceLine.read(json), settings);
        var row = new RowReader(json);
        return new SourceItem(
                row.required(),
                row.text(),
                row.required(Kind.class),
                row.required(),
                row.required(),
                row.instant(),
                row.text(),
                row.text(),
                row.required(Priority.class),
                row.name(Severity.class),
                points(row.text()),
                row.text(),
                row.texts(),
                row.text(),
                row.text(),
                links(row),
                leftOver(row),
                row.notes());
    }

    private static @Nullable BigDecimal points(@Nullable String amount) {
        return amount == null ? null : new BigDecimal(amount);
    }

    private static List<SourceItem.Link> links(RowReader row) {
        var links = new ArrayList<SourceItem.Link>();
        row.begin();
        for (var type = row.text(); type != null; type = row.text())
            links.add(new SourceItem.Link(type, row.required()));
        return List.copyOf(links);
    }

    private static Map<String, SourceValue> leftOver(RowReader row) {
        var leftOver = new LinkedHashMap<String, SourceValue>();
        row.begin();
        for (var name = row.text(); name != null; name = row.text())
            leftOver.put(name, new SourceValue(row.required(SourceValue.Form.class), row.required()));
        return leftOver;
    }

    public static String of(SourceEvent event) {
        var row = new RowWriter();
        row.text(event.itemId());
        row.number(event.seq());
        row.instant(event.at());
        row.instant(event.saidAt());
        row.text(event.actor());
        row.text(event.field());
        row.text(event.from());
        row.text(event.to());
        row.same(event.from(), event.before());
        row.same(event.to(), event.after());
        row.notes(event.notes());
        return row.row();
    }

    /** @param settings for a line that an earlier version staged as it came */
    public static SourceEvent event(String json, long line, ImportSettings settings) {
        if (!isTyped(json)) return SourceEvent.of(SourceLine.read(json), settings, line);
        var row = new RowReader(json);
        var item = row.required();
        var seq = row.number();
        var at = Objects.requireNonNull(row.instant());
        var saidAt = Objects.requireNonNull(row.instant());
        var actor = row.text();
        var field = row.required();
        var from = row.text();
        var to = row.text();
        return new SourceEvent(
                line, item, seq, at, saidAt, actor, field, from, to, row.same(from), row.same(to), row.notes());
    }

    /** A source line is an object, never a list. */
    private static boolean isTyped(String json) {
        return json.startsWith("[");
    }
}
