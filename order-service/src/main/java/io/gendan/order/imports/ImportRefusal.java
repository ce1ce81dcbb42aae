package io.gendan.order.imports;

import io.gendan.stage.RefusalCode;

/** Why a file, or something in it, is refused. */
enum ImportRefusal implements RefusalCode {

	/** There is no such import. */
	IMPORT_UNKNOWN(Kind.NOT_FOUND),

	/** The upload is not complete, or its mapping is at fault; each fault is told. */
	IMPORT_INVALID(Kind.INVALID),

	/** The mapping is no JSON of its form. */
	MAPPING_UNREADABLE(Kind.INVALID),

	/** The mapping is longer than any mapping. */
	MAPPING_TOO_LONG(Kind.INVALID),

	/** The mapping has an option that does not exist. */
	MAPPING_OPTION_UNKNOWN(Kind.INVALID),

	/** Not a regular expression, or one that would take too much memory. */
	MAPPING_PATTERN_INVALID(Kind.INVALID),

	/** A pattern with which no date can ever be read. */
	DATE_PATTERN_INVALID(Kind.INVALID),

	/** The mapping names a field that there is not. */
	MAPPING_FIELD_UNKNOWN(Kind.INVALID),

	/** This field is needed, and the mapping does not fill it. */
	MAPPING_FIELD_MISSING(Kind.INVALID),

	/** A pattern, zone, charset or delimiter that does not exist. */
	MAPPING_VALUE_INVALID(Kind.INVALID),

	/** There is nothing in the file, or nothing but its header. */
	FILE_EMPTY(Kind.INVALID),

	/** The file is not in the encoding that the mapping says. */
	FILE_ENCODING_WRONG(Kind.INVALID),

	/** Text after a closing quote: the columns cannot be told apart. */
	FILE_MALFORMED(Kind.INVALID),

	/** A row does not end where any row has ended: a quote is not closed. */
	FILE_ROW_ENDLESS(Kind.INVALID),

	/** The file has more columns than a file may have. */
	FILE_TOO_MANY_COLUMNS(Kind.INVALID),

	/** The file has more numbers than a file may have. */
	FILE_TOO_MANY_ORDERS(Kind.INVALID),

	/** The rows of too many numbers stand too far apart. */
	FILE_SCATTERED(Kind.INVALID),

	/** The header lacks a column that the mapping names. */
	COLUMN_MISSING(Kind.INVALID),

	/** The header has a column twice that the mapping names. */
	COLUMN_TWICE(Kind.INVALID),

	/** A row ends too early. */
	ROW_INCOMPLETE(Kind.INVALID),

	/** A row has more columns than the header. */
	ROW_TOO_LONG(Kind.INVALID),

	/** A cell has more characters than a cell may have. */
	CELL_TOO_LONG(Kind.INVALID),

	/** The file ends inside quotes. */
	QUOTE_NOT_CLOSED(Kind.INVALID),

	/** A number has more rows, or more text, than may be kept together. */
	ORDER_TOO_LARGE(Kind.INVALID),

	/** A row beside those of the number belongs to nobody knows which. */
	ROW_OF_NO_ORDER(Kind.INVALID),

	/** The error of a formula instead of a value. */
	CELL_HAS_ERROR(Kind.INVALID),

	/** A number in powers of ten, whose last digits are lost. */
	NUMBER_ROUNDED(Kind.INVALID),

	/** There are more faults than are told. */
	MORE_FAULTS(Kind.INVALID),

	/** What the rows say could not be written, for no fault of the file. */
	ORDER_NOT_WRITTEN(Kind.CONFLICT),

	/** Only an import that is running can be cancelled. */
	IMPORT_NOT_RUNNING(Kind.CONFLICT),

	/** The file of an import is kept for a while only; what became of it stays. */
	IMPORT_FILE_REMOVED(Kind.CONFLICT),

	/** Imports are cancelled by who started them, or by a manager. */
	IMPORT_OF_ANOTHER(Kind.FORBIDDEN),

	/** Rows of one number say different things about it. */
	ROWS_DISAGREE(Kind.INVALID),

	/** Rows of one order have different dates. */
	DATES_DIFFER(Kind.INVALID),

	/** A date that does not have the form of the mapping. */
	DATE_FORM_WRONG(Kind.INVALID),

	/** A cancellation that does not name the order it cancels. */
	CANCELLATION_WITHOUT_ORDER(Kind.INVALID),

	/** A stock code that stands for no goods. */
	ITEM_NO_GOODS(Kind.INVALID);

	private final Kind kind;

	ImportRefusal(Kind kind) {
		this.kind = kind;
	}

	@Override
	public Kind kind() {
		return this.kind;
	}

}
