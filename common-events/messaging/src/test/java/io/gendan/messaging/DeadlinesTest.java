package io.gendan.messaging;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

import com.mongodb.client.MongoCollection;
import io.gendan.contract.review.ReviewOpened;
import io.gendan.contract.review.ReviewOverdue;
import io.gendan.messaging.SmallStage.Approve;
import io.gendan.messaging.SmallStage.Open;
import io.gendan.messaging.SmallStage.Put;
import org.awaitility.Awaitility;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Deadlines fire once, however many instances run, and survive a crash. */
class DeadlinesTest {

	private static final Duration SOON = Duration.ofSeconds(30);

	private final MongoCollection<Document> orders = SmallEngine.orders();

	private final SettableClock clock = new SettableClock();

	private final SmallEngine one = new SmallEngine(this.orders, this.clock);

	private final SmallEngine other = new SmallEngine(this.orders, this.clock);

	@AfterEach
	void stop() {
		this.one.close();
		this.other.close();
	}

	@Test
	void twoInstancesFireOnce() {
		this.one.command("D-1", new Open(this.clock.instant().plus(SOON)));
		this.other.sweep.once();
		this.clock.advance(SOON);
		this.one.strikeDeadlines();
		this.other.strikeDeadlines();
		Awaitility.await().until(() -> this.one.state("D-1").overdue());
		this.one.engine.due(List.of("D-1"));
		this.other.engine.due(List.of("D-1"));
		assertThat(this.one.own("D-1")).hasExactlyElementsOfTypes(ReviewOpened.class, ReviewOverdue.class);
	}

	@Test
	void aDeadlineIsFoundAfterARestart() {
		this.one.command("D-2", new Open(this.clock.instant().plus(SOON)));
		this.one.close();
		this.clock.advance(SOON.multipliedBy(2));
		this.other.strikeDeadlines();
		this.other.sweep.once();
		Awaitility.await().until(() -> this.other.state("D-2").overdue());
	}

	@Test
	void nothingFiresEarlyOrAfterItHasBeenSettled() {
		this.one.command("D-3", new Open(this.clock.instant().plus(SOON)));
		this.one.engine.due(List.of("D-3"));
		assertThat(this.one.state("D-3").overdue()).as("early").isFalse();
		this.one.command("D-3", new Approve());
		this.clock.advance(SOON);
		this.one.engine.due(List.of("D-3"));
		assertThat(this.one.state("D-3").overdue()).as("settled").isFalse();
		assertThat(this.orders.find().first()).doesNotContainKey("due");
	}

	@Test
	void aDefectAtADeadlineWaitsForTheSweepInsteadOfSpinning() {
		this.one.command("D-4", new Open(this.clock.instant().plus(SOON)));
		this.one.command("D-4", new Put("defect"));
		this.clock.advance(SOON);
		AtomicInteger strikes = new AtomicInteger();
		Thread striking = Thread.ofPlatform().daemon().start(() -> {
			try {
				this.one.deadlines.run((due) -> {
					strikes.addAndGet(due.size());
					this.one.engine.due(due);
				});
			}
			catch (InterruptedException ex) {
				Thread.currentThread().interrupt();
			}
		});
		Awaitility.await().until(() -> strikes.get() == 1);
		Awaitility.await().during(Duration.ofMillis(300)).until(() -> strikes.get() == 1);
		this.one.sweep.once();
		Awaitility.await().until(() -> strikes.get() == 2);
		striking.interrupt();
	}

}
