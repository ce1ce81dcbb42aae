package io.gendan.local.store;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import de.bwaldvogel.mongo.backend.CollectionOptions;
import de.bwaldvogel.mongo.backend.CursorRegistry;
import de.bwaldvogel.mongo.backend.IndexKey;
import de.bwaldvogel.mongo.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Which documents a query looks at, and whether they come as they are asked for. */
class QueryPlanTests {

	private final Engine engine = Engine.inMemory();

	private final FileDatabase database = new FileDatabase("test", new CursorRegistry(), this.engine,
			new Catalog(this.engine));

	private final FileCollection orders = (FileCollection) this.database.createCollectionOrThrowIfExists("orders",
			CollectionOptions.withDefaults());

	private final List<Entries> indexes = new ArrayList<>();

	private final QueryPlan plan = new QueryPlan(this.orders.table(), this.indexes);

	@AfterEach
	void close() {
		this.engine.close();
	}

	/** 100 orders; every tenth is OPEN, every fourth is of customer C. */
	private void fill() {
		IntStream.range(0, 100)
			.mapToObj((i) -> new Document("_id", "SO-%02d".formatted(i))
				.append("summary",
						new Document("state", (i % 10 == 0) ? "OPEN" : "DONE").append("customer",
								(i % 4 == 0) ? "C" : "D"))
				.append("due", 1000 - i))
			.forEach(this.orders::addDocument);
	}

	@Test
	void equalityOnAllFieldsComesInTheOrderOfIdsFromAnyPlace() {
		index("state", false, "summary.state", "_id");
		fill();
		assertThat(places(new Document("summary.state", "OPEN"), by("_id", 1))).hasSize(10)
			.startsWith("SO-00", "SO-10")
			.isSorted();
		var after = new Document("$and",
				List.of(new Document("summary.state", new Document("$exists", true)),
						new Document("summary.state", new Document("$in", List.of("OPEN", "NEW"))),
						new Document("_id", new Document("$gt", "SO-70"))));
		assertThat(places(after, by("_id", 1))).containsExactly("SO-70", "SO-80", "SO-90");
		assertThat(places(after, by("_id", -1))).containsExactly("SO-90", "SO-80", "SO-70");
	}

	@Test
	void twoIndexesAgreeBeforeADocumentIsReadAtAll() {
		index("state", false, "summary.state", "_id");
		index("customer", false, "summary.customer", "_id");
		fill();
		var both = new Document("summary.customer", "C").append("summary.state",
				new Document("$in", List.of("OPEN", "X")));
		assertThat(places(both, by("_id", 1))).containsExactly("SO-00", "SO-20", "SO-40", "SO-60", "SO-80");
		assertThat(places(both, by("_id", -1))).containsExactly("SO-80", "SO-60", "SO-40", "SO-20", "SO-00");
	}

	@Test
	void aRangeAfterThePrefixIsReadInItsOrder() {
		index("due", true, "summary.state", "due");
		fill();
		var due = new Document("summary.state", "OPEN").append("due", new Document("$gte", 920).append("$lt", 961));
		assertThat(places(due, by("summary.state", 1))).hasSize(5);
		QueryPlan.Access few = this.plan.access(due, Sort.of(by("due", 1)));
		assertThat(places(few.positions())).containsExactlyInAnyOrder("SO-40", "SO-50", "SO-60", "SO-70", "SO-80");
	}

	@Test
	void aSortThatAnIndexHasIsNotDoneAnew() {
		index("due", false, "due");
		IntStream.range(0, 3000)
			.forEach((i) -> this.orders.addDocument(new Document("_id", i).append("due", 9000 - i)));
		var last = this.plan.access(new Document(), Sort.of(by("due", 1).append("_id", 1)));
		assertThat(last.isSorted()).isTrue();
		assertThat(last.positions().next()).isEqualTo(Key.of(2999));
		var first = this.plan.access(new Document("due", new Document("$lt", 8500)), Sort.of(by("due", -1)));
		assertThat(first.isSorted()).isTrue();
		assertThat(first.positions().next()).isEqualTo(Key.of(500));
		last.positions().pause();
		first.positions().pause();
	}

	@Test
	void anIndexWithArraysOrWithoutSomeDocumentsDoesNotSort() {
		index("tags", false, "tags");
		index("due", true, "due");
		IntStream.range(0, 3000)
			.forEach((i) -> this.orders.addDocument(new Document("_id", i).append("tags", List.of(i, -i))));
		assertThat(this.plan.access(new Document(), Sort.of(by("tags", 1))).isSorted()).isFalse();
		assertThat(this.plan.access(new Document(), Sort.of(by("due", 1))).isSorted()).isFalse();
	}

	@Test
	void alternativesAreLookedUpOneByOne() {
		index("due", true, "due");
		index("pending", true, "pendingSince");
		fill();
		this.orders.addDocument(new Document("_id", "SO-X").append("pendingSince", 5));
		var either = new Document("$or", List.of(new Document("pendingSince", new Document("$lte", 5)),
				new Document("due", new Document("$lte", 902))));
		assertThat(places(either, new Document())).containsExactly("SO-98", "SO-99", "SO-X");
	}

	private static Document by(String field, int direction) {
		return new Document(field, direction);
	}

	private void index(String name, boolean sparse, String... fields) {
		var keys = Stream.of(fields).map((field) -> new IndexKey(field, true)).toList();
		var index = (FieldIndex) this.database.openOrCreateSecondaryIndex("orders", name, keys, sparse);
		this.orders.addIndex(index);
		this.indexes.add(index.entries());
	}

	private List<String> places(Document query, Document order) {
		return places(this.plan.access(query, Sort.of(order)).positions());
	}

	private List<String> places(Positions positions) {
		var ids = new ArrayList<String>();
		for (var key = positions.next(); key != null; key = positions.next()) {
			ids.add((String) this.orders.table().read(key).document().get("_id"));
		}
		positions.pause();
		return ids;
	}

}
