package ilgam.starter.web;

import io.swagger.v3.core.converter.ModelConverter;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.context.annotation.Bean;

/** How every service describes its API. */
@AutoConfiguration
class ApiDescriptionAutoConfiguration {

    @Bean
    ModelConverter recordSchemas() {
        return new RecordSchemas();
    }
}
