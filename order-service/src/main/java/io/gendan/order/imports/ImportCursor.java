package io.gendan.order.imports;

import java.time.DateTimeException;
import java.time.Instant;

import io.gendan.messaging.rest.EdgeRefusal;
import io.gendan.stage.FieldFault;

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
			throw EdgeRefusal.parameter(new FieldFault("after", EdgeRefusal.CURSOR_UNKNOWN));
		}
	}

	@Override
	public String toString() {
		return this.startedAt.toEpochMilli() + "." + this.id;
	}

}
