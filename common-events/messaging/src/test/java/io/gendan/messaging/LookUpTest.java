package io.gendan.messaging;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import io.gendan.messaging.SmallStage.Open;
import org.awaitility.Awaitility;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** What is looked up for others costs a question or two, however much it is. */
class LookUpTest {

	private final SettableClock clock = new SettableClock();

	private final MongoCollection<Document> orders = SmallEngine.orders();

	private final AtomicInteger finds = new AtomicInteger();

	private final SmallEngine engine = new SmallEngine(counted(), this.clock);

	@AfterEach
	void stop() {
		this.engine.close();
	}

	@Test
	void manyAreLookedUpWithTwoQuestionsAndWhereThereAreNoneWithOne() {
		List<String> all = IntStream.range(0, 300).mapToObj((i) -> "LU-" + i).toList();
		this.engine.command("LU-7", new Open(this.clock.instant()));
		this.engine.command("LU-8", new Open(this.clock.instant()));
		this.finds.set(0);
		assertThat(this.engine.gateway.findAll(all, OrderSnapshot::version, -1L))
			.containsExactlyInAnyOrderEntriesOf(Map.of("LU-7", 1L, "LU-8", 1L));
		assertThat(this.finds).hasValue(2);
		assertThat(this.engine.gateway.findAll(all.subList(100, 300), OrderSnapshot::version, -1L)).isEmpty();
		assertThat(this.finds).hasValue(3);
		assertThat(this.engine.gateway.findAll(List.of("LU-9"), OrderSnapshot::version, -1L)).isEmpty();
		assertThat(this.finds).hasValue(4);
	}

	@Test
	void whatCannotBeReadIsNotTakenForNothing() {
		this.engine.command("LU-1", new Open(this.clock.instant()));
		this.engine.command("LU-2", new Open(this.clock.instant()));
		Awaitility.await().until(() -> !this.engine.relay.carries("LU-1"));
		this.orders.updateOne(Filters.eq("_id", "LU-1"), Updates.set("entries.0.actor", "nobody"));
		assertThat(this.engine.gateway.findAll(List.of("LU-1", "LU-2", "LU-3"), OrderSnapshot::version, -1L))
			.containsExactlyInAnyOrderEntriesOf(Map.of("LU-1", -1L, "LU-2", 1L));
		assertThat(this.engine.gateway.findAll(List.of("LU-1"), OrderSnapshot::version, -1L)).containsValue(-1L);
	}

	@SuppressWarnings("unchecked")
	private MongoCollection<Document> counted() {
		return (MongoCollection<Document>) Proxy.newProxyInstance(MongoCollection.class.getClassLoader(),
				new Class<?>[] { MongoCollection.class }, (proxy, method, arguments) -> {
					try {
						if (method.getName().equals("find")) {
							this.finds.incrementAndGet();
						}
						return method.invoke(this.orders, arguments);
					}
					catch (InvocationTargetException ex) {
						throw ex.getCause();
					}
				});
	}

}
