package io.gendan.messaging.privacy;

import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;

import io.gendan.messaging.topic.TopicFollower;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the keys of this service and the topic of keys in step: reads what others have
 * written, and writes what was made here. That a customer is erased stands on the topic
 * for good, so a service that was away for long, and a store that came back from a
 * backup, forget as well before they open anything.
 */
final class KeyTopic extends TopicFollower {

	private static final Duration PAUSE = Duration.ofSeconds(2);

	private static final Duration LOOK = Duration.ofSeconds(30);

	private static final Duration LEAVE = Duration.ofMillis(500);

	private final Supplier<Consumer<String, byte[]>> consumers;

	private final KeyReader reader;

	private final KeyWriter writer;

	private final Forgetting forgetting;

	private final LateKeys late;

	private volatile @Nullable String failure;

	/**
	 * Nothing is read or written yet.
	 * @param consumers makes a reader of the topic
	 * @param reader takes what is read
	 * @param writer writes
	 * @param forgetting forgets once more who was forgotten
	 * @param late mends lists when keys come
	 */
	KeyTopic(Supplier<Consumer<String, byte[]>> consumers, KeyReader reader, KeyWriter writer, Forgetting forgetting,
			LateKeys late) {
		super("gendan-keys", PAUSE);
		this.consumers = consumers;
		this.reader = reader;
		this.writer = writer;
		this.forgetting = forgetting;
		this.late = late;
	}

	/** Whether all that stood on the topic at the start is known here. */
	boolean caughtUp() {
		return this.reader.caughtUp();
	}

	/**
	 * What is in the way at present.
	 * @return null if nothing is
	 */
	@Nullable String trouble() {
		String last = this.failure;
		return (last != null) ? last : caughtUp() ? null : "what stands on the topic is not known yet";
	}

	/** After the topics stand. */
	@Override
	public int getPhase() {
		return 1;
	}

	@Override
	protected void follow() throws InterruptedException {
		Consumer<String, byte[]> consumer = this.consumers.get();
		try {
			this.reader.begin(consumer);
			this.forgetting.begin();
			Rhythm look = Rhythm.nowAndEvery(LOOK);
			while (!Thread.currentThread().isInterrupted()) {
				List<String> come = this.reader.read(consumer);
				boolean due = look.isDue();
				if (due) {
					this.reader.mustNotGoBack();
					this.forgetting.again();
					look.begin();
				}
				// Not before it is known whose keys must not be there.
				if (caughtUp()) {
					this.writer.publish(due);
					this.late.open(come);
				}
				this.writer.tick();
				this.failure = null;
			}
			throw new InterruptedException();
		}
		finally {
			close(consumer);
		}
	}

	@Override
	protected void failed(Throwable ex) {
		this.failure = ex.toString();
	}

	/** An interrupted thread could not take its leave of the broker. */
	private static void close(Consumer<String, byte[]> consumer) {
		boolean interrupted = Thread.interrupted();
		consumer.close(CloseOptions.timeout(LEAVE));
		if (interrupted) {
			Thread.currentThread().interrupt();
		}
	}

}
