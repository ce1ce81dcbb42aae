package io.gendan.testing;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/**
 * A multipart/form-data body.
 *
 * @param contentType content type with the boundary
 * @param bytes the body
 */
record MultipartBody(String contentType, byte[] bytes) {

	private static final String BOUNDARY = "gendan-test-boundary";

	static MultipartBody of(Map<String, byte[]> parts) {
		ByteArrayOutputStream body = new ByteArrayOutputStream();
		parts.forEach((name, content) -> {
			String file = name.equals("file") ? "; filename=\"orders.csv\"" : "";
			String type = name.equals("file") ? "text/csv" : "application/json";
			body.writeBytes("--%s\r\nContent-Disposition: form-data; name=\"%s\"%s\r\nContent-Type: %s\r\n\r\n"
				.formatted(BOUNDARY, name, file, type)
				.getBytes(StandardCharsets.UTF_8));
			body.writeBytes(content);
			body.writeBytes("\r\n".getBytes(StandardCharsets.UTF_8));
		});
		body.writeBytes(("--" + BOUNDARY + "--\r\n").getBytes(StandardCharsets.UTF_8));
		return new MultipartBody("multipart/form-data; boundary=" + BOUNDARY, body.toByteArray());
	}

}
