package io.gendan.local.store;

import de.bwaldvogel.mongo.backend.ArrayFilters;
import de.bwaldvogel.mongo.backend.CollectionOptions;
import de.bwaldvogel.mongo.backend.CursorRegistry;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.oplog.NoopOplog;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class FileCollectionTests {

	@Test
	void whatAReaderWasGivenIsNeverChanged() {
		try (var engine = Engine.inMemory()) {
			var database = new FileDatabase("test", new CursorRegistry(), engine, new Catalog(engine));
			var orders = database.createCollectionOrThrowIfExists("orders", CollectionOptions.withDefaults());
			orders.addDocument(new Document("_id", "SO-1").append("lines", new Document("count", 1)));
			var read = orders.handleQuery(new Document("_id", "SO-1")).iterator().next();
			orders.updateDocuments(new Document("_id", "SO-1"),
					new Document("$set", new Document("lines.count", 2).append("version", 1)), ArrayFilters.empty(),
					false, false, NoopOplog.get());
			assertThat(read).isEqualTo(new Document("_id", "SO-1").append("lines", new Document("count", 1)));
		}
	}

}
