package io.gendan.order.imports;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;

import io.gendan.contract.Actor;
import io.gendan.messaging.CommandRequest;
import io.gendan.messaging.CommandResult;
import io.gendan.messaging.StageGateway;

import io.gendan.order.customer.Customer;
import io.gendan.order.customer.CustomerCommand;
import io.gendan.order.customer.CustomerForm;
import io.gendan.order.customer.TermsForm;
import io.gendan.stage.Visibility;
import io.gendan.testing.Answer;
import io.gendan.testing.Caller;
import io.gendan.testing.GendanIntegrationTest;
import io.gendan.testing.TestSystem;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;

import static org.assertj.core.api.Assertions.assertThat;

/** ORD-1: the customer register and the product list from files. */
@GendanIntegrationTest
class RegisterImportTest {

	private static final String CUSTOMERS = "/api/customer-imports";

	private static final String PRODUCTS = "/api/product-imports";

	private static final String CUSTOMER_MAPPING = """
			{"columns": {"number": "编号", "name": "名称", "creditCode": "信用代码", "grade": "等级", "creditLimit": "额度",
			  "contactName": "联系人", "contactPhone": "电话", "city": "城市", "address": "地址"},
			 "constants": {"country": "CN", "creditCurrency": "CNY"}, "groupingSeparator": ","}
			""";

	private static final String CUSTOMER_HEADER = "编号,名称,信用代码,等级,额度,联系人,电话,城市,地址\n";

	private static final String PRODUCT_MAPPING = """
			{"columns": {"number": "型号", "name": "品名", "unit": "单位", "supply": "供应", "taxRatePercent": "税率",
			  "grade": "等级", "currency": "币种", "listPrice": "标价", "floorPrice": "底价"},
			 "extract": {"taxRatePercent": "(.*)%"}, "charset": "GBK", "delimiter": ";"}
			""";

	private static final String PRODUCT_HEADER = "型号;品名;单位;供应;税率;等级;币种;标价;底价\n";

	@Autowired
	private TestSystem system;

	@Autowired
	private ImportStore store;

	@Autowired
	@Qualifier("customerBatch")
	private ImportBatch batch;

	@Autowired
	private StageGateway<Customer, CustomerCommand> customers;

	@Test
	void aFileOfCustomersIsTheRegisterAfterwards() {
		Caller manager = this.system.as("wang", "sales-manager");
		String good = """
				IC-1,杭州西湖礼品,91330100799655058B,A,"50,000.00",王芳,0571-8888,杭州,文三路 1 号
				IC-1,,,,,赵六,0571-9999,,
				IC-2,张伟,,,,,,,
				""";
		String bad = """
				IC-3,甲,91330100799655058C,X,,,,,
				IC-4,乙,,,,,,,
				IC-4,丙,,,,,,,
				IC-5,%s,,,,,0571,,
				""".formatted("长".repeat(201));
		String file = CUSTOMER_HEADER + good + bad;
		JsonNode done = imported(manager, CUSTOMERS, file, CUSTOMER_MAPPING);
		assertThat(told(done)).containsExactlyInAnyOrder("5 信用代码 CREDIT_CODE_INVALID", "5 等级 CHOICE_UNKNOWN",
				"7 名称 ROWS_DISAGREE", "8 名称 TOO_LONG", "8 联系人 REQUIRED");
		assertThat(done.at("/entries").toString()).isEqualTo(counts(5, 2, 0, 0, 3));
		JsonNode shown = manager.get("/api/customers/IC-1").body();
		assertThat(shown.at("/details/contacts")).hasSize(2);
		assertThat(shown.at("/creditLimit/amount").asString()).isEqualTo("50000.00");
		assertThat(manager.get("/api/customers/IC-4").status()).isEqualTo(404);

		JsonNode again = imported(manager, CUSTOMERS, file, CUSTOMER_MAPPING);
		assertThat(again.at("/run").asInt()).isEqualTo(2);
		assertThat(again.at("/entries").toString()).isEqualTo(counts(5, 0, 0, 2, 3));
		assertThat(history("IC-1")).hasSize(1);

		String mended = manager.get(CUSTOMERS + "/" + done.at("/id").asString() + "/refused.csv")
			.text()
			.replace("058C,X", "058B,C")
			.replace("丙", "乙")
			.replace("长".repeat(201) + ",,,,,0571", "丁,,,,,0571")
			.replace("丁,,,,,", "丁,,,,钱七,");
		assertThat(imported(manager, CUSTOMERS, mended, CUSTOMER_MAPPING).at("/entries").toString())
			.isEqualTo(counts(3, 3, 0, 0, 0));
	}

