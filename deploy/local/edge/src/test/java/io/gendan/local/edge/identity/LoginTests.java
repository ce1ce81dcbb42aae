package io.gendan.local.edge.identity;

import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import com.nimbusds.jwt.SignedJWT;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

import static org.assertj.core.api.Assertions.assertThat;

/** A person logs in with a browser: at the form, by authorization code with PKCE. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
class LoginTests {

	private static final String BACK = "http://localhost:8080/desk/login";

	private static final String VERIFIER = "a-verifier-that-only-the-browser-knows-until-it-asks";

	@TempDir
	private static Path directory;

	private final HttpClient browser = HttpClient.newBuilder().cookieHandler(new CookieManager()).build();

	@LocalServerPort
	private int port;

	@DynamicPropertySource
	static void settings(DynamicPropertyRegistry settings) {
		settings.add("gendan.idp.key-file", () -> directory.resolve("key.json").toString());
	}

	@Test
	void whoLogsInAtTheFormGetsATokenWithNameAndRole() throws Exception {
		var answer = exchange(code(), VERIFIER);
		assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
		var claims = SignedJWT.parse(found("\"access_token\":\"([^\"]+)", answer.body())).getJWTClaimsSet();
		assertThat(claims.getSubject()).isEqualTo("wang.sales-manager");
		assertThat(claims.getStringListClaim("roles")).containsExactly("sales-manager");
		assertThat(answer.body()).contains("id_token");
	}

	@Test
	void aCodeIsGoodForItsBrowserAloneAndOnce() throws Exception {
		var code = code();
		assertThat(exchange(code, VERIFIER.toUpperCase(Locale.ROOT)).statusCode()).isEqualTo(400);
		code = code();
		assertThat(exchange(code, VERIFIER).statusCode()).isEqualTo(200);
		assertThat(exchange(code, VERIFIER).statusCode()).isEqualTo(400);
	}

	@Test
	void aWrongPasswordLeadsBackToTheForm() throws Exception {
		get(authorize(Map.of()));
		assertThat(location(login("guess"))).endsWith("/login?error");
	}

	@Test
	void aLoginIsSentToKnownAddressesOnly() throws Exception {
		var elsewhere = get(authorize(Map.of("redirect_uri", "http://elsewhere.example/")));
		assertThat(elsewhere.statusCode()).isEqualTo(400);
		assertThat(elsewhere.headers().firstValue("Location")).isEmpty();
	}

	@Test
	void withoutAChallengeThereIsNoCode() throws Exception {
		var refused = get(authorize(Map.of("code_challenge", "", "code_challenge_method", "")));
		assertThat(location(refused)).startsWith(BACK).contains("error=invalid_request").doesNotContain("code=");
	}

	private String code() throws Exception {
		var asked = get(authorize(Map.of()));
		if (location(asked).endsWith("/login")) {
			asked = get(location(login(DemoUser.PASSWORD)));
		}
		assertThat(location(asked)).startsWith(BACK).contains("state=mine");
		return found("code=([^&]+)", location(asked));
	}

	private HttpResponse<String> login(String password) throws Exception {
		var csrf = found("name=\"_csrf\"[^>]*value=\"([^\"]+)", get(address("/login")).body());
		return post("/login", Map.of("username", "wang.sales-manager", "password", password, "_csrf", csrf));
	}

	private HttpResponse<String> exchange(String code, String verifier) throws Exception {
		return post("/oauth2/token", Map.of("grant_type", "authorization_code", "client_id", "browser", "redirect_uri",
				BACK, "code", code, "code_verifier", verifier));
	}

	private String authorize(Map<String, String> changes) throws Exception {
		var challenge = MessageDigest.getInstance("SHA-256").digest(VERIFIER.getBytes(StandardCharsets.US_ASCII));
		var question = new TreeMap<>(Map.of("response_type", "code", "client_id", "browser", "redirect_uri", BACK,
				"scope", "openid profile", "state", "mine", "code_challenge",
				Base64.getUrlEncoder().withoutPadding().encodeToString(challenge), "code_challenge_method", "S256"));
		question.putAll(changes);
		question.values().removeIf(String::isEmpty);
		return address("/oauth2/authorize?" + form(question));
	}

	private HttpResponse<String> get(String address) throws Exception {
		return send(HttpRequest.newBuilder(URI.create(address)).header("Accept", "text/html"));
	}

	private HttpResponse<String> post(String path, Map<String, String> fields) throws Exception {
		return send(HttpRequest.newBuilder(URI.create(address(path)))
			.header("Content-Type", "application/x-www-form-urlencoded")
			.POST(HttpRequest.BodyPublishers.ofString(form(fields))));
	}

	private HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
		return this.browser.send(request.build(), HttpResponse.BodyHandlers.ofString());
	}

	private String address(String path) {
		return "http://127.0.0.1:" + this.port + path;
	}

	private static String location(HttpResponse<String> answer) {
		return answer.headers().firstValue("Location").orElseThrow(() -> new AssertionError(answer + answer.body()));
	}

	private static String form(Map<String, String> fields) {
		return fields.entrySet()
			.stream()
			.map((field) -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
			.collect(Collectors.joining("&"));
	}

	private static String found(String pattern, String text) {
		var matcher = Pattern.compile(pattern).matcher(text);
		assertThat(matcher.find()).as("%s in %s", pattern, text).isTrue();
		return matcher.group(1);
	}

}
