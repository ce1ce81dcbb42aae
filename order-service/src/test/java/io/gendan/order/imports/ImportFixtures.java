package io.gendan.order.imports;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

import io.gendan.contract.Actor;
import io.gendan.messaging.rest.ProblemTexts;
import io.gendan.order.OrderPolicy;
import io.gendan.order.OrderStage;
import io.gendan.order.entry.FakeRegister;
import io.gendan.order.entry.Registers;
import io.gendan.stage.Privacy;
import io.gendan.stage.Visibility;

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

	/** As the service has them, but small enough to be reached by small files. */
	static final FileLimits LIMITS = new FileLimits(20, 500, 20_000, 3000, 1000, 4 << 20, 12 << 20, 100, 20_000,
			1 << 20);

	static final ImportSettings SETTINGS = settings(LIMITS);

	static final OrderPolicy POLICY = new OrderPolicy(ZoneId.of("Asia/Shanghai"), 1000, 3, new BigDecimal("1000000000"),
			6, new BigDecimal("1000000000"), LocalDate.of(2000, 1, 1), Duration.ofMinutes(2), Period.ofYears(3),
			Set.of(), Period.ofYears(10));

	private static final Instant NOW = Instant.parse("2026-03-02T02:00:00Z");

	private ImportFixtures() {
	}

	static ImportSettings settings(FileLimits limits) {
		return new ImportSettings(200, 5000, 2 << 20, 4, 2, Duration.ofSeconds(20), 5, Duration.ofSeconds(30),
				List.of(Duration.ZERO, Duration.ofMillis(1)), Duration.ofSeconds(5), Duration.ofDays(30), limits);
	}

	static FileContent file(String text) {
		return () -> new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
	}

	static FileContent file(byte[] bytes) {
		return () -> new ByteArrayInputStream(bytes);
	}

	static ColumnMapping mapping(String json) {
		return new MappingReader().read(ImportKind.ORDERS, json);
	}

	static ColumnMapping retailMapping() throws IOException {
		return mapping(Files.readString(RETAIL_MAPPING));
	}

	static Verdicts run(FileContent content, ColumnMapping mapping) throws IOException {
		return run(content, mapping, nothingPlaced(), 1);
	}

	static PlacedOrders nothingPlaced() {
		return new PlacedOrders(new OrderStage(POLICY), NOW);
	}

	static Verdicts run(FileContent content, ColumnMapping mapping, PlacedOrders placed, int run) throws IOException {
		return run(content, mapping, placed, run, LIMITS);
	}

	static Verdicts run(FileContent content, ColumnMapping mapping, PlacedOrders placed, int run, FileLimits limits)
			throws IOException {
		return run(content, mapping, placed, run, limits, FakeRegister.nothing(POLICY), Visibility.EVERYTHING);
	}

	static Verdicts run(FileContent content, ColumnMapping mapping, PlacedOrders placed, int run, FileLimits limits,
			Registers registers, Visibility visibility) throws IOException {
		OrderBatch batch = new OrderBatch(placed, new OrderStage(POLICY), registers, Privacy.CLEAR, settings(limits),
				Clock.fixed(placed.now, ZoneOffset.UTC));
		FileSurvey survey = FileSurvey.of(content, mapping, limits);
		ImportRecord record = new ImportRecord("test", ImportKind.ORDERS, ImportState.RUNNING, run,
				new Uploader(new Actor("salesperson", "li"), visibility), "f", "test", 1, "", placed.now, survey.rows(),
				survey.orders(), 0, 0, 0, 0, 0, 0, Map.of(), placed.now, null, null);
		ImportCounts counts = new ImportCounts();
		List<RowFault> faults = new ArrayList<>();
		Set<String> refused = new HashSet<>();
		try (FileEntries orders = FileEntries.open(content, mapping, survey, limits)) {
			while (orders.hasNext()) {
				BatchRefusals refusals = batch.place(record, mapping, orders.reader(), List.of(orders.next()), counts);
				faults.addAll(refusals.faults());
				refused.addAll(refusals.orders());
			}
		}
		return new Verdicts(survey, counts, faults, refused);
	}

	/** The rows of the refused orders as they come back. */
	static byte[] refusedRows(FileContent content, ColumnMapping mapping, Verdicts verdicts) throws IOException {
		ByteArrayOutputStream out = new ByteArrayOutputStream();
		new RefusedRowsFile(mapping, LIMITS, verdicts.refused(), verdicts.faults(), new ProblemTexts(), Locale.CHINA)
			.write(content, out);
		return out.toByteArray();
	}

	/**
	 * What has become of a file.
	 *
	 * @param survey what the file is like
	 * @param counts what has become of its orders
	 * @param faults what is wrong with it
	 * @param refused numbers of the refused orders
	 */
	record Verdicts(FileSurvey survey, ImportCounts counts, List<RowFault> faults, Set<String> refused) {

		/** The faults as {@code row field CODE}. */
		List<String> told() {
			return this.faults.stream().map((fault) -> fault.row() + " " + fault.field() + " " + fault.code()).toList();
		}

	}

}
