package io.gendan.local.edge.gateway;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;

import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Where the services stand.
 *
 * @param services service name to its place
 * @param connectTimeout how long a service may take to accept a connection
 * @param answerTimeout how long a service may take to begin its answer
 */
@ConfigurationProperties("gendan.gateway")
public record GatewaySettings(Map<String, Target> services, Duration connectTimeout, Duration answerTimeout) {

	/**
	 * One service.
	 *
	 * @param uri scheme, host and port
	 * @param paths path patterns that belong to it
	 */
	public record Target(URI uri, List<String> paths) {
	}

}
