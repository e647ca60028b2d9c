package ilgam.dashboard.api;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.media.Schema;

/** Documents the parameter of a figure about finished items. */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@Parameter(
        name = "outcome",
        in = ParameterIn.QUERY,
        description = "'delivered' leaves out items whose resolution says that nothing was delivered, such as"
                + " duplicate or won't fix",
        schema =
                @Schema(
                        type = "string",
                        allowableValues = {"all", "delivered"},
                        defaultValue = "all"))
@interface OutcomeParameter {}
