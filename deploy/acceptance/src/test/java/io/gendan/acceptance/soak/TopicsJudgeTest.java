package io.gendan.acceptance.soak;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import io.gendan.acceptance.soak.Fault.Kind;
import io.gendan.contract.Service;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

/** A judge must be seen to find: faults planted one by one into a story that is whole. */
class TopicsJudgeTest {

	private static final String ORDER = "SO-1";

	private final Told told = Told.wholeOrder(ORDER);

	@Test
	void aWholeStoryHasNoFault() {
		Judgment judgment = judge();
		assertThat(judgment.faults()).isEmpty();
		assertThat(judgment.orders().get(ORDER)).satisfies((order) -> assertThat(order.archived()).isTrue());
		assertThat(judgment.records()).isEqualTo(16);
		assertThat(judgment.chains()).isEqualTo(6);
	}

	@Test
	void theSameEventAgainIsNoFault() {
		again("OrderReleased", Map.of(), null);
		Judgment judgment = judge();
		assertThat(judgment.faults()).isEmpty();
		assertThat(judgment.duplicates()).isEqualTo(1);
	}

	@Test
	void aMissingEventIsFound() {
		this.told.records().remove(this.told.first("PaymentRequested"));
		assertThat(kinds()).contains(Kind.GAP, Kind.NOT_ONCE, Kind.CAUSE_AFTER_EFFECT);
	}

	@Test
	void aMissingLastEventIsMissedByWhoeverItCaused() {
		this.told.records().remove(this.told.first("OrderSettled"));
		assertThat(kinds()).contains(Kind.NOT_ONCE, Kind.CAUSE_AFTER_EFFECT).doesNotContain(Kind.GAP);
	}

	/** A service without signatures believes a stranger who keeps the form. */
	@Test
	void whatFollowsFromAForgedEventHasItsCauseThere() {
		Told believed = new Told().event(Service.LOGISTICS, "FOREIGN-1", "GoodsDelivered", "{}")
			.event(Service.AFTERSALES, "FOREIGN-1", "AcceptanceRequested", "{}");
		Set<Place> forged = Set.of(Place.of(believed.first("GoodsDelivered")));
		assertThat(new TopicsJudge(forged).judge(believed.records()).faults()).isEmpty();
		assertThat(new TopicsJudge(Set.of(new Place("gendan.order", 0, 0))).judge(believed.records().subList(1, 2))
			.faults()).extracting(Fault::kind).containsExactly(Kind.CAUSE_AFTER_EFFECT);
	}

	@Test
	void changedDataAreFound() {
		replace("GoodsShipped", Map.of(), "{\"carrier\": \"another\"}");
		assertThat(kinds()).containsExactly(Kind.WRONG_HASH);
	}

	@Test
	void aChangedAttributeIsFound() {
		replace("GoodsShipped", Map.of("ce_actor", "finance/nobody"), "{}");
		assertThat(kinds()).containsExactly(Kind.WRONG_HASH);
	}

	@Test
	void aDuplicateThatIsNotTheSameIsFound() {
		again("OrderReleased", Map.of(), "{\"other\": 1}");
		assertThat(kinds()).containsExactly(Kind.CHANGED_DUPLICATE);
	}

	@Test
	void aChainThatWasBegunAnewIsFound() {
		Told other = new Told().event(Service.BILLING, ORDER, "PaymentRequested", "{\"terms\": \"other\"}");
		int at = this.told.records().indexOf(this.told.first("PaymentRequested"));
		this.told.records().set(at, other.first("PaymentRequested"));
		assertThat(kinds()).contains(Kind.BROKEN_CHAIN);
	}

	@Test
	void anEventBeforeItsPredecessorIsFound() {
		List<ConsumerRecord<String, byte[]>> records = this.told.records();
		records.add(records.indexOf(this.told.first("OrderPlaced")), records.removeLast());
		assertThat(kinds()).containsExactlyInAnyOrder(Kind.OVERTAKEN, Kind.OVERTAKEN, Kind.OVERTAKEN);
	}

