package io.gendan.messaging.engine;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

import io.gendan.contract.GendanEvent;
import io.gendan.contract.Personal;
import io.gendan.contract.Service;
import io.gendan.contract.product.ProductEvent;
import io.gendan.messaging.ledger.LedgerStore;
import io.gendan.messaging.ledger.SealedRows;
import io.gendan.messaging.privacy.Sealing;
import io.gendan.stage.Column;
import io.gendan.stage.Context;
import io.gendan.stage.Outcome;
import io.gendan.stage.Owner;
import io.gendan.stage.Stage;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** what lists show of a personal text. */
class SummaryTest {

	private static final String LOOKS_SEALED = "eyJhbGciOiJkaXIifQ..AAAAAAAAAAAAAAAA.AA.AAAAAAAAAAAAAAAAAAAAAA";

	private static final Personal SEALED = Personal.read(LOOKS_SEALED.replace("AA.", "BB."));

	private final Ownership<Personal, String> ownership = new Ownership<>(new Names());

	@Test
	void aTextWhoseKeyIsHereIsShownInClear() {
		assertThat(this.ownership.summary(SEALED, new Keys("王芳", null))).isEqualTo(row("王芳"));
	}

	@Test
	void aTextWhoseKeyHasNotComeTellsWhichOneItAwaits() {
		assertThat(this.ownership.summary(SEALED, new Keys(null, "K-1#order#1")))
			.containsAllEntriesOf(row(SEALED.text()))
			.containsEntry(SealedRows.AWAITED, "K-1#order#1")
			.hasSize(4);
	}

	@Test
	void aTextThatNobodyCanOpenAnyMoreAwaitsNothing() {
		assertThat(this.ownership.summary(SEALED, new Keys(null, null))).isEqualTo(row(SEALED.text()));
	}

	@Test
	void aTextThatLooksSealedWhenItIsOpenedStaysSealed() {
		assertThat(this.ownership.summary(SEALED, new Keys(LOOKS_SEALED, null))).isEqualTo(row(SEALED.text()));
	}

	private static Map<String, Object> row(String name) {
		return Map.of("name", name, LedgerStore.CUSTOMER, "K-1", LedgerStore.ENTERED_BY, "li");
	}

	private record Keys(@Nullable String clear, @Nullable String awaits) implements Sealing.Batch {

		@Override
		public Personal seal(Supplier<String> customer, Personal text) {
			return text;
		}

		@Override
		public @Nullable String open(Personal text) {
			return this.clear;
		}

		@Override
		public @Nullable String awaited(Personal text) {
			return this.awaits;
		}

		@Override
		public <E extends GendanEvent> E opened(E event) {
			return event;
		}

		@Override
		public boolean lacked() {
			return false;
		}

		@Override
		public void fetch() {
			throw new IllegalStateException("Nothing is lacking");
		}

	}

	/** Its state is a name. */
	private static final class Names implements Stage<Personal, String, ProductEvent> {

		@Override
		public Service service() {
			return Service.ORDER;
		}

		@Override
		public Personal initial(String number) {
			return Personal.of("");
		}

		@Override
		public Personal evolve(Personal state, GendanEvent event) {
			return state;
		}

		@Override
		public Outcome<ProductEvent> decide(Personal state, String command, Context context) {
			return Outcome.accepted();
		}

		@Override
		public Optional<Owner> owner(Personal state) {
			return Optional.of(new Owner("K-1", "li"));
		}

		@Override
		public List<Column> columns() {
			return List.of(Column.text("name").forPersonal());
		}

		@Override
		public Map<String, Object> summary(Personal state) {
			return Map.of("name", state);
		}

	}

}
