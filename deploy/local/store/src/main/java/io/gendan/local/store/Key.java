package io.gendan.local.store;

import java.util.Arrays;

import org.jspecify.annotations.Nullable;

/** Where a document lies in its collection: its {@code _id} as ordered bytes. */
final class Key implements Comparable<Key> {

	private final byte[] bytes;

	private final int hash;

	private Key(byte[] bytes) {
		this.bytes = bytes;
		this.hash = Arrays.hashCode(bytes);
	}

	static Key of(@Nullable Object id) {
		return new Key(OrderedBytes.of(id));
	}

	static Key at(byte[] bytes) {
		return new Key(bytes);
	}

	byte[] bytes() {
		return this.bytes;
	}

	@Override
	public int compareTo(Key other) {
		return Arrays.compareUnsigned(this.bytes, other.bytes);
	}

	@Override
	public boolean equals(@Nullable Object other) {
		return other instanceof Key key && Arrays.equals(this.bytes, key.bytes);
	}

	@Override
	public int hashCode() {
		return this.hash;
	}

}
