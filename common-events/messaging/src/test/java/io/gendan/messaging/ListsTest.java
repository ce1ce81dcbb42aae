package io.gendan.messaging;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.zip.ZipFile;

import io.gendan.contract.review.ReviewOpened;
import io.gendan.testing.Answer;
import io.gendan.testing.Caller;
import io.gendan.testing.GendanIntegrationTest;
import io.gendan.testing.TestSystem;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Lists are filtered, sorted, searched, paged, and exported exactly as filtered.
 */
@GendanIntegrationTest
class ListsTest {

	private static final String ALL = "/api/small?search=LIST-";

	private static final int ORDERS = 7;

	@Autowired
	TestSystem system;

	private Caller manager;

	@BeforeEach
	void fill() {
		this.manager = this.system.as("wang", "sales-manager");
		if (items(ALL).isEmpty()) {
			IntStream.range(0, ORDERS).mapToObj((i) -> "LIST-" + i).forEach((order) -> {
				this.system.publish(Orders.placed(order));
				this.system.await(order, ReviewOpened.class);
				Answer noted = this.manager.post("/api/small/" + order + "/note",
						Map.of("text", "=cmd|' /C calc'!A" + order.charAt(5) % 3));
				assertThat(noted.status()).as(noted.text()).isEqualTo(200);
			});
			assertThat(this.manager.post("/api/small/LIST-2/approve", "").status()).isEqualTo(200);
		}
	}

	@Test
	void severalValuesOfAColumnAreTaken() {
		assertThat(items(ALL + "&state=APPROVED")).containsExactly("LIST-2");
		assertThat(items(ALL + "&state=APPROVED&state=OPEN")).hasSize(ORDERS);
		assertThat(this.manager.get("/api/small?search=a&search=b").body().path("code").asString())
			.isEqualTo("PARAMETER_INVALID");
	}

	@Test
	void pagesFollowOneAnotherInAnyOrder() {
		for (String sort : List.of("number", "-number", "notes", "-notes", "dueAt", "-dueAt")) {
			List<String> all = new ArrayList<>();
			String after = "";
			do {
				JsonNode page = this.manager.get(ALL + "&limit=2&sort=" + sort + after).body();
				all.addAll(page.path("items").findValuesAsString("order"));
				after = page.path("next").isString() ? "&after=" + page.path("next").asString() : "";
			}
			while (!after.isEmpty());
			assertThat(all).as(sort).isEqualTo(items(ALL + "&sort=" + sort)).hasSize(ORDERS).doesNotHaveDuplicates();
		}
		assertThat(items(ALL + "&sort=-number")).first().isEqualTo("LIST-6");
	}

	@ParameterizedTest
	@CsvSource(textBlock = """
			sort=amount,                  sort,       VALUE_UNKNOWN
			sort=confirmed,               sort,       VALUE_UNKNOWN
			sort=,                        sort,       VALUE_UNKNOWN
			sort=notes&after=LIST-1,      after,      CURSOR_UNKNOWN
			sort=notes&after=WzEsMiwzXQ,  after,      CURSOR_UNKNOWN
			format=pdf,                   format,     VALUE_UNKNOWN
			state=%24ne,                  state,      VALUE_UNKNOWN
			dueAt.from=yesterday,         dueAt.from, VALUE_INVALID
			dueAt.from=2026-99-99,        dueAt.from, VALUE_INVALID
			dueAt.to=2026-11-27T08:00,    dueAt.to,   VALUE_INVALID
			search=%20,                   search,     REQUIRED
			sort=state,                   sort,       VALUE_UNKNOWN
			limit=501,                    limit,      NUMBER_OUT_OF_RANGE
			""")
	void whatIsNotUnderstoodIsRefusedAtItsPlace(String query, String field, String code) {
		Answer answer = this.manager.get("/api/small?" + query);
		assertThat(answer.status()).as(answer.text()).isEqualTo(400);
		assertThat(answer.body().path("errors").path(0).path("field").asString()).isEqualTo(field);
		assertThat(answer.body().path("errors").path(0).path("code").asString()).isEqualTo(code);
	}

