package io.gendan.benchmark;

import io.gendan.contract.GendanEvent;
import io.gendan.contract.Service;
import io.gendan.messaging.StageGateway;
import io.gendan.stage.Stage;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;

/** One service of the chain, wired by the starter as every service is. */
@EnableAutoConfiguration
class ChainApplication {

	static ConfigurableApplicationContext start(Service service, String brokers, String store, int partitions,
			ChainTimeline timeline) {
		SpringApplicationBuilder builder = new SpringApplicationBuilder(ChainApplication.class);
		if (service == Service.ORDER) {
			builder.initializers((context) -> context.getBeanFactory().registerSingleton("timeline", timeline));
		}
		return builder.run("--server.port=0", "--spring.application.name=" + service.label() + "-service",
				"--chain.service=" + service, "--spring.mongodb.uri=" + store + "/" + service.label(),
				"--spring.kafka.bootstrap-servers=" + brokers,
				"--gendan.inbox.topics=" + ChainStage.before(service).topic(),
				"--spring.cloud.function.definition=" + ((service == Service.ORDER) ? "inbox;projection" : "inbox"),
				"--gendan.topics.partitions=" + partitions, "--gendan.topics.replicas=1",
				"--gendan.privacy.house-keys=classpath:/io/gendan/testing/house-keys.json",
				"--gendan.topics.min-in-sync-replicas=1", "--spring.jmx.enabled=false", "--logging.level.root=warn");
	}

	@SuppressWarnings("unchecked")
	static StageGateway<ChainStage.State, String> gateway(ConfigurableApplicationContext service) {
		return service.getBean(StageGateway.class);
	}

	@Bean
	Stage<ChainStage.State, String, GendanEvent> stage(@Value("${chain.service}") Service service) {
		return new ChainStage(service);
	}

}
