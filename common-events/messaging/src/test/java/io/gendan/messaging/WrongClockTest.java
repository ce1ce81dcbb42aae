package io.gendan.messaging;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;

import com.mongodb.client.MongoCollection;
import io.gendan.contract.Actor;
import io.gendan.contract.RecordedEvent;
import io.gendan.contract.review.ReviewOpened;
import io.gendan.messaging.SmallStage.Note;
import io.gendan.messaging.SmallStage.Open;
import io.gendan.messaging.engine.ClockWrongException;
import io.gendan.messaging.engine.Verdict;
import io.gendan.messaging.rest.Problem;
import io.gendan.messaging.rest.ProblemTexts;
import io.gendan.messaging.rest.Problems;
import io.gendan.testing.ForeignChain;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

/** An instance without a right clock decides nothing, and says so. */
class WrongClockTest {

	private final MongoCollection<Document> orders = SmallEngine.orders();

	private final SettableClock clock = new SettableClock();

	private final SmallEngine engine = new SmallEngine(this.orders, this.clock);

	@AfterEach
	void stop() {
		this.engine.close();
	}

	@ParameterizedTest
	@ValueSource(strings = { "1970-01-01T00:00:00Z", "1999-12-31T23:59:59.999Z", "2200-01-01T00:00:00Z" })
	void nothingIsDecidedUntilTheClockIsRight(Instant wrong) {
		this.engine.command("W-1", new Open(this.clock.instant()));
		RecordedEvent placed = new ForeignChain("W-2").next(Orders.placed("W-2"), new Actor("salesperson", "li"));
		Duration off = Duration.between(this.clock.instant(), wrong);
		this.clock.advance(off);
		assertThatThrownBy(() -> this.engine.command("W-1", new Note("x"))).isInstanceOf(ClockWrongException.class);
		assertThatThrownBy(() -> this.engine.engine.receive(List.of(placed))).as("no dead letter: it comes again")
			.isInstanceOf(ClockWrongException.class);
		this.clock.advance(off.negated());
		assertThat(this.engine.command("W-1", new Note("y"))).isInstanceOf(CommandResult.Done.class);
		assertThat(this.engine.state("W-1").notes()).isEqualTo("y");
		assertThat(this.engine.engine.receive(List.of(placed))).extracting(Verdict::kind)
			.containsExactly(Verdict.Kind.TAKEN);
		assertThat(this.engine.own("W-2")).hasExactlyElementsOfTypes(ReviewOpened.class);
	}

	@Test
	void theAnswerNamesTheClock() {
		this.clock.advance(Duration.between(this.clock.instant(), Instant.EPOCH));
		ClockWrongException wrong = catchThrowableOfType(ClockWrongException.class,
				() -> this.engine.command("W-3", new Note("x")));
		Problem problem = new Problems(new ProblemTexts(), new SimpleMeterRegistry(), (refusal) -> {
		}).of(wrong, "/api/x", Locale.CHINA);
		assertThat(problem.status()).isEqualTo(503);
		assertThat(problem.code()).isEqualTo("CLOCK_WRONG");
		assertThat(problem.detail()).contains("时钟", "1970-01-01T00:00:00Z");
		assertThat(problem.messages().get("en")).contains("clock", "1970-01-01T00:00:00Z");
	}

}
