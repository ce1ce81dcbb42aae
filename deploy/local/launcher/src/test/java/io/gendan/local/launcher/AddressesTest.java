package io.gendan.local.launcher;

import java.nio.file.Path;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** A broker and a store that are already there. */
class AddressesTest {

	@ParameterizedTest
	@CsvSource({ "mongodb://host, mongodb://host/order", "mongodb://host:27017/, mongodb://host:27017/order",
			"'mongodb://a:1,b:2/?replicaSet=rs0', 'mongodb://a:1,b:2/order?replicaSet=rs0'",
			"mongodb://host/gendan, mongodb://host/gendan-order",
			"mongodb://me:secret@host, mongodb://me:secret@host/order?authSource=admin",
			"mongodb://me:secret@host/admin?tls=true, mongodb://me:secret@host/order?tls=true&authSource=admin",
			"mongodb://me:secret@host/gendan, mongodb://me:secret@host/gendan-order?authSource=gendan",
			"mongodb://me:secret@host/?authSource=x, mongodb://me:secret@host/order?authSource=x",
			"mongodb+srv://me:secret@host/?a=b, mongodb+srv://me:secret@host/order?a=b&authSource=admin" })
	void everyServiceHasADatabaseOfItsOwnOnTheStore(String given, String used) {
		assertThat(new StoreAddress(given).database("order")).isEqualTo(used);
	}

	@Test
	void aPasswordIsNeverShown() {
		assertThat(new StoreAddress("mongodb://me:secret@host:1/x?authSource=y").toString())
			.isEqualTo("mongodb://host:1/x");
	}

	@ParameterizedTest
	@ValueSource(strings = { "localhost:27017", "http://host", "mongodb://", "mongodb://a mongodb://b" })
	void whatIsNoStoreIsRefused(String given) {
		assertThatThrownBy(() -> new StoreAddress(given)).isInstanceOf(Refusal.class)
			.hasMessageContaining("GENDAN_STORE_URI");
	}

	@ParameterizedTest
	@ValueSource(strings = { "localhost", "host:", "a:1,,b:2", "kafka://host:9092", "a:1;b:2" })
	void whatIsNoBrokerIsRefused(String given) {
		assertThatThrownBy(() -> new KafkaAddress(given)).isInstanceOf(Refusal.class)
			.hasMessageContaining("GENDAN_KAFKA");
	}

	@Test
	void aServiceGetsEveryAddressOnceAndNoneInItsCommandLine(@TempDir Path root) throws Exception {
		Settings settings = Settings.of(root, Map.of("GENDAN_STORE_URI", "mongodb://me:secret@host", "GENDAN_KAFKA",
				"a:1,b:2", "GENDAN_SERVICE_ARGUMENTS", "--spring.mongodb.uri=mongodb://other/order"));
		Program order = Program.SERVICES.getFirst();
		Launch launch = new Launch(settings, settings.place());
		assertThat(settings.programs()).doesNotContain(Program.BROKER, Program.STORE).contains(Program.EDGE, order);
		assertThat(launch.environment(order))
			.containsEntry("SPRING_MONGODB_URI", "mongodb://me:secret@host/order?authSource=admin")
			.containsEntry("SPRING_KAFKA_BOOTSTRAP_SERVERS", "a:1,b:2")
			.containsEntry("SPRING_CLOUD_STREAM_KAFKA_BINDER_BROKERS", "a:1,b:2");
		assertThat(launch.command(order, false)).filteredOn((word) -> word.contains("mongodb"))
			.containsExactly("--spring.mongodb.uri=mongodb://other/order");
	}

	@Test
	void whatDoesNotAnswerIsNotUsed(@TempDir Path root) throws Exception {
		int nobody = SmallSystem.freeBase();
		for (Map.Entry<String, String> each : Map
			.of("GENDAN_KAFKA", "127.0.0.1:" + nobody, "GENDAN_STORE_URI", "mongodb://127.0.0.1:" + nobody)
			.entrySet()) {
			try (SmallSystem system = new SmallSystem(root, Map.ofEntries(each))) {
				assertThatThrownBy(() -> system.commands().up()).isInstanceOf(Refusal.class)
					.hasMessageContaining(each.getKey() + ": nothing answers at");
			}
		}
	}

	@Test
	void aStoreThatIsThereIsUsedAndNeverStopped(@TempDir Path one, @TempDir Path other) throws Exception {
		try (SmallSystem owner = new SmallSystem(one, Map.of())) {
			owner.commands().up();
			Map<String, String> borrowed = Map.of("GENDAN_STORE_URI",
					"mongodb://127.0.0.1:" + owner.place.ports().store(), "GENDAN_KAFKA",
					"127.0.0.1:" + owner.place.ports().broker());
			try (SmallSystem guest = new SmallSystem(other, borrowed)) {
				guest.commands().up();
				assertThat(guest.commands().status()).isTrue();
				assertThat(guest.processes.find(Program.STORE)).isEmpty();
				guest.commands().down();
				assertThat(guest.printed()).contains("using the document store at mongodb://127.0.0.1", "borrowed");
			}
			assertThat(owner.commands().status()).isTrue();
		}
	}

}
