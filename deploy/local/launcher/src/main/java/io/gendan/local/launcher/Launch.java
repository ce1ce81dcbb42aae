package io.gendan.local.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/**
 * How the programs of one system are called. Addresses go to Spring as environment
 * variables: what {@code GENDAN_SERVICE_ARGUMENTS} says about the same property simply
 * wins, and no password stands in a command line.
 */
final class Launch {

	private static final Path JAVA = Path.of(System.getProperty("java.home"), "bin", "java");

	private final Settings settings;

	private final Place place;

	Launch(Settings settings, Place place) {
		this.settings = settings;
		this.place = place;
	}

	/**
	 * The command line.
	 * @param program a program whose application is unpacked
	 * @param record whether a new start-up cache is made when the process ends
	 * @return command and arguments
	 */
	List<String> command(Program program, boolean record) throws IOException {
		List<String> command = new ArrayList<>(List.of(JAVA.toString(), this.place.marker(program)));
		command.addAll(javaOptions(program));
		Application application = new Application(this.settings, program);
		if (record) {
			// Without recorded profiles: they would set the optimising compiler to work
			// while everything starts at once.
			command.addAll(List.of("-XX:AOTCacheOutput=" + application.freshCache(), "-XX:-AOTRecordTraining"));
		}
		else if (this.settings.startCaches() && Files.exists(application.cache())) {
			// The JVM warns about every piece of a cache that it leaves out; that is no
			// news for anybody. Mapped where it was made for, most of it stays shared
			// with the file instead of being copied.
			command.addAll(List.of("-XX:AOTCache=" + application.cache(), "-XX:ArchiveRelocationMode=0",
					"-Xlog:disable", "-Xlog:all=error"));
		}
		command.addAll(application.launch());
		if (!program.springBoot()) {
			command.add(this.place.data().resolve(program.name()).toString());
			command.add(Integer.toString(this.place.ports().of(program)));
		}
		if (program.is(Program.Kind.SERVICE)) {
			command.addAll(this.settings.words("GENDAN_SERVICE_ARGUMENTS"));
		}
		return command;
	}

	/**
	 * The environment variables it gets beside those of the caller.
	 * @param program a program
	 * @return name to value
	 */
	Map<String, String> environment(Program program) {
		Map<String, String> environment = new LinkedHashMap<>(Map.of("MALLOC_ARENA_MAX", "2"));
		properties(program).forEach((name, value) -> environment
			.put(name.toUpperCase(Locale.ROOT).replace('.', '_').replace('-', '_'), value));
		return environment;
	}

	private Map<String, String> properties(Program program) {
		Map<String, String> properties = new LinkedHashMap<>();
		Ports ports = this.place.ports();
		String front = "http://localhost:" + ports.edge();
		if (program.springBoot()) {
			properties.put("server.port", Integer.toString(ports.of(program)));
			properties.put("server.address", "127.0.0.1");
			properties.put("management.server.port", Integer.toString(ports.management(program)));
			properties.put("management.server.address", "127.0.0.1");
		}
		if (program.is(Program.Kind.EDGE)) {
			properties.put("gendan.idp.issuer", front);
			properties.put("gendan.idp.key-file", this.place.data().resolve("idp-key.json").toString());
			properties.put("gendan.idp.redirect-uris",
					"%s/desk/login,http://127.0.0.1:%d/desk/login".formatted(front, ports.edge()));
			for (Program service : Program.SERVICES) {
				properties.put("gendan.gateway.services." + service + ".uri", "http://127.0.0.1:" + ports.of(service));
			}
		}
		if (program.is(Program.Kind.SERVICE)) {
			properties.put("spring.kafka.bootstrap-servers", this.place.bootstrapServers());
			properties.put("spring.cloud.stream.kafka.binder.brokers", this.place.bootstrapServers());
			properties.put("spring.mongodb.uri", this.place.database(program));
			properties.put("spring.security.oauth2.resourceserver.jwt.jwk-set-uri",
					"http://127.0.0.1:%d/oauth2/jwks".formatted(ports.edge()));
			properties.put("gendan.security.issuer", front);
			properties.put("gendan.privacy.house-keys", HouseKeyFile.of(this.place).toUri().toString());
			properties.put("gendan.topics.partitions", this.settings.text("GENDAN_PARTITIONS").orElse("4"));
			properties.put("gendan.topics.replicas", "1");
			properties.put("gendan.topics.min-in-sync-replicas", "1");
		}
		return properties;
	}

	private List<String> javaOptions(Program program) {
		Stream<String> own = switch (program.kind()) {
			case BROKER -> Stream.of("-Xms64m", "-Xmx256m");
			case STORE -> Stream.of("-Xms208m", "-Xmx320m", "-XX:NewSize=144m", "-XX:MaxDirectMemorySize=64m");
			// Measured on 2 cores: the quick compiler alone halves the processor time of
			// a start and needs less memory, and over a few thousand orders the services
			// gain nothing from the optimising one. The store does: it halves its work.
			// A young generation of the size it comes to under load: a collection of a
			// small one costs as much, and comes more than twice as often at first.
			case EDGE, SERVICE ->
				Stream.of("-XX:TieredStopAtLevel=1", "-XX:MinHeapFreeRatio=15", "-XX:MaxHeapFreeRatio=40", "-Xms64m",
						"-XX:NewSize=36m", program.name().equals("order") ? "-Xmx144m" : "-Xmx112m");
		};
		Stream<String> all = Stream.of("-Xss512k", "-XX:+UseSerialGC", "-XX:+UseCompactObjectHeaders",
				"-XX:ReservedCodeCacheSize=96m", "-XX:TrimNativeHeapInterval=5000", "-XX:+ExitOnOutOfMemoryError",
				"-XX:+UnlockDiagnosticVMOptions", "-Dfile.encoding=UTF-8", "--enable-native-access=ALL-UNNAMED",
				"--sun-misc-unsafe-memory-access=allow");
		return Stream.of(own, all, this.settings.words("GENDAN_JAVA_OPTIONS").stream())
			.flatMap((options) -> options)
			.toList();
	}

}
