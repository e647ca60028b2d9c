package ilgam.starter.security;

import java.time.Clock;
import java.util.List;

import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.security.autoconfigure.web.servlet.ServletWebSecurityAutoConfiguration;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.core.Ordered;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.firewall.RequestRejectedHandler;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

import ilgam.management.KnownHosts;

/** Stateless security: a service accepts tokens that the member context signed. */
@AutoConfiguration(before = ServletWebSecurityAutoConfiguration.class)
@EnableConfigurationProperties(SecurityProperties.class)
class SecurityAutoConfiguration {

    static {
        SpringDocUtils.getConfig().addRequestWrapperToIgnore(Caller.class);
    }

    @Bean
    JwtDecoder tokenVerifier(SecurityProperties properties, Clock clock) {
        var pem = properties.security().publicKey();
        if (pem == null) throw new IllegalStateException("ilgam.security.public-key is not set.");
        return new TokenVerifier(TokenVerifier.readPem(pem), clock);
    }

    /** Before all filters that read a request, after those that give it ids and measure it. */
    @Bean
    FilterRegistrationBean<KnownHostsOnly> knownHostsOnly(KnownHosts hosts) {
        var registration = new FilterRegistrationBean<>(new KnownHostsOnly(hosts));
        registration.setOrder(Ordered.HIGHEST_PRECEDENCE + 2);
        return registration;
    }

    @Bean
    FilterRegistrationBean<ServiceKeyFilter> serviceKey(SecurityProperties properties) {
        var key = properties.serviceKey();
        if (key == null || key.isBlank()) throw new IllegalStateException("ilgam.service-key is not set.");
        var registration = new FilterRegistrationBean<>(new ServiceKeyFilter(key));
        registration.setOrder(Ordered.HIGHEST_PRECEDENCE + 3);
        return registration;
    }

    @Bean
    RequestRejectedHandler requestRejectedHandler() {
        return new SecurityProblems();
    }

    @Bean
    SecurityFilterChain securityFilterChain(HttpSecurity http, JwtDecoder decoder, ObjectProvider<PublicPaths> open)
            throws Exception {
        var problems = new SecurityProblems();
        return http.csrf(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .anonymous(AbstractHttpConfigurer::disable)
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .oauth2ResourceServer(resource -> resource.authenticationEntryPoint(problems)
                        .accessDeniedHandler(problems)
                        .jwt(jwt -> jwt.decoder(decoder).jwtAuthenticationConverter(CallerToken::from)))
                .exceptionHandling(
                        failing -> failing.authenticationEntryPoint(problems).accessDeniedHandler(problems))
                .authorizeHttpRequests(rules -> {
                    open.orderedStream()
                            .flatMap(paths -> paths.paths().stream())
                            .forEach(path -> rules.requestMatchers(path.method(), path.pattern())
                                    .permitAll());
                    rules.requestMatchers("/api/**")
                            .access((authentication, context) -> Scopes.decide(authentication, context.getRequest()))
                            .anyRequest()
                            .access((_, _) -> new AuthorizationDecision(true));
                })
                .build();
    }

    @Bean
    WebMvcConfigurer callersAsParameters() {
        return new WebMvcConfigurer() {
            @Override
            public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
                resolvers.add(new Callers());
            }
        };
    }
}
