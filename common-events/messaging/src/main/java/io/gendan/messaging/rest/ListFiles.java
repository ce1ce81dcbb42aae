package io.gendan.messaging.rest;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
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
 * Writes lists as files: page by page to the disk, in the rows, the order and the
 * words that the list itself would show, and then to whoever asked. Only so many are
 * written at a time, since each reads much.
 */
final class ListFiles extends AbstractHttpMessageConverter<ListFile> {

	private static final int DIGITS = 15;

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
		Path written = Files.createTempFile("gendan-list-", "." + file.format());
		try {
			write(file, written);
			message.getHeaders().setContentLength(Files.size(written));
			Files.copy(written, message.getBody());
		}
		finally {
			Files.delete(written);
		}
	}

	/**
	 * Whoever reads slowly holds up nobody else, and what breaks in between is a refusal
	 * like any other: nothing has left yet.
	 */
	private void write(ListFile file, Path target) throws IOException {
		if (!this.turns.tryAcquire()) {
			throw new GateClosedException();
		}
		try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(target));
				TableWriter table = TableWriter.of(file.format(), out, header(file))) {
			ListFile.Part part = file.pages().apply(null);
			while (part != null) {
				for (Map<String, Object> row : part.page().items()) {
					table.row(cells(file, row));
				}
				part = (part.next() != null) ? file.pages().apply(part.next()) : null;
			}
		}
		finally {
			this.turns.release();
		}
	}

	private static Object number(String text) {
		try {
			BigDecimal number = new BigDecimal(text);
			// Spreadsheets keep no more digits of a number.
			return (number.precision() <= DIGITS) ? number : text;
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
