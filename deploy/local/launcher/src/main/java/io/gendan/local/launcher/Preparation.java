package io.gendan.local.launcher;

import java.io.IOException;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** What happens before a start: build, unpack, make start-up caches. */
final class Preparation {

	private final Settings settings;

	private final PrintStream out;

	Preparation(Settings settings, PrintStream out) {
		this.settings = settings;
		this.out = out;
	}

	/**
	 * Makes everything ready for a start of the whole system.
	 * @param missing the programs without a process; the files of the others are in use
	 */
	void prepare(Collection<Program> missing) throws IOException, InterruptedException {
		try (var hold = Hold.of(this.settings.apps(), this.out)) {
			build(missing);
			Training training = new Training(this.settings, this.out);
			List<Program> untrained = training.untrained();
			if (!untrained.isEmpty()) {
				build(training.programs().stream().filter((each) -> !application(each).unpacked()).toList());
				training.train(untrained);
			}
		}
	}

	/**
	 * Makes one program ready, without a start-up cache. It is built while its old
	 * process still works; what that process uses is replaced after it has ended.
	 * @param program a program
	 * @param stop ends its process
	 */
	void prepare(Program program, Stop stop) throws IOException, InterruptedException {
		try (var hold = Hold.of(this.settings.apps(), this.out)) {
			jars(List.of(program));
			stop.run();
			application(program).unpack();
		}
	}

	private void build(Collection<Program> programs) throws IOException, InterruptedException {
		jars(programs);
		for (Program program : programs) {
			application(program).unpack();
		}
	}

	private void jars(Collection<Program> programs) throws IOException, InterruptedException {
		List<String> modules = new ArrayList<>();
		for (Program program : programs) {
			if (application(program).mustBuild()) {
				modules.add(program.module());
			}
		}
		maven(modules);
	}

	/**
	 * Builds modules, with what they are made of.
	 * @param modules their folders; none is fine
	 * @throws Refusal if there is no Maven, or it fails
	 */
	void maven(List<String> modules) throws IOException, InterruptedException {
		if (modules.isEmpty()) {
			return;
		}
		List<String> command = new ArrayList<>(this.settings.words("GENDAN_MAVEN"));
		if (command.isEmpty()) {
			command.add("mvn");
		}
		if (!Commands.onPath(command.getFirst())) {
			throw new Refusal(
					"Maven 3.8 or newer is needed to build and %s is not there: install the package maven"
						.formatted(command.getFirst()),
					"构建需要 Maven 3.8 或更高版本，未找到 %s：请安装软件包 maven".formatted(command.getFirst()));
		}
		this.out.println("building " + String.join(" ", modules) + " …");
		command.addAll(List.of("-B", "-ntp", "-q", "-Dstyle.color=never", "-Dmaven.test.skip=true", "-pl",
				String.join(",", modules), "-am", "package"));
		if (Commands.attached(this.settings.root(), command) != 0) {
			throw new Refusal("the build failed, see above", "构建失败，请查看上方输出");
		}
	}

	private Application application(Program program) {
		return new Application(this.settings, program);
	}

	/** Ends a process. */
	@FunctionalInterface
	interface Stop {

		void run() throws IOException, InterruptedException;

	}

}
