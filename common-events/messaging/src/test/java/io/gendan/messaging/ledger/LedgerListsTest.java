package io.gendan.messaging.ledger;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import io.gendan.messaging.query.ListFilter;
import io.gendan.messaging.query.ListPosition;
import io.gendan.messaging.query.ListSort;
import io.gendan.stage.Column;
import io.gendan.stage.StreamKind;
import io.gendan.stage.Visibility;
import io.gendan.testing.TestInfrastructure;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** A list is read from its index: what it does not show is not looked at. */
class LedgerListsTest {

	private static final int ORDERS = 3000;

	/** Other tests of this JVM use the same store now and then. */
	private static final int SLACK = 300;

	private static final Instant NOW = Instant.parse("2026-03-02T01:00:00Z");

	private static final MongoClient CLIENT = MongoClients.create(TestInfrastructure.store());

	private static final LookedAt LOOKED = new LookedAt(CLIENT);

	private static final MongoCollection<Document> COLLECTION = CLIENT.getDatabase("lists-" + UUID.randomUUID())
		.getCollection(StreamKind.ORDER.collection());

	private static final LedgerStore STORE = new LedgerStore(COLLECTION, StreamKind.ORDER,
			List.of(Column.text("customer").withIndex(), Column.text("currency"), Column.date("requested").withIndex(),
					Column.number("lines").withIndex()));

	private static final List<ListSort> SORTS = List.of(ListSort.BY_NUMBER, new ListSort(null, true),
			new ListSort("requested", false), new ListSort("requested", true), new ListSort("lines", false),
			new ListSort("lines", true));

	@BeforeAll
	static void fill() {
		STORE.createIndexes();
		List<Document> orders = new ArrayList<>();
		for (int number = 0; number < ORDERS; number++) {
			orders.add(order(number, "L-%05d".formatted(number)));
		}
		COLLECTION.insertMany(orders);
	}

	private static Document order(String id) {
		return order(3, id);
	}

	private static Document order(int number, String id) {
		boolean rare = number % 100 == 99;
		Document summary = new Document("state", rare ? "OPEN" : "DONE").append("customer", rare ? "Li" : "Wang")
			.append("customerId", rare ? "K-1" : "K-2")
			.append("enteredBy", rare ? "li" : "wang");
		summary.append("lines", number % 40);
		if (number % 7 > 0) {
			summary.append("requested", "2026-%02d-%02d".formatted(1 + number % 12, 1 + number % 28));
		}
		Document order = new Document("_id", id).append("version", 1L).append("bytes", 1L).append("summary", summary);
		if (rare) {
			summary.append("sla", "review").append("slaDue", NOW.minusSeconds(number).toString());
			order.append("pendingSince", Date.from(NOW)).append("due", Date.from(NOW));
		}
		return order;
	}

	@AfterAll
	static void close() {
		COLLECTION.drop();
		CLIENT.close();
	}

	@Test
	void aListLooksAtNothingItDoesNotShow() {
		for (Map<String, String> filter : List.of(Map.of("state", "OPEN"), Map.of("customer", "Li"),
				Map.of("customerId", "K-1"), Map.of("enteredBy", "li"), Map.of("sla", "review"),
				Map.of("state", "OPEN", "customer", "Li"), Map.of("state", "NONE"))) {
			assertLooksAtFew(filter, Visibility.EVERYTHING, null);
			assertLooksAtFew(filter, Visibility.EVERYTHING, "L-01000");
		}
	}

	@Test
	void whoSeesFewOrdersLooksAtThoseAlone() {
		assertLooksAtFew(Map.of(), new Visibility(false, Set.of("K-1"), null), null);
		assertLooksAtFew(Map.of(), new Visibility(false, Set.of("K-3"), "li"), null);
		assertLooksAtFew(Map.of("state", "OPEN"), new Visibility(false, Set.of("K-1", "K-3"), "li"), "L-01000");
	}

	@Test
	void aPageOfAllLooksAtOnePage() {
		assertLooksAtFew(Map.of(), Visibility.EVERYTHING, null);
		assertLooksAtFew(Map.of(), Visibility.EVERYTHING, "L-02000");
	}

	@Test
	void sweepAndAlarmLookAtWhatTheyFind() {
		assertThat(LOOKED.during(() -> STORE.unfinished(NOW, NOW.plusSeconds(60), NOW, (found) -> {
		}))).isLessThan(SLACK);
		assertThat(LOOKED.during(() -> assertThat(STORE.overdue("review", NOW)).isEqualTo(ORDERS / 100)))
			.isLessThan(SLACK);
	}

	@Test
	void aSortedPageLooksAtOnePage() {
		for (ListSort sort : SORTS) {
			List<Map<String, Object>> first = assertLooksAtFew(ListFilter.ALL, sort, null);
			assertLooksAtFew(ListFilter.ALL, sort, after(first.getLast(), sort));
			assertLooksAtFew(ListFilter.of(Map.of("state", "OPEN")), sort, null);
		}
	}

