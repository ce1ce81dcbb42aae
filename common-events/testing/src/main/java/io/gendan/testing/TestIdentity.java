package io.gendan.testing;

import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import io.gendan.stage.Privacy;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.core.env.Environment;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;

/**
 * Stands in for the identity provider: signs tokens, and lets the application trust them.
 */
@TestConfiguration(proxyBeanMethods = false)
public class TestIdentity {

	private static final RSAKey KEY = newKey();

	/**
	 * A signed token of somebody who may act for every customer.
	 * @param user user id
	 * @param roles roles
	 * @return compact JWT, good for an hour
	 */
	public static String token(String user, String... roles) {
		return token(user, Map.of("roles", List.of(roles), "customers", List.of("*")));
	}

	/**
	 * A signed token.
	 * @param user user id
	 * @param claims what else it says; without {@code exp} it is good for an hour
	 * @return compact JWT
	 */
	public static String token(String user, Map<String, ?> claims) {
		try {
			JWTClaimsSet.Builder content = new JWTClaimsSet.Builder().subject(user)
				.expirationTime(Date.from(Instant.now().plusSeconds(3600)));
			claims.forEach(content::claim);
			SignedJWT token = new SignedJWT(new JWSHeader(JWSAlgorithm.RS256), content.build());
			token.sign(new RSASSASigner(KEY));
			return token.serialize();
		}
		catch (JOSEException ex) {
			throw new IllegalStateException(ex);
		}
	}

	@Bean
	JwtDecoder testJwtDecoder() throws JOSEException {
		return NimbusJwtDecoder.withPublicKey(KEY.toRSAPublicKey()).build();
	}

	@Bean(destroyMethod = "close")
	TestSystem testSystem(Environment environment, ObjectProvider<Privacy> privacy) {
		return new TestSystem(environment, privacy);
	}

	private static RSAKey newKey() {
		try {
			return new RSAKeyGenerator(2048).generate();
		}
		catch (JOSEException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
