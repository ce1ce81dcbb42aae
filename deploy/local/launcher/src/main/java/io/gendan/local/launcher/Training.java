package io.gendan.local.launcher;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;

/**
 * Makes start-up caches: a short run of a system of its own, with a few requests, teaches
 * the JVM what each process loads when it starts. Whatever happens, nothing of that
 * system stays behind.
 */
final class Training {

	private static final PrintStream NOWHERE = new PrintStream(OutputStream.nullOutputStream(), false,
			StandardCharsets.UTF_8);

	private static final Duration START = Duration.ofMinutes(10);

	/** To write a cache takes memory and both cores. */
	private static final Duration END = Duration.ofMinutes(2);

	private final Settings settings;

	private final PrintStream out;

	private final AtomicBoolean interrupted = new AtomicBoolean();

	Training(Settings settings, PrintStream out) {
		this.settings = settings;
		this.out = out;
	}

	/**
	 * Which programs have no cache.
	 * @return none when caches are not wanted
	 */
	List<Program> untrained() {
		return this.settings.startCaches()
				? this.settings.programs().stream().filter((each) -> !Files.exists(application(each).cache())).toList()
				: List.of();
	}

	/**
	 * What runs in a training, which borrows nothing.
	 * @return in the order of starting
	 */
	List<Program> programs() {
		return Program.ALL.stream()
			.filter((each) -> !each.is(Program.Kind.SERVICE) || this.settings.services().contains(each))
			.toList();
	}

	void train(List<Program> untrained) throws IOException, InterruptedException {
		Place place = place();
		this.out.println("preparing a fast start for %s (once after a build, 1 to 3 minutes) …".formatted(untrained));
		Thread rescue = new Thread(() -> {
			this.interrupted.set(true);
			cleanUp(place);
		});
		cleanUp(place);
		Runtime.getRuntime().addShutdownHook(rescue);
		try {
			run(place, untrained);
		}
		catch (Refusal ex) {
			if (!this.interrupted.get()) {
				this.out.println(ex.text());
				this.out.println("no start-up cache this time; the start takes longer / 本次没有启动缓存，启动会慢一些");
			}
		}
		finally {
			if (!this.interrupted.get()) {
				Runtime.getRuntime().removeShutdownHook(rescue);
				cleanUp(place);
			}
		}
	}

	private void run(Place place, List<Program> untrained) throws IOException, InterruptedException {
		Starter starter = new Starter(place, new Launch(this.settings, place), new Health(place)::up, NOWHERE);
		List<Program> programs = programs();
		for (Program program : programs) {
			starter.start(program, untrained.contains(program));
		}
		starter.await(programs, List.of(), START);
		new Exercise(place.ports().edge()).run(this.settings.services());
		List<Program> ending = new ArrayList<>(programs);
		ending.removeAll(List.of(Program.BROKER, Program.STORE));
		ending.addAll(List.of(Program.BROKER, Program.STORE));
		Stopper stopper = new Stopper(place, NOWHERE);
		for (Program program : ending) {
			stopper.stop(List.of(program), END);
			Application application = application(program);
			if (untrained.contains(program) && Files.exists(application.freshCache())) {
				Files.move(application.freshCache(), application.cache(), StandardCopyOption.REPLACE_EXISTING);
			}
		}
	}

	private Place place() {
		Ports ports = IntStream.of(28_080, 31_080, 34_080, 37_080, 40_080)
			.mapToObj(Ports::from)
			.filter(Ports::free)
			.findFirst()
			.orElseThrow(() -> new Refusal("no free ports for the run that prepares a fast start", "没有可用于准备快速启动的空闲端口"));
		return new Place(this.settings.apps().resolveSibling("training"), ports, Optional.empty(), Optional.empty());
	}

	private void cleanUp(Place place) {
		try {
			new Stopper(place, NOWHERE).stop(Program.ALL, Duration.ZERO);
			Folders.delete(place.home());
		}
		catch (IOException ex) {
			this.out.println("could not clean up after the preparation / 准备之后未能清理：" + ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	private Application application(Program program) {
		return new Application(this.settings, program);
	}

}
