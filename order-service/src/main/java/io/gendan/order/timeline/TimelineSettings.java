package io.gendan.order.timeline;

import java.time.Duration;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How timelines are rebuilt.
 *
 * @param lease how long a rebuild may be silent before another may begin
 * @param patience how long the live timelines may differ without coming closer before
 * they differ indeed; longer than an event is under way
 */
@ConfigurationProperties("gendan.timeline")
record TimelineSettings(@DefaultValue("1m") Duration lease, @DefaultValue("15s") Duration patience) {
}
