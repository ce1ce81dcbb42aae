package io.gendan.messaging.deadletter;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import io.gendan.contract.Actor;
import io.gendan.contract.Personal;
import io.gendan.contract.RecordedEvent;
import io.gendan.contract.Service;
import io.gendan.contract.order.OrderCancelled;
import io.gendan.contract.signature.NewSigningKey;
import io.gendan.messaging.signature.SigningSettings;
import io.gendan.testing.ForeignChain;
import org.awaitility.Awaitility;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/** However many and large the letters are, no more of them is held than the budget. */
class LetterPagesTest {

	private static final int LARGE = 100_000;

	private static final Actor OPERATOR = new Actor("operator", "gu");

	private PlantedLetters letters;

	@BeforeEach
	void plant() throws Exception {
		this.letters = new PlantedLetters();
	}

	@AfterEach
	void close() {
		this.letters.close();
	}

	@ParameterizedTest
	@CsvSource({ "250000,2", "1,1", "10000000,7" })
	void aPageIsCutByItsBytesAndNothingIsLeftOut(long budget, int largest) throws Exception {
		send(1, 2, 3, 4, 5, 6, 7);
		DeadLetters dead = this.letters.within(budget);
		List<Long> shown = new ArrayList<>();
		String after = null;
		do {
			LetterPage page = dead.page(null, LetterStatus.OPEN, after, 50);
			assertThat(page.items()).hasSizeBetween(1, largest);
			page.items().forEach((letter) -> shown.add(letter.offset()));
			after = page.next();
		}
		while (after != null);
		assertThat(shown).containsExactly(7L, 6L, 5L, 4L, 3L, 2L, 1L);
	}

	@Test
	void aReplayOfAllGoesInPortionsAndInSequence() throws Exception {
		send(5, 4, 3, 2, 1);
		DeadLetters dead = this.letters.within(250_000);
		List<String> replayed = new ArrayList<>();
		String after = null;
		do {
			ReplayPage page = dead.replayAll(PlantedLetters.ORDER, after, OPERATOR);
			assertThat(page.items()).hasSizeBetween(1, 2);
			page.items().forEach((replay) -> replayed.add(replay.letter().headers().get("ce_sequence")));
			after = page.next();
		}
		while (after != null);
		assertThat(replayed).containsExactly("1", "2", "3", "4", "5");
	}

	@Test
	void whatHasBeenDoneAboutOthersIsNotRead() throws Exception {
		this.letters.collection.insertMany(IntStream.range(0, 2000)
			.mapToObj((i) -> new Document("_id", "other~0~" + i).append("status", "DISCARDED")
				.append("by", "operator/gu")
				.append("reason", "x".repeat(200)))
			.toList());
		send(1, 2);
		this.letters.heaviest();
		assertThat(this.letters.within(LARGE).page(PlantedLetters.ORDER, null, null, 50).items()).hasSize(1);
		assertThat(this.letters.within(LARGE).replayAll(PlantedLetters.ORDER, null, OPERATOR).items()).hasSize(1);
		assertThat(this.letters.heaviest()).isLessThan(10_000);
	}

	@Test
	void aStrangersEventStaysDeadWhereSignaturesAreRequiredUnlessSomebodyVouchesForIt(@TempDir Path keys)
			throws Exception {
		NewSigningKey.write(keys, Service.ORDER);
		RecordedEvent event = new ForeignChain("L-2").next(new OrderCancelled("L-2", "li", Personal.of("x")), OPERATOR);
		this.letters.send(event);
		DeadLetters dead = this.letters.checkedBy(new SigningSettings(null, SigningSettings.Check.REQUIRE,
				Map.of(Service.ORDER, keys.resolve("order.jwks").toString()), Duration.ofMinutes(1)), LARGE);
		String letter = this.letters.topic + "~0~0";
		assertThat(dead.replay(letter, null, OPERATOR)).map(Replay::reason).contains("SIGNATURE_MISSING");
		assertThat(dead.replay(letter, event.data(), OPERATOR)).map((replay) -> replay.letter().status())
			.contains(LetterStatus.REPLAYED);
	}

	/** Letters about events of these sequences, and of offsets that are the same. */
	private void send(long... sequences) throws Exception {
		for (long sequence : sequences) {
			this.letters.send(sequence, sequence, LARGE);
		}
		OpenLetters open = this.letters.started();
		Awaitility.await().atMost(Duration.ofSeconds(40)).until(() -> open.count() == sequences.length);
		open.stop();
	}

}
