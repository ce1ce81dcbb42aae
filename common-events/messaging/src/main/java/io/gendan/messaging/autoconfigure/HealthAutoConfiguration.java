package io.gendan.messaging.autoconfigure;

import java.time.Clock;
import java.time.Duration;
import java.util.Date;
import java.util.concurrent.TimeUnit;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.Updates;
import io.gendan.messaging.health.BoundedChecks;
import io.gendan.messaging.health.BoundedStop;
import io.gendan.messaging.health.ConsumerHealth;
import io.gendan.messaging.health.OutboxHealth;
import io.gendan.messaging.health.PartitionRelease;
import io.gendan.messaging.inbox.InboxHealth;
import io.gendan.messaging.outbox.OutboxRelay;
import io.gendan.stage.Stage;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.DescribeClusterOptions;

import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;
import org.springframework.boot.mongodb.autoconfigure.MongoClientSettingsBuilderCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.data.mongodb.MongoDatabaseFactory;
import org.springframework.util.StringUtils;

/** What health and readiness say, and how long things may take when something is away. */
@AutoConfiguration(after = MessagingAutoConfiguration.class)
@ConditionalOnBean(Stage.class)
class HealthAutoConfiguration {

	private static final String COLLECTION = "health";

	private static final Duration CLOSE = Duration.ofSeconds(1);

	/** What the address says wins: it is applied afterwards. */
	@Bean
	@Order(Ordered.HIGHEST_PRECEDENCE)
	MongoClientSettingsBuilderCustomizer storePatience(MessagingSettings settings) {
		MessagingSettings.Store store = settings.store();
		return (client) -> client
			.applyToClusterSettings(
					(cluster) -> cluster.serverSelectionTimeout(store.selection().toMillis(), TimeUnit.MILLISECONDS))
			.applyToSocketSettings(
					(socket) -> socket.connectTimeout((int) store.connect().toMillis(), TimeUnit.MILLISECONDS)
						.readTimeout((int) store.answer().toMillis(), TimeUnit.MILLISECONDS));
	}

	@Bean
	BoundedChecks boundedChecks(MessagingSettings settings) {
		return new BoundedChecks(settings.health().patience());
	}

	/** A write, since a full store still answers reads. */
	@Bean
	HealthIndicator storeHealthIndicator(BoundedChecks checks, MongoDatabaseFactory mongo, Clock clock,
			@Value("${spring.application.name}") String service) {
		return checks.add("store",
				() -> mongo.getMongoDatabase()
					.getCollection(COLLECTION)
					.updateOne(Filters.eq("_id", service), Updates.set("at", Date.from(clock.instant())),
							new UpdateOptions().upsert(true)));
	}

	@Bean(destroyMethod = "")
	Admin healthAdmin(KafkaProperties kafka) {
		return Admin.create(kafka.buildAdminProperties());
	}

	@Bean
	HealthIndicator brokerHealthIndicator(BoundedChecks checks, Admin healthAdmin, MessagingSettings settings) {
		int patience = (int) settings.health().patience().toMillis();
		return checks.add("broker",
				() -> healthAdmin.describeCluster(new DescribeClusterOptions().timeoutMs(patience)).nodes().get());
	}

	@Bean
	DisposableBean healthAdminClose(Admin healthAdmin) {
		return () -> healthAdmin.close(CLOSE);
	}

	@Bean
	ConsumerHealth consumersHealthIndicator(@Value("${spring.cloud.function.definition}") String functions) {
		return new ConsumerHealth(StringUtils.delimitedListToStringArray(functions, ";").length);
	}

	@Bean
	OutboxHealth outboxHealthIndicator(OutboxRelay relay, MessagingSettings settings) {
		return new OutboxHealth(relay, settings.health().longestWait());
	}

	@Bean
	PartitionRelease partitionRelease(@Qualifier("storeHealthIndicator") HealthIndicator store, Clock clock,
			MessagingSettings settings) {
		return new PartitionRelease(store, clock, settings.inbox().releaseAfter());
	}

	@Bean
	BoundedStop boundedStop(MessagingSettings settings) {
		return new BoundedStop(settings.health().longestStop());
	}

}
