package io.gendan.order.imports;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.Map;

import io.gendan.messaging.rest.EdgeRefusal;
import io.gendan.messaging.rest.RefusedException;
import io.gendan.stage.FieldFault;
import io.gendan.stage.Refusal;

/**
 * Where a page of imports ends.
 *
 * @param startedAt begin of the last import on the page
 * @param id its id
 */
record ImportCursor(Instant startedAt, String id) {

	static ImportCursor of(ImportRecord last) {
		return new ImportCursor(last.startedAt(), last.id());
	}

	static ImportCursor parse(String text) {
		int dot = text.indexOf('.');
		try {
			return new ImportCursor(Instant.ofEpochMilli(Long.parseLong(text, 0, Math.max(0, dot), 10)),
					text.substring(dot + 1));
		}
		catch (NumberFormatException | DateTimeException ex) {
			throw new RefusedException(new Refusal(EdgeRefusal.PARAMETER_INVALID, Map.of("count", 1), List
				.of(new FieldFault("after", EdgeRefusal.VALUE_UNKNOWN, Map.of("value", "?", "allowed", "next")))));
		}
	}

	@Override
	public String toString() {
		return this.startedAt.toEpochMilli() + "." + this.id;
	}

}
