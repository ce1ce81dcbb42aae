package io.gendan.messaging.query;

/** What a list can be exported as. */
public enum ListFormat {

	/** Values separated by commas, UTF-8 with a mark, so that spreadsheets know it. */
	CSV("text/csv;charset=UTF-8"),

	/** A workbook of Excel. */
	XLSX("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");

	private final String mediaType;

	ListFormat(String mediaType) {
		this.mediaType = mediaType;
	}

	/**
	 * The media type.
	 * @return as in a header
	 */
	public String mediaType() {
		return this.mediaType;
	}

}
