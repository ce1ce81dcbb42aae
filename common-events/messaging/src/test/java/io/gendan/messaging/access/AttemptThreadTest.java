package io.gendan.messaging.access;

import java.lang.reflect.Proxy;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

import com.mongodb.client.MongoCollection;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.awaitility.Awaitility;
import org.bson.Document;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** What was refused is written in the end, whatever is thrown at the thread. */
class AttemptThreadTest {

	private final AtomicInteger errors = new AtomicInteger(1);

	private final List<Document> written = new CopyOnWriteArrayList<>();

	@Test
	void anErrorDoesNotEndTheWriting() {
		RefusedAttempts attempts = new RefusedAttempts(collection(), Duration.ofDays(1), Clock.systemUTC(),
				new SimpleMeterRegistry());
		attempts.start();
		attempts.add(
				new RefusedAttempt("li", null, List.of("customer"), "GET", "/api/x", null, RefusedAttempt.Reason.ROLE));
		Awaitility.await().until(() -> this.errors.get() == 0);
		attempts.stop();
		assertThat(this.written).singleElement().satisfies((row) -> assertThat(row.getString("user")).isEqualTo("li"));
	}

	@SuppressWarnings("unchecked")
	private MongoCollection<Document> collection() {
		return (MongoCollection<Document>) Proxy.newProxyInstance(MongoCollection.class.getClassLoader(),
				new Class<?>[] { MongoCollection.class }, (proxy, method, arguments) -> {
					if (method.getName().equals("insertMany")) {
						if (this.errors.getAndSet(0) > 0) {
							throw new NoClassDefFoundError("planted");
						}
						this.written.addAll(new ArrayList<>((List<Document>) arguments[0]));
					}
					return null;
				});
	}

}
