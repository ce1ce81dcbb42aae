package io.gendan.messaging.rest;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import io.swagger.v3.core.converter.ModelConverters;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.headers.Header;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.IntegerSchema;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.ObjectSchema;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.parameters.HeaderParameter;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springdoc.core.customizers.OperationCustomizer;

import org.springframework.http.HttpStatus;
import org.springframework.web.method.HandlerMethod;

/**
 * What the OpenAPI document says of every route beside its parameters and bodies: who may
 * take it, its headers, and every refusal with its code.
 */
final class ApiDocument implements OperationCustomizer, OpenApiCustomizer {

	static final String TOKEN = "token";

	private static final String PROBLEM = "Problem";

	private static final String CONTROLLER = "Controller";

	private final RouteRoles roles = new RouteRoles();

	private final ProblemTexts texts = new ProblemTexts();

	@Override
	public void customise(OpenAPI document) {
		ModelConverters.getInstance().readAll(Problem.class).forEach(document.getComponents()::addSchemas);
		document.getComponents()
			.addSecuritySchemes(TOKEN,
					new SecurityScheme().type(SecurityScheme.Type.HTTP)
						.scheme("bearer")
						.bearerFormat("JWT")
						.description("An access token of the company's identity provider with the caller's roles"));
	}

	@Override
	public Operation customize(Operation operation, HandlerMethod route) {
		if (!Admission.isOurs(route)) {
			return operation;
		}
		operation.setOperationId(id(route));
		operation.addSecurityItem(new SecurityRequirement().addList(TOKEN));
		operation.addExtension("x-gendan-roles", List.copyOf(this.roles.of(route.getMethod())));
		if (KnownRefusals.changes(route) && commands(route)) {
			operation.addParametersItem(new HeaderParameter().name(CallResolver.KEY)
				.description("The same request under the same key takes effect once")
				.schema(new StringSchema().maxLength(Bulk.LONGEST_KEY)));
			if (!takes(route, Bulk.class)) {
				operation.addParametersItem(new HeaderParameter().name("If-Match")
					.description("The ETag of what the caller has seen; 412 if it has changed since")
					.schema(new StringSchema()));
			}
		}
		KnownRefusals.of(route)
			.forEach((status, codes) -> operation.getResponses()
				.addApiResponse(Integer.toString(status), response(HttpStatus.valueOf(status), codes)));
		return operation;
	}

	private static String id(HandlerMethod route) {
		String controller = route.getBeanType().getSimpleName();
		String about = controller.endsWith(CONTROLLER)
				? controller.substring(0, controller.length() - CONTROLLER.length()) : controller;
		return about.substring(0, 1).toLowerCase(Locale.ROOT) + about.substring(1) + "_" + route.getMethod().getName();
	}

	/** Keys and versions hold for what goes through the edge of a stage. */
	private static boolean commands(HandlerMethod route) {
		return takes(route, Call.class) && Arrays.stream(route.getBeanType().getDeclaredFields())
			.anyMatch((field) -> field.getType() == StageEdge.class);
	}

	private static boolean takes(HandlerMethod route, Class<?> type) {
		return Arrays.stream(route.getMethodParameters()).anyMatch((parameter) -> parameter.getParameterType() == type);
	}

	private ApiResponse response(HttpStatus status, Set<String> codes) {
		String told = codes.stream()
			.map((code) -> "- `%s`: %s".formatted(code, this.texts.of(code, Map.of()).get("en")))
			.collect(Collectors.joining("\n", status.getReasonPhrase() + ", for one of these reasons:\n", ""));
		Schema<?> problem = new Schema<>()
			.allOf(List.of(new Schema<>().$ref("#/components/schemas/" + PROBLEM), code(codes)));
		ApiResponse response = new ApiResponse().description(told)
			.content(new Content().addMediaType("application/problem+json", new MediaType().schema(problem)));
		if (status == HttpStatus.SERVICE_UNAVAILABLE) {
			response.addHeaderObject("Retry-After",
					new Header().description("Seconds to wait").schema(new IntegerSchema()));
		}
		return response;
	}

	private static Schema<?> code(Set<String> codes) {
		StringSchema code = new StringSchema();
		codes.forEach(code::addEnumItem);
		return new ObjectSchema().addProperty("code", code);
	}

}
