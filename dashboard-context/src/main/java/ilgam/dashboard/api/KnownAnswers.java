package ilgam.dashboard.api;

import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.filter.ShallowEtagHeaderFilter;

/** Answers are tagged by their content, so that what a client knows already is not sent again. */
@Configuration(proxyBeanMethods = false)
class KnownAnswers {

    @Bean
    FilterRegistrationBean<ShallowEtagHeaderFilter> dashboardTags() {
        var registration = new FilterRegistrationBean<>(new ShallowEtagHeaderFilter());
        registration.addUrlPatterns("/api/dashboard/*");
        return registration;
    }
}
