package io.gendan.order.timeline;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import io.gendan.contract.CloudEventHeaders;
import io.gendan.contract.RecordedEvent;
import org.bson.Document;

import org.springframework.data.mongodb.MongoDatabaseFactory;
import org.springframework.stereotype.Component;

/**
 * Events that a person has brought back from the dead letters. They stand on no topic as
 * they are, so a rebuild takes them from here.
 */
@Component
class ReplayedLetters {

	private static final String DATA = "data";

	private static final long BATCH_CHARACTERS = 1024 * 1024;

	private final MongoCollection<Document> collection;

	ReplayedLetters(MongoDatabaseFactory mongo) {
		this.collection = mongo.getMongoDatabase().getCollection("timelineLetters");
	}

	/**
	 * Keeps an event before it takes effect.
	 * @param event the event
	 * @return false if another is kept under its id
	 */
	boolean keep(RecordedEvent event) {
		try {
			this.collection.insertOne(document(event));
			return true;
		}
		catch (MongoWriteException ex) {
			if (ErrorCategory.fromErrorCode(ex.getCode()) != ErrorCategory.DUPLICATE_KEY) {
				throw ex;
			}
			Document kept = this.collection.find(new Document("_id", event.envelope().id())).first();
			return kept != null && event(kept).equals(event);
		}
	}

	/**
	 * Forgets an event that has not taken effect.
	 * @param event the event
	 */
	void forget(RecordedEvent event) {
		this.collection.deleteOne(new Document("_id", event.envelope().id()));
	}

	/**
	 * Reads all that are kept.
	 * @param batches takes the events in batches bounded by bytes
	 */
	void read(Consumer<List<RecordedEvent>> batches) {
		List<RecordedEvent> batch = new ArrayList<>();
		long characters = 0;
		for (Document document : this.collection.find()) {
			RecordedEvent event = event(document);
			batch.add(event);
			characters += event.data().length();
			if (characters > BATCH_CHARACTERS) {
				batches.accept(batch);
				batch = new ArrayList<>();
				characters = 0;
			}
		}
		if (!batch.isEmpty()) {
			batches.accept(batch);
		}
	}

	private static Document document(RecordedEvent event) {
		Document headers = new Document();
		CloudEventHeaders.write(event.envelope())
			.forEach((name, value) -> headers.append(name, new String(value, StandardCharsets.UTF_8)));
		return new Document("_id", event.envelope().id()).append("headers", headers).append(DATA, event.data());
	}

	private static RecordedEvent event(Document document) {
		Document headers = document.get("headers", Document.class);
		return CloudEventHeaders.readMended((name) -> {
			String value = headers.getString(name);
			return (value != null) ? value.getBytes(StandardCharsets.UTF_8) : null;
		}, document.getString(DATA).getBytes(StandardCharsets.UTF_8));
	}

}
