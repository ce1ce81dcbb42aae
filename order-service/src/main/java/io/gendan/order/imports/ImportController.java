package io.gendan.order.imports;

import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Locale;

import io.gendan.messaging.rest.Call;
import io.gendan.messaging.rest.EdgeRefusal;
import io.gendan.messaging.rest.Refuses;
import io.gendan.order.rest.Entering;
import io.gendan.order.rest.Reading;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.multipart.MultipartHttpServletRequest;

/** Imports of orders from files (ORD-6). */
@RestController
@RequestMapping("/api/order-imports")
@Refuses({ ImportRefusal.class, ForeignImport.class })
@Tag(name = "Imports")
class ImportController {

	private final ImportEdge edge;

	ImportController(ImportEdge edge) {
		this.edge = edge;
	}

	/**
	 * The mapping is JSON, as a form field or as a file of that name.
	 */
	@PostMapping(consumes = "multipart/form-data")
	@Entering
	ResponseEntity<ImportView> start(@RequestParam(required = false) @Nullable MultipartFile file,
			@Parameter(hidden = true) MultipartHttpServletRequest request, Call call) throws IOException {
		ImportRecord started = this.edge.start(ImportKind.ORDERS, file, request, call);
		return ResponseEntity.accepted()
			.location(URI.create(started.kind().path() + "/" + started.id()))
			.body(ImportView.of(started, List.of(), this.edge.texts()));
	}

	@GetMapping("/{id}")
	@Reading
	ImportView show(@PathVariable String id, @RequestParam(defaultValue = "1000") String refusedRows, Call call) {
		int shown = ImportEdge.shown(refusedRows);
		ImportRecord found = this.edge.find(ImportKind.ORDERS, id, call);
		return ImportView.of(found, this.edge.faults(found, shown), this.edge.texts());
	}

	/** The newest first; those of others for whoever sees every order anyway. */
	@GetMapping
	@Reading
	ImportPage list(@RequestParam(required = false) @Nullable String after,
			@RequestParam(defaultValue = "50") String limit, Call call) {
		int size = EdgeRefusal.limit(limit);
		return ImportPage.of(this.edge.page(ImportKind.ORDERS, after, size, call), size, this.edge.texts());
	}

	/** What has been placed stays, and is told. */
	@PostMapping("/{id}/cancel")
	@Entering
	ImportView cancel(@PathVariable String id, Call call) {
		return ImportView.of(this.edge.cancel(ImportKind.ORDERS, id, call), List.of(), this.edge.texts());
	}

	@GetMapping(path = "/{id}/refused.csv", produces = "text/csv")
	@Reading
	void refusedRows(@PathVariable String id, Call call, Locale locale, HttpServletResponse response)
			throws IOException {
		this.edge.refusedRows(ImportKind.ORDERS, id, call, locale, response);
	}

}
