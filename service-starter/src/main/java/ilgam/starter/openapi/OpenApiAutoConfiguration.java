package ilgam.starter.openapi;

import io.swagger.v3.oas.models.OpenAPI;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.context.annotation.Bean;

import ilgam.starter.security.PublicPaths;

/** What every service says of its operations. */
@AutoConfiguration(afterName = "ilgam.starter.web.ApiDescriptionAutoConfiguration")
class OpenApiAutoConfiguration {

    private static final String OPERATIONS = "Operations";

    @Bean
    OpenApiCustomizer commonParameters() {
        return new CommonParameters();
    }

    @Bean
    OpenApiCustomizer bodyExamples() {
        return new BodyExamples();
    }

    @Bean
    OpenApiCustomizer orderedTags(ObjectProvider<ApiTags> tags) {
        return (OpenAPI api) -> api.setTags(tags.getIfAvailable(ApiTags::none)
                .and(
                        OPERATIONS,
                        "What those who run the system look after: projections, dead letters, mails and health.")
                .all());
    }

    @Bean
    OperationRefusals operationRefusals(ObjectProvider<PublicPaths> open) {
        return new OperationRefusals(open.orderedStream().toList());
    }
}
