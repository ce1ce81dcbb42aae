package io.gendan.order.timeline;

import io.gendan.messaging.signature.SignatureCheck;

import org.springframework.data.mongodb.MongoDatabaseFactory;
import org.springframework.stereotype.Component;

/**
 * What a rebuild works with.
 *
 * @param pointer says which collection is live
 * @param timelines the live timelines
 * @param letters events that stand on no topic
 * @param signatures whose events the live timelines take
 * @param check what the live timelines take
 * @param lease keeps others from starting
 * @param mongo where collections are
 * @param settings patience
 */
@Component
record RebuildParts(TimelinePointer pointer, Timelines timelines, ReplayedLetters letters, SignatureCheck signatures,
		EntryCheck check, RebuildLease lease, MongoDatabaseFactory mongo, TimelineSettings settings) {
}
