package io.gendan.local.launcher;

import java.io.IOException;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * What happens before a start: build, unpack, make start-up caches. One command at a time
 * does any of it: the caller holds the folder of the applications.
 */
final class Preparation {

	private final Settings settings;

	private final PrintStream out;

	Preparation(Settings settings, PrintStream out) {
		this.settings = settings;
		this.out = out;
	}

	/**
	 * Builds what is older than its sources.
	 * @param programs some programs; those that run go on running
	 */
	void build(Collection<Program> programs) throws IOException, InterruptedException {
		List<String> modules = new ArrayList<>();
		for (Program program : programs) {
			if (application(program).mustBuild()) {
				modules.add(program.module());
			}
		}
		maven(modules);
	}

	/**
	 * Replaces the files that programs run from.
	 * @param programs programs without a process; the caller holds the place, so that
	 * nobody starts them meanwhile
	 */
	void unpack(Collection<Program> programs) throws IOException, InterruptedException {
		for (Program program : programs) {
			application(program).unpack();
		}
	}

	/** Makes the start-up caches that are missing. */
	void train() throws IOException, InterruptedException {
		Training training = new Training(this.settings, this.out);
		List<Program> untrained = training.untrained();
		if (!untrained.isEmpty()) {
			List<Program> fresh = training.programs().stream().filter((each) -> !application(each).unpacked()).toList();
			build(fresh);
			unpack(fresh);
			training.train(untrained);
		}
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

}
