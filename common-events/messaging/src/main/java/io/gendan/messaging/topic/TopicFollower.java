package io.gendan.messaging.topic;

import java.time.Duration;

import org.apache.kafka.common.errors.InterruptException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.context.SmartLifecycle;

/**
 * Follows topics on a thread of its own as long as the service runs, whatever goes wrong
 * meanwhile.
 */
public abstract class TopicFollower implements SmartLifecycle {

	private static final Logger log = LoggerFactory.getLogger(TopicFollower.class);

	private final String name;

	private final Duration pause;

	private volatile Thread thread = new Thread();

	/**
	 * Not started yet.
	 * @param name of the thread, for logs
	 * @param pause before it begins again after it came to an end or failed; also how
	 * long a stop waits
	 */
	protected TopicFollower(String name, Duration pause) {
		this.name = name;
		this.pause = pause;
	}

	/**
	 * Follows, from where it has come.
	 * @throws InterruptedException when the thread is interrupted
	 */
	protected abstract void follow() throws InterruptedException;

	/**
	 * Takes down that it cannot go on at present.
	 * @param failure why
	 */
	protected void failed(Throwable failure) {
	}

	@Override
	public final void start() {
		this.thread = Thread.ofPlatform().daemon().name(this.name).start(this::keep);
	}

	@Override
	public final void stop() {
		this.thread.interrupt();
		try {
			this.thread.join(this.pause);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	@Override
	public final boolean isRunning() {
		return this.thread.isAlive();
	}

	private void keep() {
		try {
			while (true) {
				once();
				Thread.sleep(this.pause);
			}
		}
		catch (InterruptException | InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	private void once() throws InterruptedException {
		try {
			follow();
		}
		catch (InterruptException ex) {
			throw ex;
		}
		catch (RuntimeException | Error ex) {
			failed(ex);
			log.warn("{} cannot go on at present; tried again: {}", this.name, ex.toString());
		}
	}

}
