package io.gendan.messaging.autoconfigure;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Properties;
import java.util.stream.Collectors;

import io.gendan.messaging.budget.ByteBudget;

import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.PropertiesPropertySource;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.support.PropertiesLoaderUtils;

/** Puts the starter's defaults behind every other source of settings. */
class GendanDefaults implements EnvironmentPostProcessor {

	/** A consumer holds two fetches at the most: one being worked on, one on its way. */
	private static final int FETCH = 32;

	private static final int API_PORT = 8080;

	/** How far the port of the actuator lies behind that of the API. */
	private static final int MANAGEMENT = 20;

	private static final String FILE = "gendan-defaults.properties";

	@Override
	public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
		try {
			Properties defaults = PropertiesLoaderUtils.loadProperties(new ClassPathResource(FILE));
			defaults.setProperty("gendan.inbox.pattern", pattern(environment));
			defaults.setProperty("gendan.fetch.max-bytes", Long.toString(ByteBudget.ofHeap(FETCH).bytes()));
			defaults.setProperty("management.server.port", Integer.toString(managementPort(environment)));
			environment.getPropertySources().addLast(new PropertiesPropertySource(FILE, defaults));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(FILE + " belongs to the starter and cannot be read", ex);
		}
	}

	/** Any free one if the port of the API is any free one. */
	private static int managementPort(ConfigurableEnvironment environment) {
		int port = environment.getProperty("server.port", Integer.class, API_PORT);
		return (port > 0) ? port + MANAGEMENT : port;
	}

	/** The consumed topics as one regular expression. */
	private static String pattern(ConfigurableEnvironment environment) {
		return Binder.get(environment)
			.bind("gendan.inbox.topics", Bindable.listOf(String.class))
			.orElse(List.of())
			.stream()
			.map((topic) -> topic.strip().replace(".", "\\."))
			.collect(Collectors.joining("|"));
	}

}
