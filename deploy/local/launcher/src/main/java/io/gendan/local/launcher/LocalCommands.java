package io.gendan.local.launcher;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;

/** What the scripts of {@code deploy/local} do, one method each. */
final class LocalCommands {

	/** How long one process may take to end before it is killed. */
	private static final Duration END = Duration.ofMillis(25_500);

	private static final int FIRST_LINES = 200;

	private final Settings settings;

	private final Place place;

	private final Processes processes;

	private final Starter starter;

	private final Health health;

	private final PrintStream out;

	LocalCommands(Settings settings, PrintStream out) {
		this.settings = settings;
		this.place = settings.place();
		this.processes = new Processes(this.place);
		this.health = new Health(this.place);
		this.starter = new Starter(this.place, new Launch(settings, this.place), this.health::up, out);
		this.out = out;
	}

	/**
	 * Builds what is missing and starts what is down.
	 * @return whether anything had to be done
	 */
	boolean up() throws IOException, InterruptedException {
		List<Program> programs = this.settings.programs();
		List<Program> missing = this.processes.missing(programs);
		if (missing.isEmpty() && programs.stream().allMatch(this.health::up)) {
			return false;
		}
		new Borrowed(this.place, this.out).check();
		this.starter.awaitPorts(missing);
		List<Program> before = prepareAndStart(programs);
		AtomicBoolean over = new AtomicBoolean();
		Thread interruption = new Thread(() -> {
			if (!over.get()) {
				this.out.println("interrupted; what has started keeps running, deploy/local/down stops it");
				this.out.println("已中断；已启动的进程继续运行，可用 deploy/local/down 停止");
			}
		});
		Runtime.getRuntime().addShutdownHook(interruption);
		Instant began = Instant.now();
		try {
			this.starter.await(programs, before, this.settings.patience());
		}
		finally {
			over.set(true);
		}
		this.out.printf("everything is up after %d s / 全部就绪%n", Duration.between(began, Instant.now()).toSeconds());
		return true;
	}

	/** Those that had a process already. */
	private List<Program> prepareAndStart(List<Program> programs) throws IOException, InterruptedException {
		try (Hold files = Hold.of(this.settings.apps(), this.out)) {
			Preparation preparation = new Preparation(this.settings, this.out);
			preparation.build(this.processes.missing(programs));
			try (Hold hold = Hold.of(this.place.run(), this.out)) {
				preparation.unpack(this.processes.missing(programs));
			}
			preparation.train();
			try (Hold hold = Hold.of(this.place.run(), this.out)) {
				List<Program> missing = this.processes.missing(programs);
				for (Program program : missing) {
					this.starter.start(program, false);
				}
				this.out.println("started " + missing + " …");
				return programs.stream().filter((program) -> !missing.contains(program)).toList();
			}
		}
	}

	void down() throws IOException, InterruptedException {
		try (Hold hold = Hold.of(this.place.run(), this.out)) {
			end();
		}
	}

	private void end() throws IOException, InterruptedException {
		if (!new Stopper(this.place, this.out).stopAll()) {
			throw new Refusal("not everything is down, see above", "并非全部停止，请查看上方输出");
		}
		for (Program program : this.settings.programs()) {
			for (int port : this.place.ports().all(program)) {
				if (Port.taken(port)) {
					this.out.printf("port %d is still taken by %s, which this system has not started%n端口 %d 仍被其他进程占用%n",
							port, Port.holder(port).map(Starter::describe).orElse("a process"), port);
				}
			}
		}
		this.out.println("everything is down / 全部停止");
	}

	void restart(String name) throws IOException, InterruptedException {
		Program program = program(name);
		if (!this.place.owns(program)) {
			throw new Refusal("the " + program + " is not this system's own, restart it where it lives",
					program + " 不由本系统启动，请在其所在处重启");
		}
		try (Hold files = Hold.of(this.settings.apps(), this.out)) {
			Preparation preparation = new Preparation(this.settings, this.out);
			preparation.build(List.of(program));
			// Whoever waits for the program sees the old process or the new one.
			try (Hold hold = Hold.of(this.place.run(), this.out)) {
				if (!new Stopper(this.place, this.out).stop(List.of(program), END)) {
					throw new Refusal(program + " could not be stopped, see above", program + " 无法停止，请查看上方输出");
				}
				preparation.unpack(List.of(program));
				this.starter.start(program, false);
			}
		}
		this.starter.await(List.of(program), List.of(), this.settings.patience());
	}

	boolean status() {
		return new StatusTable(this.settings, this.out).print();
	}

	void logs(String name, boolean follow) throws IOException, InterruptedException {
		ProcessLog log = new ProcessLog(this.place, program(name));
		if (!Files.exists(log.file())) {
			throw new Refusal(name + " has no log yet", name + " 还没有日志");
		}
		if (follow) {
			log.follow(FIRST_LINES, this.out);
		}
		else {
			log.print(this.out);
		}
	}

	void reset(boolean sure) throws IOException, InterruptedException {
		if (!sure) {
			this.out.printf("Delete all data in %s? 删除全部数据？ [y/N] ", this.place.data());
			this.out.flush();
			String answer = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8)).readLine();
			if (answer == null || !answer.strip().toLowerCase(java.util.Locale.ROOT).startsWith("y")) {
				throw new Refusal("nothing was stopped or deleted", "未停止也未删除任何内容");
			}
		}
		try (Hold hold = Hold.of(this.place.run(), this.out)) {
			end();
			Folders.delete(this.place.data());
		}
		this.out.println("the data are gone / 数据已删除");
		this.place.store()
			.ifPresent((store) -> this.out.printf("the documents at %s stay / %s 上的文档保留%n", store, store));
		this.place.kafka().ifPresent((kafka) -> this.out.printf("the topics at %s stay / %s 上的主题保留%n", kafka, kafka));
	}

	int play(List<String> arguments) throws IOException, InterruptedException {
		Path module = Path.of("deploy/local/player");
		Path folder = this.settings.root().resolve(module);
		try (Hold files = Hold.of(this.settings.apps(), this.out)) {
			if (Application.outdated(Application.jar(folder, true), this.settings.root(),
					List.of(module.toString(), "common-events/contract"))) {
				new Preparation(this.settings, this.out).maven(List.of(module.toString()));
			}
		}
		up();
		// A play is over before the optimising compiler would pay.
		List<String> command = new ArrayList<>(List.of(
				Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx768m",
				"-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Dfile.encoding=UTF-8", "-jar",
				Application.jar(folder, true).orElseThrow().toString(), "--gateway",
				"http://localhost:" + this.place.ports().edge(), "--kafka", this.place.bootstrapServers(), "--metrics",
				"http://127.0.0.1:%d/actuator/prometheus"
					.formatted(this.place.ports().management(Program.SERVICES.getFirst())),
				"--run", this.place.run().toString()));
		command.addAll(arguments);
		return Commands.attached(Path.of("").toAbsolutePath(), command);
	}

	private static Program program(String name) {
		return Program.ALL.stream()
			.filter((program) -> program.name().equals(name))
			.findFirst()
			.orElseThrow(() -> new Refusal("name one of: " + Program.ALL, "请指定其中之一：" + Program.ALL));
	}

}
