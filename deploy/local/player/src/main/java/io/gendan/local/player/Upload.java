package io.gendan.local.player;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/**
 * An order file and its mapping as multipart/form-data.
 *
 * @param contentType content type with the boundary
 * @param body the body
 */
record Upload(String contentType, byte[] body) {

	private static final String BOUNDARY = "gendan-order-file-boundary";

	static Upload of(byte[] file, byte[] mapping) {
		ByteArrayOutputStream body = new ByteArrayOutputStream(file.length + mapping.length + 1024);
		part(body, "name=\"file\"; filename=\"orders.csv\"", "text/csv", file);
		part(body, "name=\"mapping\"", "application/json", mapping);
		body.writeBytes(ascii("--" + BOUNDARY + "--\r\n"));
		return new Upload("multipart/form-data; boundary=" + BOUNDARY, body.toByteArray());
	}

	private static void part(ByteArrayOutputStream body, String disposition, String type, byte[] content) {
		body.writeBytes(ascii("--%s\r\nContent-Disposition: form-data; %s\r\nContent-Type: %s\r\n\r\n"
			.formatted(BOUNDARY, disposition, type)));
		body.writeBytes(content);
		body.writeBytes(ascii("\r\n"));
	}

	private static byte[] ascii(String text) {
		return text.getBytes(StandardCharsets.US_ASCII);
	}

}
