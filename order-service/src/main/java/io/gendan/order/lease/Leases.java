package io.gendan.order.lease;

import java.lang.management.ManagementFactory;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import org.bson.Document;

import org.springframework.data.mongodb.MongoDatabaseFactory;
import org.springframework.stereotype.Component;

/**
 * Leases on names, kept in the store: the holder renews while it works, and whoever comes
 * after the end takes over.
 */
@Component
public class Leases {

	private final MongoCollection<Document> collection;

	private final Clock clock;

	private final String owner;

	Leases(MongoDatabaseFactory mongo, Clock clock) {
		this.collection = mongo.getMongoDatabase().getCollection("leases");
		this.clock = clock;
		this.owner = host() + "/" + ManagementFactory.getRuntimeMXBean().getPid() + "/"
				+ ManagementFactory.getRuntimeMXBean().getStartTime();
	}

	/**
	 * Takes or renews a lease.
	 * @param name what it is on
	 * @param duration how long it holds from now on
	 * @return true if this process holds it now
	 */
	public boolean take(String name, Duration duration) {
		Instant now = this.clock.instant();
		Document next = new Document("owner", this.owner).append("until", Date.from(now.plus(duration)));
		Document held = this.collection.find(new Document("_id", name)).first();
		if (held == null) {
			return insert(new Document("_id", name).append("owner", this.owner).append("until", next.get("until")));
		}
		boolean mine = this.owner.equals(held.getString("owner"));
		if (!mine && held.getDate("until").toInstant().isAfter(now)) {
			return false;
		}
		return this.collection
			.updateOne(new Document("_id", name).append("owner", held.get("owner")).append("until", held.get("until")),
					new Document("$set", next))
			.getMatchedCount() == 1;
	}

	/**
	 * Gives a lease back, so that nobody has to wait for its end.
	 * @param name what it is on
	 */
	public void release(String name) {
		this.collection.deleteOne(new Document("_id", name).append("owner", this.owner));
	}

	private boolean insert(Document lease) {
		try {
			this.collection.insertOne(lease);
			return true;
		}
		catch (MongoWriteException ex) {
			if (ErrorCategory.fromErrorCode(ex.getCode()) == ErrorCategory.DUPLICATE_KEY) {
				return false;
			}
			throw ex;
		}
	}

	private static String host() {
		try {
			return InetAddress.getLocalHost().getHostName();
		}
		catch (UnknownHostException ex) {
			return "localhost";
		}
	}

}
