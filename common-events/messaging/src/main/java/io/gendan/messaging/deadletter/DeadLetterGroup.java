package io.gendan.messaging.deadletter;

import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Function;

import io.gendan.contract.RecordedEvent;
import io.gendan.messaging.engine.Verdict;
import io.gendan.messaging.ledger.Discarded;

/**
 * A consumer group of this service, as far as its dead letters are concerned.
 *
 * @param group name of the consumer group
 * @param topics topics it consumes
 * @param handler takes events again, as it does those of a poll
 * @param discarder passes over an event of an order, so that what waits behind it goes on
 */
public record DeadLetterGroup(String group, List<String> topics, Function<List<RecordedEvent>, List<Verdict>> handler,
		BiConsumer<String, Discarded> discarder) {

	/**
	 * The topics with its dead letters.
	 * @return topic names
	 */
	List<String> deadTopics() {
		return this.topics.stream().map((topic) -> DeadLetterPublisher.topic(topic, this.group)).toList();
	}

}
