package io.gendan.messaging.rest;

import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;
import java.util.stream.Stream;

import io.gendan.contract.Personal;
import io.gendan.messaging.ListFile;
import io.gendan.messaging.budget.GateClosedException;
import io.gendan.messaging.privacy.PersonalView;
import io.gendan.messaging.query.ListFormat;
import io.gendan.messaging.query.TableWriter;
import io.gendan.stage.Column;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpInputMessage;
import org.springframework.http.HttpOutputMessage;
import org.springframework.http.MediaType;
import org.springframework.http.converter.AbstractHttpMessageConverter;
import org.springframework.http.converter.HttpMessageNotReadableException;

/**
 * Writes lists as files: page by page, in the rows, the order and the words that
 * the list itself would show. Only so many at a time, since each reads much.
 */
final class ListFiles extends AbstractHttpMessageConverter<ListFile> {

	private final Supplier<PersonalView> personal;

	private final Semaphore turns;

	ListFiles(Supplier<PersonalView> personal, int atATime) {
		super(Stream.of(ListFormat.values())
			.map((format) -> MediaType.parseMediaType(format.mediaType()))
			.toArray(MediaType[]::new));
		this.personal = personal;
		this.turns = new Semaphore(atATime);
	}

	@Override
	protected boolean supports(Class<?> type) {
		return type == ListFile.class;
	}

	@Override
	public boolean canRead(Class<?> type, @Nullable MediaType mediaType) {
		return false;
	}

	@Override
	protected ListFile readInternal(Class<? extends ListFile> type, HttpInputMessage message) {
		throw new HttpMessageNotReadableException("Nobody sends lists", message);
	}

	@Override
	protected void writeInternal(ListFile file, HttpOutputMessage message) throws IOException {
		if (!this.turns.tryAcquire()) {
			throw new GateClosedException();
		}
		try {
			// What fails before the first byte is a refusal like any other.
			ListFile.Part part = file.pages().apply(null);
			OutputStream out = message.getBody();
			TableWriter table = TableWriter.of(file.format(), out, header(file));
			while (part != null) {
				for (Map<String, Object> row : part.page().items()) {
					table.row(cells(file, row));
				}
				part = (part.next() != null) ? file.pages().apply(part.next()) : null;
			}
			table.close();
			out.flush();
		}
		finally {
			this.turns.release();
		}
	}

	private static Object number(String text) {
		try {
			return new BigDecimal(text);
		}
		catch (NumberFormatException ex) {
			return text;
		}
	}

	private static List<String> header(ListFile file) {
		List<String> header = new ArrayList<>(List.of(file.label()));
		file.columns().stream().map(Column::name).forEach(header::add);
		return header;
	}

	private List<@Nullable Object> cells(ListFile file, Map<String, Object> row) {
		List<@Nullable Object> cells = new ArrayList<>();
		cells.add(row.get(file.label()));
		file.columns().forEach((column) -> cells.add(cell(column, row.get(column.name()))));
		return cells;
	}

	private @Nullable Object cell(Column column, @Nullable Object value) {
		if (column.form() == Column.Form.DECIMAL && value instanceof String text) {
			return number(text);
		}
		return (value instanceof Personal text) ? this.personal.get().text(text, PersonalJson.clear()) : value;
	}

}
