package io.gendan.messaging.privacy;

import java.time.Duration;

import org.apache.kafka.common.errors.InterruptException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.context.SmartLifecycle;

/** Keeps the topic of keys read and written, whatever goes wrong meanwhile. */
final class KeyThread implements SmartLifecycle {

	private static final Logger log = LoggerFactory.getLogger(KeyThread.class);

	private static final Duration PAUSE = Duration.ofSeconds(2);

	private final KeyTopic topic;

	private volatile Thread thread = new Thread();

	KeyThread(KeyTopic topic) {
		this.topic = topic;
	}

	@Override
	public void start() {
		this.thread = Thread.ofPlatform().daemon().name("gendan-keys").start(this::keep);
	}

	@Override
	public void stop() {
		this.thread.interrupt();
		try {
			this.thread.join(PAUSE);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	@Override
	public boolean isRunning() {
		return this.thread.isAlive();
	}

	/** After the topics stand. */
	@Override
	public int getPhase() {
		return 1;
	}

	private void keep() {
		try {
			while (true) {
				once();
				Thread.sleep(PAUSE);
			}
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	private void once() throws InterruptedException {
		try {
			this.topic.run();
		}
		catch (InterruptException ex) {
			throw new InterruptedException();
		}
		catch (RuntimeException | Error ex) {
			this.topic.failed(ex);
			log.warn("The topic of keys is not read at present; tried again: {}", ex.toString());
		}
	}

}