	@Test
	void otherDetailsOfAKnownCustomerChangeIt() {
		Caller manager = this.system.as("wang", "sales-manager");
		imported(manager, CUSTOMERS, CUSTOMER_HEADER + "IC-10,西湖礼品,,B,1000,王芳,0571-8888,杭州,文三路 1 号\nIC-11,张伟,,,,,,,\n",
				CUSTOMER_MAPPING);
		JsonNode done = imported(manager, CUSTOMERS, CUSTOMER_HEADER + "IC-10,杭州西湖礼品,,A,2000,,,,\nIC-11,张伟,,,,,,,\n",
				CUSTOMER_MAPPING);
		assertThat(done.at("/entries").toString()).isEqualTo(counts(2, 0, 1, 1, 0));
		JsonNode shown = manager.get("/api/customers/IC-10").body();
		assertThat(shown.at("/details/contacts/0/name").asString()).as("not said by the file").isEqualTo("王芳");
		assertThat(shown.at("/grade").asString()).isEqualTo("A");
		JsonNode history = history("IC-10");
		assertThat(history.findValuesAsString("type")).containsExactly("io.gendan.order.CreditLimitChanged.v1",
				"io.gendan.order.CustomerGraded.v1", "io.gendan.order.CustomerChanged.v1",
				"io.gendan.order.CustomerRegistered.v1");
		assertThat(history.at("/1/by").asString()).isEqualTo("sales-manager/wang");
		assertThat(history.at("/1/data/old").asString()).isEqualTo("B");
		assertThat(history.at("/1/data/reason").asString())
			.isEqualTo("orders.csv (import %s)".formatted(done.at("/id").asString()));
		assertThat(history.at("/2/data/before/name").asString()).isEqualTo("西湖礼品");
		assertThat(history.at("/2/data/after/name").asString()).isEqualTo("杭州西湖礼品");
	}

	@Test
	void aFileGivesNobodyMoreRightsThanTheRegister() {
		Caller own = this.system.owning("zhao", "salesperson", "IC-20");
		imported(this.system.owning("zhou", "salesperson", "IC-21"), CUSTOMERS, CUSTOMER_HEADER + "IC-21,西湖礼品,,,,,,,\n",
				CUSTOMER_MAPPING);
		JsonNode done = imported(own, CUSTOMERS, CUSTOMER_HEADER + """
				IC-20,甲,,,,,,,
				IC-21,乙,,,,,,,
				IC-22,丙,,A,5000,,,,
				""", CUSTOMER_MAPPING);
		assertThat(told(done)).containsExactlyInAnyOrder("3 编号 NUMBER_NOT_FREE", "4 等级 TERMS_NOT_YOURS",
				"4 额度 TERMS_NOT_YOURS");
		assertThat(done.at("/entries/entered").asInt()).isEqualTo(1);
		assertThat(done.toString()).doesNotContain("西湖", "zhou");
		assertThat(own.get("/api/customers/IC-20").body().at("/details/salesperson").asString()).isEqualTo("zhao");
		String address = CUSTOMERS + "/" + done.at("/id").asString();
		assertThat(this.system.owning("zhou", "salesperson", "IC-21").get(address).status()).isEqualTo(404);
		assertThat(this.system.as("zheng", "warehouse").get(address).status()).isEqualTo(403);
		assertThat(this.system.as("sun", "auditor").get("/api/order-imports/" + done.at("/id").asString()).status())
			.as("under its own address only")
			.isEqualTo(404);
		assertThat(own.get("/api/order-imports").text()).doesNotContain(done.at("/id").asString());
		assertThat(own.get(CUSTOMERS).body().at("/imports/0/id")).isEqualTo(done.at("/id"));
		assertThat(upload(this.system.as("qian", "finance"), CUSTOMERS, "x", CUSTOMER_MAPPING).status()).isEqualTo(403);
		assertThat(upload(own, PRODUCTS, "x", PRODUCT_MAPPING).status()).isEqualTo(403);
		Caller auditor = this.system.as("sun", "auditor");
		Awaitility.await()
			.until(() -> auditor.get("/api/access-refusals?user=zhao").text().contains("\"" + address + "\""));
	}

