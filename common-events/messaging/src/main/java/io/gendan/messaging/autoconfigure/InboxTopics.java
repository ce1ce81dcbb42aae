package io.gendan.messaging.autoconfigure;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

import io.gendan.contract.EventCatalogue;
import io.gendan.contract.GendanEvent;
import io.gendan.contract.Service;
import io.gendan.stage.Stage;

/** What a service consumes must carry what its stage listens to. */
final class InboxTopics {

	private InboxTopics() {
	}

	/**
	 * Checks at start-up.
	 * @param stage the stage
	 * @param topics the consumed topics
	 * @throws IllegalStateException if the stage would wait for ever for an event
	 */
	static void check(Stage<?, ?, ?> stage, List<String> topics) {
		Set<Class<? extends GendanEvent>> unheard = new HashSet<>(stage.listensTo());
		for (Service service : Service.values()) {
			if (topics.contains(service.topic())) {
				EventCatalogue.of(service).forEach(unheard::remove);
			}
		}
		if (!unheard.isEmpty()) {
			throw new IllegalStateException("gendan.inbox.topics %s do not carry the events that %s listens to: %s"
				.formatted(topics, stage.getClass().getSimpleName(), unheard));
		}
	}

}
