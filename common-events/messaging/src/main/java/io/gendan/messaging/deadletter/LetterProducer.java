package io.gendan.messaging.deadletter;

import java.time.Duration;
import java.util.function.Supplier;

import org.apache.kafka.clients.producer.Producer;
import org.jspecify.annotations.Nullable;

/**
 * The producer of dead letters, made with the first one: most services never write any.
 * It is not the one of the events, so that letters that cannot be written hold up nothing
 * else.
 */
public final class LetterProducer implements Supplier<Producer<String, byte[]>>, AutoCloseable {

	private static final Duration CLOSE = Duration.ofSeconds(1);

	private final Supplier<Producer<String, byte[]>> maker;

	private @Nullable Producer<String, byte[]> producer;

	/**
	 * No producer yet.
	 * @param maker makes it; what it cannot send it must give up in time
	 */
	public LetterProducer(Supplier<Producer<String, byte[]>> maker) {
		this.maker = maker;
	}

	@Override
	public synchronized Producer<String, byte[]> get() {
		if (this.producer == null) {
			this.producer = this.maker.get();
		}
		return this.producer;
	}

	@Override
	public synchronized void close() {
		if (this.producer != null) {
			this.producer.close(CLOSE);
		}
	}

}
