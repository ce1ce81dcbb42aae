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
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

import io.gendan.messaging.rest.Call;
import io.gendan.messaging.rest.RefusedException;
import io.gendan.stage.Refusal;
import io.gendan.stage.RefusalCode;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.ErrorResponseException;

/** Takes files in: nothing is answered before the file is safe. */
@Component
class Imports {

	private static final int ID_DIGITS = 32;

	private static final Set<String> MANAGERS = Set.of("sales-manager", "general-manager");

	private final ImportStore store;

	private final ImportWorker worker;

	private final MappingReader mappings;

	private final ImportSettings settings;

	private final Clock clock;

	private final Semaphore turns;

	Imports(ImportStore store, ImportWorker worker, MappingReader mappings, ImportSettings settings, Clock clock) {
		this.store = store;
		this.worker = worker;
		this.mappings = mappings;
		this.settings = settings;
		this.clock = clock;
		this.turns = new Semaphore(settings.uploads(), true);
	}

	/**
	 * Takes a file in and starts its import; a file that is done is started again.
	 * @param kind what the file holds
	 * @param content the file
	 * @param fileName its name
	 * @param mapping JSON of its mapping
	 * @param uploader who sends it
	 * @return the import
	 * @throws RefusedException if file or mapping cannot be used at all
	 * @throws ErrorResponseException if too many others are being taken in
	 * @throws IOException if the upload cannot be read
	 */
	ImportRecord start(ImportKind kind, FileContent content, String fileName, String mapping, Uploader uploader)
			throws IOException {
		ColumnMapping checked = this.mappings.read(kind, mapping);
		await();
		try {
			return takeIn(content, fileName, mapping, checked, uploader);
		}
		finally {
			this.turns.release();
		}
	}

	/**
	 * Ends an import; what it has placed stays.
	 * @param kind what its file holds
	 * @param id the import
	 * @param call who asks
	 * @return the import afterwards
	 * @throws RefusedException if there is none, it has ended, or it is somebody else's
	 */
	ImportRecord cancel(ImportKind kind, String id, Call call) {
		ImportRecord found = find(kind, id, call);
		if (!found.uploader().actor().id().equals(call.actor().id()) && !MANAGERS.contains(call.actor().role())) {
			throw refused(ImportRefusal.IMPORT_OF_ANOTHER, Map.of());
		}
		if (found.state() != ImportState.CANCELLED && !this.store.cancel(found, this.clock.instant())) {
			throw refused(ImportRefusal.IMPORT_NOT_RUNNING, Map.of("state", find(id).state().name()));
		}
		return find(id);
	}

	/**
	 * Looks an import up.
	 * @param kind what its file holds
	 * @param id its id
	 * @param call who asks
	 * @return the import
	 * @throws RefusedException if there is none, or it is another's
	 */
	ImportRecord find(ImportKind kind, String id, Call call) {
		ImportRecord found = find(id);
		if (found.kind() != kind) {
			throw unknown(id);
		}
		if (!found.uploader().shows(call)) {
			throw refused(ForeignImport.IMPORT_UNKNOWN, Map.of("import", id));
		}
		return found;
	}

	/** Looking through a file takes memory: only so many are looked through at once. */
	private void await() {
		try {
			if (this.turns.tryAcquire(this.settings.uploadWait().toMillis(), TimeUnit.MILLISECONDS)) {
				return;
			}
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
		ErrorResponseException busy = new ErrorResponseException(HttpStatus.SERVICE_UNAVAILABLE);
		busy.getHeaders().set(HttpHeaders.RETRY_AFTER, Long.toString(this.settings.uploadWait().toSeconds()));
		throw busy;
	}

	private ImportRecord takeIn(FileContent content, String fileName, String mapping, ColumnMapping checked,
			Uploader uploader) throws IOException {
		FileSurvey survey = FileSurvey.of(content, checked, this.settings.limits());
		String id = id(checked.kind(), content, mapping, uploader);
		ImportRecord known = this.store.find(id).orElse(null);
		if (known == null) {
			int chunks = this.store.keep(id, content);
			this.store.insert(ImportRecord.begun(id, checked.kind(), uploader, fileName, chunks, mapping, survey,
					this.clock.instant()));
		}
		while (known != null && known.state() != ImportState.RUNNING
				&& !this.store.restart(known, again(known, content, uploader))) {
			known = this.store.find(id).orElse(null);
		}
		this.worker.wake();
		return find(id);
	}

	/** A file that has been removed since is kept anew. */
	private ImportRecord again(ImportRecord known, FileContent content, Uploader uploader) throws IOException {
		return known.hasFile() ? known.again(uploader, this.clock.instant()) : known.again(uploader,
				this.clock.instant(), known.nextContent(), this.store.keep(known.nextContent(), content));
	}

	/**
	 * The file of an import.
	 * @param record the import
	 * @return the file
	 * @throws RefusedException if it is kept no longer
	 */
	FileContent file(ImportRecord record) {
		if (!record.hasFile()) {
			throw refused(ImportRefusal.IMPORT_FILE_REMOVED, Map.of("days", this.settings.keepFiles().toDays()));
		}
		return this.store.content(record);
	}

	private static RefusedException refused(RefusalCode code, Map<String, Object> facts) {
		return new RefusedException(new Refusal(code, facts, List.of()));
	}

	private ImportRecord find(String id) {
		return this.store.find(id).orElseThrow(() -> unknown(id));
	}

	private static RefusedException unknown(String id) {
		return refused(ImportRefusal.IMPORT_UNKNOWN, Map.of("import", id));
	}

	private static String id(ImportKind kind, FileContent content, String mapping, Uploader uploader)
			throws IOException {
		MessageDigest digest = sha256();
		if (kind != ImportKind.ORDERS) {
			digest.update(kind.name().getBytes(StandardCharsets.UTF_8));
			digest.update((byte) 0);
		}
		digest.update(mapping.strip().getBytes(StandardCharsets.UTF_8));
		digest.update((byte) 0);
		digest.update(uploader.actor().id().getBytes(StandardCharsets.UTF_8));
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
