package io.gendan.messaging;

import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;

import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.event.CommandListener;
import com.mongodb.event.CommandStartedEvent;
import com.mongodb.event.CommandSucceededEvent;
import io.gendan.stage.StreamKind;
import io.gendan.testing.TestInfrastructure;
import org.bson.BsonDocument;
import org.bson.Document;
import org.bson.RawBsonDocument;
import org.bson.codecs.BsonDocumentCodec;

/** A store that weighs every request and every answer. */
final class WeighedStore implements CommandListener {

	private final AtomicLong heaviest = new AtomicLong();

	MongoCollection<Document> orders() {
		MongoClientSettings settings = MongoClientSettings.builder()
			.applyConnectionString(new ConnectionString(TestInfrastructure.store()))
			.addCommandListener(this)
			.build();
		return MongoClients.create(settings)
			.getDatabase("engine-" + UUID.randomUUID())
			.getCollection(StreamKind.ORDER.collection());
	}

	/** Bytes of the heaviest request or answer so far. */
	long heaviest() {
		return this.heaviest.get();
	}

	@Override
	public void commandStarted(CommandStartedEvent event) {
		weigh(event.getCommand());
	}

	@Override
	public void commandSucceeded(CommandSucceededEvent event) {
		weigh(event.getResponse());
	}

	private void weigh(BsonDocument document) {
		long bytes = new RawBsonDocument(document, new BsonDocumentCodec()).getByteBuffer().remaining();
		this.heaviest.accumulateAndGet(bytes, Math::max);
	}

}
