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

	/** The mapping names a field that orders do not have. */
	MAPPING_FIELD_UNKNOWN(Kind.INVALID),

	/** Orders need this field, and the mapping does not fill it. */
	MAPPING_FIELD_MISSING(Kind.INVALID),

	/** A pattern, zone, charset or delimiter that does not exist. */
	MAPPING_VALUE_INVALID(Kind.INVALID),

	/** There is nothing in the file, or nothing but its header. */
	FILE_EMPTY(Kind.INVALID),

	/** The file is not in the encoding that the mapping says. */
	FILE_ENCODING_WRONG(Kind.INVALID),

	/** Text after a closing quote: the columns cannot be told apart. */
	FILE_MALFORMED(Kind.INVALID),

	/** The header lacks a column that the mapping names. */
	COLUMN_MISSING(Kind.INVALID),

	/** The header has a column twice that the mapping names. */
	COLUMN_TWICE(Kind.INVALID),

	/** A row ends too early. */
	ROW_INCOMPLETE(Kind.INVALID),

	/** A row has more columns than the header. */
	ROW_TOO_LONG(Kind.INVALID),

	/** The file ends inside quotes. */
	QUOTE_NOT_CLOSED(Kind.INVALID),

	/** Rows of one order say different things about the order. */
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
