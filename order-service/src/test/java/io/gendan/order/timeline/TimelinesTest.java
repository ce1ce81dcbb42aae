package io.gendan.order.timeline;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import io.gendan.contract.Actor;
import io.gendan.contract.RecordedEvent;
import io.gendan.contract.billing.OrderReleased;
import io.gendan.messaging.engine.Verdict;
import io.gendan.order.lease.Leases;
import io.gendan.testing.ForeignChain;
import io.gendan.testing.TestInfrastructure;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import org.springframework.data.mongodb.MongoDatabaseFactory;
import org.springframework.data.mongodb.core.SimpleMongoClientDatabaseFactory;

import static org.assertj.core.api.Assertions.assertThat;

/** Several instances, and a rebuild that takes the place of what they write. */
class TimelinesTest {

	private static final String ORDER = "S-1";

	private static final Actor LI = new Actor("finance", "li");

	private MongoClient client;

	private MongoDatabaseFactory mongo;

	private TimelinePointer pointer;

	private RebuildLease lease;

	private Timelines one;

	private Timelines other;

	private List<RecordedEvent> events;

	@BeforeEach
	void connect() {
		String uri = TestInfrastructure.newDatabase();
		this.client = MongoClients.create(uri);
		this.mongo = new SimpleMongoClientDatabaseFactory(this.client, uri.substring(uri.lastIndexOf('/') + 1));
		this.pointer = new TimelinePointer(this.mongo);
		this.lease = new RebuildLease(new Leases(this.mongo),
				new TimelineSettings(Duration.ofMinutes(1), Duration.ofSeconds(1)));
		this.one = new Timelines(this.mongo, this.pointer, this.lease);
		this.other = new Timelines(this.mongo, new TimelinePointer(this.mongo), this.lease);
		this.events = events();
	}

	@AfterEach
	void disconnect() {
		this.client.close();
	}

	@Test
	void anotherInstanceNoticesTheSwap() {
		this.other.add(this.events.subList(0, 2));
		this.other.add(this.events.subList(2, 3));
		long token = begin();
		TimelineCollection rebuilt = rebuilt(token);
		rebuilt.add(this.events.subList(0, 2));
		rebuilt.add(this.events.subList(2, 4));
		assertThat(this.pointer.announce(token, rebuilt.name())).isTrue();
		assertThat(this.pointer.swap(token, rebuilt.name())).isTrue();
		this.one.collection(TimelinePointer.FIRST).drop();
		assertThat(this.other.add(this.events.subList(3, 4))).extracting(Verdict::kind)
			.containsExactly(Verdict.Kind.DUPLICATE);
		assertThat(this.one.find(ORDER).orElseThrow().entries()).hasSize(4);
		assertThat(this.other.find(ORDER).orElseThrow().entries()).hasSize(4);
	}

	@Test
	void whatComesAfterTheAnnouncementIsWrittenToBoth() {
		this.one.add(this.events.subList(0, 1));
		long token = begin();
		rebuilt(token).add(this.events.subList(0, 1));
		this.pointer.announce(token, rebuilt(token).name());
		this.other.add(this.events.subList(1, 2));
		assertThat(this.one.collection(TimelinePointer.FIRST).find(ORDER).orElseThrow().entries()).hasSize(2);
		assertThat(rebuilt(token).find(ORDER).orElseThrow().entries()).hasSize(2);
	}

	@Test
	void whatARebuildDoesNotTakeKeepsItFromBeingSwappedIn() {
		RecordedEvent forged = new ForeignChain(ORDER).next(new OrderReleased(ORDER, "forged"), LI);
		long token = begin();
		rebuilt(token).add(List.of(forged));
		this.pointer.announce(token, rebuilt(token).name());
		assertThat(this.one.add(this.events.subList(0, 1))).containsExactly(Verdict.taken());
		assertThat(this.pointer.swap(token, rebuilt(token).name())).isFalse();
	}

	@Test
	void nobodyWritesForARebuildThatIsDead() {
		long token = begin();
		this.pointer.announce(token, rebuilt(token).name());
		this.lease.release(token);
		this.one.add(this.events);
		assertThat(this.pointer.place().next()).isNull();
		assertThat(this.pointer.swap(token, rebuilt(token).name())).isFalse();
		assertThat(this.one.find(ORDER).orElseThrow().entries()).hasSize(4);
	}

