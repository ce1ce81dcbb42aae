package io.gendan.order.imports;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Files made to be heavy are refused at their place or taken, in a process with 96 MB, of
 * which the file itself takes up to 20.
 */
class HeavyFilesTest {

	@ParameterizedTest(name = "{0}")
	@CsvSource(delimiter = '|', textBlock = """
			one-number   | placed 0 refused 1 [1001  ORDER_TOO_LARGE]
			big-cells    | FieldFault[field=file, code=FILE_ROW_ENDLESS
			long-cells   | placed 0 refused 400 [2  CELL_TOO_LONG]
			one-cell     | FieldFault[field=file, code=FILE_ROW_ENDLESS
			many-orders  | FieldFault[field=file, code=FILE_TOO_MANY_ORDERS
			no-numbers   | placed 0 refused 1 [2 No REQUIRED]
			scattered    | FieldFault[field=file, code=FILE_SCATTERED
			many-columns | placed 0 refused 60 [2  ROW_TOO_LONG]
			""")
	void noFileTakesTheServiceDown(String file, String verdict) throws IOException, InterruptedException {
		String classes = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
		ProcessBuilder builder = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
				"-Xmx96m", "-XX:+UseSerialGC", HeavyFiles.class.getName(), file);
		builder.environment().put("CLASSPATH", classes);
		Process process = builder.redirectErrorStream(true).start();
		String told = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
		assertThat(process.waitFor()).as(told).isZero();
		assertThat(told).startsWith(verdict);
	}

}
