package io.gendan.order.timeline;

import java.util.List;

import io.gendan.contract.RecordedEvent;
import io.gendan.messaging.Projection;

import org.springframework.stereotype.Component;

/** Keeps the timelines up to date with every poll of the topics (ORD-17). */
@Component
class TimelineProjection implements Projection {

	private final TimelineStore timelines;

	TimelineProjection(TimelineStore timelines) {
		this.timelines = timelines;
	}

	@Override
	public void apply(List<RecordedEvent> events) {
		this.timelines.add(events);
	}

}
