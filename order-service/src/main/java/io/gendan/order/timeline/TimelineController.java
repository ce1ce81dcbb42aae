package io.gendan.order.timeline;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;

import io.gendan.messaging.rest.Call;
import io.gendan.messaging.rest.EdgeRefusal;
import io.gendan.messaging.rest.RefusedException;
import io.gendan.messaging.rest.Refuses;
import io.gendan.messaging.rest.StageEdge;
import io.gendan.order.Order;
import io.gendan.order.OrderCommand;
import io.gendan.order.OrderRefusal;
import io.gendan.order.rest.Reading;
import io.gendan.stage.FieldFault;
import io.gendan.stage.Refusal;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The story of an order, now and as it stood at any earlier moment (ORD-17). */
@RestController
@RequestMapping("/api/orders/{number}/timeline")
@Refuses(OrderRefusal.class)
@Tag(name = "Timeline")
class TimelineController {

	private final Timelines timelines;

	private final EventTitles titles;

	private final StageEdge<Order, OrderCommand> orders;

	TimelineController(Timelines timelines, EventTitles titles, StageEdge<Order, OrderCommand> orders) {
		this.timelines = timelines;
		this.titles = titles;
		this.orders = orders;
	}

	@GetMapping
	@Reading
	ResponseEntity<TimelineView> timeline(@PathVariable String number, @RequestParam @Nullable String asOf, Call call) {
		this.orders.admit(number, call);
		Instant moment = (asOf != null) ? instant(asOf) : Instant.MAX;
		Timeline timeline = this.timelines.find(number)
			.orElseThrow(() -> new RefusedException(
					new Refusal(EdgeRefusal.ORDER_UNKNOWN, Map.of("order", number), List.of())));
		return ResponseEntity.ok()
			.eTag("\"" + timeline.version() + "\"")
			.body(TimelineView.of(timeline.asOf(moment), this.titles));
	}

	private static Instant instant(String text) {
		try {
			return OffsetDateTime.parse(text).toInstant();
		}
		catch (DateTimeException ex) {
			throw EdgeRefusal.parameter(new FieldFault("asOf", OrderRefusal.TIME_INVALID, Map.of("value", text)));
		}
	}

}
