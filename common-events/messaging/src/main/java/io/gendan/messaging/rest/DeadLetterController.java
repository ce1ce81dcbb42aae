package io.gendan.messaging.rest;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import io.gendan.messaging.deadletter.DeadLetters;
import io.gendan.messaging.deadletter.LetterPage;
import io.gendan.messaging.deadletter.LetterStatus;
import io.gendan.messaging.deadletter.LetterView;
import io.gendan.messaging.deadletter.Replay;
import io.gendan.messaging.deadletter.ReplayPage;
import io.gendan.stage.FieldFault;
import io.gendan.stage.FieldReader;
import io.gendan.stage.Refusal;
import io.gendan.stage.RefusalCode;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Looks at, mends, replays and discards what the consumers of this service rejected. */
@RestController
@RequestMapping("/api/dead-letters")
@Refuses(DeadLetterRefusal.class)
@Tag(name = "Dead letters", description = "What the consumers of this service could not process")
class DeadLetterController {

	private static final int LONGEST_REASON = 2000;

	private static final String MAY_LOOK = "hasAnyRole('operator','general-manager','auditor')";

	/**
	 * The operator owns them; the general manager may stand in, because letters that lie
	 * hold back orders. The auditor looks and changes nothing.
	 */
	private static final String MAY_ACT = "hasAnyRole('operator','general-manager')";

	private static final String DEFAULT_LIMIT = "50";

	private final DeadLetters letters;

	DeadLetterController(DeadLetters letters) {
		this.letters = letters;
	}

	@GetMapping
	@PreAuthorize(MAY_LOOK)
	@Operation(summary = "Lists dead letters, newest first")
	LetterPage list(@RequestParam(required = false) @Nullable String order,
			@RequestParam(required = false) @Nullable String status,
			@RequestParam(required = false) @Nullable String after,
			@RequestParam(defaultValue = DEFAULT_LIMIT) String limit) {
		String ofOrder = (order != null) ? EdgeRefusal.identifier("order", order, PathCheck.LONGEST) : null;
		return this.letters.page(ofOrder, (status != null) ? status(status) : null, known(after),
				EdgeRefusal.limit(limit));
	}

	@GetMapping("/{id}")
	@PreAuthorize(MAY_LOOK)
	@Operation(summary = "Shows a dead letter")
	LetterView show(@PathVariable String id) {
		return this.letters.find(id).orElseThrow(() -> unknown(id));
	}

	@PostMapping("/{id}/replay")
	@PreAuthorize(MAY_ACT)
	@Operation(summary = "Takes a dead letter through its handler again, with mended data if a body is sent")
	LetterView replay(@PathVariable String id, @RequestBody(required = false) @Nullable Mended mended, Call call) {
		String value = (mended != null) ? mended.value() : null;
		Replay replay = this.letters.replay(id, value, call.actor()).orElseThrow(() -> unknown(id));
		if (replay.reason() != null) {
			throw refused(DeadLetterRefusal.DEAD_LETTER_STILL_DEAD,
					Map.of("letter", id, "reason", replay.reason(), "detail", String.valueOf(replay.detail())));
		}
		return replay.letter();
	}

	@PostMapping("/replay")
	@PreAuthorize(MAY_ACT)
	@Operation(summary = "Takes the open dead letters of an order through their handlers again, in sequence; "
			+ "many of them or large ones in several requests, each with the cursor of the last answer")
	ReplayPage replayAll(@RequestParam String order, @RequestParam(required = false) @Nullable String after,
			Call call) {
		return this.letters.replayAll(EdgeRefusal.identifier("order", order, PathCheck.LONGEST), known(after),
				call.actor());
	}

	@PostMapping("/{id}/discard")
	@PreAuthorize(MAY_ACT)
	@Operation(summary = "Decides that a dead letter shall have no effect")
	LetterView discard(@PathVariable String id, @RequestBody Discard discard, Call call) {
		FieldReader reader = new FieldReader();
		String reason = reader.need("reason", reader.prose("reason", discard.reason(), LONGEST_REASON));
		if (!reader.clean()) {
			throw EdgeRefusal.body(reader.faults());
		}
		LetterView letter = this.letters.discard(id, reason, call.actor()).orElseThrow(() -> unknown(id));
		if (letter.status() == LetterStatus.REPLAYED) {
			throw refused(DeadLetterRefusal.DEAD_LETTER_REPLAYED, Map.of("letter", id));
		}
		return letter;
	}

	private @Nullable String known(@Nullable String after) {
		if (after != null && this.letters.find(after).isEmpty()) {
			throw unknown(after);
		}
		return after;
	}

	private static LetterStatus status(String text) {
		for (LetterStatus status : LetterStatus.values()) {
			if (status.name().equals(text.toUpperCase(Locale.ROOT))) {
				return status;
			}
		}
		throw EdgeRefusal.parameter(new FieldFault("status", EdgeRefusal.VALUE_UNKNOWN,
				Map.of("allowed", Arrays.toString(LetterStatus.values()))));
	}

	private static RefusedException unknown(String id) {
		return refused(DeadLetterRefusal.DEAD_LETTER_UNKNOWN, Map.of("letter", id));
	}

	private static RefusedException refused(RefusalCode code, Map<String, Object> facts) {
		return new RefusedException(new Refusal(code, facts, List.of()));
	}

	/**
	 * Mended data.
	 *
	 * @param value the data of the event as they should be, JSON as text
	 */
	record Mended(@Nullable String value) {
	}

	/**
	 * Why a letter shall have no effect.
	 *
	 * @param reason for whoever looks at it later
	 */
	record Discard(@Nullable String reason) {
	}

}
