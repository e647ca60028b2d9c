package ilgam.starter.security;

import java.time.Clock;
import java.util.List;

import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.security.autoconfigure.web.servlet.ServletWebSecurityAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.ExceptionTranslationFilter;
import org.springframework.security.web.firewall.RequestRejectedHandler;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** A service answers whoever brings a token that the member context signed, and keeps no session. */
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

    @Bean
    RequestRejectedHandler requestRejectedHandler() {
        return new SecurityProblems();
    }

    @Bean
    SecurityFilterChain securityFilterChain(
            HttpSecurity http, JwtDecoder decoder, SecurityProperties properties, ObjectProvider<PublicPaths> open)
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
                .addFilterBefore(new ServiceKeyFilter(properties.serviceKey()), ExceptionTranslationFilter.class)
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
