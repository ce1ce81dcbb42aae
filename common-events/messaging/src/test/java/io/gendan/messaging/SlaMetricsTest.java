package io.gendan.messaging;

import java.time.Duration;
import java.util.concurrent.TimeUnit;

import com.mongodb.client.MongoCollection;
import io.gendan.messaging.SmallStage.Approve;
import io.gendan.messaging.SmallStage.Open;
import io.gendan.messaging.SmallStage.Withdraw;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** What was promised is met, missed, or overdue now. */
class SlaMetricsTest {

	private static final Duration HOUR = Duration.ofHours(1);

	private final MongoCollection<Document> orders = SmallEngine.orders();

	private final SettableClock clock = new SettableClock();

	private final SmallEngine engine = new SmallEngine(this.orders, this.clock);

	@AfterEach
	void stop() {
		this.engine.close();
	}

	@Test
	void theMetersStandFromTheStart() {
		assertThat(count("met")).isZero();
		assertThat(count("missed")).isZero();
		assertThat(count("withdrawn")).isZero();
	}

	@Test
	void whatIsCalledOffIsNeitherMetNorMissed() {
		this.engine.command("S-4", new Open(this.clock.instant().plus(HOUR)));
		this.engine.command("S-5", new Open(this.clock.instant().plus(HOUR)));
		this.engine.command("S-4", new Withdraw());
		this.clock.advance(HOUR.multipliedBy(2));
		this.engine.command("S-5", new Withdraw());
		assertThat(count("withdrawn")).isEqualTo(2);
		assertThat(count("met")).isZero();
		assertThat(count("missed")).isZero();
		assertThat(overdue()).isZero();
	}

	@Test
	void aPromiseThatIsKeptInTimeIsMetWithTheTimeLeft() {
		this.engine.command("S-1", new Open(this.clock.instant().plus(HOUR)));
		this.clock.advance(Duration.ofMinutes(20));
		this.engine.command("S-1", new Approve());
		assertThat(count("met")).isOne();
		assertThat(count("missed")).isZero();
		assertThat(
				this.engine.registry.get("gendan.sla.margin").tag("sla", "review").timer().totalTime(TimeUnit.MINUTES))
			.isEqualTo(40);
	}

	@Test
	void anOverdueOneIsSeenNowAndMissedOnceWhenItIsSettled() {
		this.engine.command("S-2", new Open(this.clock.instant().plus(HOUR)));
		this.engine.command("S-3", new Open(this.clock.instant().plus(HOUR.multipliedBy(5))));
		assertThat(overdue()).isZero();
		this.clock.advance(HOUR.multipliedBy(2));
		assertThat(overdue()).isOne();
		this.engine.command("S-2", new Approve());
		assertThat(count("missed")).isOne();
		assertThat(overdue()).isZero();
		assertThat(this.engine.registry.get("gendan.sla.overdrawn")
			.tag("sla", "review")
			.timer()
			.totalTime(TimeUnit.MINUTES)).isEqualTo(60);
	}

	private double overdue() {
		this.engine.slas.look(this.engine.store);
		return this.engine.registry.get("gendan.sla.overdue").tag("sla", "review").gauge().value();
	}

	private double count(String what) {
		return this.engine.registry.get("gendan.sla." + what).tag("sla", "review").counter().count();
	}

}
