package io.gendan.messaging.autoconfigure;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

import io.gendan.local.broker.LocalBroker;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.boot.kafka.autoconfigure.KafkaProperties;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Letters that cannot be written do not gather in memory. */
class LetterSettingsTest {

	private static final int LARGE = 4 * 1024 * 1024;

	@TempDir
	Path directory;

	@Test
	void whatCannotBeWrittenIsGivenUp() throws Exception {
		KafkaProperties kafka = new KafkaProperties();
		LocalBroker broker = LocalBroker.start(this.directory, 0);
		kafka.setBootstrapServers(List.of(broker.bootstrapServers()));
		try (Admin admin = Admin.create(kafka.buildAdminProperties())) {
			admin.createTopics(List.of(new NewTopic("dead", 1, (short) 1))).all().get();
		}
		try (KafkaProducer<String, byte[]> producer = new KafkaProducer<>(
				MessagingAutoConfiguration.letters(kafka, Duration.ofSeconds(2)))) {
			producer.send(new ProducerRecord<>("dead", new byte[1])).get();
			broker.close();
			for (int poll = 0; poll < 2; poll++) {
				List<Future<RecordMetadata>> sends = new ArrayList<>();
				for (int letter = 0; letter < 2; letter++) {
					sends.add(producer.send(new ProducerRecord<>("dead", new byte[LARGE])));
				}
				for (Future<RecordMetadata> send : sends) {
					assertThatThrownBy(() -> send.get(4, TimeUnit.SECONDS)).isInstanceOf(ExecutionException.class);
				}
			}
			assertThat(producer.metrics()
				.entrySet()
				.stream()
				.filter((metric) -> metric.getKey().name().equals("buffer-exhausted-total"))
				.map((metric) -> metric.getValue().metricValue())).containsExactly(0.0);
		}
	}

}
