package io.gendan.contract;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

import io.gendan.contract.product.ProductDetails;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A text whose name says that it tells something about a person, or that somebody has
 * typed it, is personal, or it stands here with the reason why not.
 */
class PersonalComponentsTest {

	private static final Set<String> SUSPICIOUS = Set.of("name", "contact", "phone", "address", "receiver", "title",
			"taxNumber", "remark", "remarks", "reason", "signedBy", "acceptedBy");

	private static final Map<String, String> EXCEPTIONS = Map.of("ProductDetails.name", "of a product",
			"ProductChanged.reason", "about a product", "ProductWithdrawn.reason", "about a product",
			"ProductReinstated.reason", "about a product", "OrderReleased.reason", "which term is met: words of ours",
			"CarrierChosen.reason", "how the offers compare: words of ours", "ShipmentDelayed.reason",
			"status and place of a carrier's report");

	@Test
	void whatTellsAboutAPersonIsPersonalOrAnExceptionThatIsStillNeeded() {
		Set<String> clear = new TreeSet<>();
		EventCatalogue.all().values().forEach((event) -> addClear(event, clear));
		assertThat(clear).isEqualTo(EXCEPTIONS.keySet());
	}

	@Test
	void aTextInClearIsFoundHoweverDeepItLies() {
		Set<String> clear = new TreeSet<>();
		addClear(Letter.class, clear);
		assertThat(clear).containsExactly("Letter.remarks", "Person.name", "ProductDetails.name");
	}

	private static void addClear(Class<?> type, Set<String> clear) {
		for (RecordComponent component : type.getRecordComponents()) {
			Class<?> plain = plain(component.getGenericType());
			if (plain.isRecord()) {
				addClear(plain, clear);
			}
			else if (plain == String.class && SUSPICIOUS.contains(component.getName())) {
				clear.add(type.getSimpleName() + "." + component.getName());
			}
		}
	}

	private static Class<?> plain(Type type) {
		return (Class<?>) ((type instanceof ParameterizedType list) ? list.getActualTypeArguments()[0] : type);
	}

	record Letter(String order, Personal title, List<String> remarks, List<Person> readers, ProductDetails about) {
	}

	record Person(String name, Personal address) {
	}

}
