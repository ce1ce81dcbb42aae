package io.gendan.logistics.carrier;

import java.time.Clock;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;

import io.gendan.logistics.CarrierChoice;
import io.gendan.logistics.DispatchPolicy;
import io.gendan.logistics.ReportPolicy;
import io.gendan.logistics.Shipment;
import io.gendan.logistics.ShipmentCommand;
import io.gendan.stage.Activity;
import io.micrometer.core.instrument.MeterRegistry;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Wires the carriers: the tariffs of the settings and every {@link Carrier} bean, each
 * behind its guard.
 */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(CarrierSettings.class)
class CarrierConfiguration {

	@Bean(destroyMethod = "shutdownNow")
	ExecutorService carrierCalls() {
		return Executors.newThreadPerTaskExecutor(Thread.ofVirtual().name("carrier-call-", 0).factory());
	}

	@Bean
	Carriers carriers(CarrierSettings settings, ObjectProvider<Carrier> adapters, ExecutorService carrierCalls,
			MeterRegistry registry) {
		List<Carrier> guarded = Stream
			.concat(settings.tariffs().stream().<Carrier>map(TariffCarrier::new), adapters.orderedStream())
			.<Carrier>map((carrier) -> new ResilientCarrier(carrier, settings.guard(), carrierCalls, registry))
			.toList();
		return new Carriers(guarded, carrierCalls, settings.currency());
	}

	@Bean
	DispatchPolicy dispatchPolicy(Carriers carriers, CarrierSettings settings) {
		return new DispatchPolicy(carriers.codes(), settings.bookingPatience());
	}

	@Bean
	Activity<Shipment, ShipmentCommand> bookTransport(Carriers carriers, Clock clock) {
		return new BookTransportActivity(carriers, clock);
	}

	@Bean
	Activity<Shipment, ShipmentCommand> cancelBookings(Carriers carriers) {
		return new CancelBookingsActivity(carriers);
	}

	@Bean
	Activity<Shipment, ShipmentCommand> chooseCarrier(Carriers carriers, CarrierSettings settings,
			ReportPolicy calendar, Clock clock) {
		return new ChooseCarrierActivity(carriers, new CarrierChoice(settings.currency()), calendar, clock);
	}

}
