package ilgam.work.list;

import java.util.HashMap;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import ilgam.starter.text.Text;

/** The condition that every word is found in an item's texts. A whole key finds its item, too. */
final class TextCondition {

    private static final String OF_KEY = "select k.item_id from item_version k join project kp on kp.id = k.project_id"
            + " where k.to_at = 'infinity' and kp.key = substring(:wholeKey from '^[A-Z][A-Z0-9]+')"
            + " and k.number = cast(substring(:wholeKey from '-([0-9]{1,18})$') as bigint)"
            + " and :wholeKey ~ '^[A-Z][A-Z0-9]+-[0-9]+$'";

    private TextCondition() {}

    /** @param now whether the present texts are searched, which have an index, or those at the instant of the list */
    static Condition of(String text, boolean now) {
        var words = Text.composed(text).strip().split("\\s+");
        var parameters = new HashMap<String, Object>();
        for (int i = 0; i < words.length; i++)
            parameters.put("word" + i, "%" + words[i].replaceAll("([\\\\%_])", "\\\\$1") + "%");
        parameters.put("wholeKey", text.strip().toUpperCase(Locale.ROOT));
        var all = IntStream.range(0, words.length)
                .mapToObj(i -> "sought.text ilike :word" + i)
                .collect(Collectors.joining(" and "));
        var sql = now
                ? "v.item_id in (select sought.item_id from item_text sought where " + all + " union " + OF_KEY + ")"
                : """
                (exists (select 1 from (select normalize(concat_ws(e'\\n', v.title, v.source_key, (
                        select text from item_description i
                        where i.item_id = v.item_id and i.from_at <= :at order by i.from_at desc limit 1)))
                    as text) sought where %s) or v.item_id in (%s))""".formatted(all, OF_KEY);
        return new Condition(sql, parameters);
    }
}
