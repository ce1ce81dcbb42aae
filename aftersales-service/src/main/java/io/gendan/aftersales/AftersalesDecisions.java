package io.gendan.aftersales;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

import io.gendan.aftersales.AftersalesCommand.Accept;
import io.gendan.aftersales.AftersalesCommand.AnswerSurvey;
import io.gendan.aftersales.AftersalesCommand.Close;
import io.gendan.contract.Personal;
import io.gendan.contract.aftersales.AftersalesClosed;
import io.gendan.contract.aftersales.AftersalesEvent;
import io.gendan.contract.aftersales.GoodsAccepted;
import io.gendan.contract.aftersales.Score;
import io.gendan.contract.aftersales.SurveyAnswered;
import io.gendan.stage.Context;
import io.gendan.stage.Outcome;
import org.jspecify.annotations.Nullable;

/**
 * Decides on acceptance, survey and closing (AFT-1, AFT-7). The content of the request is
 * judged first, then the state of the order.
 */
final class AftersalesDecisions {

	private final AftersalesPolicy policy;

	AftersalesDecisions(AftersalesPolicy policy) {
		this.policy = policy;
	}

	Outcome<AftersalesEvent> decide(Aftersales state, AftersalesCommand command, Context context) {
		RequestCheck check = new RequestCheck();
		return switch (command) {
			case Accept accept -> {
				@Nullable Personal remarks = check.optional("remarks", accept.remarks());
				yield conclude(state, check, obstacleToAccept(state), () -> new GoodsAccepted(state.order(),
						Personal.of(context.actor().id()), remarks, this.policy.serviceUntil(context.now())));
			}
			case AnswerSurvey answer -> {
				List<Score> scores = check.scores(answer.scores());
				@Nullable Personal remarks = check.optional("remarks", answer.remarks());
				yield conclude(state, check, obstacleToAnswer(state),
						() -> new SurveyAnswered(state.order(), scores, remarks));
			}
			case Close close -> {
				Personal reason = check.required("reason", close.reason());
				yield conclude(state, check, obstacleToClose(state), () -> new AftersalesClosed(state.order(), reason));
			}
		};
	}

	private static Optional<AftersalesRefusal> obstacleToAccept(Aftersales state) {
		return switch (state.state()) {
			case AWAITING_DELIVERY, CANCELLED -> Optional.of(AftersalesRefusal.NOT_DELIVERED);
			case DELIVERED -> Optional.empty();
			case ACCEPTED -> Optional.of(AftersalesRefusal.ALREADY_ACCEPTED);
			case CLOSED -> Optional.of(AftersalesRefusal.SERVICE_CLOSED);
		};
	}

	private static Optional<AftersalesRefusal> obstacleToAnswer(Aftersales state) {
		return switch (state.state()) {
			case AWAITING_DELIVERY, CANCELLED -> Optional.of(AftersalesRefusal.NOT_DELIVERED);
			case DELIVERED, ACCEPTED ->
				Optional.of(AftersalesRefusal.SURVEY_ALREADY_ANSWERED).filter((_) -> state.survey() != null);
			case CLOSED -> Optional.of(AftersalesRefusal.SERVICE_CLOSED);
		};
	}

	private static Optional<AftersalesRefusal> obstacleToClose(Aftersales state) {
		return switch (state.state()) {
			case AWAITING_DELIVERY, DELIVERED, CANCELLED -> Optional.of(AftersalesRefusal.NOT_ACCEPTED);
			case ACCEPTED -> Optional.empty();
			case CLOSED -> Optional.of(AftersalesRefusal.SERVICE_CLOSED);
		};
	}

	private static Outcome<AftersalesEvent> conclude(Aftersales state, RequestCheck check,
			Optional<AftersalesRefusal> obstacle, Supplier<AftersalesEvent> event) {
		if (!check.faults().isEmpty()) {
			return Outcome.refused(AftersalesRefusal.FIELDS_INVALID, check.faults());
		}
		return obstacle
			.<Outcome<AftersalesEvent>>map(
					(code) -> Outcome.refused(code, Map.of("order", state.order(), "state", state.state().name())))
			.orElseGet(() -> Outcome.accepted(event.get()));
	}

}
