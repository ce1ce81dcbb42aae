package io.gendan.stage;

import java.time.Instant;
import java.util.List;

import io.gendan.contract.Actor;
import io.gendan.contract.order.ChainHead;

/**
 * What a decision may know besides state and command.
 *
 * @param actor who asks, or the policy that acts
 * @param now the present time
 * @param heads the last event this stage has seen of every service, its own included, for
 * this order
 * @param privacy reads personal texts of the state
 */
public record Context(Actor actor, Instant now, List<ChainHead> heads, Privacy privacy) {

	public Context {
		heads = List.copyOf(heads);
	}

	/**
	 * A context without keys.
	 * @param actor who asks
	 * @param now the present time
	 * @param heads the last event of every service
	 */
	public Context(Actor actor, Instant now, List<ChainHead> heads) {
		this(actor, now, heads, Privacy.CLEAR);
	}

	/**
	 * A context without chain heads and without keys.
	 * @param actor who asks
	 * @param now the present time
	 */
	public Context(Actor actor, Instant now) {
		this(actor, now, List.of(), Privacy.CLEAR);
	}

}
