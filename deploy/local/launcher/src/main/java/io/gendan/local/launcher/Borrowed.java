package io.gendan.local.launcher;

import java.io.PrintStream;
import java.util.List;
import java.util.function.Predicate;

/**
 * The broker and the store that are already there: looked at, never started or stopped.
 */
final class Borrowed {

	private final Place place;

	private final PrintStream out;

	Borrowed(Place place, PrintStream out) {
		this.place = place;
		this.out = out;
	}

	/**
	 * Says what is used, and that it answers.
	 * @throws Refusal if no host of an address takes connections
	 */
	void check() {
		this.place.kafka().ifPresent((kafka) -> {
			String state = state(kafka.hosts(), Probe::kafka);
			require(state, "GENDAN_KAFKA", kafka);
			this.out.printf("using the broker at %s: %s%n使用已有的消息代理 %s%n", kafka, state, kafka);
		});
		this.place.store().ifPresent((store) -> {
			String state = state(store.hosts(), Probe::mongo);
			require(state, "GENDAN_STORE_URI", store);
			this.out.printf("using the document store at %s: %s%n使用已有的文档库 %s%n", store, state, store);
		});
	}

	String kafka(KafkaAddress address) {
		return state(address.hosts(), Probe::kafka);
	}

	String store(StoreAddress address) {
		return state(address.hosts(), Probe::mongo);
	}

	private static void require(String state, String variable, Object address) {
		if (state.equals("down")) {
			throw new Refusal(variable + ": nothing answers at " + address + "; start it, or unset " + variable,
					variable + "：" + address + " 没有应答；请先启动它，或取消该变量");
		}
	}

	private static String state(List<HostPort> hosts, Predicate<HostPort> answers) {
		if (hosts.isEmpty()) {
			return "not looked at";
		}
		if (hosts.stream().anyMatch(answers)) {
			return "up";
		}
		// With TLS the question is not understood, but somebody is there.
		return hosts.stream().anyMatch(Probe::port) ? "port open" : "down";
	}

}