	@ParameterizedTest
	@EnumSource
	void whatIsWrittenWhileARebuildEndsIsNotLost(Pause pause) {
		this.one.add(this.events.subList(0, 1));
		long token = begin();
		TimelineCollection rebuilt = rebuilt(token);
		rebuilt.add(this.events.subList(0, 1));
		this.pointer.announce(token, rebuilt.name());
		EndingRebuild ending = new EndingRebuild(pause, () -> {
			assertThat(this.pointer.swap(token, rebuilt.name())).isTrue();
			this.one.collection(TimelinePointer.FIRST).drop();
			this.lease.release(token);
		});
		if (pause == Pause.WITHDRAWAL) {
			this.lease.release(token);
		}
		Timelines late = new Timelines(this.mongo, ending.pointer(this.mongo), ending.lease(this.mongo));
		assertThat(late.add(this.events.subList(1, 2))).extracting(Verdict::kind).doesNotContain(Verdict.Kind.REJECTED);
		assertThat(this.pointer.place().live()).isEqualTo(rebuilt.name());
		assertThat(this.one.find(ORDER).orElseThrow().entries()).hasSize(2);
	}

	@Test
	void whatOnlyTheReplacedTimelinesTookIsTold() {
		RecordedEvent forged = new ForeignChain(ORDER).next(new OrderReleased(ORDER, "forged"), LI);
		long token = begin();
		rebuilt(token).add(List.of(forged));
		this.pointer.announce(token, rebuilt(token).name());
		EndingRebuild ending = new EndingRebuild(Pause.WITHDRAWAL,
				() -> assertThat(this.pointer.swap(token, rebuilt(token).name())).isTrue());
		Timelines late = new Timelines(this.mongo, ending.pointer(this.mongo), this.lease);
		assertThat(late.add(this.events.subList(0, 1))).extracting(Verdict::kind)
			.containsExactly(Verdict.Kind.REJECTED);
	}

	@Test
	void onlyTheLatestRebuildCanChangeAnything() {
		long first = begin();
		this.pointer.announce(first, "timelines_first");
		this.lease.release(first);
		long second = begin();
		assertThat(this.pointer.swap(first, "timelines_first")).isFalse();
		assertThat(this.pointer.announce(first, "timelines_first")).isFalse();
		assertThat(this.pointer.begin(first)).isFalse();
		assertThat(this.pointer.place()).isEqualTo(new TimelinePointer.Place(TimelinePointer.FIRST, null, second));
	}

	private long begin() {
		long token = this.lease.claim().orElseThrow();
		assertThat(this.pointer.begin(token)).isTrue();
		return token;
	}

	private TimelineCollection rebuilt(long token) {
		return this.one.collection(TimelinePointer.FIRST + "_" + token);
	}

	private static List<RecordedEvent> events() {
		ForeignChain chain = new ForeignChain(ORDER);
		List<RecordedEvent> events = new ArrayList<>();
		for (int i = 0; i < 4; i++) {
			events.add(chain.next(new OrderReleased(ORDER, "reason " + i), LI));
		}
		return events;
	}

	/** Where a writer may be stopped while a rebuild ends. */
	enum Pause {

		PLACE_READ, LEASE_ASKED, LEASE_ANSWERED, WITHDRAWAL

	}

	/**
	 * A rebuild that ends while a writer stands at a step.
	 *
	 * @param pause the step
	 * @param end how it ends
	 */
	private record EndingRebuild(Pause pause, Runnable end) {

		TimelinePointer pointer(MongoDatabaseFactory mongo) {
			return new TimelinePointer(mongo) {

				private boolean read;

				@Override
				Place place() {
					Place place = super.place();
					if (!this.read) {
						this.read = true;
						at(Pause.PLACE_READ);
					}
					return place;
				}

				@Override
				boolean withdraw(String next) {
					at(Pause.WITHDRAWAL);
					return super.withdraw(next);
				}

			};
		}

		RebuildLease lease(MongoDatabaseFactory mongo) {
			return new RebuildLease(new Leases(mongo),
					new TimelineSettings(Duration.ofMinutes(1), Duration.ofSeconds(1))) {

				@Override
				boolean holds(long token) {
					at(Pause.LEASE_ASKED);
					boolean holds = super.holds(token);
					at(Pause.LEASE_ANSWERED);
					return holds;
				}

			};
		}

		private void at(Pause now) {
			if (now == this.pause) {
				this.end.run();
			}
		}

	}

}
