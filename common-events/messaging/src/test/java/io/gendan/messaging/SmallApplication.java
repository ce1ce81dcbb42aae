package io.gendan.messaging;

import java.util.Map;

import io.gendan.contract.review.ReviewEvent;
import io.gendan.messaging.SmallStage.Approve;
import io.gendan.messaging.SmallStage.Command;
import io.gendan.messaging.SmallStage.Fail;
import io.gendan.messaging.SmallStage.Note;
import io.gendan.messaging.SmallStage.State;
import io.gendan.messaging.rest.Bulk;
import io.gendan.messaging.rest.BulkResult;
import io.gendan.messaging.rest.Call;
import io.gendan.messaging.rest.ListQuery;
import io.gendan.messaging.rest.Refuses;
import io.gendan.messaging.rest.StageEdge;
import io.gendan.stage.Stage;

import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** A service as small as it can be. */
@SpringBootApplication
class SmallApplication {

	@Bean
	Stage<State, Command, ReviewEvent> stage() {
		return new SmallStage();
	}

	@Bean
	SmallProjection smallProjection() {
		return new SmallProjection();
	}

	/** The edge of the small service. */
	@RestController
	@RequestMapping("/api/small")
	@Refuses(SmallStage.Code.class)
	static class Edge {

		private static final String WORKING = "hasAnyRole('customer','salesperson','sales-manager','auditor')";

		private final StageEdge<State, Command> edge;

		Edge(StageEdge<State, Command> edge) {
			this.edge = edge;
		}

		@PostMapping("/{order}/approve")
		@PreAuthorize("hasRole('sales-manager')")
		ResponseEntity<State> approve(@PathVariable String order, Call call) {
			return this.edge.command(order, new Approve(), call, OrderSnapshot::state);
		}

		@PostMapping("/{order}/note")
		@PreAuthorize(WORKING)
		ResponseEntity<State> note(@PathVariable String order, @RequestBody NoteRequest body, Call call) {
			return this.edge.command(order, new Note(body.text()), call, OrderSnapshot::state);
		}

		@PostMapping("/approve")
		@PreAuthorize("hasRole('sales-manager')")
		BulkResult approveMany(@RequestBody Bulk<NothingMore> bulk, Call call) {
			return this.edge.bulk(bulk, (nothing) -> new Approve(), call);
		}

		@PostMapping("/note")
		@PreAuthorize(WORKING)
		BulkResult noteMany(@RequestBody Bulk<NoteRequest> bulk, Call call) {
			return this.edge.bulk(bulk, (note) -> "fail".equals(note.text()) ? new Fail() : new Note(note.text()),
					call);
		}

		@PostMapping("/{order}/fail")
		@PreAuthorize(WORKING)
		ResponseEntity<State> fail(@PathVariable String order, Call call) {
			return this.edge.command(order, new Fail(), call, OrderSnapshot::state);
		}

		/** Takes anything, however deep. */
		@PostMapping("/deep")
		@PreAuthorize(WORKING)
		Map<String, Object> deep(@RequestBody Map<String, Object> body) {
			return Map.of("fields", body.size());
		}

		@GetMapping
		@PreAuthorize(WORKING)
		ResponseEntity<ListAnswer> list(ListQuery query, Call call) {
			return this.edge.list(query, call);
		}

		/** Somebody has forgotten to say for whom this is. */
		@GetMapping("/forgotten")
		String forgotten() {
			return "a secret";
		}

		@GetMapping("/{order}")
		@PreAuthorize(WORKING)
		ResponseEntity<State> show(@PathVariable String order, Call call) {
			return this.edge.show(order, call, OrderSnapshot::state);
		}

	}

	record NothingMore() {
	}

	record NoteRequest(String text) {
	}

}
