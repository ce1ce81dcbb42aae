package io.gendan.aftersales;

import java.util.List;
import java.util.stream.Stream;

import io.gendan.contract.GendanEvent;
import io.gendan.contract.aftersales.AftersalesClosed;
import io.gendan.contract.aftersales.GoodsAccepted;
import io.gendan.contract.aftersales.SurveyAnswered;
import io.gendan.testing.Scenario;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import static io.gendan.aftersales.AftersalesRefusal.ALREADY_ACCEPTED;
import static io.gendan.aftersales.AftersalesRefusal.NOT_ACCEPTED;
import static io.gendan.aftersales.AftersalesRefusal.NOT_DELIVERED;
import static io.gendan.aftersales.AftersalesRefusal.SERVICE_CLOSED;
import static io.gendan.aftersales.AftersalesRefusal.SURVEY_ALREADY_ANSWERED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

/** Every command in every state. */
class TransitionTest {

	private static final List<GendanEvent> PLACED = List.of(Story.placed("SO-1"));

	private static final List<GendanEvent> CANCELLED = and(PLACED, Story.cancelled());

	private static final List<GendanEvent> DELIVERED = and(PLACED, Story.delivered("SO-1"), Story.asked());

	private static final List<GendanEvent> DELIVERED_AND_ANSWERED = and(DELIVERED, Story.answered());

	private static final List<GendanEvent> ACCEPTED = and(DELIVERED, Story.accepted());

	private static final List<GendanEvent> ACCEPTED_AND_ANSWERED = and(ACCEPTED, Story.answered());

	private static final List<GendanEvent> CLOSED = and(ACCEPTED, Story.closed());

	@ParameterizedTest(name = "{0}: accept {2}, survey {3}, close {4}")
	@MethodSource
	void everyCommandInEveryState(AftersalesState state, List<GendanEvent> past, @Nullable AftersalesRefusal accept,
			@Nullable AftersalesRefusal survey, @Nullable AftersalesRefusal close) {
		assertThat(after(past).state().state()).isEqualTo(state);
		expect(past, Story.accept(), GoodsAccepted.class, accept);
		expect(past, Story.answer(Story.score("goods", "4")), SurveyAnswered.class, survey);
		expect(past, Story.close(), AftersalesClosed.class, close);
	}

	static Stream<Arguments> everyCommandInEveryState() {
		return Stream.of(
				arguments(AftersalesState.AWAITING_DELIVERY, PLACED, NOT_DELIVERED, NOT_DELIVERED, NOT_ACCEPTED),
				arguments(AftersalesState.CANCELLED, CANCELLED, NOT_DELIVERED, NOT_DELIVERED, NOT_ACCEPTED),
				arguments(AftersalesState.DELIVERED, DELIVERED, null, null, NOT_ACCEPTED),
				arguments(
						AftersalesState.DELIVERED, DELIVERED_AND_ANSWERED, null, SURVEY_ALREADY_ANSWERED, NOT_ACCEPTED),
				arguments(AftersalesState.ACCEPTED, ACCEPTED, ALREADY_ACCEPTED, null, null),
				arguments(AftersalesState.ACCEPTED, ACCEPTED_AND_ANSWERED, ALREADY_ACCEPTED, SURVEY_ALREADY_ANSWERED,
						null),
				arguments(AftersalesState.CLOSED, CLOSED, SERVICE_CLOSED, SERVICE_CLOSED, SERVICE_CLOSED));
	}

	private static void expect(List<GendanEvent> past, AftersalesCommand command, Class<? extends GendanEvent> event,
			@Nullable AftersalesRefusal refusal) {
		if (refusal == null) {
			after(past).when(command).thenTypes(event);
		}
		else {
			after(past).when(command).refused(refusal);
		}
	}

	private static Scenario<Aftersales, AftersalesCommand, ?> after(List<GendanEvent> past) {
		return Story.order().given(past.toArray(GendanEvent[]::new));
	}

	private static List<GendanEvent> and(List<GendanEvent> past, GendanEvent... more) {
		return Stream.concat(past.stream(), Stream.of(more)).toList();
	}

}
