package io.gendan.fulfillment.stock;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import io.gendan.contract.Quantity;
import io.gendan.fulfillment.stock.Receipt.Line;
import io.gendan.fulfillment.stock.Receipt.Reading;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

/** What the warehouse may type in. */
class ReceiptTest {

	private static Line line(String item, String quantity) {
		return new Line(item, new BigDecimal(quantity));
	}

	private static Map<String, String> faults(String reference, List<Line> lines) {
		return ((Reading.Faulty) Receipt.of(reference, lines, 5)).refusal()
			.fields()
			.stream()
			.collect(Collectors.toMap((fault) -> fault.field(), (fault) -> fault.code().name()));
	}

	@Test
	void linesOfTheSameItemAddUp() {
		assertThat(Receipt.of(" GR-1 ", List.of(line("A", "0.1"), line("B", "7"), line(" A ", "0.20")), 5))
			.asInstanceOf(type(Reading.Sound.class))
			.satisfies((sound) -> {
				assertThat(sound.receipt().reference()).isEqualTo("GR-1");
				assertThat(sound.receipt().lines()).isEqualTo(3);
				assertThat(sound.receipt().quantities())
					.isEqualTo(Map.of("A", Quantity.of("0.3"), "B", Quantity.of(7)));
				assertThat(sound.receipt().portions(1)).hasSize(2);
				assertThat(sound.receipt().portions(2)).hasSize(1);
			});
	}

	@Test
	void allFaultsAreToldAtOnce() {
		assertThat(faults(" ",
				Arrays.asList(null, line("x".repeat(101), "0"), new Line(null, null), line("A", "1e999999999"),
						line("A", "0.0000001"))))
			.isEqualTo(Map.of("reference", "REQUIRED", "lines[0]", "REQUIRED", "lines[1].item", "TOO_LONG",
					"lines[1].quantity", "NOT_POSITIVE", "lines[2].item", "REQUIRED", "lines[2].quantity", "REQUIRED",
					"lines[3].quantity", "TOO_LARGE", "lines[4].quantity", "TOO_PRECISE"));
		assertThat(faults(null, null)).isEqualTo(Map.of("reference", "REQUIRED", "lines", "REQUIRED"));
		assertThat(faults("GR-1", Collections.nCopies(6, line("A", "1")))).isEqualTo(Map.of("lines", "TOO_MANY"));
	}

}
