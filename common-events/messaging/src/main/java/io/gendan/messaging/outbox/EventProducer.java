package io.gendan.messaging.outbox;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

import org.apache.kafka.clients.producer.Callback;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.AuthenticationException;
import org.apache.kafka.common.errors.ClusterAuthorizationException;
import org.apache.kafka.common.errors.ProducerFencedException;
import org.apache.kafka.common.errors.UnsupportedVersionException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The producer of events, used by one thread. An idempotent producer whose login or right
 * is refused while it asks for its id never sends again, even when that is put right: it
 * is closed and made anew. All that it still had has failed before the next one is there,
 * so no event overtakes another.
 */
public final class EventProducer {

	private static final Logger log = LoggerFactory.getLogger(EventProducer.class);

	private final Supplier<Producer<String, byte[]>> maker;

	private final long patience;

	private final AtomicInteger underWay = new AtomicInteger();

	private volatile Producer<String, byte[]> producer;

	private volatile @Nullable Exception fatal;

	private long madeAt = System.nanoTime();

	private long waitingSince;

	private boolean closed;

	/**
	 * Makes the first producer.
	 * @param maker makes one
	 * @param patience how long events may wait in a producer that has never sent any, and
	 * the shortest time between two producers
	 */
	public EventProducer(Supplier<Producer<String, byte[]>> maker, Duration patience) {
		this.maker = maker;
		this.patience = patience.toNanos();
		this.producer = maker.get();
	}

	/**
	 * Sends a record.
	 * @param message the record
	 * @param callback told of the answer, unless an exception is thrown
	 * @throws RuntimeException if it cannot be sent
	 */
	void send(ProducerRecord<String, byte[]> message, Callback callback) {
		Exception refused = this.fatal;
		if (refused != null) {
			throw new KafkaException("Nothing leaves before the producer is made anew", refused);
		}
		if (this.underWay.getAndIncrement() == 0) {
			this.waitingSince = System.nanoTime();
		}
		try {
			this.producer.send(message, (metadata, failure) -> {
				answered(failure);
				callback.onCompletion(metadata, failure);
			});
		}
		catch (RuntimeException ex) {
			answered(ex);
			throw ex;
		}
	}

	private void answered(@Nullable Exception failure) {
		this.underWay.decrementAndGet();
		if (failure != null && isFatal(failure)) {
			this.fatal = failure;
		}
	}

	/** A plain exception of the client is one that it does not expect itself. */
	private static boolean isFatal(Exception failure) {
		return failure instanceof AuthenticationException || failure instanceof ClusterAuthorizationException
				|| failure instanceof ProducerFencedException || failure instanceof UnsupportedVersionException
				|| failure.getClass() == KafkaException.class;
	}

	/**
	 * How many partitions a topic has.
	 * @param topic its name
	 * @return a number
	 */
	int partitions(String topic) {
		return this.producer.partitionsFor(topic).size();
	}

	/** Replaces the producer if it can send nothing any more. */
	synchronized void renewIfDead() {
		if (this.closed || System.nanoTime() - this.madeAt < this.patience) {
			return;
		}
		if (this.fatal == null && waitsForItsId()) {
			this.fatal = new KafkaException("The producer has got no id");
		}
		if (this.fatal == null) {
			return;
		}
		log.warn("The producer of events can send nothing any more and is made anew", this.fatal);
		this.madeAt = System.nanoTime();
		try {
			this.producer.close(Duration.ZERO);
			this.producer = this.maker.get();
			this.fatal = null;
		}
		catch (RuntimeException ex) {
			log.warn("The producer of events could not be made anew; tried again", ex);
		}
	}

	/**
	 * The client tells nobody that its login was refused then; but it takes events, since
	 * the broker has shown it the topic, and not one of them leaves.
	 */
	private boolean waitsForItsId() {
		return this.underWay.get() > 0 && System.nanoTime() - this.waitingSince > this.patience
				&& this.producer.metrics()
					.entrySet()
					.stream()
					.anyMatch((metric) -> metric.getKey().name().equals("record-send-total")
							&& metric.getKey().group().equals("producer-metrics")
							&& Double.valueOf(0).equals(metric.getValue().metricValue()));
	}

	/**
	 * Closes the producer for good.
	 * @param timeout how long it may send what it has
	 */
	public synchronized void close(Duration timeout) {
		this.closed = true;
		this.producer.close(timeout);
	}

}
