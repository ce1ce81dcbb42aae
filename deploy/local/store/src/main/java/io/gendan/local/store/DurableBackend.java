package io.gendan.local.store;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;

import de.bwaldvogel.mongo.MongoDatabase;
import de.bwaldvogel.mongo.backend.AbstractMongoBackend;
import de.bwaldvogel.mongo.backend.Utils;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.MongoServerException;
import io.netty.channel.Channel;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Answers a write only after it is in the engine's log. Also answers {@code hello}, which
 * drivers and health checks ask.
 */
final class DurableBackend extends AbstractMongoBackend {

	/** Writes that are many for the engine and one for whoever asked. */
	private static final Set<String> WHOLE = Set.of("drop", "dropdatabase", "dropindexes", "renamecollection");

	private static final int FIRST_BATCH = 101;

	/** How drivers count what a query finds. */
	private static final Document COUNT = new Document("$group",
			new Document("_id", 1).append("n", new Document("$sum", 1)));

	private static final Logger log = LoggerFactory.getLogger(DurableBackend.class);

	private final Engine engine;

	private final Catalog catalog;

	DurableBackend(Engine engine) {
		this.engine = engine;
		this.catalog = new Catalog(engine);
		this.catalog.databases().forEach(this::resolveDatabase);
	}

	@Override
	protected MongoDatabase openOrCreateDatabase(String name) {
		return new FileDatabase(name, getCursorRegistry(), this.engine, this.catalog);
	}

	@Override
	public Document handleCommand(Channel channel, String database, String command, Document query) {
		try {
			return answer(channel, database, command, query);
		}
		catch (RuntimeException ex) {
			// The library would tell the whole command, with what people have written.
			log.warn("{} on {}.{} failed: {}", command, database, query.get(command), ex.getClass().getSimpleName(),
					(ex instanceof MongoServerException) ? null : ex);
			throw ex;
		}
	}

	private Document answer(Channel channel, String database, String command, Document query) {
		var name = command.toLowerCase(Locale.ROOT);
		if (name.equals("hello")) {
			return hello(super.handleCommand(channel, database, "ismaster", query));
		}
		if (name.equals("find")) {
			query.putIfAbsent("batchSize", FIRST_BATCH);
		}
		if (name.equals("aggregate") && query.get("pipeline") instanceof List<?> stages && stages.size() == 2
				&& stages.getFirst() instanceof Document first && first.get("$match") instanceof Document counted
				&& COUNT.equals(stages.getLast())) {
			return count(channel, database, String.valueOf(query.get(command)), counted);
		}
		if (WHOLE.contains(name)) {
			return this.engine.together(() -> super.handleCommand(channel, database, command, query));
		}
		var answer = super.handleCommand(channel, database, command, query);
		return name.equals("insert") ? countInserted(answer, query) : answer;
	}

	/** With how many documents were looked at: a query without an index shows there. */
	@Override
	public Document getServerStatus() {
		var status = super.getServerStatus();
		var metrics = Objects.requireNonNull((Document) status.get("metrics"));
		metrics.append("queryExecutor", new Document("scannedObjects", this.engine.looked()));
		return status;
	}

	/**
	 * The library would look at every document; this looks at those an index names, and
	 * at none to count all.
	 */
	private Document count(Channel channel, String database, String collection, Document query) {
		var counted = super.handleCommand(channel, database, "count",
				new Document("count", collection).append("query", query));
		int number = Objects.requireNonNull((Number) counted.get("n")).intValue();
		var batch = (number > 0) ? List.of(new Document("_id", 1).append("n", number)) : List.of();
		var cursor = new Document("id", 0L).append("ns", database + "." + collection).append("firstBatch", batch);
		return new Document("cursor", cursor).append("ok", 1.0);
	}

	/** A store whose disk is full or does not answer takes no writes, and says so. */
	private Document hello(Document answer) {
		var trouble = this.engine.trouble();
		answer.append("isWritablePrimary", trouble == null);
		return (trouble != null) ? answer.append("trouble", trouble) : answer;
	}

	/** A refused document is not an inserted one. */
	private static Document countInserted(Document answer, Document insert) {
		if (answer.get("writeErrors") instanceof List<?> errors && insert.get("documents") instanceof List<?> all) {
			boolean ordered = Utils.isTrue(insert.getOrDefault("ordered", true));
			var first = (Document) errors.getFirst();
			answer.put("n", ordered ? first.get("index") : all.size() - errors.size());
		}
		return answer;
	}

	@Override
	public void close() {
		super.close();
		this.engine.close();
	}

}
