package io.gendan.messaging.autoconfigure;

import java.time.Duration;
import java.util.function.BooleanSupplier;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.SmartLifecycle;

/**
 * Makes sure that the topics stand before anything is consumed. If the broker is away or
 * slow, the service starts all the same and the topics follow: its consumers find them
 * when they come. Until then it is not ready.
 */
final class TopicsPresence implements SmartLifecycle, HealthIndicator {

	private static final Logger log = LoggerFactory.getLogger(TopicsPresence.class);

	/** How long the start waits for a broker that is there. */
	private static final Duration PATIENCE = Duration.ofSeconds(3);

	private final BooleanSupplier maker;

	private final Duration pause;

	private volatile Thread waiting = new Thread();

	private volatile boolean running;

	private volatile boolean stand;

	private volatile String failure = "The broker has not been asked yet";

	/**
	 * Topics that are to stand.
	 * @param maker makes what is missing; false, or an exception, if it cannot yet
	 * @param pause between two tries
	 */
	TopicsPresence(BooleanSupplier maker, Duration pause) {
		this.maker = maker;
		this.pause = pause;
	}

	@Override
	public void start() {
		this.running = true;
		this.waiting = Thread.ofPlatform().daemon().name("gendan-topics").start(this::keepTrying);
		try {
			if (!this.waiting.join(PATIENCE)) {
				log.warn("The broker does not answer; the topics are made as soon as it does");
			}
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	@Override
	public void stop() {
		this.running = false;
		this.waiting.interrupt();
	}

	@Override
	public boolean isRunning() {
		return this.running;
	}

	@Override
	public Health health() {
		return this.stand ? Health.up().build()
				: Health.down().withDetail("reason", "TOPICS_MISSING").withDetail("detail", this.failure).build();
	}

	@Override
	public int getPhase() {
		return 0;
	}

	private void keepTrying() {
		try {
			while (!made()) {
				Thread.sleep(this.pause);
			}
			this.stand = true;
			log.info("The topics stand");
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	private boolean made() {
		try {
			return this.maker.getAsBoolean();
		}
		catch (RuntimeException ex) {
			this.failure = ex.toString();
			log.warn("The topics could not be made: {}", ex.toString());
			return false;
		}
	}

}
