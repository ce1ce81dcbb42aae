package io.gendan.messaging.rest;

import java.util.List;
import java.util.Map;

import io.gendan.messaging.replay.Replays;
import io.gendan.messaging.replay.TypeReplay;
import io.gendan.stage.FieldFault;
import io.gendan.stage.Refusal;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/**
 * Gives the stage the history of a type that it listens to only since a later version.
 */
@RestController
@RequestMapping("/api/replays")
@Refuses(ReplayRefusal.class)
@Tag(name = "Replays", description = "The history of an event type for the stage of this service")
class ReplayController {

	private final Replays replays;

	ReplayController(Replays replays) {
		this.replays = replays;
	}

	@GetMapping
	@PreAuthorize("hasAnyRole('auditor','operator')")
	@Operation(summary = "Shows the newest replays of this instance")
	List<TypeReplay> list() {
		return this.replays.newest();
	}

	@PostMapping
	@ResponseStatus(HttpStatus.ACCEPTED)
	@PreAuthorize("hasRole('operator')")
	@Operation(summary = "Reads a topic from its start and gives the stage what it has passed over of one type")
	TypeReplay start(@RequestBody Wanted wanted, Call call) {
		String type = wanted.type();
		if (type == null || !this.replays.listensTo(type)) {
			throw EdgeRefusal.body(List
				.of(new FieldFault("type", ReplayRefusal.TYPE_NOT_LISTENED_TO, Map.of("type", String.valueOf(type)))));
		}
		return this.replays.start(type, call.actor())
			.orElseThrow(() -> new RefusedException(new Refusal(ReplayRefusal.REPLAY_RUNNING, Map.of(), List.of())));
	}

	/**
	 * What is wanted.
	 *
	 * @param type wire name of the event with version
	 */
	record Wanted(@Nullable String type) {
	}

}
