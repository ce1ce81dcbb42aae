package io.gendan.order.timeline;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Configuration;

/** Gives timelines their settings. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(TimelineSettings.class)
class TimelineConfiguration {

}
