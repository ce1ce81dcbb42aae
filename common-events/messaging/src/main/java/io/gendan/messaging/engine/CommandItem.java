package io.gendan.messaging.engine;

import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.function.BiFunction;

import io.gendan.messaging.CommandRequest;
import io.gendan.messaging.CommandResult;
import io.gendan.messaging.budget.Weight;
import io.gendan.stage.Laden;
import io.gendan.stage.StreamKind;
import org.jspecify.annotations.Nullable;

/**
 * A command that asks for its result. What is kept of the result, until all commands that
 * came with it are through, is what the caller made of it.
 *
 * @param <S> the state of the stage
 * @param <C> the commands of the stage
 * @param <R> what the caller makes of a result
 */
final class CommandItem<S, C, R> extends Item<S, C> {

	/** Who asks, keys, conditions. */
	private static final int REQUEST = 512;

	private final CommandRequest<C> request;

	private final BiFunction<CommandRequest<C>, CommandResult<S>, R> told;

	private final CompletableFuture<R> answer = new CompletableFuture<>();

	private final long weight;

	private @Nullable CommandResult<S> result;

	CommandItem(StreamKind kind, CommandRequest<C> request, BiFunction<CommandRequest<C>, CommandResult<S>, R> told) {
		super(kind.subject(request.order()));
		this.request = request;
		this.told = told;
		this.weight = REQUEST + Weight.ofText(String.valueOf(request.command()))
				+ ((request.command() instanceof Laden laden) ? laden.load() : 0);
	}

	@Override
	long weight() {
		return this.weight;
	}

	@Override
	void apply(OrderSession<S, C, ?> session) {
		this.result = session.command(this.request);
	}

	@Override
	void failed(RuntimeException failure) {
		this.result = (failure instanceof OrderHeldBackException held) ? new CommandResult.Refused<>(held.refusal())
				: new CommandResult.Failed<>(failure);
	}

	@Override
	void done() {
		try {
			CommandResult<S> last = Objects.requireNonNull(this.result, "The command has not been carried out");
			this.answer.complete(this.told.apply(this.request, last));
		}
		catch (RuntimeException ex) {
			this.answer.completeExceptionally(ex);
		}
		this.result = null;
	}

	/**
	 * Nobody may wait for ever, whatever it was.
	 * @param failure what became of a batch that did not come to its end
	 */
	void broken(Throwable failure) {
		this.answer.completeExceptionally(failure);
	}

	/**
	 * What the caller made of the result.
	 * @return complete once the command is through
	 */
	CompletableFuture<R> answer() {
		return this.answer;
	}

}
