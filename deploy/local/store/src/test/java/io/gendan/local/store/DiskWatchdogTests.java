package io.gendan.local.store;

import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class DiskWatchdogTests {

	@Test
	void aStoreWhoseDiskDoesNotAnswerEnds() {
		var waiting = new AtomicLong(59_000);
		var ended = new AtomicBoolean();
		try (var watchdog = new DiskWatchdog(waiting::get, () -> ended.set(true))) {
			watchdog.look();
			assertThat(ended).isFalse();
			waiting.set(61_000);
			watchdog.look();
			assertThat(ended).isTrue();
		}
	}

}
