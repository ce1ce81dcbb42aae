package io.gendan.fulfillment;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.gendan.contract.GendanEvent;
import io.gendan.contract.fulfillment.CheckAspect;
import io.gendan.fulfillment.FulfillmentCommand.Finding;
import io.gendan.fulfillment.FulfillmentCommand.InspectQuality;
import io.gendan.fulfillment.FulfillmentCommand.Pack;
import io.gendan.fulfillment.FulfillmentCommand.PackedParcel;
import io.gendan.fulfillment.FulfillmentCommand.RecordRelease;
import io.gendan.fulfillment.FulfillmentCommand.RecordReservation;
import io.gendan.fulfillment.FulfillmentCommand.ReportProgress;
import io.gendan.fulfillment.FulfillmentCommand.Rework;
import io.gendan.stage.Context;
import io.gendan.stage.Outcome;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

import static io.gendan.fulfillment.Facts.INSPECTOR;
import static io.gendan.fulfillment.Facts.NOW;
import static io.gendan.fulfillment.Facts.cableScheduled;
import static io.gendan.fulfillment.Facts.cableShort;
import static io.gendan.fulfillment.Facts.cancelled;
import static io.gendan.fulfillment.Facts.confirmed;
import static io.gendan.fulfillment.Facts.failed;
import static io.gendan.fulfillment.Facts.packed;
import static io.gendan.fulfillment.Facts.passed;
import static io.gendan.fulfillment.Facts.placed;
import static io.gendan.fulfillment.Facts.reserved;
import static org.assertj.core.api.Assertions.assertThat;

/** Every command in every phase: where it leads, or why it is refused. */
class TransitionsTest {

	private static final FulfillmentStage STAGE = Facts.stage();

	private static final Map<String, FulfillmentCommand> COMMANDS = commands();

