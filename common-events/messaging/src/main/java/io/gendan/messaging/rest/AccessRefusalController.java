package io.gendan.messaging.rest;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;

import io.gendan.messaging.access.AttemptPage;
import io.gendan.messaging.access.RefusedAttempt;
import io.gendan.messaging.access.RefusedAttempts;
import io.gendan.stage.FieldFault;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Shows the auditor what was refused to whom at this service. */
@RestController
@RequestMapping("/api/access-refusals")
@Tag(name = "Refused attempts", description = "What callers of this service were not allowed to do")
class AccessRefusalController {

	private final RefusedAttempts attempts;

	AccessRefusalController(RefusedAttempts attempts) {
		this.attempts = attempts;
	}

	@GetMapping
	@PreAuthorize("hasRole('auditor')")
	@Operation(summary = "Lists refused attempts, newest first; equal ones of a moment are counted together")
	AttemptPage list(@RequestParam(required = false) @Nullable String user,
			@RequestParam(required = false) @Nullable String reason,
			@RequestParam(required = false) @Nullable String after, @RequestParam(defaultValue = "50") String limit) {
		if (after != null && !RefusedAttempts.isCursor(after)) {
			throw EdgeRefusal.parameter(new FieldFault("after", EdgeRefusal.CURSOR_UNKNOWN));
		}
		return this.attempts.page(user, (reason != null) ? reason(reason) : null, after, EdgeRefusal.limit(limit));
	}

	private static RefusedAttempt.Reason reason(String text) {
		for (RefusedAttempt.Reason reason : RefusedAttempt.Reason.values()) {
			if (reason.name().equals(text.toUpperCase(Locale.ROOT))) {
				return reason;
			}
		}
		throw EdgeRefusal.parameter(new FieldFault("reason", EdgeRefusal.VALUE_UNKNOWN,
				Map.of("allowed", Arrays.toString(RefusedAttempt.Reason.values()))));
	}

}
