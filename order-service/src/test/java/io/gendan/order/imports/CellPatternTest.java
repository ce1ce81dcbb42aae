package io.gendan.order.imports;

import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Expressions of mappings: nobody's holds others up. */
class CellPatternTest {

	@ParameterizedTest
	@ValueSource(strings = { "(.*a){30}", "(a+)+$", "(a|aa)*b", "(.*)*!x" })
	void anEvilPatternNeedsNoMoreTimeThanAnother(String evil) {
		assertThat(Objects.requireNonNull(CellPattern.of(evil)).matches("a".repeat(30_000) + "?")).isFalse();
	}

	@ParameterizedTest
	@ValueSource(strings = { "(", "*", "(?=a)", "(a)\\1", "((a{100}){100}){100}", "(a{1000}){1000}", "a{2000}" })
	void whatCannotBeUsedIsNone(String expression) {
		assertThat(CellPattern.of(expression)).isNull();
	}

	/** Nobody's stack is deeper than that of a platform thread here. */
	@Test
	void theLargestExpressionNeedsNoDeepStack() throws InterruptedException {
		assertThat(CellPattern.of("(?:" + "a?b?c?d?".repeat(55) + "){100}x")).isNull();
		CellPattern largest = Objects.requireNonNull(CellPattern.of("(?:" + "a?".repeat(90) + "){10}x"));
		AtomicReference<Throwable> failure = new AtomicReference<>();
		Thread thread = new Thread(null, () -> assertThat(largest.matches("b")).isFalse(), "small", 256 * 1024);
		thread.setUncaughtExceptionHandler((died, why) -> failure.set(why));
		thread.start();
		thread.join();
		assertThat(failure.get()).isNull();
	}

	@Test
	void theFirstGroupIsWhatCounts() {
		CellPattern kept = Objects.requireNonNull(CellPattern.of("=\"(.*)\""));
		assertThat(kept.extract("=\"00017\"")).isEqualTo("00017");
		assertThat(kept.extract("00017")).isEqualTo("00017");
		assertThat(Objects.requireNonNull(CellPattern.of("#\\d+")).extract("#1")).isEqualTo("#1");
	}

}
