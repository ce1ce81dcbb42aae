package io.gendan.order.imports;

import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How much of a file is held at once, so that no file can take the service down. What
 * lies beyond is refused at its place.
 *
 * @param columns columns of a row at the most
 * @param cellCharacters characters of a cell at the most; a spreadsheet holds 32 767
 * @param rowCharacters characters of a row at the most; beyond, the end of the row cannot
 * be told, so the file is refused
 * @param orders orders of a file at the most
 * @param orderRows rows of an order at the most
 * @param orderBytes memory that the rows of one order may take
 * @param openBytes memory that all orders may take whose last row has not come yet
 * @param orderFaults faults told of one order at the most
 * @param faults faults kept of a file at the most; the rest is counted
 * @param faultBytes memory that the faults kept of a file may take, since they are read
 * and answered together
 */
record FileLimits(@DefaultValue("1000") int columns, @DefaultValue("32767") int cellCharacters,
		@DefaultValue("262144") int rowCharacters, @DefaultValue("100000") int orders,
		@DefaultValue("1000") int orderRows, @DefaultValue("4194304") long orderBytes,
		@DefaultValue("12582912") long openBytes, @DefaultValue("100") int orderFaults,
		@DefaultValue("20000") int faults, @DefaultValue("16777216") long faultBytes) {
}
