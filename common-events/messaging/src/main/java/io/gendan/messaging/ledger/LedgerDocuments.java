package io.gendan.messaging.ledger;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import io.gendan.contract.Actor;
import io.gendan.contract.Envelope;
import io.gendan.contract.RecordedEvent;
import io.gendan.contract.Service;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/** How a ledger stands in its document. */
final class LedgerDocuments {

	private LedgerDocuments() {
	}

	static Document entry(Entry entry) {
		Envelope envelope = entry.event().envelope();
		Document document = new Document("own", entry.own()).append("type", envelope.type())
			.append("source", envelope.source().label())
			.append("sequence", envelope.sequence())
			.append("clock", envelope.clock())
			.append("time", envelope.time().toString())
			.append("actor", envelope.actor().toString())
			.append("cause", envelope.causationId())
			.append("correlation", envelope.correlationId())
			.append("prevHash", envelope.prevHash())
			.append("hash", envelope.hash())
			.append("data", entry.event().data());
		if (envelope.traceparent() != null) {
			document.append("trace", envelope.traceparent());
		}
		return document;
	}

	static Document parked(Parked parked) {
		return entry(new Entry(false, parked.event())).append("since", Date.from(parked.since()))
			.append("told", parked.told());
	}

	static Document discarded(Discarded decision) {
		return new Document("source", decision.source().label()).append("sequence", decision.sequence())
			.append("prevHash", decision.prevHash())
			.append("hash", decision.hash())
			.append("withMissing", decision.withMissing())
			.append("by", decision.by())
			.append("at", Date.from(decision.at()))
			.append("reason", decision.reason());
	}

	static Document head(Head head) {
		return new Document("sequence", head.sequence()).append("hash", head.hash());
	}

	static Document key(UsedKey key) {
		return new Document("key", key.key()).append("print", key.print())
			.append("at", (key.at() != null) ? Date.from(key.at()) : null);
	}

	private static UsedKey key(Document key) {
		Date at = key.getDate("at");
		return new UsedKey(key.getString("key"), key.getString("print"), (at != null) ? at.toInstant() : null);
	}

	static Ledger ledger(Document document) {
		String order = document.getString("_id");
		List<UsedKey> keys = document.getList("keys", Document.class, List.of())
			.stream()
			.map(LedgerDocuments::key)
			.toList();
		return new Ledger(order, number(document, "version"), LedgerWrite.token(document), entries(order, document),
				number(document, "clock"), head(document.get("head", Document.class)), number(document, "published"),
				inbox(order, document), keys, paged(document.get("paged", Document.class)));
	}

	static List<Entry> entries(String subject, Document document) {
		List<Entry> entries = new ArrayList<>();
		for (Document entry : document.getList("entries", Document.class, List.of())) {
			entries.add(entry(subject, entry));
		}
		return List.copyOf(entries);
	}

	static Document paged(Paged paged) {
		return new Document("pages",
				paged.pages().stream().map((page) -> new Document("id", page.id()).append("end", page.end())).toList())
			.append("length", paged.length())
			.append("begunAt", (paged.begunAt() != null) ? paged.begunAt().toString() : null)
			.append("state", paged.state())
			.append("version", paged.version());
	}

	private static Paged paged(@Nullable Document paged) {
		if (paged == null) {
			return Paged.NOTHING;
		}
		String begunAt = paged.getString("begunAt");
		return new Paged(
				paged.getList("pages", Document.class)
					.stream()
					.map((page) -> new Paged.Page(page.getObjectId("id"), number(page, "end")))
					.toList(),
				number(paged, "length"), (begunAt != null) ? Instant.parse(begunAt) : null, paged.getString("state"),
				(int) number(paged, "version"));
	}

	private static OrderInbox inbox(String order, Document document) {
		Map<Service, Head> heads = new EnumMap<>(Service.class);
		document.get("inbox", new Document())
			.forEach((source, head) -> heads.put(service(source), head((Document) head)));
		List<Parked> parked = document.getList("parked", Document.class, List.of())
			.stream()
			.map((waits) -> new Parked(entry(order, waits).event(), waits.getDate("since").toInstant(),
					waits.getBoolean("told")))
			.toList();
		List<Discarded> discarded = document.getList("discarded", Document.class, List.of())
			.stream()
			.map((decision) -> new Discarded(service(decision.getString("source")), number(decision, "sequence"),
					decision.getString("prevHash"), decision.getString("hash"), decision.getBoolean("withMissing"),
					decision.getString("by"), decision.getDate("at").toInstant(), decision.getString("reason")))
			.toList();
		Map<Service, Passed> passed = new EnumMap<>(Service.class);
		document.get("passed", new Document())
			.forEach((source, prints) -> passed.put(service(source),
					new Passed(((List<?>) prints).stream().map((print) -> ((Number) print).longValue()).toList())));
		return new OrderInbox(heads, parked, discarded, passed);
	}

	private static Entry entry(String order, Document entry) {
		Service source = service(entry.getString("source"));
		long sequence = number(entry, "sequence");
		Envelope envelope = new Envelope(Envelope.id(source, order, sequence), entry.getString("type"), source, order,
				Instant.parse(entry.getString("time")), sequence, number(entry, "clock"), entry.getString("cause"),
				entry.getString("correlation"), Actor.parse(entry.getString("actor")), entry.getString("prevHash"),
				entry.getString("hash"), entry.getString("trace"));
		return new Entry(entry.getBoolean("own"), new RecordedEvent(envelope, entry.getString("data")));
	}

	static Head head(Document head) {
		return new Head(number(head, "sequence"), head.getString("hash"));
	}

	private static Service service(String label) {
		return Service.valueOf(label.toUpperCase(Locale.ROOT));
	}

	static long number(Document document, String field) {
		return document.get(field, Number.class).longValue();
	}

}
