package io.gendan.fulfillment;

import java.time.Clock;

import io.gendan.contract.fulfillment.FulfillmentEvent;
import io.gendan.fulfillment.stock.GoodsInward;
import io.gendan.fulfillment.stock.ReceiptCollection;
import io.gendan.fulfillment.stock.ReservationCollection;
import io.gendan.fulfillment.stock.StockItemCollection;
import io.gendan.fulfillment.stock.StockPolicy;
import io.gendan.fulfillment.stock.StockRelease;
import io.gendan.fulfillment.stock.StockReservation;
import io.gendan.fulfillment.stock.StockRoom;
import io.gendan.fulfillment.stock.StockTaking;
import io.gendan.stage.Activity;
import io.gendan.stage.Stage;

import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.data.mongodb.MongoDatabaseFactory;

/**
 * Makes the stage and the stock. The policies are bound from {@code gendan.fulfillment}
 * by their own names, so that the settings and the domain share one vocabulary.
 */
@Configuration(proxyBeanMethods = false)
class FulfillmentConfiguration {

	@Bean
	Stage<Fulfillment, FulfillmentCommand, FulfillmentEvent> fulfillmentStage(Environment environment) {
		Binder settings = Binder.get(environment);
		return new FulfillmentStage(settings.bindOrCreate("gendan.fulfillment.production", ProductionPolicy.class),
				settings.bindOrCreate("gendan.fulfillment.packing", PackingPolicy.class));
	}

	@Bean
	StockPolicy stockPolicy(Environment environment) {
		return Binder.get(environment).bindOrCreate("gendan.fulfillment.stock", StockPolicy.class);
	}

	@Bean
	StockItemCollection stockItems(MongoDatabaseFactory mongo) {
		return new StockItemCollection(mongo.getMongoDatabase());
	}

	@Bean
	StockRoom stockRoom(StockItemCollection items, MongoDatabaseFactory mongo, StockPolicy policy) {
		return new StockRoom(items, new ReservationCollection(mongo.getMongoDatabase()), policy.attempts());
	}

	@Bean
	Activity<Fulfillment, FulfillmentCommand> stockReservation(StockRoom room) {
		return new StockReservation(room);
	}

	@Bean
	Activity<Fulfillment, FulfillmentCommand> stockRelease(StockRoom room, GoodsInward inward) {
		return new StockRelease(room, inward);
	}

	@Bean
	GoodsInward goodsInward(StockItemCollection items, MongoDatabaseFactory mongo, StockPolicy policy, Clock clock) {
		return new GoodsInward(items, new ReceiptCollection(mongo.getMongoDatabase()), policy, clock);
	}

	@Bean
	StockTaking stockTaking(StockItemCollection items, MongoDatabaseFactory mongo, StockPolicy policy, Clock clock) {
		return new StockTaking(items, new ReceiptCollection(mongo.getMongoDatabase()), policy, clock);
	}

}
