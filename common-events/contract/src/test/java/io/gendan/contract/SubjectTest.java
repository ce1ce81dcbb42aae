package io.gendan.contract;

import java.time.Instant;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** What an event is about can be told from its subject, whatever numbers look like. */
class SubjectTest {

	@ParameterizedTest
	@CsvSource({ "product/M8/20,product,M8/20", "customer/C-1001,customer,C-1001",
			"force-majeure/2026-1,force-majeure,2026-1", "product/100%;x=1,product,100%;x=1",
			"product/螺栓 A,product,螺栓 A" })
	void aKindStandsBeforeItsNumber(String text, String kind, String number) {
		assertThat(Subject.parse(text)).isEqualTo(new Subject(kind, number));
		assertThat(new Subject(kind, number).text()).isEqualTo(text);
		assertThat(Subject.isReserved(text)).isTrue();
	}

	@ParameterizedTest
	@ValueSource(strings = { "SO-1", "M8/20", "SO/2026/1", "2026/17", "a/1", "/", "product/", "Product/1", "so/2024-17",
			"订单/1" })
	void whatNamesNoKindIsTheNumberOfAnOrder(String text) {
		assertThat(Subject.parse(text)).isEqualTo(new Subject(Subject.ORDER, text));
		assertThat(Subject.isReserved(text)).isFalse();
	}

	@Test
	void anOrderOfBeforeStaysAnOrderHoweverItIsNumbered() {
		assertThat(Subject.of(envelope("io.gendan.order.OrderConfirmed.v1")))
			.isEqualTo(new Subject("order", "product/1"));
		assertThat(Subject.of(envelope("io.gendan.order.ProductWithdrawn.v1"))).isEqualTo(new Subject("product", "1"));
		assertThat(Subject.of(envelope("io.gendan.order.Unheard.v1"))).isEqualTo(new Subject("product", "1"));
	}

	private static Envelope envelope(String type) {
		return new Envelope("", type, Service.ORDER, "product/1", Instant.EPOCH, 1, 1, null, "", Actor.policy("test"),
				HashChain.GENESIS, HashChain.GENESIS, null);
	}

}
