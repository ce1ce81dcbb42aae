package io.gendan.messaging.rest;

import java.time.Clock;
import java.time.Duration;
import java.util.List;

import io.gendan.contract.Personal;
import io.gendan.messaging.ListAnswer;
import io.gendan.messaging.OrderPage;
import io.gendan.messaging.access.RefusedAttempts;
import io.gendan.messaging.budget.SharedGate;
import io.gendan.messaging.privacy.PersonalView;
import io.gendan.stage.Stage;
import io.micrometer.core.instrument.MeterRegistry;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.servers.Server;
import org.springdoc.core.utils.SpringDocUtils;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.http.converter.autoconfigure.ServerHttpMessageConvertersCustomizer;
import org.springframework.boot.jackson.autoconfigure.JsonMapperBuilderCustomizer;
import org.springframework.boot.security.oauth2.server.resource.autoconfigure.JwkSetUriJwtDecoderBuilderCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.data.mongodb.MongoDatabaseFactory;
import org.springframework.http.converter.ByteArrayHttpMessageConverter;
import org.springframework.http.converter.ResourceHttpMessageConverter;
import org.springframework.http.converter.StringHttpMessageConverter;
import org.springframework.http.converter.json.JacksonJsonHttpMessageConverter;
import org.springframework.security.config.annotation.method.configuration.EnableMethodSecurity;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationConverter;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.util.unit.DataSize;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * Wires the edge of a service: everything needs a token but {@code /livez},
 * {@code /readyz} and the OpenAPI document, and on the port of the actuator health, info
 * and metrics.
 */
@Configuration(proxyBeanMethods = false)
@EnableMethodSecurity
@EnableConfigurationProperties(SecuritySettings.class)
@Import({ ProblemAdvice.class, DeadLetterController.class, ReplayController.class, AccessRefusalController.class,
		Fingerprints.class })
public class EdgeConfiguration {

	private static final List<Class<?>> CONVERTERS = List.of(JacksonJsonHttpMessageConverter.class,
			StringHttpMessageConverter.class, ByteArrayHttpMessageConverter.class, ResourceHttpMessageConverter.class);

	static {
		SpringDocUtils.getConfig().addRequestWrapperToIgnore(Call.class, ListQuery.class);
		SpringDocUtils.getConfig().replaceWithClass(ListAnswer.class, OrderPage.class);
		SpringDocUtils.getConfig().replaceWithClass(Personal.class, String.class);
		SpringDocUtils.getConfig().replaceWithClass(EventData.class, Object.class);
	}

	@Bean
	Attempts attempts(RefusedAttempts attempts, TokenClaims claims) {
		return new Attempts(attempts, claims);
	}

	@Bean
	Problems problems(MeterRegistry registry, Attempts attempts) {
		return new Problems(new ProblemTexts(), registry, attempts::refused);
	}

	@Bean
	TokenClaims tokenClaims(SecuritySettings settings) {
		return new TokenClaims(settings);
	}

	@Bean
	RefusedAttempts refusedAttempts(MongoDatabaseFactory mongo, SecuritySettings settings, Clock clock,
			MeterRegistry registry) {
		return new RefusedAttempts(mongo.getMongoDatabase().getCollection(RefusedAttempts.COLLECTION),
				settings.refusalsKept(), clock, registry);
	}

	@Bean
	AccessProblems accessProblems(Problems problems, Attempts attempts, JsonMapper json) {
		return new AccessProblems(problems, attempts, json);
	}

	@Bean
	JsonMapperBuilderCustomizer exactTypes() {
		return BodyTypes::apply;
	}

	@Bean
	JsonMapperBuilderCustomizer personalTexts(ObjectProvider<PersonalView> view) {
		return (json) -> json.addModule(PersonalJson.of(view::getObject));
	}

	@Bean
	JwkSetUriJwtDecoderBuilderCustomizer keyRequests() {
		return (decoder) -> decoder.restOperations(new KeyRequests());
	}

