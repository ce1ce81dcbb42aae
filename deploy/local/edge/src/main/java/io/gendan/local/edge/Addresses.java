package io.gendan.local.edge;

import java.util.List;
import java.util.Map;
import java.util.TreeSet;

import io.gendan.local.edge.gateway.GatewaySettings;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Tells whoever opens the front door where things are, in both languages. */
@RestController
class Addresses {

	private final GatewaySettings gateway;

	Addresses(GatewaySettings gateway) {
		this.gateway = gateway;
	}

	@GetMapping("/")
	Welcome welcome() {
		return new Welcome("Gendan follows an order from request to archive.", "跟单：从下单到归档全程跟进。",
				new Token("/oauth2/token",
						"curl -u li.salesperson:demo -d grant_type=client_credentials {token address}",
						"演示用户的口令都是 demo；The password of every demo user is demo."),
				this.gateway.services()
					.entrySet()
					.stream()
					.map((service) -> Service.of(service.getKey(), service.getValue().paths()))
					.toList());
	}

	record Welcome(String en, String zh, Token token, List<Service> services) {
	}

	record Token(String address, String example, String note) {
	}

	record Service(String name, TreeSet<String> paths, Map<String, String> more) {

		static Service of(String name, List<String> paths) {
			var prefix = "/services/" + name;
			return new Service(name, new TreeSet<>(paths), Map.of("health", prefix + "/readyz", "openapi",
					prefix + "/v3/api-docs", "dead-letters", prefix + "/api/dead-letters"));
		}

	}

}
