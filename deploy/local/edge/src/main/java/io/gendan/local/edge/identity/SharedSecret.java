package io.gendan.local.edge.identity;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;

import org.jspecify.annotations.Nullable;

import org.springframework.security.crypto.password.PasswordEncoder;

/**
 * Compares the demo secret as it is: everybody knows it, so hashing it would only cost
 * time.
 */
final class SharedSecret implements PasswordEncoder {

	@Override
	public @Nullable String encode(@Nullable CharSequence raw) {
		return (raw != null) ? raw.toString() : null;
	}

	@Override
	public boolean matches(@Nullable CharSequence raw, @Nullable String kept) {
		return raw != null && kept != null && MessageDigest.isEqual(raw.toString().getBytes(StandardCharsets.UTF_8),
				kept.getBytes(StandardCharsets.UTF_8));
	}

}
