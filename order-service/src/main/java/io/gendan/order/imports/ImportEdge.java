package io.gendan.order.imports;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

import io.gendan.messaging.rest.Call;
import io.gendan.messaging.rest.EdgeRefusal;
import io.gendan.messaging.rest.ProblemTexts;
import io.gendan.messaging.rest.RefusedException;
import io.gendan.stage.FieldReader;
import io.gendan.stage.FieldRefusal;
import io.gendan.stage.Refusal;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.multipart.MultipartHttpServletRequest;

/** What the routes of all kinds of imports have in common. */
@Component
class ImportEdge {

	private static final int MOST_FAULTS = 100_000;

	private static final int LONGEST_NAME = 255;

	private final Imports imports;

	private final ImportStore store;

	private final MappingReader mappings;

	private final ImportSettings settings;

	private final ProblemTexts texts = new ProblemTexts();

	ImportEdge(Imports imports, ImportStore store, MappingReader mappings, ImportSettings settings) {
		this.imports = imports;
		this.store = store;
		this.mappings = mappings;
		this.settings = settings;
	}

	ProblemTexts texts() {
		return this.texts;
	}

	/** The mapping is JSON, as a form field or as a file of that name. */
	ImportRecord start(ImportKind kind, @Nullable MultipartFile file, MultipartHttpServletRequest request, Call call)
			throws IOException {
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
		return this.imports.start(kind, file::getInputStream, Objects.requireNonNullElse(name, ""), mapping,
				Uploader.of(call));
	}

	ImportRecord find(ImportKind kind, String id, Call call) {
		return this.imports.find(kind, id, call);
	}

	/** How many faults are asked for. */
	static int shown(String refusedRows) {
		return EdgeRefusal.number("refusedRows", refusedRows, 0, MOST_FAULTS);
	}

	/** The first faults of an import. */
	List<RowFault> faults(ImportRecord found, int shown) {
		return (shown > 0) ? this.store.refusals(found, shown) : List.of();
	}

	/** One more than the page holds, if there are more. */
	List<ImportRecord> page(ImportKind kind, @Nullable String after, int size, Call call) {
		return this.store.page(kind, (after != null) ? ImportCursor.parse(after) : null,
				call.visibility().everything() ? null : call.actor().id(), size + 1);
	}

	ImportRecord cancel(ImportKind kind, String id, Call call) {
		return this.imports.cancel(kind, id, call);
	}

	void refusedRows(ImportKind kind, String id, Call call, Locale locale, HttpServletResponse response)
			throws IOException {
		ImportRecord found = this.imports.find(kind, id, call);
		ColumnMapping mapping = this.mappings.read(kind, found.mapping());
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
