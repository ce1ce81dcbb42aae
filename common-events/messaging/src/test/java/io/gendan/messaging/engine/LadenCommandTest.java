package io.gendan.messaging.engine;

import io.gendan.contract.Actor;
import io.gendan.messaging.CommandRequest;
import io.gendan.messaging.CommandResult;
import io.gendan.messaging.budget.ByteBudget;
import io.gendan.stage.Laden;
import io.gendan.stage.StreamKind;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** What a command carries beside its text counts while it waits. */
class LadenCommandTest {

	private final CommandQueue<Object, Carrying> queue = new CommandQueue<>(new ByteBudget(100_000));

	@Test
	void whatWasLookedUpForItIsWeighed() {
		this.queue.add(item(60_000));
		assertThatExceptionOfType(GatewayBusyException.class).isThrownBy(() -> this.queue.add(item(60_000)));
		assertThat(this.queue.add(item(1_000))).isNotDone();
	}

	private static CommandItem<Object, Carrying, CommandResult<Object>> item(long load) {
		return new CommandItem<>(StreamKind.ORDER,
				CommandRequest.of("SO-1", new Carrying(load), new Actor("salesperson", "li")), (asked, told) -> told);
	}

	/**
	 * A command with a load.
	 *
	 * @param load bytes
	 */
	record Carrying(long load) implements Laden {
	}

}
