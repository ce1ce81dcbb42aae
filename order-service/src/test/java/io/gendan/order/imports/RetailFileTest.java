package io.gendan.order.imports;

import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import io.gendan.contract.Personal;
import io.gendan.contract.order.PaymentTerms;
import io.gendan.testing.ProblemTexts;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

/**
 * A month of real, dirty invoices (ORD-6). Clean is an invoice whose every row has a
 * customer, a description, a price and a quantity above zero, of one day; postage and
 * carriage with a price are lines like others.
 */
class RetailFileTest {

	@Test
	void theWholeMonth() throws IOException {
		assumeTrue(Files.isReadable(ImportFixtures.RETAIL_FILE),
				"the data set is not beside this repository; the carried sample stands for it");
		FileContent content = () -> Files.newInputStream(ImportFixtures.RETAIL_FILE);
		PlacedOrders placed = ImportFixtures.nothingPlaced();
		ImportFixtures.Verdicts first = ImportFixtures.run(content, ImportFixtures.retailMapping(), placed, 1);
		assertThat(first.survey().rows()).isEqualTo(42_481);
		assertThat(first.survey().orders()).isEqualTo(2025);
		assertThat(first.counts().placed()).isEqualTo(1397);
		assertThat(first.counts().refusedOrders()).isEqualTo(2025 - 1397);
		assertThat(first.counts().rows()).isEqualTo(42_481);
		assertThat(first.counts().amounts()).isEqualTo(Map.of("GBP", new BigDecimal("571332.91")));
		assertThat(orders(first, "CANCELLATION_WITHOUT_ORDER")).isEqualTo(326);
		assertThat(orders(first, "REQUIRED")).isEqualTo(299);
		assertThat(placed.orders.values()
			.stream()
			.collect(Collectors.groupingBy((order) -> order.placed().paymentTerms(), Collectors.counting())))
			.containsOnlyKeys(PaymentTerms.values())
			.allSatisfy((terms, count) -> assertThat(count).isGreaterThan(400));
		ImportFixtures.Verdicts second = ImportFixtures.run(content, ImportFixtures.retailMapping(), placed, 2);
		assertThat(second.counts().placed()).isZero();
		assertThat(second.counts().knownAlready()).isEqualTo(1397);
		assertThat(second.told()).isEqualTo(first.told());
	}

	@Test
	void aSampleWithTheSameDirt() throws IOException {
		FileContent content = () -> {
			InputStream stream = RetailFileTest.class.getResourceAsStream("/online-retail-sample.csv");
			assertThat(stream).isNotNull();
			return stream;
		};
		PlacedOrders placed = ImportFixtures.nothingPlaced();
		ImportFixtures.Verdicts verdicts = ImportFixtures.run(content, ImportFixtures.retailMapping(), placed, 1);
		assertThat(placed.orders).containsOnlyKeys("536366", "536368", "536369", "536371", "536372", "536374", "536403",
				"536591");
		assertThat(verdicts.counts().refusedOrders()).isEqualTo(5);
		assertThat(verdicts.told()).containsExactly("13 InvoiceNo CANCELLATION_WITHOUT_ORDER",
				"14 InvoiceNo CANCELLATION_WITHOUT_ORDER", "17 CustomerID REQUIRED", "17 Description REQUIRED",
				"17 UnitPrice NUMBER_NOT_POSITIVE", "18 CustomerID REQUIRED", "20 CustomerID REQUIRED",
				"20 Description REQUIRED", "20 Quantity NUMBER_NOT_POSITIVE", "20 UnitPrice NUMBER_NOT_POSITIVE");
		assertThat(placed.orders.get("536366").placed().customer().id()).isEqualTo("17850");
		assertThat(placed.orders.get("536366").placed().customer().name()).isEqualTo(Personal.of("Customer 17850"));
		assertThat(placed.orders.get("536366").placed().receivedAt()).isEqualTo("2010-12-01T08:28:00Z");
		assertThat(placed.orders.get("536591").placed().receivedAt()).as("two times of one day")
			.isEqualTo("2010-12-01T16:57:00Z");
	}

	@Test
	void everyRefusalSpeaksBothLanguages() {
		ProblemTexts.assertComplete(ImportRefusal.values());
	}

	private static long orders(ImportFixtures.Verdicts verdicts, String code) {
		List<RowFault> faults = verdicts.faults();
		return faults.stream().filter((fault) -> fault.code().equals(code)).map(RowFault::order).distinct().count();
	}

}