	@Test
	void anErasedCustomerIsNotEnteredAgain() {
		Caller general = this.system.as("chen", "general-manager");
		String file = CUSTOMER_HEADER + "IC-30,西湖礼品,,,,,,,\n";
		imported(general, CUSTOMERS, file, CUSTOMER_MAPPING);
		assertThat(general.post("/api/customers/IC-30/erase", "{\"cause\": \"CUSTOMER_REQUEST\"}").status())
			.isEqualTo(200);
		JsonNode done = imported(general, CUSTOMERS, file, CUSTOMER_MAPPING);
		assertThat(told(done)).containsExactly("2 编号 CUSTOMER_ERASED");
		assertThat(told(imported(general, CUSTOMERS, CUSTOMER_HEADER + "IC-30,,,A,,,,,\n", CUSTOMER_MAPPING)))
			.as("also where too little is said to enter anybody")
			.containsExactly("2 编号 CUSTOMER_ERASED");
	}

	@Test
	void aFileOfProductsIsTheListAfterwards() {
		Caller manager = this.system.as("wang", "sales-manager");
		JsonNode done = imported(manager, PRODUCTS, PRODUCT_HEADER + """
				IP-1;螺栓;箱;STOCKED;13%;A;CNY;118.00;98.5
				IP-1;;;;;B;CNY;120.00;99
				IP-2;垫圈;箱;STOCKED;13%;;CNY;1;2
				IP-3;安装;次;SERVICE;6%;;;;
				""", PRODUCT_MAPPING);
		assertThat(told(done)).containsExactly("4 底价 FLOOR_ABOVE_LIST");
		assertThat(done.at("/entries").toString()).isEqualTo(counts(3, 2, 0, 0, 1));
		JsonNode next = imported(manager, PRODUCTS, PRODUCT_HEADER + """
				IP-1;;;;;A;CNY;119.00;98.5
				IP-3;安装;;;;;;;
				IP-2;垫圈;箱;STOCKED;13%;;CNY;2;1
				""", PRODUCT_MAPPING);
		assertThat(next.at("/entries").toString()).isEqualTo(counts(3, 1, 1, 1, 0));
		JsonNode prices = manager.get("/api/products/IP-1").body().at("/details/prices");
		assertThat(prices).hasSize(2);
		assertThat(StreamSupport.stream(prices.spliterator(), false)
			.map((price) -> price.at("/grade").asString() + " " + price.at("/list/amount").asString()))
			.containsExactlyInAnyOrder("A 119.00", "B 120.00");
		assertThat(manager.post("/api/products/IP-3/withdraw", "{\"reason\": \"停产\"}").status()).isEqualTo(200);
		assertThat(told(imported(manager, PRODUCTS, PRODUCT_HEADER + "IP-3;安装;;;7%;;;;\n", PRODUCT_MAPPING)))
			.containsExactly("2 型号 PRODUCT_WITHDRAWN");
	}

	@Test
	void whatACrashHasLeftIsTakenUpAndCountedOnce() throws IOException {
		Actor actor = new Actor("sales-manager", "wang");
		StringBuilder text = new StringBuilder(CUSTOMER_HEADER);
		for (int number = 1; number <= 30; number++) {
			text.append("CRASH-%d,新名,,A,,,,,\n".formatted(number));
			if (number % 3 != 0) {
				register(actor, "CRASH-" + number, (number % 3 == 1) ? "新名" : "旧名");
			}
		}
		FileContent content = ImportFixtures.file(text.toString());
		ColumnMapping mapping = new MappingReader().read(ImportKind.CUSTOMERS, CUSTOMER_MAPPING);
		FileSurvey survey = FileSurvey.of(content, mapping, ImportFixtures.LIMITS);
		ImportRecord record = ImportRecord.begun("customers-crashed", ImportKind.CUSTOMERS,
				new Uploader(actor, Visibility.EVERYTHING), "customers.csv",
				this.store.keep("customers-crashed", content), CUSTOMER_MAPPING, survey,
				Instant.parse("2026-03-01T00:00:00Z"));
		placeTheFirst(record, content, mapping, survey);
		this.store.insert(record);
		Awaitility.await()
			.atMost(Duration.ofSeconds(60))
			.until(() -> this.store.find(record.id()).orElseThrow().state() == ImportState.DONE);
		ImportRecord done = this.store.find(record.id()).orElseThrow();
		assertThat(List.of(done.placed(), done.changed(), done.alreadyKnown(), done.refused())).containsExactly(10L,
				10L, 10L, 0L);
		assertThat(List.of(version("CRASH-1"), version("CRASH-2"), version("CRASH-3"), version("CRASH-30")))
			.as("nothing twice")
			.containsExactly(1L, 2L, 1L, 1L);
	}

