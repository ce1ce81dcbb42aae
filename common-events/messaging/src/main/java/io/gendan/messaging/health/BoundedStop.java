package io.gendan.messaging.health;

import java.time.Duration;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.context.SmartLifecycle;

/**
 * A stop that was asked for ends in bounded time, whatever is away. What is cut off then
 * loses nothing: it is what a crash leaves, and the sweep picks it up.
 */
public final class BoundedStop implements SmartLifecycle {

	private static final Logger log = LoggerFactory.getLogger(BoundedStop.class);

	private final Thread hook;

	private volatile boolean running;

	/**
	 * A bound for the stop of this process.
	 * @param longest how long a stop may take
	 */
	public BoundedStop(Duration longest) {
		this.hook = new Thread(() -> Thread.ofPlatform().daemon().name("gendan-stop").start(() -> end(longest)));
	}

	@Override
	public void start() {
		Runtime.getRuntime().addShutdownHook(this.hook);
		this.running = true;
	}

	@Override
	public void stop() {
		this.running = false;
		try {
			Runtime.getRuntime().removeShutdownHook(this.hook);
		}
		catch (IllegalStateException ex) {
			log.trace("The process is stopping, so the bound holds", ex);
		}
	}

	@Override
	public boolean isRunning() {
		return this.running;
	}

	private static void end(Duration longest) {
		try {
			Thread.sleep(longest);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
		log.warn("The stop took longer than {}; the process ends now, and what is open goes on after the next start",
				longest);
		Runtime.getRuntime().halt(1);
	}

}
