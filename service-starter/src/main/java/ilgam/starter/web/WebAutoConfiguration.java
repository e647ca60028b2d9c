package ilgam.starter.web;

import java.time.Clock;

import io.micrometer.core.instrument.MeterRegistry;
import org.apache.catalina.core.StandardHost;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.http.converter.autoconfigure.ServerHttpMessageConvertersCustomizer;
import org.springframework.boot.jackson.autoconfigure.JsonMapperBuilderCustomizer;
import org.springframework.boot.tomcat.TomcatContextCustomizer;
import org.springframework.boot.tomcat.TomcatWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.core.Ordered;
import org.springframework.format.FormatterRegistry;
import org.springframework.http.converter.json.JacksonJsonHttpMessageConverter;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.cfg.CoercionAction;
import tools.jackson.databind.cfg.CoercionInputShape;
import tools.jackson.databind.cfg.EnumFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.type.LogicalType;

/** HTTP conventions of all services. */
@AutoConfiguration
@Import(Problems.class)
class WebAutoConfiguration {

    private static final int AFTER_SECURITY = 0;

    @Bean
    FilterRegistrationBean<RequestIds> requestIds() {
        var registration = new FilterRegistrationBean<>(new RequestIds());
        registration.setOrder(Ordered.HIGHEST_PRECEDENCE);
        return registration;
    }

    @Bean
    FilterRegistrationBean<BodyLimit> bodyLimit() {
        var registration = new FilterRegistrationBean<>(new BodyLimit());
        registration.setOrder(Ordered.HIGHEST_PRECEDENCE + 10);
        return registration;
    }

    @Bean
    FilterRegistrationBean<IncomingParameters> incomingParameters() {
        var registration = new FilterRegistrationBean<>(new IncomingParameters());
        registration.setOrder(Ordered.HIGHEST_PRECEDENCE + 5);
        return registration;
    }

    @Bean
    FilterRegistrationBean<UnpackedBodies> unpackedBodies() {
        var registration = new FilterRegistrationBean<>(new UnpackedBodies());
        registration.setOrder(AFTER_SECURITY - 1);
        return registration;
    }

    @Bean
    WebServerFactoryCustomizer<TomcatWebServerFactory> tomcatSpeaksInProblems() {
        TomcatContextCustomizer valve = context -> {
            if (context.getParent() instanceof StandardHost host)
                host.setErrorReportValveClass(ProblemValve.class.getName());
        };
        return factory -> factory.addContextCustomizers(valve);
    }

    @Bean
    FilterRegistrationBean<IdempotencyFilter> idempotency(
            JdbcClient db, Clock clock, ObjectProvider<IdempotencyExempt> exempt, MeterRegistry registry) {
        var registration = new FilterRegistrationBean<>(new IdempotencyFilter(
                new IdempotentRequests(db, clock), exempt.orderedStream().toList(), registry));
        registration.setOrder(AFTER_SECURITY);
        return registration;
    }

    /** Refuses a number for a text, 1.5 for an integer, and a position for a constant of an enum. */
    @Bean
    JsonMapperBuilderCustomizer strictJson() {
        return mapper -> mapper.disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
                .enable(EnumFeature.FAIL_ON_NUMBERS_FOR_ENUMS)
                .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .withCoercionConfig(
                        LogicalType.Textual,
                        texts -> texts.setCoercion(CoercionInputShape.Integer, CoercionAction.Fail)
                                .setCoercion(CoercionInputShape.Float, CoercionAction.Fail)
                                .setCoercion(CoercionInputShape.Boolean, CoercionAction.Fail));
    }

    /** Applies to request bodies alone, because what the database holds must not be refused. */
    @Bean
    ServerHttpMessageConvertersCustomizer storableBodies(JsonMapper json) {
        var reading = json.rebuild().addModule(StorableBody.module()).build();
        return converters -> converters.withJsonConverter(new JacksonJsonHttpMessageConverter(reading));
    }

    @Bean
    WebMvcConfigurer parametersAndConditions() {
        return new WebMvcConfigurer() {

            @Override
            public void addInterceptors(InterceptorRegistry interceptors) {
                interceptors.addInterceptor(new OnlyIfNew());
            }

            @Override
            public void addFormatters(FormatterRegistry formats) {
                formats.addFormatter(new StorableDates());
                formats.addConverter(new ListParameters());
            }
        };
    }
}
