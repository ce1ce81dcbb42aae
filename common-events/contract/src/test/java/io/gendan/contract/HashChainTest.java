package io.gendan.contract;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** A change or a hole in what happened shows (ORD-21). */
class HashChainTest {

	private final RecordedEvent first = Recordings.of("io.gendan.logistics.CarrierChosen.v1");

	private final RecordedEvent second = Recordings.of("io.gendan.logistics.GoodsShipped.v1", "{}", this.first);

	private final RecordedEvent third = Recordings.of("io.gendan.logistics.GoodsDelivered.v1", "{}", this.second);

	@Test
	void aChainOfThreeHolds() {
		assertThat(List.of(this.first, this.second, this.third)).allMatch(HashChain::intact);
		assertThat(this.first.envelope().prevHash()).isEqualTo(HashChain.GENESIS);
		assertThat(linked(this.first, this.second, this.third)).isTrue();
	}

	@Test
	void aHoleShows() {
		assertThat(linked(this.first, this.third)).isFalse();
	}

	@Test
	void anEventThatWasRewrittenWithItsHashShowsAtTheNext() {
		RecordedEvent rewritten = Recordings.sealed(this.first.envelope(),
				this.first.data().replace("386.00", "86.00"));
		assertThat(HashChain.intact(rewritten)).isTrue();
		assertThat(linked(rewritten, this.second, this.third)).isFalse();
	}

	@Test
	void aChangeOfEachPartShows() {
		Stream<UnaryOperator<Envelope>> changes = Stream.of(
				(e) -> new Envelope("x", e.type(), e.source(), e.subject(), e.time(), e.sequence(), e.clock(),
						e.causationId(), e.correlationId(), e.actor(), e.prevHash(), e.hash(), e.traceparent()),
				(e) -> new Envelope(e.id(), "x", e.source(), e.subject(), e.time(), e.sequence(), e.clock(),
						e.causationId(), e.correlationId(), e.actor(), e.prevHash(), e.hash(), e.traceparent()),
				(e) -> new Envelope(e.id(), e.type(), e.source(), "x", e.time(), e.sequence(), e.clock(),
						e.causationId(), e.correlationId(), e.actor(), e.prevHash(), e.hash(), e.traceparent()),
				(e) -> new Envelope(e.id(), e.type(), e.source(), e.subject(), e.time().plusNanos(1), e.sequence(),
						e.clock(), e.causationId(), e.correlationId(), e.actor(), e.prevHash(), e.hash(),
						e.traceparent()),
				(e) -> new Envelope(e.id(), e.type(), e.source(), e.subject(), e.time(), e.sequence(), e.clock() + 1,
						e.causationId(), e.correlationId(), e.actor(), e.prevHash(), e.hash(), e.traceparent()),
				(e) -> new Envelope(e.id(), e.type(), e.source(), e.subject(), e.time(), e.sequence(), e.clock(), "x",
						e.correlationId(), e.actor(), e.prevHash(), e.hash(), e.traceparent()),
				(e) -> new Envelope(e.id(), e.type(), e.source(), e.subject(), e.time(), e.sequence(), e.clock(), null,
						e.correlationId(), e.actor(), e.prevHash(), e.hash(), e.traceparent()),
				(e) -> new Envelope(e.id(), e.type(), e.source(), e.subject(), e.time(), e.sequence(), e.clock(),
						e.causationId(), "x", e.actor(), e.prevHash(), e.hash(), e.traceparent()),
				(e) -> new Envelope(e.id(), e.type(), e.source(), e.subject(), e.time(), e.sequence(), e.clock(),
						e.causationId(), e.correlationId(), Actor.policy("x"), e.prevHash(), e.hash(), e.traceparent()),
				(e) -> new Envelope(e.id(), e.type(), e.source(), e.subject(), e.time(), e.sequence(), e.clock(),
						e.causationId(), e.correlationId(), e.actor(), "x", e.hash(), e.traceparent()));
		assertThat(changes).allSatisfy((change) -> assertThat(
				HashChain.intact(new RecordedEvent(change.apply(this.first.envelope()), this.first.data())))
			.isFalse());
		assertThat(HashChain.intact(new RecordedEvent(this.first.envelope(), this.first.data() + " "))).isFalse();
	}

	@Test
	void textThatMovesFromOnePartToTheNextShows() {
		Envelope e = this.first.envelope();
		assertThat(hash(e, "a\nb", "c")).isNotEqualTo(hash(e, "a", "b\nc"));
		assertThat(hash(e, "a,1:b", "c")).isNotEqualTo(hash(e, "a", "b,1:c"));
		assertThat(hash(e, null, "c")).isNotEqualTo(hash(e, "", "c")).isNotEqualTo(hash(e, "-", "c"));
	}

	@Test
	void anyoneCanRecomputeItFromTheDescription() throws Exception {
		assertThat(Recordings.sparse().envelope().hash()).isEqualTo(asDescribed("2026-11-24T01:15:03.250000000Z"));
	}

	@Test
	void anEventFromBeforeTheNineDigitsStaysWhole() throws Exception {
		RecordedEvent now = Recordings.sparse();
		RecordedEvent old = new RecordedEvent(withHash(now.envelope(), asDescribed("2026-11-24T01:15:03.250Z")),
				now.data());
		assertThat(old.envelope().hash()).isNotEqualTo(now.envelope().hash());
		assertThat(HashChain.intact(old)).isTrue();
		assertThat(HashChain.intact(new RecordedEvent(old.envelope(), now.data() + " "))).isFalse();
	}

	private static String asDescribed(String time) throws Exception {
		Envelope e = Recordings.sparse().envelope();
		StringBuilder covered = new StringBuilder();
		Stream
			.of(e.prevHash(), e.id(), e.type(), e.subject(), time, "4", null, e.correlationId(), "salesperson/li.na",
					Recordings.sparse().data())
			.forEach((part) -> covered
				.append((part != null) ? part.getBytes(StandardCharsets.UTF_8).length + ":" + part : "-")
				.append(','));
		byte[] sha256 = MessageDigest.getInstance("SHA-256")
			.digest(covered.toString().getBytes(StandardCharsets.UTF_8));
		return HexFormat.of().formatHex(sha256);
	}

	private static Envelope withHash(Envelope e, String hash) {
		return new Envelope(e.id(), e.type(), e.source(), e.subject(), e.time(), e.sequence(), e.clock(),
				e.causationId(), e.correlationId(), e.actor(), e.prevHash(), hash, e.traceparent());
	}

	private static String hash(Envelope e, String causationId, String correlationId) {
		return HashChain.hash(new Envelope(e.id(), e.type(), e.source(), e.subject(), e.time(), e.sequence(), e.clock(),
				causationId, correlationId, e.actor(), e.prevHash(), "", null), "{}");
	}

	private static boolean linked(RecordedEvent... chain) {
		String hash = HashChain.GENESIS;
		for (RecordedEvent event : chain) {
			if (!event.envelope().prevHash().equals(hash)) {
				return false;
			}
			hash = event.envelope().hash();
		}
		return true;
	}

}
