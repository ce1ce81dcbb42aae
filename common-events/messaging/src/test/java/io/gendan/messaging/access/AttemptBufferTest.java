package io.gendan.messaging.access;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** However many attempts come, none is forgotten and memory stays bounded. */
class AttemptBufferTest {

	private static final Instant NOW = Instant.parse("2026-03-02T01:00:00Z");

	private final AttemptBuffer buffer = new AttemptBuffer();

	@Test
	void equalAttemptsAreCounted() {
		this.buffer.add(attempt("li", "/a"), NOW);
		this.buffer.add(attempt("li", "/a"), NOW.plusSeconds(1));
		this.buffer.add(attempt("li", "/b"), NOW);
		assertThat(this.buffer.take()).containsExactly(new Tally(attempt("li", "/a"), NOW, NOW.plusSeconds(1), 2),
				new Tally(attempt("li", "/b"), NOW, NOW, 1));
		assertThat(this.buffer.take()).isEmpty();
	}

	@Test
	void aFloodOfOneUserIsCountedAsAWholeAndHidesNobodyElse() {
		for (int i = 0; i < 50_000; i++) {
			this.buffer.add(attempt("flood", "/" + i), NOW);
		}
		this.buffer.add(attempt("li", "/a"), NOW);
		List<Tally> taken = this.buffer.take();
		assertThat(taken).hasSize(AttemptBuffer.APART_OF_USER + 2);
		assertThat(taken).contains(new Tally(attempt("li", "/a"), NOW, NOW, 1),
				new Tally(attempt("flood", "/").ofUser(), NOW, NOW, 50_000 - AttemptBuffer.APART_OF_USER));
		assertThat(taken.stream().mapToLong(Tally::count).sum()).isEqualTo(50_001);
	}

	@Test
	void anHourLaterAUserIsToldApartAgain() {
		for (int i = 0; i < 2 * AttemptBuffer.APART_OF_USER; i++) {
			this.buffer.add(attempt("flood", "/" + i), NOW);
		}
		this.buffer.take();
		this.buffer.add(attempt("flood", "/again"), NOW.plus(Duration.ofMinutes(61)));
		assertThat(this.buffer.take()).singleElement()
			.extracting((tally) -> tally.attempt().path())
			.isEqualTo("/again");
	}

	@Test
	void aFloodOfManyUsersStaysBounded() {
		for (int i = 0; i < 50_000; i++) {
			this.buffer.add(attempt("user-" + i, "/" + i), NOW);
		}
		List<Tally> taken = this.buffer.take();
		assertThat(taken).hasSizeLessThanOrEqualTo(2 * AttemptBuffer.APART + 10);
		assertThat(taken.stream().mapToLong(Tally::count).sum()).isEqualTo(50_000);
	}

	@Test
	void whatCouldNotBeWrittenWaitsWithWhatHasComeMeanwhile() {
		this.buffer.add(attempt("li", "/a"), NOW);
		List<Tally> taken = this.buffer.take();
		this.buffer.add(attempt("li", "/a"), NOW.plusSeconds(5));
		this.buffer.takeBack(taken);
		assertThat(this.buffer.take()).containsExactly(new Tally(attempt("li", "/a"), NOW, NOW.plusSeconds(5), 2));
		for (int i = 0; i < 10 * AttemptBuffer.APART; i++) {
			this.buffer.takeBack(List.of(new Tally(attempt("user-" + i, "/"), NOW, NOW, 1)));
		}
		List<Tally> bounded = this.buffer.take();
		assertThat(bounded).hasSizeLessThanOrEqualTo(2 * AttemptBuffer.APART + 10);
		assertThat(bounded.stream().mapToLong(Tally::count).sum()).isEqualTo(10L * AttemptBuffer.APART);
	}

	@Test
	void nothingThatACallerChoosesIsKeptInFullLength() {
		String long1 = "x".repeat(10_000);
		RefusedAttempt attempt = new RefusedAttempt("li", null, List.of(long1), long1, long1, long1,
				RefusedAttempt.Reason.ROLE);
		assertThat(attempt.toString()).hasSizeLessThan(1000);
	}

	private static RefusedAttempt attempt(String user, String path) {
		return new RefusedAttempt(user, null, List.of("customer"), "GET", path, null, RefusedAttempt.Reason.ROLE);
	}

}
