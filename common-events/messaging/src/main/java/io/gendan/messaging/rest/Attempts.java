package io.gendan.messaging.rest;

import java.util.List;

import io.gendan.messaging.access.RefusedAttempt;
import io.gendan.messaging.access.RefusedAttempts;
import io.gendan.stage.Refusal;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/** Records what a request was refused, and to whom. */
final class Attempts {

	private final RefusedAttempts record;

	private final TokenClaims claims;

	Attempts(RefusedAttempts record, TokenClaims claims) {
		this.record = record;
		this.claims = claims;
	}

	/**
	 * Records a refusal of the present request, if it is one that is kept.
	 * @param refusal why, with the number of the order among its facts
	 */
	void refused(Refusal refusal) {
		if (refusal.code().attempt()
				&& RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes present) {
			Object order = refusal.facts().get("order");
			add(present.getRequest(), (order != null) ? order.toString() : null,
					RefusedAttempt.Reason.of(refusal.code()));
		}
	}

	/**
	 * Records that a request was not let in at all.
	 * @param request what was tried
	 * @param reason why it was refused
	 */
	void refused(HttpServletRequest request, RefusedAttempt.Reason reason) {
		add(request, null, reason);
	}

	private void add(HttpServletRequest request, @Nullable String order, RefusedAttempt.Reason reason) {
		Authentication caller = SecurityContextHolder.getContext().getAuthentication();
		Jwt token = (caller instanceof JwtAuthenticationToken known) ? known.getToken() : null;
		String user = (token != null) ? token.getSubject() : null;
		this.record.add(new RefusedAttempt((user != null) ? user : RefusedAttempt.NOBODY,
				(token != null) ? token.getClaimAsString("name") : null,
				(token != null) ? List.copyOf(this.claims.roles(token)) : List.of(), request.getMethod(),
				request.getRequestURI(), order, reason));
	}

}
