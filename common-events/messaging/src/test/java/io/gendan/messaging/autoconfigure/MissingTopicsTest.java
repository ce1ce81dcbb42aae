package io.gendan.messaging.autoconfigure;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import io.gendan.testing.TestInfrastructure;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.config.ConfigResource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

import static org.assertj.core.api.Assertions.assertThat;

/** Topics that are missing are made; what stands is nobody's to change. */
@ExtendWith(OutputCaptureExtension.class)
class MissingTopicsTest {

	private final String name = "topics-" + UUID.randomUUID();

	@Test
	void whatStandsIsLeftAsItIsAndTheDifferenceTold(CapturedOutput output) throws Exception {
		assertThat(topics(2, "-1", this.name).make()).isTrue();
		assertThat(topics(6, "1000", this.name, this.name + "-new").make()).isTrue();
		try (Admin admin = admin()) {
			Map<String, TopicDescription> standing = admin.describeTopics(Set.of(this.name, this.name + "-new"))
				.allTopicNames()
				.get();
			assertThat(standing.get(this.name).partitions()).hasSize(2);
			assertThat(standing.get(this.name + "-new").partitions()).hasSize(6);
			ConfigResource topic = new ConfigResource(ConfigResource.Type.TOPIC, this.name);
			assertThat(admin.describeConfigs(Set.of(topic)).all().get().get(topic).get("retention.ms").value())
				.isEqualTo("-1");
		}
		assertThat(output)
			.contains("Topic %s has 2 partitions, the settings say 6. It stays as it is.".formatted(this.name))
			.contains("Topic %s has retention.ms -1, the settings say 1000. It stays as it is.".formatted(this.name));
	}

	private static MissingTopics topics(int partitions, String retention, String... names) {
		return new MissingTopics(MissingTopicsTest::admin,
				List.of(names)
					.stream()
					.map((name) -> new NewTopic(name, partitions, (short) 1).configs(Map.of("retention.ms", retention)))
					.toList());
	}

	private static Admin admin() {
		return Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, TestInfrastructure.bootstrapServers()));
	}

}
