package io.gendan.order.entry;

import io.gendan.order.EntryRules;
import io.gendan.order.EntryRules.Rule;
import org.junit.jupiter.api.Test;

import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.mock.env.MockEnvironment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** The rules for what nobody has entered are settings (ORD-1, ORD-4). */
class EntryConfigurationTest {

	private final MockEnvironment settings = new MockEnvironment()
		.withProperty("gendan.order.unknown-customers", "refuse")
		.withProperty("gendan.order.free-text-items", "allow")
		.withProperty("gendan.imports.unknown-customers", "allow")
		.withProperty("gendan.imports.free-text-items", "Refuse");

	@Test
	void eachWayOfEntryHasRulesOfItsOwn() {
		assertThat(EntryConfiguration.rules(this.settings, "gendan.order"))
			.isEqualTo(new EntryRules(Rule.REFUSE, Rule.ALLOW));
		assertThat(EntryConfiguration.rules(this.settings, "gendan.imports"))
			.isEqualTo(new EntryRules(Rule.ALLOW, Rule.REFUSE));
	}

	@Test
	void aWordThatNobodyKnowsStopsTheStart() {
		this.settings.setProperty("gendan.order.unknown-customers", "perhaps");
		assertThatExceptionOfType(BindException.class)
			.isThrownBy(() -> EntryConfiguration.rules(this.settings, "gendan.order"))
			.withMessageContaining("gendan.order");
	}

}
