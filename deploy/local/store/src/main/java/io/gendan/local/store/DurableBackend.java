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
 * Answers a write only after it is in the file, so that an acknowledged write survives
 * the sudden end of the process. Also answers {@code hello}, which health checks ask.
 */
final class DurableBackend extends AbstractMongoBackend {

	private static final Set<String> READS = Set.of("find", "getmore", "count", "distinct", "ping", "listcollections",
			"listindexes", "ismaster", "buildinfo", "killcursors", "endsessions", "listdatabases", "serverstatus",
			"dbstats", "collstats", "getlasterror", "whatsmyuri", "connectionstatus", "hostinfo");

	private static final int FIRST_BATCH = 101;

	private final DocumentFile file;

	private final Commits commits;

	DurableBackend(DocumentFile file) {
		this.file = file;
		this.commits = new Commits(file);
		file.databases().forEach(this::resolveDatabase);
	}

	@Override
	protected MongoDatabase openOrCreateDatabase(String name) {
		return new FileDatabase(name, getCursorRegistry(), this.file);
	}

	@Override
	public Document handleCommand(Channel channel, String database, String command, Document query) {
		var name = command.toLowerCase(Locale.ROOT);
		if (name.equals("hello")) {
			return super.handleCommand(channel, database, "ismaster", query).append("isWritablePrimary", true);
		}
		if (name.equals("find")) {
			query.putIfAbsent("batchSize", FIRST_BATCH);
		}
		if (READS.contains(name)) {
			return super.handleCommand(channel, database, command, query);
		}
		var answer = this.commits.durably(() -> super.handleCommand(channel, database, command, query));
		return name.equals("insert") ? countInserted(answer, query) : answer;
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
		this.commits.close();
		this.file.close();
	}

}
