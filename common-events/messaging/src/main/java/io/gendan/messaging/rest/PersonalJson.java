package io.gendan.messaging.rest;

import java.util.Set;
import java.util.function.Supplier;

import io.gendan.contract.Personal;
import io.gendan.messaging.privacy.PersonalView;
import jakarta.servlet.http.HttpServletRequest;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.ser.std.StdSerializer;

import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/**
 * The one place where personal texts are opened for an answer: in clear for callers
 * admitted in a role that works with them, masked for everybody else. What an answer
 * shows at all is decided before, by {@link io.gendan.stage.Visibility}.
 */
final class PersonalJson {

	/** Who sells, ships, bills and serves, who audits that, and customers themselves. */
	private static final Set<String> IN_CLEAR = Set.of("customer", "salesperson", "merchandiser", "sales-manager",
			"general-manager", "logistics", "finance", "service", "auditor");

	private PersonalJson() {
	}

	static SimpleModule of(Supplier<PersonalView> view) {
		return new SimpleModule("gendan-personal").addSerializer(new Texts(view)).addSerializer(new Data(view));
	}

	static boolean clear() {
		return RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes request
				&& clear(request.getRequest());
	}

	/**
	 * Whether a caller reads personal texts in clear.
	 * @param request their request
	 * @return false if they are masked for them
	 */
	static boolean clear(NativeWebRequest request) {
		return request.getNativeRequest() instanceof HttpServletRequest servlet && clear(servlet);
	}

	private static boolean clear(HttpServletRequest request) {
		return Admission.roles(request).stream().anyMatch(IN_CLEAR::contains);
	}

	/** Writes a text. */
	private static final class Texts extends StdSerializer<Personal> {

		private final Supplier<PersonalView> view;

		private Texts(Supplier<PersonalView> view) {
			super(Personal.class);
			this.view = view;
		}

		@Override
		public void serialize(Personal value, JsonGenerator json, SerializationContext context) {
			json.writeString(this.view.get().text(value, clear()));
		}

	}

	/** Writes the data of an event. */
	private static final class Data extends StdSerializer<EventData> {

		private final Supplier<PersonalView> view;

		private Data(Supplier<PersonalView> view) {
			super(EventData.class);
			this.view = view;
		}

		@Override
		public void serialize(EventData value, JsonGenerator json, SerializationContext context) {
			json.writeRawValue(this.view.get().data(value.type(), value.json(), clear()));
		}

	}

}
