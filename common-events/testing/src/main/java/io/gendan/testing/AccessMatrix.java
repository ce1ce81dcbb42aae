package io.gendan.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Predicate;

import org.awaitility.Awaitility;

import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Role by route by whose order it is, tried out on the running service and compared with
 * what has been approved. A route that stands nowhere in the approved matrix fails,
 * and so does a row that lets in anybody else than it says.
 */
public final class AccessMatrix {

	/** The customer whose orders are own. */
	public static final String OWN_CUSTOMER = "K-OWN";

	/** The customer whose orders are a stranger's. */
	public static final String STRANGE_CUSTOMER = "K-STRANGE";

	private static final String OWN = "MATRIX-OWN";

	private static final String STRANGE = "MATRIX-STRANGE";

	private static final Path APPROVED = Path.of("src/test/resources/access-matrix.txt");

	private static final Path RECEIVED = Path.of("target/access-matrix.txt");

	private static final List<String> ROLES = List.of("customer", "salesperson", "merchandiser", "sales-manager",
			"general-manager", "production", "warehouse", "logistics", "finance", "service", "auditor", "operator",
			"integration", "none");

	private static final List<String> GRANTS = List.of("orders:place", "stock:receive", "tracking:report",
			"receipts:book");

	private final TestSystem system;

	private final List<Route> routes;

	private final Map<String, Caller> callers = new LinkedHashMap<>();

	private AccessMatrix(TestSystem system, List<Route> routes) {
		this.system = system;
		this.routes = routes;
		List<String> customers = List.of(OWN_CUSTOMER);
		ROLES.forEach((role) -> this.callers.put(role,
				system.with("matrix." + role, Map.of("roles", List.of(role), "customers", customers))));
		GRANTS.forEach((grant) -> this.callers.put("integration with " + grant,
				system.with("matrix." + grant, Map.of("roles", List.of("integration"), "grants", List.of(grant)))));
	}

	/**
	 * Checks a service that learns of orders by events.
	 * @param system the service
	 * @param mapping its routes
	 */
	public static void check(TestSystem system, RequestMappingHandlerMapping mapping) {
		check(system, mapping,
				(order, customer) -> system.publish(MatrixOrders.placed(order, customer, "matrix.elsewhere")));
	}

	/**
	 * Checks a service.
	 * @param system the service
	 * @param mapping its routes
	 * @param place places an order for a customer
	 */
	public static void check(TestSystem system, RequestMappingHandlerMapping mapping,
			BiConsumer<String, String> place) {
		place.accept(OWN, OWN_CUSTOMER);
		place.accept(STRANGE, STRANGE_CUSTOMER);
		AccessMatrix matrix = new AccessMatrix(system, Route.of(mapping));
		matrix.awaitOrders();
		compare(matrix.text(), APPROVED);
	}

	static void compare(String received, Path approved) {
		try {
			Files.createDirectories(RECEIVED.getParent());
			Files.writeString(RECEIVED, received);
			assertThat(received)
				.as("who may take which route; if it is meant so, approve %s as %s", RECEIVED.toAbsolutePath(),
						approved)
				.isEqualTo(Files.exists(approved) ? Files.readString(approved) : "");
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private void awaitOrders() {
		Caller auditor = this.system.as("matrix.audit", "auditor");
		for (Route route : this.routes) {
			if (route.form() == Route.Form.ORDER && route.method().equals("GET")) {
				Awaitility.await(route.toString())
					.until(() -> route.status(auditor, OWN) == 200 && route.status(auditor, STRANGE) == 200);
			}
		}
	}

	private String text() {
		StringBuilder text = new StringBuilder();
		Caller anonymous = this.system.anonymous();
		for (Route route : this.routes) {
			assertThat(route.status(anonymous, OWN)).as("%s without a token", route).isEqualTo(401);
			text.append(route).append('\n');
			switch (route.form()) {
				case PLAIN, UPLOAD -> row(text, "", admitted(route));
				case ORDER, BULK -> {
					row(text, "own: ", touching(route, OWN));
					row(text, "a stranger's: ", touching(route, STRANGE));
				}
				case LIST -> {
					row(text, "own: ", seeing(route, OWN));
					row(text, "a stranger's: ", seeing(route, STRANGE));
				}
			}
		}
		return text.toString();
	}

	private static void row(StringBuilder text, String whose, List<String> who) {
		text.append("    ").append(whose).append(who.isEmpty() ? "nobody" : String.join(", ", who)).append('\n');
	}

	private List<String> admitted(Route route) {
		return those((caller) -> route.status(caller, OWN) != 403);
	}

	private List<String> touching(Route route, String order) {
		return those((caller) -> {
			int status = route.status(caller, order);
			return status != 403 && status != 404;
		});
	}

	private List<String> seeing(Route route, String order) {
		return those((caller) -> caller.get(route.path() + "?limit=500")
			.body()
			.path("items")
			.findValuesAsString("order")
			.contains(order));
	}

	private List<String> those(Predicate<Caller> may) {
		List<String> who = new ArrayList<>();
		this.callers.forEach((name, caller) -> {
			if (may.test(caller)) {
				who.add(name);
			}
		});
		return who;
	}

}
