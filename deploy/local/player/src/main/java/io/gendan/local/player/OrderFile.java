package io.gendan.local.player;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A file of orders with its mapping, and the little the people need to know of it: which
 * orders are in it, and which items the warehouse should have.
 *
 * @param content the file
 * @param mapping the mapping
 * @param orders order numbers
 * @param items item to the quantity that all orders of the file ask for
 */
record OrderFile(byte[] content, byte[] mapping, Set<String> orders, SortedMap<String, BigDecimal> items) {

	static OrderFile read(@Nullable Path file, String mapping) throws IOException {
		byte[] content = (file != null) ? Files.readAllBytes(file) : resource("sample-orders.csv");
		byte[] mappingContent = Files.exists(Path.of(mapping)) ? Files.readAllBytes(Path.of(mapping))
				: resource("mappings/" + mapping + ".json");
		JsonNode map = new JsonMapper().readTree(mappingContent);
		JsonNode columns = map.path("columns");
		String prefix = map.path("orderNumberPrefix").asString("");
		Set<String> orders = new HashSet<>();
		SortedMap<String, BigDecimal> items = new TreeMap<>();
		CSVFormat format = CSVFormat.DEFAULT.builder().setHeader().setSkipHeaderRecord(true).get();
		try (CSVParser parser = format.parse(new InputStreamReader(new ByteArrayInputStream(content), charset(map)))) {
			for (CSVRecord row : parser) {
				String number = column(row, columns, "number");
				String item = column(row, columns, "item");
				if (!number.isEmpty()) {
					orders.add(prefix + number);
				}
				if (!item.isEmpty()) {
					items.merge(item, quantity(column(row, columns, "quantity")), BigDecimal::add);
				}
			}
		}
		return new OrderFile(content, mappingContent, orders, items);
	}

	private static Charset charset(JsonNode map) {
		return Charset.forName(map.path("charset").asString("UTF-8"));
	}

	private static String column(CSVRecord row, JsonNode columns, String field) {
		String header = columns.path(field).asString("");
		return row.isSet(header) ? row.get(header).strip() : "";
	}

	private static BigDecimal quantity(String text) {
		try {
			return new BigDecimal(text).max(BigDecimal.ZERO);
		}
		catch (NumberFormatException ex) {
			return BigDecimal.ZERO;
		}
	}

	private static byte[] resource(String name) throws IOException {
		try (InputStream stream = OrderFile.class.getClassLoader().getResourceAsStream(name)) {
			if (stream == null) {
				throw new IOException("There is neither a file nor a built-in mapping '%s'".formatted(name));
			}
			return stream.readAllBytes();
		}
	}

}