	private static final Map<Phase, List<GendanEvent>> PASTS = pasts();

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			KNOWN            | reservation | -
			KNOWN            | release     | -
			KNOWN            | progress    | NOT_IN_PRODUCTION
			KNOWN            | done        | NOT_IN_PRODUCTION
			KNOWN            | pass        | NOT_READY_TO_INSPECT
			KNOWN            | fail        | NOT_READY_TO_INSPECT
			KNOWN            | rework      | NOTHING_TO_REWORK
			KNOWN            | pack        | NOT_READY_TO_PACK
			RESERVING        | reservation | IN_PRODUCTION
			RESERVING        | release     | -
			RESERVING        | progress    | NOT_IN_PRODUCTION
			RESERVING        | done        | NOT_IN_PRODUCTION
			RESERVING        | pass        | NOT_READY_TO_INSPECT
			RESERVING        | fail        | NOT_READY_TO_INSPECT
			RESERVING        | rework      | NOTHING_TO_REWORK
			RESERVING        | pack        | NOT_READY_TO_PACK
			IN_PRODUCTION    | reservation | -
			IN_PRODUCTION    | release     | -
			IN_PRODUCTION    | progress    | IN_PRODUCTION
			IN_PRODUCTION    | done        | READY_TO_INSPECT
			IN_PRODUCTION    | pass        | NOT_READY_TO_INSPECT
			IN_PRODUCTION    | fail        | NOT_READY_TO_INSPECT
			IN_PRODUCTION    | rework      | NOTHING_TO_REWORK
			IN_PRODUCTION    | pack        | NOT_READY_TO_PACK
			READY_TO_INSPECT | reservation | -
			READY_TO_INSPECT | release     | -
			READY_TO_INSPECT | progress    | NOT_IN_PRODUCTION
			READY_TO_INSPECT | done        | NOT_IN_PRODUCTION
			READY_TO_INSPECT | pass        | READY_TO_PACK
			READY_TO_INSPECT | fail        | REWORK
			READY_TO_INSPECT | rework      | NOTHING_TO_REWORK
			READY_TO_INSPECT | pack        | NOT_READY_TO_PACK
			REWORK           | reservation | -
			REWORK           | release     | -
			REWORK           | progress    | NOT_IN_PRODUCTION
			REWORK           | done        | NOT_IN_PRODUCTION
			REWORK           | pass        | NOT_READY_TO_INSPECT
			REWORK           | fail        | NOT_READY_TO_INSPECT
			REWORK           | rework      | READY_TO_INSPECT
			REWORK           | pack        | NOT_READY_TO_PACK
			READY_TO_PACK    | reservation | -
			READY_TO_PACK    | release     | -
			READY_TO_PACK    | progress    | NOT_IN_PRODUCTION
			READY_TO_PACK    | done        | NOT_IN_PRODUCTION
			READY_TO_PACK    | pass        | NOT_READY_TO_INSPECT
			READY_TO_PACK    | fail        | NOT_READY_TO_INSPECT
			READY_TO_PACK    | rework      | NOTHING_TO_REWORK
			READY_TO_PACK    | pack        | PACKED
			PACKED           | reservation | -
			PACKED           | release     | -
			PACKED           | progress    | NOT_IN_PRODUCTION
			PACKED           | done        | NOT_IN_PRODUCTION
			PACKED           | pass        | NOT_READY_TO_INSPECT
			PACKED           | fail        | NOT_READY_TO_INSPECT
			PACKED           | rework      | NOTHING_TO_REWORK
			PACKED           | pack        | NOT_READY_TO_PACK
			CANCELLED        | reservation | -
			CANCELLED        | release     | CANCELLED
			CANCELLED        | progress    | ORDER_CANCELLED
			CANCELLED        | done        | ORDER_CANCELLED
			CANCELLED        | pass        | ORDER_CANCELLED
			CANCELLED        | fail        | ORDER_CANCELLED
			CANCELLED        | rework      | ORDER_CANCELLED
			CANCELLED        | pack        | ORDER_CANCELLED
			""")
	void leadsTo(Phase phase, String command, String expected) {
		Fulfillment before = fold(PASTS.get(phase));
		assertThat(before.phase()).isEqualTo(phase);
		String led = switch (STAGE.decide(before, COMMANDS.get(command), new Context(INSPECTOR, NOW))) {
			case Outcome.Accepted<?>(var events) when events.isEmpty() -> "-";
			case Outcome.Accepted<?>(var events) -> fold(before, events).phase().name();
			case Outcome.Refused<?>(var refusal) -> refusal.code().name();
		};
		assertThat(led).isEqualTo(expected);
	}

	@ParameterizedTest
	@MethodSource("rows")
	void everyPhaseIsReached(Phase phase) {
		assertThat(fold(PASTS.get(phase)).phase()).isEqualTo(phase);
		assertThat(STAGE.summary(fold(PASTS.get(phase)))).containsEntry("state", phase.name());
	}

	static List<Arguments> rows() {
		List<Arguments> rows = new ArrayList<>();
		for (Phase phase : Phase.values()) {
			rows.add(Arguments.of(phase));
		}
		return rows;
	}

	@Test
	void noEventIsUnexpected() {
		Fulfillment unknown = STAGE.initial("SO-1");
		PASTS.values().forEach((past) -> past.forEach((event) -> assertThat(STAGE.evolve(unknown, event)).isNotNull()));
	}

	private static Fulfillment fold(List<? extends GendanEvent> events) {
		return fold(STAGE.initial("SO-1"), events);
	}

	private static Fulfillment fold(Fulfillment start, List<? extends GendanEvent> events) {
		Fulfillment state = start;
		for (GendanEvent event : events) {
			state = STAGE.evolve(state, event);
		}
		return state;
	}

	private static Map<String, FulfillmentCommand> commands() {
		Map<String, FulfillmentCommand> commands = new LinkedHashMap<>();
		commands.put("reservation", new RecordReservation(List.of()));
		commands.put("release", new RecordRelease(List.of()));
		commands.put("progress", new ReportProgress(50, null, null));
		commands.put("done", new ReportProgress(100, null, null));
		commands.put("pass", new InspectQuality(true, null));
		commands.put("fail",
				new InspectQuality(false, List.of(new Finding(1, CheckAspect.QUANTITY, "two missing", null))));
		commands.put("rework", new Rework("replaced"));
		commands.put("pack", new Pack(List.of(new PackedParcel(BigDecimal.ONE, 1, 1, 1))));
		return commands;
	}

	private static Map<Phase, List<GendanEvent>> pasts() {
		Map<Phase, List<GendanEvent>> pasts = new EnumMap<>(Phase.class);
		pasts.put(Phase.KNOWN, List.of(placed()));
		pasts.put(Phase.RESERVING, List.of(placed(), confirmed()));
		pasts.put(Phase.IN_PRODUCTION, List.of(placed(), confirmed(), cableShort(7), cableScheduled(7)));
		pasts.put(Phase.READY_TO_INSPECT, List.of(placed(), confirmed(), reserved()));
		pasts.put(Phase.REWORK, List.of(placed(), confirmed(), reserved(), failed(1)));
		pasts.put(Phase.READY_TO_PACK, List.of(placed(), confirmed(), reserved(), passed(1)));
		pasts.put(Phase.PACKED, List.of(placed(), confirmed(), reserved(), passed(1), packed()));
		pasts.put(Phase.CANCELLED, List.of(placed(), confirmed(), cancelled()));
		return pasts;
	}

}
