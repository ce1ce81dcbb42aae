package io.gendan.order.imports;

import java.time.Clock;
import java.util.Date;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import org.bson.Document;
import org.bson.conversions.Bson;

import org.springframework.data.mongodb.MongoDatabaseFactory;
import org.springframework.stereotype.Component;

/**
 * Who works on an import. A worker writes only while the import still has its mark, in
 * the same step: one that was paused and has been taken for dead changes nothing any
 * more, whatever its clock says. Tries are counted in the store before they begin, so
 * that a file at which the process dies is given up as well.
 */
@Component
class ImportClaims {

	private static final String WORKER = "worker";

	private static final String ATTEMPTS = "attempts";

	private final MongoCollection<Document> imports;

	private final ImportSettings settings;

	private final Clock clock;

	ImportClaims(MongoDatabaseFactory mongo, ImportSettings settings, Clock clock) {
		this.imports = mongo.getMongoDatabase().getCollection("order_imports");
		this.settings = settings;
		this.clock = clock;
	}

	/**
	 * Takes an import that nobody works on; one that has been tried often enough ends
	 * here.
	 * @param id the import
	 * @return the claim, or empty if there is nothing to do
	 */
	Optional<ImportClaim> take(String id) {
		Document found = this.imports.find(Filters.eq("_id", id)).first();
		if (found == null || !ImportState.RUNNING.name().equals(found.getString("state")) || held(found)) {
			return Optional.empty();
		}
		int attempts = found.getInteger(ATTEMPTS, 0);
		if (attempts >= this.settings.attempts()) {
			giveUp(found, attempts);
			return Optional.empty();
		}
		String worker = UUID.randomUUID().toString();
		boolean taken = set(unchanged(found),
				new Document(WORKER, worker).append("seenAt", now()).append(ATTEMPTS, attempts + 1));
		return taken ? Optional.of(new ImportClaim(ImportDocuments.record(found), worker,
				Objects.requireNonNullElse(found.getLong("furthest"), 0L))) : Optional.empty();
	}

	/**
	 * Keeps how far a run is. What was placed is told also of a run that has been
	 * cancelled meanwhile.
	 * @param claim the claim
	 * @param counts what has become of its orders
	 * @return false if the run has ended or another works on it
	 */
	boolean progress(ImportClaim claim, ImportCounts counts) {
		Document reached = ImportDocuments.counts(counts).append("seenAt", now());
		if (claim.further(counts.rows())) {
			reached.append(ATTEMPTS, 0).append("furthest", counts.rows());
		}
		if (set(running(claim), reached)) {
			return true;
		}
		set(mine(claim), ImportDocuments.counts(counts));
		return false;
	}

	/** All is done. */
	void finish(ImportClaim claim, ImportCounts counts) {
		set(running(claim),
				ImportDocuments.counts(counts)
					.append("state", ImportState.DONE.name())
					.append("failure", null)
					.append("finishedAt", now()));
	}

	/** Leaves the import to the next who looks for work; the try has failed. */
	void failed(ImportClaim claim, Exception why) {
		set(running(claim), new Document(WORKER, null).append("failure", why.toString()));
	}

	/** Leaves the import to another instance; the try does not count. */
	void leave(ImportClaim claim) {
		this.imports.updateOne(running(claim),
				new Document("$set", new Document(WORKER, null)).append("$inc", new Document(ATTEMPTS, -1)));
	}

	private boolean held(Document found) {
		Date seenAt = found.getDate("seenAt");
		return found.getString(WORKER) != null && seenAt != null
				&& seenAt.toInstant().plus(this.settings.lease()).isAfter(this.clock.instant());
	}

	private void giveUp(Document found, int attempts) {
		String last = found.getString("failure");
		set(unchanged(found),
				new Document("state", ImportState.FAILED.name()).append("finishedAt", now())
					.append("failure", "%d tries: %s".formatted(attempts,
							(last != null) ? last : "the service ended while it worked on this import")));
	}

	private boolean set(Bson filter, Document fields) {
		return this.imports.updateOne(filter, new Document("$set", fields)).getMatchedCount() == 1;
	}

	private static Bson unchanged(Document found) {
		return Filters.and(Filters.eq("_id", found.get("_id")), Filters.eq("run", found.get("run")),
				Filters.eq("state", found.get("state")), Filters.eq(WORKER, found.get(WORKER)),
				Filters.eq(ATTEMPTS, found.get(ATTEMPTS)));
	}

	private static Bson mine(ImportClaim claim) {
		return Filters.and(Filters.eq("_id", claim.record().id()), Filters.eq("run", claim.record().run()),
				Filters.eq(WORKER, claim.worker()));
	}

	private static Bson running(ImportClaim claim) {
		return Filters.and(mine(claim), Filters.eq("state", ImportState.RUNNING.name()));
	}

	private Date now() {
		return Date.from(this.clock.instant());
	}

}
