package io.gendan.order.imports;

import io.gendan.contract.Actor;
import io.gendan.messaging.rest.Call;
import io.gendan.stage.Visibility;

/**
 * Who sends a file. The orders in it are placed later, with the rights of then.
 *
 * @param actor who enters the orders
 * @param visibility whose orders they may enter
 */
record Uploader(Actor actor, Visibility visibility) {

	static Uploader of(Call call) {
		return new Uploader(call.actor(), call.visibility());
	}

	/**
	 * Whether somebody may see what became of the file.
	 * @param call who asks
	 * @return true for the uploader, and for those who see every order anyway
	 */
	boolean shows(Call call) {
		return call.visibility().everything() || call.actor().id().equals(this.actor.id());
	}

}
