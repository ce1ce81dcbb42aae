package io.gendan.local.store;

import java.util.List;
import java.util.Locale;
import java.util.Set;

import de.bwaldvogel.mongo.MongoDatabase;
import de.bwaldvogel.mongo.backend.AbstractMongoBackend;
import de.bwaldvogel.mongo.backend.Utils;
import de.bwaldvogel.mongo.bson.Document;
import io.netty.channel.Channel;

/**
 * Answers a write only after it is in the engine's log. Also answers {@code hello}, which
 * drivers and health checks ask.
 */
final class DurableBackend extends AbstractMongoBackend {

	/** Writes that are many for the engine and one for whoever asked. */
	private static final Set<String> WHOLE = Set.of("drop", "dropdatabase", "dropindexes", "renamecollection");

	private static final int FIRST_BATCH = 101;

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
		var name = command.toLowerCase(Locale.ROOT);
		if (name.equals("hello")) {
			return hello(super.handleCommand(channel, database, "ismaster", query));
		}
		if (name.equals("find")) {
			query.putIfAbsent("batchSize", FIRST_BATCH);
		}
		if (WHOLE.contains(name)) {
			return this.engine.together(() -> super.handleCommand(channel, database, command, query));
		}
		var answer = super.handleCommand(channel, database, command, query);
		return name.equals("insert") ? countInserted(answer, query) : answer;
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
