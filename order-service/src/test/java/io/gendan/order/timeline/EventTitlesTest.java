package io.gendan.order.timeline;

import java.util.List;

import io.gendan.contract.EventCatalogue;
import io.gendan.contract.EventCodec;
import io.gendan.contract.Upcaster;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.ObjectNode;

import static org.assertj.core.api.Assertions.assertThat;

/** Every event has a title in both languages, whichever version it came in. */
class EventTitlesTest {

	private static final String NEW = "io.gendan.billing.OrderReleased.v1";

	private static final String OLD = "io.gendan.billing.OrderReleased.v0";

	@Test
	void everyEventOfTheCatalogueHasOne() {
		EventTitles titles = new EventTitles(new EventCodec());
		assertThat(EventCatalogue.all().keySet()).allSatisfy((type) -> {
			assertThat(titles.of(type).en()).isNotEqualTo(type);
			assertThat(titles.of(type).zh()).isNotEqualTo(type);
		});
	}

	@Test
	void anOldVersionHasTheTitleOfTheNewOne() {
		EventTitles titles = new EventTitles(new EventCodec(List.of(new Lifted())));
		assertThat(titles.of(OLD)).isEqualTo(titles.of(NEW));
	}

	@Test
	void whatNobodyKnowsKeepsItsName() {
		assertThat(new EventTitles(new EventCodec()).of("io.gendan.billing.OrderFramed.v1").en())
			.isEqualTo("io.gendan.billing.OrderFramed.v1");
	}

	private static final class Lifted implements Upcaster {

		@Override
		public String from() {
			return OLD;
		}

		@Override
		public String to() {
			return NEW;
		}

		@Override
		public ObjectNode lift(ObjectNode data) {
			return data;
		}

	}

}