	@Bean
	@Order(0)
	BodyLimit bodyLimit(@Value("${gendan.http.max-body:2MB}") DataSize limit,
			@Value("${gendan.http.body-time:30s}") Duration time) {
		return new BodyLimit(limit.toBytes(), time);
	}

	/** Whatever else is on the class path: bodies and answers are JSON. */
	@Bean
	ServerHttpMessageConvertersCustomizer jsonOnly(ListFiles files) {
		return (converters) -> converters.configureMessageConvertersList((list) -> {
			list.removeIf((converter) -> CONVERTERS.stream().noneMatch((kept) -> kept.isInstance(converter)));
			list.addFirst(files);
		});
	}

	@Bean
	ListFiles listFiles(ObjectProvider<PersonalView> view, @Value("${gendan.http.exports:2}") int atATime) {
		return new ListFiles(view::getObject, atATime);
	}

	@Bean
	ListQueries listQueries(List<Stage<?, ?, ?>> stages) {
		return new ListQueries(stages);
	}

	@Bean
	ApiDocument apiDocument() {
		return new ApiDocument();
	}

	/** As seen from outside: by default where the document itself was read. */
	@Bean
	OpenAPI openApi(@Value("${spring.application.name:gendan}") String name,
			@Value("${gendan.http.public-address:/}") String address) {
		return new OpenAPI().info(new Info().title("Gendan " + name).version("1"))
			.servers(List.of(new Server().url(address)));
	}

	@Bean
	WebMvcConfigurer calls(TokenClaims claims, ListQueries lists, SharedGate bodies,
			@Value("${gendan.http.max-body:2MB}") DataSize limit) {
		return new WebMvcConfigurer() {

			@Override
			public void addInterceptors(InterceptorRegistry interceptors) {
				interceptors.addInterceptor(new Admission()).order(Ordered.HIGHEST_PRECEDENCE);
				interceptors.addInterceptor(new QueryCheck(lists)).order(Ordered.HIGHEST_PRECEDENCE);
				interceptors.addInterceptor(new PathCheck()).order(Ordered.HIGHEST_PRECEDENCE);
				interceptors.addInterceptor(new JsonAnswers()).order(Ordered.HIGHEST_PRECEDENCE);
				interceptors.addInterceptor(new BodyTurns(bodies, limit.toBytes())).order(Ordered.HIGHEST_PRECEDENCE);
			}

			@Override
			public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
				resolvers.add(new CallResolver(claims));
				resolvers.add(lists);
			}

		};
	}

	@Bean
	SecurityFilterChain gendanSecurity(HttpSecurity http, AccessProblems access, JwtDecoder decoder, TokenClaims claims,
			SecuritySettings settings) {
		JwtDecoder tokens = new CheckedTokens(decoder, new TokenCheck(settings, Clock.systemUTC()), Clock.systemUTC());
		return http.csrf((csrf) -> csrf.disable())
			.sessionManagement((session) -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
			.requestCache((cache) -> cache.disable())
			.logout((logout) -> logout.disable())
			.authorizeHttpRequests((requests) -> requests
				.requestMatchers("/actuator/health/**", "/actuator/info", "/actuator/prometheus", "/livez", "/readyz",
						"/v3/api-docs/**")
				.permitAll()
				.anyRequest()
				.authenticated())
			.oauth2ResourceServer((server) -> server.authenticationEntryPoint(access)
				.accessDeniedHandler(access)
				.jwt((jwt) -> jwt.decoder(tokens).jwtAuthenticationConverter(caller(claims))))
			.exceptionHandling((handling) -> handling.authenticationEntryPoint(access).accessDeniedHandler(access))
			.build();
	}

	private static JwtAuthenticationConverter caller(TokenClaims claims) {
		JwtAuthenticationConverter converter = new JwtAuthenticationConverter();
		converter.setJwtGrantedAuthoritiesConverter(claims::authorities);
		return converter;
	}

}
