package io.gendan.order.imports;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.Period;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

import io.gendan.contract.Actor;
import io.gendan.order.OrderPolicy;
import io.gendan.order.OrderStage;

/** An import without store and broker: the file goes in, the verdicts come out. */
final class ImportFixtures {

	static final Path RETAIL_MAPPING = Path.of("../deploy/local/player/src/main/resources/mappings/online-retail.json");

	static final Path RETAIL_FILE = Path.of(System.getProperty("gendan.data", "../../shared/data"),
			"online-retail-2010-12.csv");

	static final String HEADER = "No,Item,Text,Qty,Price,Date,Customer,Country\n";

	static final String MAPPING = """
			{"columns": {"number": "No", "item": "Item", "description": "Text", "quantity": "Qty", "unitPrice": "Price",
			  "receivedAt": "Date", "customerId": "Customer", "shipToCountry": "Country"},
			 "constants": {"customerName": "Customer {customerId}", "shipToAddress": "on file", "currency": "GBP",
			  "unit": "PCS", "deliveryMethod": "ROAD", "invoiceKind": "NONE"},
			 "cycle": {"paymentTerms": ["PREPAID", "CASH_ON_DELIVERY", "MONTHLY"]},
			 "dateFormat": "yyyy-MM-dd", "deliveryDays": 10, "cancellationPrefix": "C", "serviceItems": "BANK.*"}
			""";

	private static final OrderPolicy POLICY = new OrderPolicy(ZoneId.of("Asia/Shanghai"), 1000, 3,
			new BigDecimal("1000000000"), 6, new BigDecimal("1000000000"), Period.ofYears(3), Set.of(),
			Period.ofYears(10));

	private static final Instant NOW = Instant.parse("2026-03-02T02:00:00Z");

	private ImportFixtures() {
	}

	static FileContent file(String text) {
		return () -> new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
	}

	static FileContent file(byte[] bytes) {
		return () -> new ByteArrayInputStream(bytes);
	}

	static ColumnMapping mapping(String json) {
		return new MappingReader().read(json);
	}

	static ColumnMapping retailMapping() throws IOException {
		return mapping(Files.readString(RETAIL_MAPPING));
	}

	static Verdicts run(FileContent content, ColumnMapping mapping) throws IOException {
		return run(content, mapping, new PlacedOrders(new OrderStage(POLICY), NOW), 1);
	}

	static PlacedOrders nothingPlaced() {
		return new PlacedOrders(new OrderStage(POLICY), NOW);
	}

	static Verdicts run(FileContent content, ColumnMapping mapping, PlacedOrders placed, int run) throws IOException {
		ImportBatch batch = new ImportBatch(placed, new OrderStage(POLICY), POLICY, Clock.fixed(NOW, ZoneOffset.UTC));
		FileSurvey survey = FileSurvey.of(content, mapping);
		ImportRecord record = new ImportRecord("test", ImportState.RUNNING, run, new Actor("salesperson", "li"), "f", 1,
				"", NOW, survey.rows(), survey.rowsPerOrder().size(), 0, 0, 0, 0, 0, Map.of(), NOW, null, null);
		ImportCounts counts = new ImportCounts();
		List<RowFault> faults = new ArrayList<>();
		try (FileOrders orders = FileOrders.open(content, mapping, survey)) {
			while (orders.hasNext()) {
				faults.addAll(batch.place(record, mapping, orders.reader(), List.of(orders.next()), counts));
			}
		}
		return new Verdicts(survey, counts, faults);
	}

	/**
	 * What has become of a file.
	 *
	 * @param survey what the file is like
	 * @param counts what has become of its orders
	 * @param faults what is wrong with it
	 */
	record Verdicts(FileSurvey survey, ImportCounts counts, List<RowFault> faults) {

		/** The faults as {@code row field CODE}. */
		List<String> told() {
			return this.faults.stream().map((fault) -> fault.row() + " " + fault.field() + " " + fault.code()).toList();
		}

	}

}
