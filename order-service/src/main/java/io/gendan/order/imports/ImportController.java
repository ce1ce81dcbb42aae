package io.gendan.order.imports;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

import io.gendan.messaging.rest.Call;
import io.gendan.messaging.rest.EdgeRefusal;
import io.gendan.messaging.rest.ProblemTexts;
import io.gendan.messaging.rest.RefusedException;
import io.gendan.messaging.rest.Refuses;
import io.gendan.order.rest.Entering;
import io.gendan.order.rest.Reading;
import io.gendan.stage.FieldReader;
import io.gendan.stage.FieldRefusal;
import io.gendan.stage.Refusal;
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

	private static final int MOST_FAULTS = 100_000;

	private static final int LONGEST_NAME = 255;

	private final OrderImports imports;

	private final ImportStore store;

	private final MappingReader mappings;

	private final ImportSettings settings;

	private final ProblemTexts texts = new ProblemTexts();

	ImportController(OrderImports imports, ImportStore store, MappingReader mappings, ImportSettings settings) {
		this.imports = imports;
		this.store = store;
		this.mappings = mappings;
		this.settings = settings;
	}

	/**
	 * The mapping is JSON, as a form field or as a file of that name.
	 */
	@PostMapping(consumes = "multipart/form-data")
	@Entering
	ResponseEntity<ImportView> start(@RequestParam(required = false) @Nullable MultipartFile file,
			@Parameter(hidden = true) MultipartHttpServletRequest request, Call call) throws IOException {
		String mapping = mapping(request);
		FieldReader reader = new FieldReader();
		String name = (file != null) ? reader.word("fileName", file.getOriginalFilename(), LONGEST_NAME) : null;
		if (file == null) {
			reader.fault("file", FieldRefusal.REQUIRED);
		}
		if (mapping == null) {
			reader.fault("mapping", FieldRefusal.REQUIRED);
		}
		if (file == null || mapping == null || !reader.clean()) {
			throw new RefusedException(new Refusal(ImportRefusal.IMPORT_INVALID,
					Map.of("count", reader.faults().size()), reader.faults()));
		}
		ImportRecord started = this.imports.start(file::getInputStream, Objects.requireNonNullElse(name, ""), mapping,
				Uploader.of(call));
		return ResponseEntity.accepted()
			.location(URI.create("/api/order-imports/" + started.id()))
			.body(ImportView.of(started, List.of(), this.texts));
	}

	@GetMapping("/{id}")
	@Reading
	ImportView show(@PathVariable String id, @RequestParam(defaultValue = "1000") String refusedRows, Call call) {
		int shown = EdgeRefusal.number("refusedRows", refusedRows, 0, MOST_FAULTS);
		ImportRecord found = this.imports.find(id, call);
		return ImportView.of(found, (shown > 0) ? this.store.refusals(found, shown) : List.of(), this.texts);
	}

	/** The newest first; those of others for whoever sees every order anyway. */
	@GetMapping
	@Reading
	ImportPage list(@RequestParam(required = false) @Nullable String after,
			@RequestParam(defaultValue = "50") String limit, Call call) {
		int size = EdgeRefusal.limit(limit);
		List<ImportRecord> found = this.store.page((after != null) ? ImportCursor.parse(after) : null,
				call.visibility().everything() ? null : call.actor().id(), size + 1);
		return ImportPage.of(found, size, this.texts);
	}

	/** What has been placed stays, and is told. */
	@PostMapping("/{id}/cancel")
	@Entering
	ImportView cancel(@PathVariable String id, Call call) {
		return ImportView.of(this.imports.cancel(id, call), List.of(), this.texts);
	}

	@GetMapping(path = "/{id}/refused.csv", produces = "text/csv")
	@Reading
	void refusedRows(@PathVariable String id, Call call, Locale locale, HttpServletResponse response)
			throws IOException {
		ImportRecord found = this.imports.find(id, call);
		ColumnMapping mapping = this.mappings.read(found.mapping());
		FileContent file = this.imports.file(found);
		List<RowFault> faults = this.store.refusals(found, Integer.MAX_VALUE);
		response.setContentType("text/csv;charset=" + mapping.charset().name());
		response.setHeader("Content-Disposition", "attachment; filename=\"refused-" + found.id() + ".csv\"");
		new RefusedRowsFile(mapping, this.settings.limits(), this.store.refusedOrders(found), faults, this.texts,
				locale)
			.write(file, response.getOutputStream());
	}

	private static @Nullable String mapping(MultipartHttpServletRequest request) throws IOException {
		MultipartFile file = request.getFile("mapping");
		if (file == null) {
			return request.getParameter("mapping");
		}
		try (InputStream content = file.getInputStream()) {
			return new String(content.readNBytes(MappingReader.MOST_BYTES), StandardCharsets.UTF_8);
		}
	}

}
