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
import org.springframework.web.bind.annotation.RequestParam;
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
	static class Edge {

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
		ResponseEntity<State> note(@PathVariable String order, @RequestBody NoteRequest body, Call call) {
			return this.edge.command(order, new Note(body.text()), call, OrderSnapshot::state);
		}

		@PostMapping("/approve")
		@PreAuthorize("hasRole('sales-manager')")
		BulkResult approveMany(@RequestBody Bulk<NothingMore> bulk, Call call) {
			return this.edge.bulk(bulk, (nothing) -> new Approve(), call);
		}

		@PostMapping("/note")
		BulkResult noteMany(@RequestBody Bulk<NoteRequest> bulk, Call call) {
			return this.edge.bulk(bulk, (note) -> note.text().equals("fail") ? new Fail() : new Note(note.text()),
					call);
		}

		@PostMapping("/{order}/fail")
		ResponseEntity<State> fail(@PathVariable String order, Call call) {
			return this.edge.command(order, new Fail(), call, OrderSnapshot::state);
		}

		@GetMapping
		OrderPage list(@RequestParam Map<String, String> parameters) {
			return this.edge.list(parameters);
		}

		@GetMapping("/{order}")
		ResponseEntity<State> show(@PathVariable String order) {
			return this.edge.show(order, OrderSnapshot::state);
		}

	}

	record NothingMore() {
	}

	record NoteRequest(String text) {
	}

}
