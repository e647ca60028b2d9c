package ilgam.work.api;

import java.util.Set;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

import ilgam.starter.security.Caller;
import ilgam.work.mywork.MyWork;
import ilgam.work.mywork.MyWorkView;

/** A member's own work. */
@RestController
@Tag(name = "My work")
class MyWorkReads {

    private static final Set<String> PARAMETERS = Set.of("tz", "cycle");

    private final MyWork myWork;

    MyWorkReads(MyWork myWork) {
        this.myWork = myWork;
    }

    @GetMapping("/api/my-work")
    @Operation(
            operationId = "getMyWork",
            summary = "What the caller has to do, reported, and finished lately",
            description = "Answers what is assigned to the caller, each item in one section by when it is due, what"
                    + " they reported and others do, and what they finished within the last two weeks.")
    MyWorkView myWork(
            @Parameter(
                            description = "The IANA time zone in which days start; left out, that of the caller's work"
                                    + " cycle, or else the company's")
                    @RequestParam(required = false)
                    @Nullable
                    String tz,
            @Parameter(
                            description = "last, this or next: what is due in that work cycle of the caller, and what"
                                    + " they finished in it",
                            schema = @Schema(allowableValues = {"last", "this", "next"}))
                    @RequestParam(required = false)
                    @Nullable
                    String cycle,
            Caller caller,
            HttpServletRequest request) {
        QueryParameters.only(request, PARAMETERS);
        return myWork.of(caller, QueryParameters.zone(tz), QueryParameters.cycle(cycle));
    }
}
