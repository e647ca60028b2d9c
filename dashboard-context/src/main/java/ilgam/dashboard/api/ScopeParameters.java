package ilgam.dashboard.api;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Schema;

/** Documents the parameters that every figure takes. */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@Parameter(
        name = "project",
        in = ParameterIn.QUERY,
        description = "Keys of projects, repeated or with commas; all that you can see when left out",
        array = @ArraySchema(schema = @Schema(type = "string", example = "WEB")))
@Parameter(
        name = "member",
        in = ParameterIn.QUERY,
        description =
                "Only work assigned to this member: an id, or 'me'. Those of others are for managers and the leads of their teams",
        schema = @Schema(type = "string"))
@Parameter(
        name = "team",
        in = ParameterIn.QUERY,
        description =
                "Only work assigned to somebody who belongs to this team then. While fewer than three do, these are"
                        + " persons' figures: only managers and the team's leads see them",
        schema = @Schema(type = "string", format = "uuid"))
@Parameter(
        name = "kind",
        in = ParameterIn.QUERY,
        description = "Only work of this kind",
        schema =
                @Schema(
                        type = "string",
                        allowableValues = {"task", "issue"}))
@Parameter(
        name = "at",
        in = ParameterIn.QUERY,
        description = "As of this instant; now when left out",
        schema = @Schema(type = "string", format = "date-time"))
@Parameter(
        name = "tz",
        in = ParameterIn.QUERY,
        description =
                "The IANA time zone in which days start. Left out, periods start in the company's then, and what is"
                        + " due goes by that of the assignee's work cycle, or else the company's",
        schema = @Schema(type = "string", example = "Asia/Seoul"))
@interface ScopeParameters {}
