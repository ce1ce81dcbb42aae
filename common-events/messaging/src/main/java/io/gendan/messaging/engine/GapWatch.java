package io.gendan.messaging.engine;

import java.time.Duration;
import java.util.List;

import io.gendan.contract.RecordedEvent;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * How long events may wait for their predecessors, and who is told then.
 *
 * @param patience how long nobody is told
 * @param alarm tells
 */
public record GapWatch(Duration patience, GapAlarm alarm) {

	private static final Logger log = LoggerFactory.getLogger(GapWatch.class);

	/** The events have taken effect, whether this can be noted at the moment or not. */
	void clear(List<RecordedEvent> gone) {
		if (!gone.isEmpty()) {
			try {
				this.alarm.clear(gone);
			}
			catch (RuntimeException ex) {
				log.warn("Letters of {} events stay open though they have taken effect; replay closes them",
						gone.size(), ex);
			}
		}
	}

}
