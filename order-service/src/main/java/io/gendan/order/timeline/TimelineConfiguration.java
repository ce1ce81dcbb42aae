package io.gendan.order.timeline;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.mongodb.MongoDatabaseFactory;

/** Where timelines are kept. */
@Configuration(proxyBeanMethods = false)
class TimelineConfiguration {

	@Bean
	TimelineStore timelines(MongoDatabaseFactory mongo) {
		TimelineStore store = new TimelineStore(mongo.getMongoDatabase(), "timelines");
		store.createIndexes();
		return store;
	}

}
