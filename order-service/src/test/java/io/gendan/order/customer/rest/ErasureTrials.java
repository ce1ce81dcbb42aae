package io.gendan.order.customer.rest;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

import com.mongodb.event.CommandListener;
import com.mongodb.event.CommandStartedEvent;
import io.gendan.messaging.privacy.Erasure;
import org.apache.kafka.common.KafkaException;
import org.bson.BsonValue;

import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.mongodb.autoconfigure.MongoClientSettingsBuilderCustomizer;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;

/** Lets erasures fail, and counts what the store is asked about keys. */
@TestConfiguration(proxyBeanMethods = false)
class ErasureTrials {

	@Bean
	@Primary
	Erasures erasures(@Qualifier("erasure") Erasure erasure) {
		return new Erasures(erasure);
	}

	/** How often the store was asked about keys, but for what keeps the topic in step. */
	@Bean
	AtomicInteger questions() {
		return new AtomicInteger();
	}

	@Bean
	MongoClientSettingsBuilderCustomizer counting(AtomicInteger questions) {
		return (settings) -> settings.addCommandListener(new CommandListener() {

			@Override
			public void commandStarted(CommandStartedEvent event) {
				BsonValue collection = event.getCommand().get(event.getCommandName());
				if (collection != null && collection.isString() && collection.asString().getValue().equals("keys")
						&& !Thread.currentThread().getName().equals("gendan-keys")) {
					questions.incrementAndGet();
				}
			}

		});
	}

	/** Erasures that the broker takes, but for some. */
	static final class Erasures implements Erasure {

		final List<String> customers = new CopyOnWriteArrayList<>();

		final Set<String> refused = ConcurrentHashMap.newKeySet();

		private final Erasure erasure;

		Erasures(Erasure erasure) {
			this.erasure = erasure;
		}

		@Override
		public Instant erase(String customer) {
			if (this.refused.contains(customer)) {
				throw new KafkaException("a trial");
			}
			this.customers.add(customer);
			return this.erasure.erase(customer);
		}

	}

}
