package ilgam.member.people.directory;

import java.util.HashMap;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import ilgam.member.people.profile.NameSearch;

/**
 * The filter of a list of people.
 *
 * @param name a part of their name; null for all names
 * @param active active or deactivated people
 * @param account only people with an account, only those without, or both when null
 */
public record Sought(
        @Nullable NameSearch name, boolean active, @Nullable Boolean account) {

    /**
     * Merged and erased people are in no list. Filtering by the initials first is cheaper than by the regular
     * expression.
     */
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
