package io.gendan.local.edge.identity;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * How the identity provider presents itself.
 *
 * @param issuer what tokens name as their issuer
 * @param keyFile where the signing key is kept; made on the first start
 * @param tokenLifetime how long an access token is valid
 * @param redirectUris where the login form may send a browser back to
 */
@ConfigurationProperties("gendan.idp")
public record IdentitySettings(URI issuer, Path keyFile, Duration tokenLifetime, List<String> redirectUris) {
}
