package io.gendan.order.timeline;

import java.time.Clock;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.UnaryOperator;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.boot.kafka.autoconfigure.KafkaProperties;
import org.springframework.stereotype.Component;

/**
 * Rebuilds all timelines from the first event, compares them with the live ones and puts
 * them in their place (ORD-17). The live ones stay in use, and up to date, until then.
 */
@Component
class TimelineRebuild {

	private static final Logger log = LoggerFactory.getLogger(TimelineRebuild.class);

	private final RebuildParts parts;

	private final KafkaProperties kafka;

	private final Clock clock;

	private final AtomicReference<RebuildProgress> progress = new AtomicReference<>(RebuildProgress.NEVER);

	TimelineRebuild(RebuildParts parts, KafkaProperties kafka, Clock clock) {
		this.parts = parts;
		this.kafka = kafka;
		this.clock = clock;
	}

	RebuildProgress progress() {
		return this.progress.get();
	}

	/**
	 * Starts a rebuild in the background.
	 * @param adopt whether the rebuilt timelines are to become the live ones even if they
	 * differ
	 * @return false if one is running, here or in another instance
	 */
	synchronized boolean start(boolean adopt) {
		if (progress().state().busy()) {
			return false;
		}
		OptionalLong token = this.parts.lease().claim();
		if (token.isEmpty()) {
			return false;
		}
		this.progress.set(RebuildProgress.begun(this.clock.instant()));
		Thread.ofVirtual().name("timeline-rebuild").start(() -> run(token.getAsLong(), adopt));
		return true;
	}

	private void run(long token, boolean adopt) {
		StreamFindings findings = new StreamFindings();
		String failure = null;
		try (StreamReader stream = new StreamReader(this.kafka.buildConsumerProperties(), this.parts.signatures(),
				findings)) {
			new RebuildRun(token, this.parts, stream, findings, this::report).run(adopt);
			log.info("Timelines rebuilt: {}", progress());
		}
		catch (RuntimeException | Error ex) {
			log.error("Rebuild {} of the timelines has failed; the live ones stay", token, ex);
			failure = ex.toString();
		}
		finally {
			release(token);
			String why = failure;
			report((before) -> before.ended(this.clock.instant(), why));
		}
	}

	private void release(long token) {
		try {
			this.parts.lease().release(token);
		}
		catch (RuntimeException ex) {
			log.warn("The next rebuild can begin when the lease of rebuild {} has ended", token, ex);
		}
	}

	private void report(UnaryOperator<RebuildProgress> change) {
		this.progress.updateAndGet(change);
	}

}
