package ilgam.starter.forms;

import org.axonframework.serialization.jackson3.Jackson3SerializerCustomizer;
import org.axonframework.springboot.autoconfig.AxonAutoConfiguration;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.context.annotation.Bean;
import tools.jackson.databind.DeserializationFeature;

/** Serialisation of events. */
@AutoConfiguration(before = AxonAutoConfiguration.class)
class FormsAutoConfiguration {

    @Bean
    StoredForms storedForms(ObjectProvider<FormChange> changes) {
        return new StoredForms(changes.orderedStream().toList());
    }

    /** Tolerates missing and unknown fields, so that events written before or after a field existed load. */
    @Bean
    Jackson3SerializerCustomizer eventsOutliveTheirClasses() {
        return mapper -> mapper.disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
                .addHandler(new UnknownConstants())
                .setDefaultTyping(new SealedTypes());
    }
}
