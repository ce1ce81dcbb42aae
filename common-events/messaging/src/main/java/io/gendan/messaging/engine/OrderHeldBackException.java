package io.gendan.messaging.engine;

import java.util.Map;

import io.gendan.contract.Subject;
import io.gendan.messaging.GatewayRefusal;
import io.gendan.messaging.SubjectRefusal;
import io.gendan.messaging.ledger.UnreadableLedgerException;
import io.gendan.messaging.store.DocumentFault;
import io.gendan.stage.Refusal;
import org.jspecify.annotations.Nullable;

/**
 * Nothing can happen to one order because of its own document; all others go on. A
 * command is refused for it, a received event goes to the dead letters.
 */
public class OrderHeldBackException extends RuntimeException {

	private final transient Refusal refusal;

	private OrderHeldBackException(String message, Refusal refusal, @Nullable Throwable cause) {
		super(message, cause);
		this.refusal = refusal;
	}

	static OrderHeldBackException full(String order, long bytes, long limit) {
		String message = "The document of %s would hold %d bytes, %d is the limit".formatted(order, bytes, limit);
		return of(GatewayRefusal.ORDER_LEDGER_FULL, message, order, Map.of("limit", limit), null);
	}

	static OrderHeldBackException unreadable(String order, RuntimeException cause) {
		String message = String.valueOf(
				((cause instanceof UnreadableLedgerException) ? cause : new UnreadableLedgerException(order, cause))
					.getMessage());
		return of(GatewayRefusal.ORDER_LEDGER_UNREADABLE, message, order, Map.of(), cause);
	}

	static OrderHeldBackException refused(String order, DocumentFault fault) {
		String message = "The store does not take the document of %s: %s (code %d)".formatted(order, fault.message(),
				fault.code());
		return of(GatewayRefusal.ORDER_NOT_STORED, message, order, Map.of("code", fault.code()), null);
	}

	private static OrderHeldBackException of(GatewayRefusal code, String message, String subject,
			Map<String, Object> facts, @Nullable Throwable cause) {
		return new OrderHeldBackException(message, SubjectRefusal.of(code, Subject.parse(subject), facts), cause);
	}

	/**
	 * What a caller is told.
	 * @return the refusal
	 */
	public Refusal refusal() {
		return this.refusal;
	}

}
