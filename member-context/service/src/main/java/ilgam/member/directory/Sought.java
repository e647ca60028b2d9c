package ilgam.member.directory;

import java.util.HashMap;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import ilgam.member.profile.NameSearch;

/**
 * Whom a list is to show.
 *
 * @param name what their name has, if that matters
 * @param active those who are here, or those who left
 * @param account only those with an account, or only those without, or both
 */
public record Sought(
        @Nullable NameSearch name, boolean active, @Nullable Boolean account) {

    /** Whoever was merged or erased is in no list. The initials are cheaper to look through than the expression. */
    String condition() {
        return "where m.active = :active and m.merged_into is null and not m.erased"
                + (account == null ? "" : " and m.account = :account")
                + (name == null ? "" : " and p.initials like :initials and p.search_name ~ :expression")
                + '\n';
    }

    Map<String, Object> parameters() {
        var parameters = new HashMap<String, Object>();
        parameters.put("active", active);
        if (account != null) parameters.put("account", account);
        if (name != null) {
            parameters.put("initials", name.initials());
            parameters.put("expression", name.expression());
        }
        return parameters;
    }
}
