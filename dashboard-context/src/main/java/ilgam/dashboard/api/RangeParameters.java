package ilgam.dashboard.api;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.media.Schema;

/** Documents the parameters of a figure over time. */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@Parameter(
        name = "from",
        in = ParameterIn.QUERY,
        description = "Start of the range, included: an instant, or a date for its start in tz",
        schema = @Schema(type = "string", example = "2026-03-01T00:00:00Z"))
@Parameter(
        name = "to",
        in = ParameterIn.QUERY,
        description = "End of the range, included: an instant, or a date for its end in tz; 'at' when left out",
        schema = @Schema(type = "string", example = "2026-03-31T00:00:00Z"))
@Parameter(
        name = "cycle",
        in = ParameterIn.QUERY,
        description = "Instead of from and to: the caller's last, this or next work cycle",
        schema =
                @Schema(
                        type = "string",
                        allowableValues = {"last", "this", "next"}))
@Parameter(
        name = "step",
        in = ParameterIn.QUERY,
        description = "How far apart points or periods are; weeks start on Monday. At most 5,000 of them",
        schema =
                @Schema(
                        type = "string",
                        allowableValues = {"hour", "day", "week", "month"}))
@interface RangeParameters {}
