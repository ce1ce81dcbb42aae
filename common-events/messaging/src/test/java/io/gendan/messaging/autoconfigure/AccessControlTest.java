package io.gendan.messaging.autoconfigure;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.gendan.contract.Service;
import io.gendan.messaging.privacy.PrivacyConfiguration;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.io.FileSystemResource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The list of who may write and read which topic says what the services declare. Brought
 * up to date with {@code -Dgendan.access.approve=true}.
 */
class AccessControlTest {

	private static final Path HOME = Path.of("../..");

	private static final Path LIST = Path.of("src/main/resources/io/gendan/messaging/access-control.json");

	private static final Path SHOWN = HOME.resolve("deploy/ACCESS.md");

	private static final String BEGIN = "<!-- access:begin -->\n";

	private static final String END = "<!-- access:end -->";

	/** Whoever talks to the broker past the starter. */
	private static final Pattern BROKER = Pattern
		.compile("\\b(KafkaConsumer|KafkaListener|KafkaProducer|KafkaTemplate|StreamBridge|Admin\\.create)\\b");

	private static final List<TopicAccess> SERVICES = Arrays.stream(Service.values())
		.map(AccessControlTest::declared)
		.toList();

	@BeforeAll
	static void approve() throws IOException {
		if (Boolean.getBoolean("gendan.access.approve")) {
			Files.createDirectories(LIST.getParent());
			Files.writeString(LIST, list());
			String shown = Files.readString(SHOWN);
			Files.writeString(SHOWN, shown.substring(0, shown.indexOf(BEGIN) + BEGIN.length()) + commands()
					+ shown.substring(shown.indexOf(END)));
		}
	}

	@Test
	void theListSaysWhatTheServicesDeclare() throws IOException {
		assertThat(Files.readString(LIST)).isEqualTo(list());
	}

	@Test
	void itIsShownAsCommands() throws IOException {
		String shown = Files.readString(SHOWN);
		assertThat(shown.substring(shown.indexOf(BEGIN) + BEGIN.length(), shown.indexOf(END))).isEqualTo(commands());
	}

	/** But the topic of keys: each service writes its own keys there. */
	@Test
	void everyTopicHasOneWriter() {
		assertThat(SERVICES.stream()
			.flatMap((access) -> access.written().stream())
			.filter((topic) -> !topic.equals(PrivacyConfiguration.TOPIC))).doesNotHaveDuplicates();
		assertThat(SERVICES).allSatisfy((access) -> assertThat(access.read()).doesNotHaveDuplicates());
	}

	@Test
	void nobodyTalksToTheBrokerPastTheStarter() throws IOException {
		List<String> found = new ArrayList<>();
		for (Service service : Service.values()) {
			try (Stream<Path> files = Files.walk(folder(service).resolve("src/main/java"))) {
				for (Path file : files.filter((name) -> name.toString().endsWith(".java")).toList()) {
					if (BROKER.matcher(Files.readString(file)).find()) {
						found.add(file.getFileName().toString());
					}
				}
			}
		}
		assertThat(found).as("reads what the projection reads").containsExactly("StreamReader.java");
	}

	private static TopicAccess declared(Service service) {
		StandardEnvironment environment = new StandardEnvironment();
		try {
			new YamlPropertySourceLoader()
				.load(service.label(),
						new FileSystemResource(folder(service).resolve("src/main/resources/application.yaml")))
				.forEach(environment.getPropertySources()::addLast);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		Binder binder = Binder.get(environment);
		String name = environment.getRequiredProperty("spring.application.name");
		List<String> functions = List
			.of(environment.getProperty("spring.cloud.function.definition", "inbox").split(";"));
		assertThat(functions).as("functions of %s", name).isSubsetOf("inbox", "projection");
		assertThat(environment.getProperty("spring.cloud.stream.bindings")).isNull();
		return new TopicAccess(service, name,
				binder.bind("gendan.inbox.topics", Bindable.listOf(String.class)).orElse(List.of()),
				functions.contains("projection")
						? environment.getProperty("gendan.projection.group", name + "-projection") : null);
	}

	private static Path folder(Service service) {
		return HOME.resolve(service.label() + "-service");
	}

	private static String list() {
		return SERVICES.stream()
			.map((access) -> """
					"%s": {
					  "write": %s,
					  "read": %s,
					  "groups": %s,
					  "idempotentWrite": true,
					  "transactionalIds": []
					}"""
				.formatted(access.group(), array(access.written()), array(access.read()), array(access.groups()))
				.indent(2)
				.stripTrailing())
			.collect(Collectors.joining(",\n", "{\n", "\n}\n"));
	}

	private static String array(List<String> names) {
		return names.stream().map((name) -> "\"" + name + "\"").collect(Collectors.joining(", ", "[", "]"));
	}

	/** Whoever may write or read a topic may see it; start-up looks at all topics. */
	private static String commands() {
		StringBuilder commands = new StringBuilder("```\n");
		commands.append("ALLOW='kafka-acls --bootstrap-server HOST:PORT --add --allow-principal'\n");
		commands.append("$ALLOW User:* --operation Describe --operation DescribeConfigs"
				+ " --resource-pattern-type prefixed --topic gendan.\n");
		for (TopicAccess access : SERVICES) {
			command(commands, access, "Write", "--topic", access.written());
			command(commands, access, "Read", "--topic", access.read());
			command(commands, access, "Read", "--group", access.groups());
		}
		return commands.append("```\n").toString();
	}

	private static void command(StringBuilder commands, TopicAccess access, String operation, String kind,
			List<String> names) {
		commands.append("$ALLOW User:%s --operation %s %s\n".formatted(access.group(), operation,
				names.stream().map((name) -> kind + " " + name).collect(Collectors.joining(" "))));
	}

}
