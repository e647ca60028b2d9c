package ilgam.dashboard.api;

import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.filter.ShallowEtagHeaderFilter;

/** Gives responses an entity tag of their content, so that a client does not receive a known response again. */
@Configuration(proxyBeanMethods = false)
class KnownAnswers {

    @Bean
    FilterRegistrationBean<ShallowEtagHeaderFilter> dashboardTags() {
        var registration = new FilterRegistrationBean<>(new ShallowEtagHeaderFilter());
        registration.addUrlPatterns("/api/dashboard/*");
        return registration;
    }
}
