package io.gendan.local.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the environment says; every variable starts with {@code GENDAN_}.
 *
 * @param root of the repository
 * @param place the system the commands are about
 * @param services the services to run, without those somebody runs elsewhere
 * @param variables the environment
 */
record Settings(Path root, Place place, List<Program> services, Map<String, String> variables) {

	static Settings of(Path root, Map<String, String> variables) throws IOException {
		String base = variables.getOrDefault("GENDAN_PORT_BASE", "");
		if (!base.matches("|\\d{1,5}") || (!base.isEmpty() && Integer.parseInt(base) > 65_000)) {
			throw new Refusal("GENDAN_PORT_BASE must be a number up to 65000, not " + base,
					"GENDAN_PORT_BASE 应为不大于 65000 的数字，而不是 " + base);
		}
		Path local = root.resolve("deploy/local");
		Path home = Path.of(text(variables, "GENDAN_HOME")
			.orElse((base.isEmpty() ? local : local.resolve("run/at-" + base)).toString()));
		Files.createDirectories(home);
		Place place = new Place(home.toRealPath(), base.isEmpty() ? Ports.USUAL : Ports.from(Integer.parseInt(base)),
				text(variables, "GENDAN_KAFKA").map(KafkaAddress::new),
				text(variables, "GENDAN_STORE_URI").map(StoreAddress::new));
		return new Settings(root, place, services(variables), variables);
	}

	private static List<Program> services(Map<String, String> variables) {
		if (!variables.containsKey("GENDAN_SERVICES")) {
			return Program.SERVICES;
		}
		List<String> names = split(variables.getOrDefault("GENDAN_SERVICES", ""));
		List<Program> services = Program.SERVICES.stream().filter((each) -> names.contains(each.name())).toList();
		if (services.size() != names.size()) {
			throw new Refusal("GENDAN_SERVICES may name: " + Program.SERVICES,
					"GENDAN_SERVICES 可用的名称：" + Program.SERVICES);
		}
		return services;
	}

	/**
	 * What the commands start and stop, in the order of starting.
	 * @return without what the place borrows
	 */
	List<Program> programs() {
		return Program.ALL.stream()
			.filter((program) -> program.is(Program.Kind.SERVICE) ? this.services.contains(program)
					: this.place.owns(program))
			.toList();
	}

	/**
	 * Unpacked applications and their start-up caches belong to the build, not to one
	 * system.
	 * @return their folder
	 */
	Path apps() {
		return this.root.resolve("deploy/local/run/app");
	}

	Optional<String> text(String variable) {
		return text(this.variables, variable);
	}

	/**
	 * A setting of several words.
	 * @param variable its name
	 * @return its words, none when it is not set
	 */
	List<String> words(String variable) {
		return split(this.variables.getOrDefault(variable, ""));
	}

	boolean startCaches() {
		return text("GENDAN_AOT").orElse("on").equals("on");
	}

	/**
	 * How long a start may take.
	 * @return time from the start of the processes until all are healthy
	 */
	Duration patience() {
		return Duration.ofSeconds(
				Long.parseLong(text("GENDAN_PATIENCE").filter((text) -> text.matches("\\d{1,6}")).orElse("180")));
	}

	private static Optional<String> text(Map<String, String> variables, String variable) {
		return Optional.ofNullable(variables.get(variable)).filter((text) -> !text.isBlank());
	}

	private static List<String> split(String text) {
		return Arrays.stream(text.split("\\s+")).filter((word) -> !word.isEmpty()).toList();
	}

}
