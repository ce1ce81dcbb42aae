package io.gendan.messaging.autoconfigure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

import io.gendan.contract.Service;
import io.gendan.messaging.deadletter.DeadLetterPublisher;
import io.gendan.messaging.privacy.PrivacyConfiguration;
import org.jspecify.annotations.Nullable;

/**
 * Which topics a service touches, and how: what the access list of the broker must allow
 * it, and nothing more. Sends are idempotent and never part of a transaction.
 *
 * @param service the service
 * @param group consumer group of its inbox
 * @param inbox topics of its inbox
 * @param projectionGroup consumer group of its projection, which reads the topics of all
 * services; null if it has none
 */
record TopicAccess(Service service, String group, List<String> inbox, @Nullable String projectionGroup) {

	/**
	 * The topics of the services.
	 * @return of all of them
	 */
	static List<String> all() {
		return Arrays.stream(Service.values()).map(Service::topic).toList();
	}

	/**
	 * The topics of what the service could not process.
	 * @return one per topic and group
	 */
	List<String> deadLetters() {
		List<String> letters = new ArrayList<>();
		for (String topic : all()) {
			if (this.inbox.contains(topic)) {
				letters.add(DeadLetterPublisher.topic(topic, this.group));
			}
			if (this.projectionGroup != null) {
				letters.add(DeadLetterPublisher.topic(topic, this.projectionGroup));
			}
		}
		return letters;
	}

	List<String> written() {
		return Stream.concat(Stream.of(this.service.topic(), PrivacyConfiguration.TOPIC), deadLetters().stream())
			.toList();
	}

	List<String> read() {
		List<String> consumed = all().stream()
			.filter((topic) -> this.projectionGroup != null || this.inbox.contains(topic))
			.toList();
		return Stream.of(consumed.stream(), Stream.of(PrivacyConfiguration.TOPIC), deadLetters().stream())
			.flatMap((topics) -> topics)
			.toList();
	}

	List<String> groups() {
		return (this.projectionGroup != null) ? List.of(this.group, this.projectionGroup) : List.of(this.group);
	}

}
