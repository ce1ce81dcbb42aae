package io.gendan.local.store;

import de.bwaldvogel.mongo.backend.memory.MemoryBackend;
import de.bwaldvogel.mongo.bson.Document;
import io.netty.channel.Channel;

/** Keeps everything in the heap and forgets it on close. */
final class MemoryEngine extends MemoryBackend {

	@Override
	public Document handleCommand(Channel channel, String database, String command, Document query) {
		if (Greeting.is(command)) {
			return Greeting.answer((old) -> super.handleCommand(channel, database, old, query));
		}
		return super.handleCommand(channel, database, command, query);
	}

}
