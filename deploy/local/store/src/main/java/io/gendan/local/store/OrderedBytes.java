package io.gendan.local.store;

import java.io.ByteArrayOutputStream;
import java.time.Instant;
import java.util.Collection;

import de.bwaldvogel.mongo.backend.Missing;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.bson.ObjectId;
import org.jspecify.annotations.Nullable;

/**
 * Writes values as bytes whose order is MongoDB's order of the values: null, numbers,
 * texts, everything composed, object ids, truth values, instants. What is equal there,
 * such as 5 and 5.0, has the same bytes. Nobody reads them back.
 */
final class OrderedBytes {

	/** Greater than whatever follows a value. */
	static final int HIGHEST = 0xFF;

	private static final int NOTHING = 0x10;

	private static final int NUMBER = 0x20;

	private static final int TEXT = 0x30;

	private static final int COMPOSED = 0x40;

	private static final int OBJECT_ID = 0x70;

	private static final int TRUTH = 0x80;

	private static final int INSTANT = 0x90;

	private final ByteArrayOutputStream bytes = new ByteArrayOutputStream(48);

	static byte[] of(@Nullable Object value) {
		return new OrderedBytes().value(value).toArray();
	}

	/** Whether the bytes tell the value's order among all others, not only equality. */
	static boolean isOrdered(@Nullable Object value) {
		return type(value) != COMPOSED;
	}

	/** The byte that all values of this value's kind begin with, and no others. */
	static int type(@Nullable Object value) {
		return switch (value) {
			case null -> NOTHING;
			case Missing _ -> NOTHING;
			case Number _ -> NUMBER;
			case String _ -> TEXT;
			case ObjectId _ -> OBJECT_ID;
			case Boolean _ -> TRUTH;
			case Instant _ -> INSTANT;
			default -> COMPOSED;
		};
	}

	OrderedBytes value(@Nullable Object value) {
		octet(type(value));
		switch (value) {
			case null -> {
			}
			case Missing _ -> {
			}
			case Number number -> number(number);
			case String text -> text(text);
			case ObjectId id -> raw(id.toByteArray());
			case Boolean truth -> octet(truth ? 1 : 0);
			case Instant instant -> number(instant.toEpochMilli() ^ Long.MIN_VALUE, Long.BYTES);
			default -> escaped(Bson.encode(new Document("v", normalized(value))));
		}
		return this;
	}

	OrderedBytes octet(int octet) {
		this.bytes.write(octet);
		return this;
	}

	OrderedBytes raw(byte[] raw) {
		this.bytes.writeBytes(raw);
		return this;
	}

	OrderedBytes number(long number, int octets) {
		for (int shift = (octets - 1) * Byte.SIZE; shift >= 0; shift -= Byte.SIZE) {
			octet((int) (number >>> shift));
		}
		return this;
	}

	byte[] toArray() {
		return this.bytes.toByteArray();
	}

	/** As a double, and what a long has beyond that: all numbers are of one order. */
	private void number(Number number) {
		double value = number.doubleValue() + 0.0;
		long bits = Double.doubleToLongBits(value);
		// Not a number comes before all numbers.
		number(Double.isNaN(value) ? 0 : (bits < 0) ? ~bits : bits ^ Long.MIN_VALUE, Long.BYTES);
		long beyond = (number instanceof Long exact && Math.abs(value) < 0x1p63) ? exact - (long) value : 0;
		number(beyond + Short.MAX_VALUE, Short.BYTES);
	}

	/** In the order of UTF-16, Java's own: surrogates stay two characters. */
	private void text(String text) {
		for (int i = 0; i < text.length(); i++) {
			int character = text.charAt(i);
			if (character == 0) {
				octet(0).octet(HIGHEST);
			}
			else if (character < 0x80) {
				octet(character);
			}
			else if (character < 0x800) {
				octet(0xC0 | (character >> 6)).octet(0x80 | (character & 0x3F));
			}
			else {
				octet(0xE0 | (character >> 12)).octet(0x80 | ((character >> 6) & 0x3F))
					.octet(0x80 | (character & 0x3F));
			}
		}
		octet(0).octet(1);
	}

	private void escaped(byte[] composed) {
		for (byte octet : composed) {
			octet(octet);
			if (octet == 0) {
				octet(HIGHEST);
			}
		}
		octet(0).octet(1);
	}

	private static Object normalized(Object value) {
		return switch (value) {
			case Number number -> (number.longValue() == number.doubleValue()) ? number.longValue() : number;
			case Document document -> {
				var normalized = new Document();
				document.forEach((field, part) -> normalized.put(field, (part != null) ? normalized(part) : null));
				yield normalized;
			}
			case Collection<?> parts -> parts.stream().map((part) -> (part != null) ? normalized(part) : null).toList();
			default -> value;
		};
	}

}
