package io.gendan.local.store;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;

import de.bwaldvogel.mongo.backend.h2.H2Backend;
import de.bwaldvogel.mongo.bson.Document;
import io.netty.channel.Channel;
import org.h2.mvstore.MVStore;

/** Keeps everything in one file and answers a write only after it is in there. */
final class DiskEngine extends H2Backend {

	private static final Set<String> READS = Set.of("find", "getmore", "killcursors", "count", "distinct", "ismaster",
			"buildinfo", "ping", "listcollections", "listindexes", "listdatabases", "collstats", "dbstats",
			"serverstatus", "endsessions", "whatsmyuri", "getlog", "hostinfo", "connectionstatus");

	private static final int CACHE_MEGABYTES = 128;

	private final GroupCommit commits;

	private DiskEngine(MVStore file) {
		super(file);
		this.commits = new GroupCommit(file::commit);
	}

	static DiskEngine open(Path file) {
		return new DiskEngine(new MVStore.Builder().fileName(file.toString())
			.cacheSize(CACHE_MEGABYTES)
			.autoCommitDisabled()
			.autoCommitBufferSize(0)
			.open());
	}

	@Override
	public Document handleCommand(Channel channel, String database, String command, Document query) {
		if (Greeting.is(command)) {
			return Greeting.answer((old) -> super.handleCommand(channel, database, old, query));
		}
		if (READS.contains(command.toLowerCase(Locale.ROOT))) {
			return super.handleCommand(channel, database, command, query);
		}
		return this.commits.write(() -> super.handleCommand(channel, database, command, query));
	}

}