	@Test
	void anEffectThatCameTwiceIsFound() {
		this.told.event(Service.LOGISTICS, ORDER, "GoodsShipped", "{}");
		assertThat(kinds()).containsExactly(Kind.NOT_ONCE);
	}

	@Test
	void aReceiptBookedTwiceIsFound() {
		this.told.receipt(ORDER, "V-1", "100.00");
		assertThat(kinds()).containsExactly(Kind.NOT_ONCE);
	}

	@Test
	void moneyAfterSettlementIsNoFaultAndMoneyThatWasNotSettledIs() {
		this.told.receipt(ORDER, "V-2", "5.00");
		assertThat(kinds()).isEmpty();
		List<ConsumerRecord<String, byte[]>> short100 = Told.wholeOrder(ORDER).records();
		Told billing = new Told();
		short100.removeIf((message) -> message.topic().equals("gendan.billing"));
		billing.event(Service.BILLING, ORDER, "PaymentRequested", "{}")
			.receipt(ORDER, "V-1", "99.99")
			.event(Service.BILLING, ORDER, "OrderReleased", "{}")
			.event(Service.BILLING, ORDER, "InvoiceIssued", "{\"gross\": {\"amount\": \"100.00\"}}")
			.event(Service.BILLING, ORDER, "OrderSettled",
					"""
							{"invoiced": {"amount": "100.00"}, "received": {"amount": "100.00"}, "credit": {"amount": "0.00"}}""");
		short100.addAll(billing.records());
		assertThat(new TopicsJudge(Set.of()).judge(short100).faults()).extracting(Fault::kind)
			.containsOnlyOnce(Kind.MONEY);
	}

	@Test
	void whatIsNoEventIsFoundUnlessTheJudgePutItThere() {
		this.told.write("gendan.order", ORDER, Map.of(), "{\"this is\": no event");
		assertThat(kinds()).containsExactly(Kind.NO_EVENT);
		Place forged = Place.of(this.told.records().getLast());
		assertThat(new TopicsJudge(Set.of(forged)).judge(this.told.records()).faults()).isEmpty();
	}

	@Test
	void aDeadLetterIsFoundUnlessItIsAboutWhatTheJudgePutThere() {
		this.told.write("gendan.order.dead.review-service", ORDER,
				Map.of("gendan_topic", "gendan.order".getBytes(UTF_8), "gendan_partition", "0".getBytes(UTF_8),
						"gendan_offset", "77".getBytes(UTF_8)),
				"{}");
		assertThat(kinds()).containsExactly(Kind.DEAD_LETTER);
		Place forged = new Place("gendan.order", 0, 77);
		assertThat(new TopicsJudge(Set.of(forged)).judge(this.told.records()).faults()).isEmpty();
	}

	private void again(String type, Map<String, String> changes, @Nullable String data) {
		ConsumerRecord<String, byte[]> original = this.told.first(type);
		this.told.write(original.topic(), original.key(), headers(original, changes),
				(data != null) ? data : new String(original.value(), UTF_8));
	}

	private void replace(String type, Map<String, String> changes, String data) {
		int at = this.told.records().indexOf(this.told.first(type));
		again(type, changes, data);
		this.told.records().set(at, this.told.records().removeLast());
	}

	private static Map<String, byte[]> headers(ConsumerRecord<?, ?> original, Map<String, String> changes) {
		Map<String, byte[]> headers = new HashMap<>();
		original.headers().forEach((header) -> headers.put(header.key(), header.value()));
		changes.forEach((name, value) -> headers.put(name, value.getBytes(UTF_8)));
		return headers;
	}

	private List<Kind> kinds() {
		return judge().faults().stream().map(Fault::kind).toList();
	}

	private Judgment judge() {
		return new TopicsJudge(Set.of()).judge(this.told.records());
	}

}