	@Test
	void pagesOfAnyOrderShowEveryRowOnceAlsoWhenOthersComeInBetween() {
		for (ListSort sort : SORTS) {
			List<Map<String, Object>> all = new ArrayList<>();
			ListPosition after = null;
			List<Map<String, Object>> page;
			do {
				page = page(ListFilter.ALL, sort, after, 173);
				all.addAll(page);
				after = page.isEmpty() ? after : after(page.getLast(), sort);
				if (!page.isEmpty()) {
					COLLECTION.insertOne(order("K-%05d".formatted(all.size())));
				}
			}
			while (!page.isEmpty());
			COLLECTION.deleteMany(Filters.lt("_id", "L"));
			all.removeIf((row) -> row.get("order").toString().startsWith("K"));
			assertThat(all).as("%s", sort).hasSize(ORDERS);
			assertThat(all).extracting((row) -> row.get("order")).doesNotHaveDuplicates();
			assertThat(all).isSortedAccordingTo(order(sort));
		}
	}

	@Test
	void aRangeHoldsItsEnds() {
		ListFilter days = new ListFilter(Map.of(), Map.of("requested", new ListFilter.Range("2026-03-01", "2026-03")),
				null);
		assertThat(page(days, ListSort.BY_NUMBER, null, ORDERS)).isNotEmpty()
			.allSatisfy((row) -> assertThat(row.get("requested").toString()).startsWith("2026-03"));
		ListFilter lines = new ListFilter(Map.of("state", List.of("OPEN", "DONE")),
				Map.of("lines", new ListFilter.Range(38L, null)), null);
		assertThat(page(lines, ListSort.BY_NUMBER, null, ORDERS)).hasSize(ORDERS / 20);
	}

	@Test
	void whatIsTypedIsFoundWhereItBegins() {
		ListFilter number = new ListFilter(Map.of(), Map.of(), new ListFilter.Search("L-0012", List.of("customer")));
		assertThat(page(number, ListSort.BY_NUMBER, null, 50)).hasSize(10);
		ListFilter name = new ListFilter(Map.of(), Map.of(), new ListFilter.Search("L", List.of("customer")));
		assertThat(page(name, ListSort.BY_NUMBER, null, ORDERS)).hasSize(ORDERS);
		ListFilter operator = new ListFilter(Map.of(), Map.of(), new ListFilter.Search("^L.*", List.of("customer")));
		assertThat(page(operator, ListSort.BY_NUMBER, null, 50)).isEmpty();
		assertLooksAtFew(number, ListSort.BY_NUMBER, null);
		assertLooksAtFew(new ListFilter(Map.of(), Map.of(), new ListFilter.Search("Li", List.of("customer"))),
				new ListSort("requested", true), null);
	}

	private static List<Map<String, Object>> page(ListFilter filter, ListSort sort, @Nullable ListPosition after,
			int limit) {
		return STORE.summaries(filter, sort, Visibility.EVERYTHING, after, limit);
	}

	private static ListPosition after(Map<String, Object> row, ListSort sort) {
		return new ListPosition(row.get("order").toString(), (sort.column() != null) ? row.get(sort.column()) : null);
	}

	private static Comparator<Map<String, Object>> order(ListSort sort) {
		Comparator<Map<String, Object>> byNumber = Comparator.comparing((row) -> row.get("order").toString());
		String column = sort.column();
		if (column == null) {
			return sort.descending() ? byNumber.reversed() : byNumber;
		}
		Comparator<Map<String, Object>> order = Comparator
			.<Map<String, Object>, String>comparing((row) -> String.valueOf(sortable(row.get(column))))
			.thenComparing(byNumber);
		Comparator<Map<String, Object>> missing = Comparator.comparing((row) -> row.get(column) == null);
		return missing.thenComparing(sort.descending() ? order.reversed() : order);
	}

	private static Object sortable(@Nullable Object value) {
		return (value instanceof Integer number) ? "%05d".formatted(number) : String.valueOf(value);
	}

	private static List<Map<String, Object>> assertLooksAtFew(ListFilter filter, ListSort sort,
			@Nullable ListPosition after) {
		List<Map<String, Object>> rows = new ArrayList<>();
		assertThat(LOOKED.during(() -> rows.addAll(page(filter, sort, after, 50)))).as("%s %s %s", filter, sort, after)
			.isLessThan(SLACK);
		return rows;
	}

	private static void assertLooksAtFew(Map<String, String> filter, Visibility visibility, @Nullable String after) {
		assertThat(LOOKED.during(() -> STORE.summaries(ListFilter.of(filter), ListSort.BY_NUMBER, visibility,
				(after != null) ? new ListPosition(after, null) : null, 50)))
			.as("%s %s", filter, visibility)
			.isLessThan(SLACK);
	}

}
