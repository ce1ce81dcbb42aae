package io.gendan.order.imports;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;

import io.gendan.contract.Actor;
import io.gendan.messaging.CommandRequest;
import io.gendan.messaging.CommandResult;
import io.gendan.messaging.GatewayRefusal;
import io.gendan.messaging.StageGateway;
import io.gendan.messaging.SubjectRefusal;
import io.gendan.messaging.access.RefusedAttempt;
import io.gendan.stage.Refusal;
import io.gendan.stage.RefusalCode;

/**
 * Carries out the commands of an import. What cannot be written is tried again after a
 * pause, what stands beside it is done.
 *
 * @param <S> the state of the stage
 * @param <C> the commands of the stage
 */
final class PatientGateway<S, C> {

	private final StageGateway<S, C> gateway;

	private final List<Duration> pauses;

	PatientGateway(StageGateway<S, C> gateway, List<Duration> pauses) {
		this.gateway = gateway;
		this.pauses = pauses;
	}

	/**
	 * Carries out commands.
	 * @param requests the commands
	 * @return what became of each, in the same order
	 */
	List<CommandResult<S>> carryOut(List<CommandRequest<C>> requests) {
		List<CommandResult<S>> results = new ArrayList<>(execute(requests));
		for (Duration pause : this.pauses) {
			List<Integer> unwritten = IntStream.range(0, results.size())
				.filter((index) -> unwritten(results.get(index)))
				.boxed()
				.toList();
			if (!unwritten.isEmpty()) {
				LockSupport.parkNanos(pause.toNanos());
				List<CommandResult<S>> again = execute(unwritten.stream().map(requests::get).toList());
				for (int index = 0; index < again.size(); index++) {
					results.set(unwritten.get(index), again.get(index));
				}
			}
		}
		return results;
	}

	private List<CommandResult<S>> execute(List<CommandRequest<C>> requests) {
		return requests.isEmpty() ? List.of() : this.gateway.executeAll(requests);
	}

	/** The store may take it in a moment. */
	private static boolean unwritten(CommandResult<?> result) {
		return switch (result) {
			case CommandResult.Done<?> _ -> false;
			case CommandResult.Refused<?>(Refusal refusal) -> says(refusal, GatewayRefusal.ORDER_NOT_STORED);
			case CommandResult.Failed<?> _ -> true;
		};
	}

	/** Whether that is why it was refused, of whatever kind it is. */
	static boolean says(Refusal refusal, RefusalCode code) {
		return refusal.code() == code || (refusal.code() instanceof SubjectRefusal of && of.reason() == code);
	}

	/** Something refused, as if the uploader had sent it by itself. */
	static RefusedAttempt attempt(ImportRecord record, String number, Refusal refusal) {
		Actor uploader = record.uploader().actor();
		return new RefusedAttempt(uploader.id(), null, List.of(uploader.role()), "POST",
				record.kind().path() + "/" + record.id(), number, RefusedAttempt.Reason.of(refusal.code()));
	}

}
