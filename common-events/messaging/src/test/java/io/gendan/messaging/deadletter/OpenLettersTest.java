package io.gendan.messaging.deadletter;

import java.time.Duration;
import java.time.Instant;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** How many letters wait for somebody is known after every restart. */
class OpenLettersTest {

	private PlantedLetters letters;

	@BeforeEach
	void plant() throws Exception {
		this.letters = new PlantedLetters();
	}

	@AfterEach
	void close() {
		this.letters.close();
	}

	@Test
	void everyLetterCountsOnceUntilSomebodyHasLookedAfterIt() throws Exception {
		send(1);
		send(1);
		send(2);
		OpenLetters open = this.letters.started();
		await(open, 2);
		this.letters.handlings.keep(this.letters.topic + "~0~1",
				new Handling(LetterStatus.DISCARDED, "operator/zhou", Instant.EPOCH, "a trial"));
		send(3);
		send(4);
		await(open, 3);
		open.stop();
		assertThat(open.isRunning()).isFalse();
		OpenLetters again = this.letters.started();
		await(again, 3);
		again.stop();
	}

	@Test
	void theyAreCountedNowAndThenAndNotWithEveryPoll() throws Exception {
		for (int offset = 0; offset < 300; offset++) {
			send(offset);
		}
		long begin = System.nanoTime();
		OpenLetters open = this.letters.started();
		await(open, 300);
		open.stop();
		long seconds = Duration.ofNanos(System.nanoTime() - begin).toSeconds();
		assertThat(this.letters.asked("aggregate")).as("counts in %d s", seconds).isLessThanOrEqualTo(2 + seconds / 5);
	}

	@Test
	void whatIsEnteredIsNotReadAgainAfterARestart() throws Exception {
		for (int offset = 0; offset < 300; offset++) {
			send(offset);
		}
		OpenLetters open = this.letters.started();
		await(open, 300);
		open.stop();
		long before = this.letters.asked("update");
		OpenLetters again = this.letters.started();
		await(again, 300);
		send(300);
		await(again, 301);
		again.stop();
		assertThat(this.letters.asked("update") - before).isLessThanOrEqualTo(2);
	}

	private static void await(OpenLetters open, int count) {
		Awaitility.await().atMost(Duration.ofSeconds(40)).until(() -> open.count() == count);
	}

	/** A letter about a record of that offset. */
	private void send(long offset) throws Exception {
		this.letters.send(offset, offset, 0);
	}

}
