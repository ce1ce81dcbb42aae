package io.gendan.messaging.engine;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

import io.gendan.messaging.ledger.UsedKey;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Keys are remembered for a stated time, and no longer. */
class IdempotencyKeysTest {

	private static final Instant NOW = Instant.parse("2026-03-10T00:00:00Z");

	private static final UsedKey OLD = new UsedKey("old", "1", NOW.minus(Duration.ofDays(7)));

	private static final UsedKey YOUNG = new UsedKey("young", "2", NOW.minus(Duration.ofDays(6)));

	private static final UsedKey UNDATED = new UsedKey("undated", "3", null);

	@Test
	void whatIsAddedStandsBesideWhatIsKnown() {
		IdempotencyKeys keys = keys(YOUNG);
		assertThat(keys.changed()).isFalse();
		keys.add("new", "4");
		assertThat(keys.forgets()).isFalse();
		assertThat(keys.written()).containsExactly(new UsedKey("new", "4", NOW));
		assertThat(keys.bytes()).isPositive();
		assertThat(keys.printOf("young")).isEqualTo("2");
		assertThat(keys.printOf("new")).isEqualTo("4");
	}

	@Test
	void whatIsOldIsForgottenWithTheNextWrite() {
		IdempotencyKeys keys = keys(OLD, YOUNG, UNDATED);
		assertThat(keys.printOf("old")).isNull();
		keys.add("old", "5");
		assertThat(keys.forgets()).isTrue();
		assertThat(keys.written()).containsExactly(YOUNG, new UsedKey("undated", "3", NOW),
				new UsedKey("old", "5", NOW));
		assertThat(keys.bytes()).isZero();
	}

	private static IdempotencyKeys keys(UsedKey... known) {
		return new IdempotencyKeys(List.of(known), NOW, Duration.ofDays(7));
	}

}
