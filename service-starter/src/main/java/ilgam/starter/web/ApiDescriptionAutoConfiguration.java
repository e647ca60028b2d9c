package ilgam.starter.web;

import io.swagger.v3.core.converter.ModelConverter;
import io.swagger.v3.oas.models.info.Info;
import org.springdoc.core.customizers.GlobalOpenApiCustomizer;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.context.annotation.Bean;

import ilgam.starter.refusal.Refusals;

/** The API description of every service. */
@AutoConfiguration
class ApiDescriptionAutoConfiguration {

    @Bean
    ModelConverter recordSchemas() {
        return new RecordSchemas();
    }

    @Bean
    GlobalOpenApiCustomizer idempotencyKeys(ObjectProvider<IdempotencyExempt> exempt) {
        return new IdempotencyKeys(exempt.orderedStream().toList());
    }

    @Bean
    OpenApiCustomizer whoseApiItIs(@Value("${spring.application.name:service}") String name) {
        return api -> api.setInfo(new Info().title(name).version("1"));
    }

    @Bean
    OpenApiCustomizer presentFields() {
        return new PresentFields();
    }

    @Bean
    OpenApiCustomizer describedRefusals(ObjectProvider<Refusals> ofTheService) {
        return new DescribedRefusals(ofTheService.orderedStream());
    }
}