	@Test
	void aCursorHoldsForItsOwnQuestionOnly() {
		String next = this.manager.get(ALL + "&sort=notes&limit=2").body().path("next").asString();
		assertThat(this.manager.get(ALL + "&sort=notes&limit=2&after=" + next).status()).isEqualTo(200);
		assertThat(this.manager.get(ALL + "&sort=-notes&limit=2&after=" + next).status()).isEqualTo(400);
		assertThat(this.manager.get(ALL + "&state=OPEN&sort=notes&after=" + next).status()).isEqualTo(400);
	}

	@Test
	void unknownParametersAreRefusedAndTheKnownOnesNamed() {
		for (String query : List.of("state.from=A", "state%5B%24ne%5D=A", "nots=1", "notes.to=1")) {
			Answer answer = this.manager.get("/api/small?" + query);
			assertThat(answer.status()).isEqualTo(400);
			assertThat(answer.body().path("code").asString()).isEqualTo("PARAMETER_UNKNOWN");
			assertThat(answer.text()).contains("dueAt.from", "search", "sort", "format");
		}
	}

	@Test
	void rangesHoldTheirEnds() {
		assertThat(items(ALL + "&dueAt.from=2000-01-01&dueAt.to=2999-12")).hasSize(ORDERS);
		assertThat(items(ALL + "&dueAt.to=2000-01-01")).isEmpty();
	}

	@Test
	void instantsAreComparedInUtcWithWhateverOffsetTheyCome() {
		Instant due = Instant.parse(this.manager.get(ALL + "&limit=1").body().at("/items/0/dueAt").asString());
		String there = due.atOffset(ZoneOffset.ofHours(8)).toString().replace("+", "%2B");
		assertThat(items(ALL + "&dueAt.from=" + there + "&dueAt.to=" + there)).contains("LIST-0");
		String later = due.plusSeconds(1).atOffset(ZoneOffset.ofHours(8)).toString().replace("+", "%2B");
		assertThat(items("/api/small?search=LIST-0&dueAt.from=" + later)).isEmpty();
	}

	@Test
	void nobodyFindsWhoEnteredAnOrderByTyping() {
		assertThat(items("/api/small?search=li")).isEmpty();
	}

	@Test
	void anExportHasTheRowsOfTheListAndRunsNothing() {
		String query = ALL + "&state=OPEN&sort=-number";
		Answer csv = this.manager.get(query + "&format=csv&limit=1", "Accept", "text/csv");
		assertThat(csv.headers().firstValue("Content-Type")).hasValue("text/csv;charset=UTF-8");
		assertThat(csv.headers().firstValue("Content-Disposition").orElseThrow()).contains("attachment", ".csv");
		assertThat(csv.text()).startsWith("\uFEFForder,state,confirmed,notes,dueAt");
		List<String> lines = csv.text().lines().skip(1).toList();
		assertThat(lines).hasSize(ORDERS - 1);
		assertThat(lines).extracting((line) -> line.substring(0, 6)).isEqualTo(items(query));
		assertThat(lines).allSatisfy((line) -> assertThat(line).contains("'=cmd|"));
	}

	@Test
	void aWorkbookHasTheRowsOfTheList(@TempDir Path folder) throws IOException {
		Path book = Files.write(folder.resolve("list.xlsx"), this.manager.download(ALL + "&format=xlsx"));
		try (ZipFile zip = new ZipFile(book.toFile())) {
			InputStream sheet = zip.getInputStream(zip.getEntry("xl/worksheets/sheet1.xml"));
			assertThat(new String(sheet.readAllBytes(), StandardCharsets.UTF_8)).contains("LIST-0", "LIST-6", "=cmd|")
				.doesNotContain("<f>");
		}
	}

	private List<String> items(String path) {
		Answer answer = this.manager.get(path);
		assertThat(answer.status()).as(answer.text()).isEqualTo(200);
		return answer.body().path("items").findValuesAsString("order");
	}

}
