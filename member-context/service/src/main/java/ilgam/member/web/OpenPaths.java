package ilgam.member.web;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import ilgam.starter.security.PublicPaths;
import ilgam.starter.web.IdempotencyExempt;

/** The paths that need no token, and those whose request bodies are never recorded: log-ins, tokens, passwords. */
@Configuration(proxyBeanMethods = false)
class OpenPaths {

    @Bean
    PublicPaths publicPaths() {
        return PublicPaths.of(
                "GET /api/sign-up",
                "GET /api/invitations/by-token/*",
                "POST /api/members",
                "POST /api/session",
                "POST /api/password-resets",
                "GET /api/password-resets/*",
                "PUT /api/password-resets/*",
                "POST /api/email-confirmations",
                "PUT /api/email-confirmations/*");
    }

    @Bean
    IdempotencyExempt idempotencyExempt() {
        return IdempotencyExempt.of(
                "POST /api/members",
                "POST /api/session",
                "DELETE /api/session",
                "POST /api/password-resets",
                "PUT /api/password-resets/*",
                "POST /api/email-confirmations",
                "PUT /api/email-confirmations/*",
                "POST /api/invitations",
                "POST /api/access-tokens",
                "DELETE /api/access-tokens/*",
                "PUT /api/members/me/password");
    }
}
