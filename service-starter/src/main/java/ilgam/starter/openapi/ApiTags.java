package ilgam.starter.openapi;

import java.util.ArrayList;
import java.util.List;

import io.swagger.v3.oas.models.tags.Tag;

/** The groups of a service's operations, in the order in which one reads them; a service declares them as a bean. */
public record ApiTags(List<Tag> all) {

    public ApiTags {
        all = List.copyOf(all);
    }

    /** None yet. */
    public static ApiTags none() {
        return new ApiTags(List.of());
    }

    /** The same, and this one behind them. */
    public ApiTags and(String name, String description) {
        var more = new ArrayList<>(all);
        more.add(new Tag().name(name).description(description));
        return new ApiTags(more);
    }
}
