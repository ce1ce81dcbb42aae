package io.gendan.local.store;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;

import de.bwaldvogel.mongo.backend.ValueComparator;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.bson.ObjectId;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class OrderedBytesTests {

	private static final List<Object> VALUES = List.of(Long.MIN_VALUE, -1e18, -7, -0.5, 0, 0.0, -0.0, 1, 1L, 1.0, 1.5,
			2, 1L << 53, (1L << 53) + 1, Long.MAX_VALUE, "", "\0", "\0\0", "a", "a\0", "a\0b", "aa", "ab", "b", "é",
			"ż", "订单", "订单1", "\uE000", "\uD83D\uDE00", new ObjectId("0".repeat(24)), new ObjectId("f".repeat(24)),
			false, true, Instant.EPOCH.minusMillis(1), Instant.EPOCH, Instant.ofEpochMilli(Long.MAX_VALUE));

	@Test
	void bytesComeInTheOrderOfTheValues() {
		for (var one : VALUES) {
			for (var other : VALUES) {
				int bytes = Arrays.compareUnsigned(OrderedBytes.of(one), OrderedBytes.of(other));
				assertThat(Integer.signum(bytes)).as("%s against %s", one, other)
					.isEqualTo(Integer.signum(ValueComparator.ascWithoutListHandling().compare(one, other)));
			}
		}
	}

	@Test
	void noValueIsTheBeginningOfAnother() {
		var followed = new OrderedBytes().value("a").value("b").toArray();
		assertThat(Arrays.compareUnsigned(followed, new OrderedBytes().value("a\0").value("a").toArray())).isNegative();
		assertThat(Arrays.compareUnsigned(followed, new OrderedBytes().value("a").value("a").toArray())).isPositive();
	}

	@Test
	void whatIsComposedIsEqualOrNotWhateverItsNumbersAre() {
		var document = new Document("n", 1).append("l", List.of(2L, "x"));
		assertThat(OrderedBytes.of(document))
			.isEqualTo(OrderedBytes.of(new Document("n", 1.0).append("l", List.of(2, "x"))))
			.isNotEqualTo(OrderedBytes.of(new Document("n", 1).append("l", List.of(2L, "y"))));
	}

}