	@Test
	void aLongFileCanBeCancelled() {
		StringBuilder text = new StringBuilder(CUSTOMER_HEADER);
		for (int number = 1; number <= 40_000; number++) {
			text.append("LONG-%d,名,,,,,,,\n".formatted(number));
		}
		Caller manager = this.system.as("wang", "sales-manager");
		Answer started = upload(manager, CUSTOMERS, text.toString(), CUSTOMER_MAPPING);
		String address = started.headers().firstValue("Location").orElseThrow();
		Answer cancelled = manager.post(address + "/cancel", "");
		assertThat(cancelled.body().at("/state").asString()).as(cancelled.text()).isEqualTo("CANCELLED");
		assertThat(manager.get(address).body().at("/entries/entered").asInt()).isLessThan(40_000);
	}

	/** Some rows were done before the crash, but nothing of it was recorded. */
	private void placeTheFirst(ImportRecord record, FileContent content, ColumnMapping mapping, FileSurvey survey)
			throws IOException {
		try (FileEntries entries = FileEntries.open(content, mapping, survey, ImportFixtures.LIMITS)) {
			List<FileEntry> first = new ArrayList<>();
			while (first.size() < 11) {
				first.add(entries.next());
			}
			ImportCounts counts = new ImportCounts();
			assertThat(this.batch.place(record, mapping, entries.reader(), first, counts).none()).isTrue();
			assertThat(List.of(counts.placed(), counts.changedEntries(), counts.knownAlready())).containsExactly(3L, 4L,
					4L);
		}
	}

	private void register(Actor actor, String number, String name) {
		assertThat(this.customers.execute(CommandRequest.of(number,
				new CustomerCommand.Register(new CustomerForm(name, null, List.of(), List.of(), null, null, null, null),
						new TermsForm("A", null, null)),
				actor)))
			.isInstanceOf(CommandResult.Done.class);
	}

	private long version(String number) {
		return this.customers.find(number).orElseThrow().version();
	}

	private JsonNode history(String number) {
		return this.system.as("sun", "auditor").get("/api/customers/" + number + "/history").body().at("/items");
	}

	private static String counts(int inFile, int entered, int changed, int unchanged, int refused) {
		return "{\"inFile\":%d,\"entered\":%d,\"changed\":%d,\"unchanged\":%d,\"refused\":%d}".formatted(inFile,
				entered, changed, unchanged, refused);
	}

	private static List<String> told(JsonNode done) {
		return StreamSupport.stream(done.at("/refusedRows").spliterator(), false)
			.map((row) -> row.at("/row").asInt() + " " + row.at("/field").asString() + " " + row.at("/code").asString())
			.toList();
	}

	private static JsonNode imported(Caller caller, String path, String file, String mapping) {
		Answer started = upload(caller, path, file, mapping);
		assertThat(started.status()).as(started.text()).isEqualTo(202);
		String address = started.headers().firstValue("Location").orElseThrow();
		Awaitility.await()
			.atMost(Duration.ofSeconds(60))
			.pollInterval(Duration.ofMillis(50))
			.until(() -> !caller.get(address).body().at("/state").asString().equals("RUNNING"));
		JsonNode done = caller.get(address).body();
		assertThat(done.at("/state").asString()).as(done.toString()).isEqualTo("DONE");
		return done;
	}

	private static Answer upload(Caller caller, String path, String file, String mapping) {
		byte[] bytes = file.getBytes(path.equals(PRODUCTS) ? Charset.forName("GBK") : StandardCharsets.UTF_8);
		return caller.upload(path, Map.of("file", bytes, "mapping", mapping.getBytes(StandardCharsets.UTF_8)));
	}

}
