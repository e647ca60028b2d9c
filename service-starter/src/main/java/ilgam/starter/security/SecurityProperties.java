package ilgam.starter.security;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.core.io.Resource;

/**
 * Whose tokens count, and who may use the internal paths.
 *
 * @param serviceKey the secret of gateway and services; without one the internal paths do not exist
 */
@ConfigurationProperties("ilgam")
record SecurityProperties(
        @DefaultValue Security security, @Nullable String serviceKey) {

    /**
     * The token's signature.
     *
     * @param publicKey EC P-256, PEM
     */
    record Security(@Nullable Resource publicKey) {}
}
