package io.gendan.local.player;

import java.nio.file.Path;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/** The command line is understood, or the answer says what would be. */
class OptionsTest {

	@Test
	void withoutArgumentsTheSampleIsPlayedAtFullSpeed() {
		Options options = Options.parse();
		assertThat(options.file()).isNull();
		assertThat(options.mapping()).isEqualTo("sample");
		assertThat(options.pace()).isZero();
		assertThat(options.atOnce()).isEqualTo(100);
	}

	@Test
	void aFileIsTakenForTheWholesaleFileUnlessItsMappingIsNamed() {
		assertThat(Options.parse("orders.csv").mapping()).isEqualTo("online-retail");
		Options options = Options.parse("orders.csv", "--mapping", "own.json", "--pace", "4.5", "--at-once", "1");
		assertThat(options.file()).isEqualTo(Path.of("orders.csv"));
		assertThat(options.mapping()).isEqualTo("own.json");
		assertThat(options.pace()).isEqualTo(4.5);
		assertThat(options.atOnce()).isEqualTo(1);
	}

	@Test
	void nonsenseIsNamed() {
		for (String pace : new String[] { "fast", "-1", "NaN", "1e9" }) {
			refused("orders per second", "--pace", pace);
		}
		for (String atOnce : new String[] { "0", "501", "-3", "many", "1.5" }) {
			refused("from 1 to 500", "--at-once", atOnce);
		}
		refused("whole number", "--seed", "x");
		refused("'--pase' is not understood", "--pase", "1");
		refused("'two.csv' is not understood", "one.csv", "two.csv");
		refused("'--seed' is not understood", "--seed");
	}

	private static void refused(String reason, String... arguments) {
		assertThatIllegalArgumentException().isThrownBy(() -> Options.parse(arguments)).withMessageContaining(reason);
	}

}
