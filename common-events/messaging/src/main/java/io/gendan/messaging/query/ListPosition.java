package io.gendan.messaging.query;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The last row of a page: the next one begins after it, whatever was entered or has left
 * meanwhile.
 *
 * @param number number of the row
 * @param value its value in the column of the order, null if it has none or the order is
 * that of numbers
 */
public record ListPosition(String number, @Nullable Object value) {

	private static final JsonMapper JSON = JsonMapper.shared();

	private static final int PARTS = 3;

	/**
	 * The cursor that clients get.
	 * @param filter what the list was asked for
	 * @param sort in which order
	 * @return the number where that is the order, else a text that holds for the same
	 * question only
	 */
	public String cursor(ListFilter filter, ListSort sort) {
		if (sort.column() == null) {
			return this.number;
		}
		byte[] json = JSON.writeValueAsBytes(Arrays.asList(question(filter, sort), this.number, this.value));
		return Base64.getUrlEncoder().withoutPadding().encodeToString(json);
	}

	/**
	 * Reads a cursor.
	 * @param cursor as a client sends it
	 * @param filter what the list is asked for
	 * @param sort in which order
	 * @return empty if it is none, or one of another question
	 */
	public static Optional<ListPosition> read(String cursor, ListFilter filter, ListSort sort) {
		if (sort.column() == null) {
			return Optional.of(new ListPosition(cursor, null));
		}
		try {
			JsonNode json = JSON.readTree(new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8));
			if (!json.isArray() || json.size() != PARTS || !json.get(1).isString()
					|| !json.get(0).equals(JSON.getNodeFactory().numberNode(question(filter, sort)))) {
				return Optional.empty();
			}
			JsonNode value = json.get(2);
			Object known = value.isString() ? value.asString() : value.isIntegralNumber() ? value.asLong() : null;
			return (known != null || value.isNull()) ? Optional.of(new ListPosition(json.get(1).asString(), known))
					: Optional.empty();
		}
		catch (IllegalArgumentException | JacksonException ex) {
			return Optional.empty();
		}
	}

	private static int question(ListFilter filter, ListSort sort) {
		return 31 * filter.hashCode() + sort.hashCode();
	}

}
