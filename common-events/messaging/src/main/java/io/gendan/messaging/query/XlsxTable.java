package io.gendan.messaging.query;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;

import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;

/**
 * A workbook that is compressed while it is written. Texts are texts there, whatever they
 * begin with; more rows than a sheet holds go on in the next one.
 */
final class XlsxTable implements TableWriter {

	private static final int ROWS = Worksheet.MAX_ROWS - 1;

	/** Until then a row is held in memory. */
	private static final int HELD = 200;

	/** Characters in a cell at the most. */
	private static final int LONGEST = 32_767;

	private final Workbook workbook;

	private final List<String> header;

	private Worksheet sheet;

	private int sheets;

	private int next;

	XlsxTable(OutputStream out, List<String> header) throws IOException {
		this.workbook = new Workbook(new Kept(out), "Gendan", "1.0");
		this.header = header;
		this.sheet = begun();
	}

	private Worksheet begun() throws IOException {
		this.sheets++;
		Worksheet begun = this.workbook.newWorksheet("Gendan " + this.sheets);
		begun.freezePane(0, 1);
		for (int column = 0; column < this.header.size(); column++) {
			begun.value(0, column, this.header.get(column));
		}
		this.next = 1;
		return begun;
	}

	@Override
	public void row(List<@Nullable Object> cells) throws IOException {
		if (this.next > ROWS) {
			this.sheet.finish();
			this.sheet = begun();
		}
		for (int column = 0; column < cells.size(); column++) {
			switch (cells.get(column)) {
				case null -> {
				}
				case Number number -> this.sheet.value(this.next, column, number);
				case Object value -> {
					String text = value.toString();
					this.sheet.inlineString(this.next, column,
							(text.length() <= LONGEST) ? text : text.substring(0, LONGEST));
				}
			}
		}
		this.next++;
		if (this.next % HELD == 0) {
			this.sheet.flush();
		}
	}

	@Override
	public void close() throws IOException {
		this.workbook.finish();
	}

	/** Is closed by whoever has opened it. */
	private static final class Kept extends FilterOutputStream {

		private Kept(OutputStream out) {
			super(out);
		}

		@Override
		public void write(byte[] bytes, int offset, int length) throws IOException {
			this.out.write(bytes, offset, length);
		}

		@Override
		public void close() throws IOException {
			flush();
		}

	}

}
