package io.gendan.local.launcher;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/** Entry point of the scripts of {@code deploy/local}: command, then its arguments. */
final class Launcher {

	private static final PrintStream OUT = System.out;

	private Launcher() {
	}

	/**
	 * Carries out one command. Every way out says a sentence.
	 * @param arguments name of the command and its arguments; the system property
	 * {@code gendan.root} names the repository
	 */
	public static void main(String[] arguments) {
		int status;
		try {
			Settings settings = Settings.of(Path.of(System.getProperty("gendan.root")), System.getenv());
			status = run(new LocalCommands(settings, OUT), settings.place(), List.of(arguments));
		}
		catch (Refusal ex) {
			System.err.println(ex.text());
			status = 1;
		}
		catch (IOException | java.io.UncheckedIOException ex) {
			System.err.println(new Refusal("a file could not be read or written: " + ex, "文件读写失败：" + ex).text());
			status = 1;
		}
		catch (InterruptedException | RuntimeException ex) {
			System.err
				.println(new Refusal("this should not happen, please report it: " + ex, "发生意外错误，请反馈：" + ex).text());
			ex.printStackTrace();
			status = 1;
		}
		System.exit(status);
	}

	private static int run(LocalCommands commands, Place place, List<String> arguments)
			throws IOException, InterruptedException {
		String command = arguments.isEmpty() ? "" : arguments.getFirst();
		List<String> rest = arguments.subList(Math.min(1, arguments.size()), arguments.size());
		switch (command) {
			case "up" -> welcome(commands.up(), place);
			case "down" -> commands.down();
			case "restart" -> commands.restart(rest.isEmpty() ? "" : rest.getFirst());
			case "status" -> {
				return commands.status() ? 0 : 1;
			}
			case "logs" -> commands.logs(rest.isEmpty() ? "" : rest.getFirst(), rest.contains("-f"));
			case "reset" -> commands.reset(rest.contains("--yes"));
			case "play" -> {
				return commands.play(rest);
			}
			default -> throw new Refusal("no such command: " + command + Arrays.toString(arguments.toArray()),
					"没有此命令：" + command);
		}
		return 0;
	}

	private static String managementPorts(Ports ports) {
		return "%d to %d, in the order of NAME".formatted(ports.management(Program.SERVICES.getFirst()),
				ports.management(Program.SERVICES.getLast()));
	}

	private static void welcome(boolean started, Place place) {
		String front = "http://localhost:" + place.ports().edge();
		if (!started) {
			OUT.println("everything is up already / 已全部就绪：" + front);
			return;
		}
		OUT.printf("""

				  front door     %1$s
				  token          curl -u li.salesperson:demo -d grant_type=client_credentials %1$s/oauth2/token
				  API            %1$s/services/NAME/v3/api-docs   NAME: %2$s
				  health         http://127.0.0.1:PORT/actuator/health, metrics /actuator/prometheus   PORT: %5$s
				  Kafka          %3$s
				  documents      %4$s

				  demo users (password demo / 口令均为 demo):
				    li.salesperson zhao.salesperson sun.merchandiser wang.sales-manager zhou.sales-manager wu.production
				    zheng.warehouse feng.logistics qian.finance he.service chen.general-manager xu.auditor gu.operator
				    lin.customer (K-7) ma.customer (K-8) portal.customer (all customers) erp.integration

				  deploy/local/status, logs SERVICE, restart SERVICE, down
				""", front, Program.SERVICES, place.bootstrapServers(),
				place.store().map(StoreAddress::toString).orElse("mongodb://127.0.0.1:" + place.ports().store()),
				managementPorts(place.ports()));
	}

}
