package io.gendan.order.imports;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

import io.gendan.contract.Actor;
import io.gendan.messaging.rest.RefusedException;
import io.gendan.stage.Refusal;

import org.springframework.stereotype.Component;

/** Takes files in: nothing is answered before the file is safe. */
@Component
class OrderImports {

	private static final int ID_DIGITS = 32;

	private final ImportStore store;

	private final ImportWorker worker;

	private final MappingReader mappings;

	private final Clock clock;

	OrderImports(ImportStore store, ImportWorker worker, MappingReader mappings, Clock clock) {
		this.store = store;
		this.worker = worker;
		this.mappings = mappings;
		this.clock = clock;
	}

	/**
	 * Takes a file in and starts its import; a file that is done is started again.
	 * @param content the file
	 * @param fileName its name
	 * @param mapping JSON of its mapping
	 * @param actor who sends it
	 * @return the import
	 * @throws RefusedException if file or mapping cannot be used at all
	 * @throws IOException if the upload cannot be read
	 */
	ImportRecord start(FileContent content, String fileName, String mapping, Actor actor) throws IOException {
		FileSurvey survey = FileSurvey.of(content, this.mappings.read(mapping));
		String id = id(content, mapping);
		ImportRecord known = this.store.find(id).orElse(null);
		if (known == null) {
			int chunks = this.store.keep(id, content);
			this.store.insert(ImportRecord.begun(id, actor, fileName, chunks, mapping, survey, this.clock.instant()));
		}
		else if (known.state() != ImportState.RUNNING) {
			this.store.restart(known.again(actor, this.clock.instant()));
		}
		this.worker.wake();
		return find(id);
	}

	ImportRecord find(String id) {
		return this.store.find(id)
			.orElseThrow(() -> new RefusedException(
					new Refusal(ImportRefusal.IMPORT_UNKNOWN, Map.of("import", id), List.of())));
	}

	private static String id(FileContent content, String mapping) throws IOException {
		MessageDigest digest = sha256();
		digest.update(mapping.strip().getBytes(StandardCharsets.UTF_8));
		digest.update((byte) 0);
		try (InputStream stream = new DigestInputStream(content.open(), digest)) {
			stream.transferTo(OutputStream.nullOutputStream());
		}
		return HexFormat.of().formatHex(digest.digest()).substring(0, ID_DIGITS);
	}

	private static MessageDigest sha256() {
		try {
			return MessageDigest.getInstance("SHA-256");
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException("Every Java platform has SHA-256", ex);
		}
	}

}
