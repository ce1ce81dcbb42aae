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

	private static final String FILE = "gendan-defaults.properties";

	@Override
	public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
		try {
			Properties defaults = PropertiesLoaderUtils.loadProperties(new ClassPathResource(FILE));
			defaults.setProperty("gendan.inbox.pattern", pattern(environment));
			defaults.setProperty("gendan.fetch.max-bytes", Long.toString(ByteBudget.ofHeap(FETCH).bytes()));
			environment.getPropertySources().addLast(new PropertiesPropertySource(FILE, defaults));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(FILE + " belongs to the starter and cannot be read", ex);
		}
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
