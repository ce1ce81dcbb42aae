package io.gendan.local.store;

import java.nio.file.Path;

import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** A real process whose files cannot grow beyond some megabytes. */
@DisabledOnOs(OS.WINDOWS)
class FullDiskTests {

	private static final String FEW_BLOCKS = "ulimit -f 40000; exec \"$@\"";

	@TempDir
	Path directory;

	@Test
	void aFullDiskIsAnErrorOfEachWriteAndShowsInHelloWhileReadersGoOn() {
		try (var store = new StoreProcess(this.directory, "sh", "-c", FEW_BLOCKS, "store");
				var client = MongoClients.create(store.uri())) {
			var orders = client.getDatabase("test").getCollection("orders");
			orders.insertOne(new Document("_id", "first"));
			assertThat(hello(client.getDatabase("admin")).getBoolean("isWritablePrimary")).isTrue();
			assertThatExceptionOfType(MongoWriteException.class).isThrownBy(() -> {
				for (int i = 0; i < 1000; i++) {
					orders.insertOne(new Document("data", "x".repeat(50_000)));
				}
			}).satisfies((failure) -> assertThat(failure.getCode()).isEqualTo(14031));
			var hello = hello(client.getDatabase("admin"));
			assertThat(hello.getBoolean("isWritablePrimary")).isFalse();
			assertThat(hello.getString("trouble")).startsWith("the disk refuses");
			assertThat(orders.find(new Document("_id", "first")).first()).isNotNull();
		}
	}

	private static Document hello(MongoDatabase admin) {
		return admin.runCommand(new Document("hello", 1));
	}

}
