package io.gendan.messaging.autoconfigure;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.function.Supplier;
import java.util.stream.Collectors;

import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.CreateTopicsOptions;
import org.apache.kafka.clients.admin.DescribeConfigsOptions;
import org.apache.kafka.clients.admin.DescribeTopicsOptions;
import org.apache.kafka.clients.admin.ListTopicsOptions;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.errors.TopicExistsException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes topics that are missing and changes none that stands: how many partitions a topic
 * has, and how long it keeps its records, is decided by whoever runs the broker. What
 * differs from the settings is told.
 */
final class MissingTopics {

	private static final Logger log = LoggerFactory.getLogger(MissingTopics.class);

	private static final int ANSWER_MILLIS = 5000;

	private final Supplier<Admin> admins;

	private final List<NewTopic> wanted;

	/**
	 * Topics that must stand.
	 * @param admins makes clients of the broker
	 * @param wanted how they are made
	 */
	MissingTopics(Supplier<Admin> admins, Collection<NewTopic> wanted) {
		this.admins = admins;
		this.wanted = List.copyOf(wanted);
	}

	/**
	 * Makes what is missing.
	 * @return true if all topics stand now
	 */
	boolean make() {
		Admin admin = this.admins.get();
		try {
			Set<String> standing = answer(admin.listTopics(new ListTopicsOptions().timeoutMs(ANSWER_MILLIS)).names());
			Map<Boolean, List<NewTopic>> topics = this.wanted.stream()
				.collect(Collectors.partitioningBy((topic) -> standing.contains(topic.name())));
			create(admin, topics.getOrDefault(false, List.of()));
			tellDifferences(admin, topics.getOrDefault(true, List.of()));
			return true;
		}
		finally {
			admin.close(Duration.ofMillis(ANSWER_MILLIS));
		}
	}

	private static void create(Admin admin, List<NewTopic> missing) {
		admin.createTopics(missing, new CreateTopicsOptions().timeoutMs(ANSWER_MILLIS))
			.values()
			.forEach((topic, made) -> {
				try {
					answer(made);
					log.info("Topic {} is made", topic);
				}
				catch (TopicExistsException ex) {
					log.debug("Another instance has made topic {}", topic);
				}
			});
	}

	/** Whoever may not ask for them has his topics all the same. */
	private static void tellDifferences(Admin admin, List<NewTopic> topics) {
		try {
			differences(admin, topics).forEach((difference) -> log.warn("{} It stays as it is.", difference));
		}
		catch (RuntimeException ex) {
			log.warn("The topics stand, but could not be compared with the settings: {}", ex.toString());
		}
	}

	private static List<String> differences(Admin admin, List<NewTopic> topics) {
		Map<String, TopicDescription> descriptions = answer(admin
			.describeTopics(topics.stream().map(NewTopic::name).toList(),
					new DescribeTopicsOptions().timeoutMs(ANSWER_MILLIS))
			.allTopicNames());
		Map<ConfigResource, Config> configs = answer(admin
			.describeConfigs(topics.stream().map(MissingTopics::resource).toList(),
					new DescribeConfigsOptions().timeoutMs(ANSWER_MILLIS))
			.all());
		List<String> differences = new ArrayList<>();
		for (NewTopic topic : topics) {
			TopicDescription description = descriptions.get(topic.name());
			if (description != null) {
				partitions(topic, description, differences);
			}
			Config config = configs.get(resource(topic));
			if (config != null) {
				configuration(topic, config, differences);
			}
		}
		return differences;
	}

	private static ConfigResource resource(NewTopic topic) {
		return new ConfigResource(ConfigResource.Type.TOPIC, topic.name());
	}

	private static void partitions(NewTopic wanted, TopicDescription found, List<String> differences) {
		if (found.partitions().size() != wanted.numPartitions()) {
			differences.add("Topic %s has %d partitions, the settings say %d.".formatted(wanted.name(),
					found.partitions().size(), wanted.numPartitions()));
		}
		int replicas = found.partitions().getFirst().replicas().size();
		if (replicas != wanted.replicationFactor()) {
			differences.add("Topic %s has %d replicas, the settings say %d.".formatted(wanted.name(), replicas,
					wanted.replicationFactor()));
		}
	}

	private static void configuration(NewTopic wanted, Config found, List<String> differences) {
		wanted.configs().forEach((name, value) -> {
			ConfigEntry entry = found.get(name);
			if (entry != null && !value.equals(entry.value())) {
				differences.add("Topic %s has %s %s, the settings say %s.".formatted(wanted.name(), name, entry.value(),
						value));
			}
		});
	}

	private static <T> T answer(KafkaFuture<T> future) {
		try {
			return future.get();
		}
		catch (ExecutionException ex) {
			throw (ex.getCause() instanceof RuntimeException failure) ? failure : new IllegalStateException(ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException("Interrupted before the topics stood", ex);
		}
	}

}
