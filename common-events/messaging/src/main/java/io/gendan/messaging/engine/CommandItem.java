package io.gendan.messaging.engine;

import io.gendan.messaging.CommandRequest;
import io.gendan.messaging.CommandResult;
import org.jspecify.annotations.Nullable;

/** A command that asks for its result. */
final class CommandItem<S, C> extends Item<S, C> {

	private final CommandRequest<C> request;

	private @Nullable CommandResult<S> result;

	private @Nullable RuntimeException failure;

	CommandItem(CommandRequest<C> request) {
		super(request.order());
		this.request = request;
	}

	@Override
	void apply(OrderSession<S, C, ?> session) {
		this.failure = null;
		this.result = session.command(this.request);
	}

	@Override
	void failed(RuntimeException thrown) {
		this.failure = thrown;
	}

	CommandResult<S> result() {
		if (this.failure != null) {
			return new CommandResult.Failed<>(this.failure);
		}
		if (this.result == null) {
			throw new IllegalStateException("The command has not been carried out");
		}
		return this.result;
	}

}
