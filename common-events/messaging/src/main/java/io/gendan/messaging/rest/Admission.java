package io.gendan.messaging.rest;

import java.util.LinkedHashSet;
import java.util.Set;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;

/**
 * Admits callers to routes before anything of the request is read, and remembers in which
 * of their roles: what they do is done in those roles only. A route that declares
 * nobody is for nobody.
 */
final class Admission implements HandlerInterceptor {

	private static final String ADMITTED = Admission.class.getName();

	private static final String OURS = "io.gendan.";

	private final RouteRoles routes = new RouteRoles();

	/**
	 * In which roles the caller of a request was admitted.
	 * @param request a request
	 * @return roles in the order of the token, never empty on a route of ours
	 */
	@SuppressWarnings("unchecked")
	static Set<String> roles(HttpServletRequest request) {
		return (request.getAttribute(ADMITTED) instanceof Set<?> roles) ? (Set<String>) roles : Set.of();
	}

	static boolean isOurs(HandlerMethod route) {
		return route.getBeanType().getName().startsWith(OURS);
	}

	@Override
	public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
		if (handler instanceof HandlerMethod route && isOurs(route)) {
			Set<String> admitted = admitted(this.routes.of(route.getMethod()));
			if (admitted.isEmpty()) {
				throw new AccessDeniedException("No role of the caller may take this route");
			}
			request.setAttribute(ADMITTED, admitted);
		}
		return true;
	}

	private static Set<String> admitted(Set<String> declared) {
		Set<String> admitted = new LinkedHashSet<>();
		Authentication caller = SecurityContextHolder.getContext().getAuthentication();
		if (caller != null) {
			for (GrantedAuthority authority : caller.getAuthorities()) {
				String name = String.valueOf(authority.getAuthority());
				boolean role = name.startsWith(TokenClaims.ROLE);
				String plain = role ? name.substring(TokenClaims.ROLE.length()) : name;
				// A role that is called like a grant is none.
				if (declared.contains(plain) && role != plain.contains(":")) {
					admitted.add(role ? plain : TokenClaims.INTEGRATION);
				}
			}
		}
		return admitted;
	}

}
