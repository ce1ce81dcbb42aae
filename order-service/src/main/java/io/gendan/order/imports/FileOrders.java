package io.gendan.order.imports;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;

import org.jspecify.annotations.Nullable;

/**
 * The orders of a file, each given out once its last row has been read; only the orders
 * in between are kept in memory.
 */
final class FileOrders implements Iterator<FileOrder>, AutoCloseable {

	private final CsvRows rows;

	private final RowReader reader;

	private final FileSurvey survey;

	private final Map<String, List<Row>> open = new HashMap<>();

	private @Nullable FileOrder next;

	private FileOrders(CsvRows rows, ColumnMapping mapping, FileSurvey survey) {
		this.rows = rows;
		this.reader = new RowReader(mapping, rows.header());
		this.survey = survey;
		advance();
	}

	static FileOrders open(FileContent content, ColumnMapping mapping, FileSurvey survey) throws IOException {
		return new FileOrders(CsvRows.open(content, mapping), mapping, survey);
	}

	RowReader reader() {
		return this.reader;
	}

	@Override
	public boolean hasNext() {
		return this.next != null;
	}

	@Override
	public FileOrder next() {
		FileOrder order = this.next;
		if (order == null) {
			throw new NoSuchElementException();
		}
		advance();
		return order;
	}

	@Override
	public void close() throws IOException {
		this.rows.close();
	}

	private void advance() {
		this.next = null;
		while (this.next == null && this.rows.hasNext()) {
			Row row = this.rows.next();
			String number = this.reader.number(row);
			List<Row> gathered = this.open.computeIfAbsent(number, (key) -> new ArrayList<>());
			gathered.add(row);
			if (gathered.size() == this.survey.rowsPerOrder().getOrDefault(number, 0)) {
				this.open.remove(number);
				this.next = new FileOrder(number, gathered);
			}
		}
	}

}
