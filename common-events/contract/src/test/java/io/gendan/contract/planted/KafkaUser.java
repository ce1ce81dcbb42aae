package io.gendan.contract.planted;

import org.apache.kafka.common.TopicPartition;

/** Planted: the contract must not know Kafka's classes. */
public final class KafkaUser {

	private KafkaUser() {
	}

	/** A use of a foreign class. */
	public static String topicOf(TopicPartition partition) {
		return partition.topic();
	}

}
