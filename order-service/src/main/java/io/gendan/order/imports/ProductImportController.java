package io.gendan.order.imports;

import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Locale;

import io.gendan.messaging.rest.Call;
import io.gendan.messaging.rest.EdgeRefusal;
import io.gendan.messaging.rest.Refuses;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.multipart.MultipartHttpServletRequest;

/** Imports of products from files. */
@RestController
@RequestMapping("/api/product-imports")
@Refuses({ ImportRefusal.class, ForeignImport.class })
@Tag(name = "Imports")
class ProductImportController {

	/** Who may put a product on the list. */
	private static final String WRITING = "hasAnyRole('sales-manager','general-manager')";

	/** Who sees the prices; refused rows may tell them. */
	private static final String READING = "hasAnyRole('salesperson','merchandiser','sales-manager',"
			+ "'general-manager','finance','auditor')";

	private final ImportEdge edge;

	ProductImportController(ImportEdge edge) {
		this.edge = edge;
	}

	/**
	 * The mapping is JSON, as a form field or as a file of that name.
	 */
	@PostMapping(consumes = "multipart/form-data")
	@PreAuthorize(WRITING)
	ResponseEntity<RegisterImportView> start(@RequestParam(required = false) @Nullable MultipartFile file,
			@Parameter(hidden = true) MultipartHttpServletRequest request, Call call) throws IOException {
		ImportRecord started = this.edge.start(ImportKind.PRODUCTS, file, request, call);
		return ResponseEntity.accepted()
			.location(URI.create(started.kind().path() + "/" + started.id()))
			.body(RegisterImportView.of(started, List.of(), this.edge.texts()));
	}

	@GetMapping("/{id}")
	@PreAuthorize(READING)
	RegisterImportView show(@PathVariable String id, @RequestParam(defaultValue = "1000") String refusedRows,
			Call call) {
		int shown = ImportEdge.shown(refusedRows);
		ImportRecord found = this.edge.find(ImportKind.PRODUCTS, id, call);
		return RegisterImportView.of(found, this.edge.faults(found, shown), this.edge.texts());
	}

	/** The newest first; those of others for whoever sees every order anyway. */
	@GetMapping
	@PreAuthorize(READING)
	RegisterImportPage list(@RequestParam(required = false) @Nullable String after,
			@RequestParam(defaultValue = "50") String limit, Call call) {
		int size = EdgeRefusal.limit(limit);
		return RegisterImportPage.of(this.edge.page(ImportKind.PRODUCTS, after, size, call), size, this.edge.texts());
	}

	/** What has been entered stays, and is told. */
	@PostMapping("/{id}/cancel")
	@PreAuthorize(WRITING)
	RegisterImportView cancel(@PathVariable String id, Call call) {
		return RegisterImportView.of(this.edge.cancel(ImportKind.PRODUCTS, id, call), List.of(), this.edge.texts());
	}

	@GetMapping(path = "/{id}/refused.csv", produces = "text/csv")
	@PreAuthorize(READING)
	void refusedRows(@PathVariable String id, Call call, Locale locale, HttpServletResponse response)
			throws IOException {
		this.edge.refusedRows(ImportKind.PRODUCTS, id, call, locale, response);
	}

}
