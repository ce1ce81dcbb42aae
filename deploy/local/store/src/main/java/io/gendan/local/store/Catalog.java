package io.gendan.local.store;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Which collection and which index has which space. */
final class Catalog {

	/** Between the parts of a name; no name of a collection holds it. */
	private static final char SEPARATOR = 0;

	private final Engine engine;

	private final Map<String, Space> spaces = new ConcurrentHashMap<>();

	private int next = Space.FIRST_FREE;

	Catalog(Engine engine) {
		this.engine = engine;
		var end = Key.at(Space.NAMES.end());
		try (var names = engine.iterator()) {
			names.seek(Space.NAMES.start());
			while (names.isValid() && Key.at(names.key()).compareTo(end) < 0) {
				var entry = ByteBuffer.wrap(names.value());
				int number = entry.getInt();
				byte[] state = engine.get(new Space(number).stateKey());
				this.spaces.put(StandardCharsets.UTF_8.decode(entry).toString(),
						(state != null) ? Space.of(number, state) : new Space(number));
				this.next = Math.max(this.next, number + 1);
				names.next();
			}
		}
	}

	Table table(String collection) {
		return new Table(this.engine, space(collection));
	}

	Space index(String collection, String index) {
		return space(indexName(collection, index));
	}

	Set<String> databases() {
		var databases = new HashSet<String>();
		for (var name : this.spaces.keySet()) {
			databases.add(name.substring(0, name.indexOf('.')));
		}
		return databases;
	}

	synchronized void rename(String collection, String renamed) {
		for (var name : Set.copyOf(this.spaces.keySet())) {
			if (name.equals(collection) || name.startsWith(indexName(collection, ""))) {
				this.engine.write(List.of(Change.remove(nameKey(name))));
				put(renamed + name.substring(collection.length()), space(name));
				this.spaces.remove(name);
			}
		}
	}

	void remove(String collection) {
		removeNamed(collection);
	}

	void removeIndex(String collection, String index) {
		removeNamed(indexName(collection, index));
	}

	private synchronized Space space(String name) {
		var space = this.spaces.get(name);
		if (space == null) {
			space = new Space(this.next++);
			put(name, space);
		}
		return space;
	}

	private void put(String name, Space space) {
		byte[] text = name.getBytes(StandardCharsets.UTF_8);
		byte[] entry = ByteBuffer.allocate(Integer.BYTES + text.length).putInt(space.number()).put(text).array();
		this.engine.write(List.of(Change.put(nameKey(name), entry)));
		this.spaces.put(name, space);
	}

	private synchronized void removeNamed(String name) {
		var space = this.spaces.remove(name);
		if (space != null) {
			this.engine
				.write(List.of(Change.remove(nameKey(name)), Change.remove(space.stateKey()), Change.removeAll(space)));
		}
	}

	private static byte[] nameKey(String name) {
		return Space.NAMES.at(OrderedBytes.of(name));
	}

	private static String indexName(String collection, String index) {
		return collection + SEPARATOR + index;
	}

}
