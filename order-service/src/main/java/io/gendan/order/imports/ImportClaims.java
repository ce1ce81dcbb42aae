package io.gendan.order.imports;

import java.time.Clock;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.ReturnDocument;
import io.gendan.messaging.store.StoreClock;
import org.bson.Document;
import org.bson.conversions.Bson;

import org.springframework.data.mongodb.MongoDatabaseFactory;
import org.springframework.stereotype.Component;

/**
 * Who works on an import. A worker writes only while the import still has its mark, in
 * the same step: one that was paused and has been taken for dead changes nothing any
 * more. Who is silent for too long is asked of the store's clock alone. Tries are counted
 * in the store before they begin, so that a file at which the process dies is given up as
 * well.
 */
@Component
class ImportClaims {

	private static final String WORKER = "worker";

	private static final String ATTEMPTS = "attempts";

	private static final String SEEN = "seenAt";

	private static final FindOneAndUpdateOptions AFTERWARDS = new FindOneAndUpdateOptions()
		.returnDocument(ReturnDocument.AFTER);

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
		Document found = this.imports
			.find(Filters.and(Filters.eq("_id", id), Filters.eq("state", ImportState.RUNNING.name()), free()))
			.first();
		if (found == null) {
			return Optional.empty();
		}
		int attempts = found.getInteger(ATTEMPTS, 0);
		if (attempts >= this.settings.attempts()) {
			giveUp(unchanged(found), found);
			return Optional.empty();
		}
		String worker = UUID.randomUUID().toString();
		boolean taken = seen(unchanged(found), new Document(WORKER, worker).append(ATTEMPTS, attempts + 1));
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
		Document reached = ImportDocuments.counts(counts);
		if (claim.further(counts.rows())) {
			reached.append(ATTEMPTS, 0).append("furthest", counts.rows());
		}
		if (seen(running(claim), reached)) {
			return true;
		}
		set(mine(claim), ImportDocuments.counts(counts));
		return false;
	}

	/** All is done. */
	void finish(ImportClaim claim, ImportCounts counts) {
		Document done = ImportDocuments.counts(counts).append("failure", null);
		done.putAll(ImportDocuments.ended(ImportState.DONE, this.clock.instant()));
		set(running(claim), done);
	}

	/**
	 * The try has failed. The mark stays, so the next try comes when the lease has ended:
	 * what was at fault has that long to pass. After the last try the import has failed.
	 */
	void failed(ImportClaim claim, Throwable why) {
		Document failed = this.imports.findOneAndUpdate(running(claim),
				new Document("$set", new Document("failure", why.toString())).append("$currentDate",
						StoreClock.now(SEEN)),
				AFTERWARDS);
		if (failed != null && failed.getInteger(ATTEMPTS, 0) >= this.settings.attempts()) {
			giveUp(running(claim), failed);
		}
	}

	/** Leaves the import to another instance; the try does not count. */
	void leave(ImportClaim claim) {
		this.imports.updateOne(running(claim),
				new Document("$set", new Document(WORKER, null)).append("$inc", new Document(ATTEMPTS, -1)));
	}

	/** Nobody works on it, or whoever did is silent for too long. */
	private Bson free() {
		return Filters.or(Filters.eq(WORKER, null),
				Filters.expr(StoreClock.passed(this.settings.lease().toMillis(), SEEN)));
	}

	private void giveUp(Bson filter, Document found) {
		String last = found.getString("failure");
		set(filter,
				ImportDocuments.ended(ImportState.FAILED, this.clock.instant())
					.append("failure", "%d tries: %s".formatted(found.getInteger(ATTEMPTS, 0),
							(last != null) ? last : "the service ended while it worked on this import")));
	}

	private boolean set(Bson filter, Document fields) {
		return this.imports.updateOne(filter, new Document("$set", fields)).getMatchedCount() == 1;
	}

	/** Shows the worker with the same write. */
	private boolean seen(Bson filter, Document fields) {
		return this.imports.updateOne(filter, new Document("$set", fields).append("$currentDate", StoreClock.now(SEEN)))
			.getMatchedCount() == 1;
	}

	private Bson unchanged(Document found) {
		return Filters.and(free(), Filters.eq("_id", found.get("_id")), Filters.eq("run", found.get("run")),
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

}
