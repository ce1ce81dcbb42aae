package io.gendan.messaging.ledger;

import com.mongodb.client.MongoClient;
import org.bson.Document;

import static org.assertj.core.api.Assumptions.assumeThat;

/** How many documents the store has looked at, which tells a query without an index. */
final class LookedAt {

	private final MongoClient client;

	LookedAt(MongoClient client) {
		this.client = client;
	}

	long during(Runnable query) {
		long before = now();
		query.run();
		return now() - before;
	}

	private long now() {
		Document looked = this.client.getDatabase("admin")
			.runCommand(new Document("serverStatus", 1))
			.get("metrics", new Document())
			.get("queryExecutor", Document.class);
		assumeThat(looked).as("a store that counts what it looks at").isNotNull();
		return looked.get("scannedObjects", Number.class).longValue();
	}

}
