package io.gendan.order.timeline;

import java.util.List;
import java.util.Map;

import io.gendan.messaging.rest.RefusedException;
import io.gendan.messaging.rest.Refuses;
import io.gendan.order.OrderRefusal;
import io.gendan.stage.Refusal;
import io.swagger.v3.oas.annotations.tags.Tag;

import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Rebuilds the timelines and tells how it goes (ORD-17). */
@RestController
@RequestMapping("/api/timeline/rebuild")
@Refuses(OrderRefusal.class)
@Tag(name = "Timeline")
class RebuildController {

	private final TimelineRebuild rebuild;

	RebuildController(TimelineRebuild rebuild) {
		this.rebuild = rebuild;
	}

	@PostMapping
	@PreAuthorize("hasAnyRole('operator','general-manager')")
	ResponseEntity<RebuildProgress> start(@RequestParam(defaultValue = "false") boolean adopt) {
		if (!this.rebuild.start(adopt)) {
			throw new RefusedException(new Refusal(OrderRefusal.REBUILD_RUNNING, Map.of(), List.of()));
		}
		return ResponseEntity.accepted().body(this.rebuild.progress());
	}

	@GetMapping
	@PreAuthorize("hasAnyRole('operator','general-manager','sales-manager','auditor')")
	RebuildProgress progress() {
		return this.rebuild.progress();
	}

}
