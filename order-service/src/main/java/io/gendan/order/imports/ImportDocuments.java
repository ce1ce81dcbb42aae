package io.gendan.order.imports;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

import io.gendan.contract.Actor;
import io.gendan.stage.Visibility;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/** Imports and their faults as documents of the store. */
final class ImportDocuments {

	/** Since when an import has ended whose file is still kept. */
	static final String FILE_SINCE = "fileSince";

	private ImportDocuments() {
	}

	static Document counts(ImportCounts counts) {
		Document amounts = new Document();
		counts.amounts().forEach((currency, amount) -> amounts.append(currency, amount.toPlainString()));
		return new Document("rows", counts.rows()).append("placed", counts.placed())
			.append("changed", counts.changedEntries())
			.append("alreadyKnown", counts.knownAlready())
			.append("refused", counts.refusedOrders())
			.append("refusalPages", counts.refusalPages())
			.append("amountPlaced", amounts);
	}

	static Document ended(ImportState how, Instant at) {
		return new Document("state", how.name()).append("finishedAt", Date.from(at)).append(FILE_SINCE, Date.from(at));
	}

	static Document document(ImportRecord record) {
		return new Document("_id", record.id()).append("kind", record.kind().name())
			.append("state", record.state().name())
			.append("run", record.run())
			.append("actor", record.uploader().actor().toString())
			.append("user", record.uploader().actor().id())
			.append("everything", record.uploader().visibility().everything())
			.append("customers", List.copyOf(record.uploader().visibility().customers()))
			.append("enteredBy", record.uploader().visibility().enteredBy())
			.append("fileName", record.fileName())
			.append("content", record.content())
			.append("chunks", record.chunks())
			.append("mapping", record.mapping())
			.append("receivedAt", Date.from(record.receivedAt()))
			.append("rowsInFile", record.rowsInFile())
			.append("ordersInFile", record.ordersInFile())
			.append("startedAt", Date.from(record.startedAt()))
			.append("rows", record.rows())
			.append("placed", record.placed())
			.append("changed", record.changed())
			.append("alreadyKnown", record.alreadyKnown())
			.append("refused", record.refused())
			.append("refusalPages", record.refusalPages())
			.append("amountPlaced", new Document(new TreeMap<>(record.amountPlaced())));
	}

	static ImportRecord record(Document document) {
		Map<String, String> amounts = new TreeMap<>();
		document.get("amountPlaced", Document.class)
			.forEach((currency, amount) -> amounts.put(currency, new BigDecimal((String) amount).toPlainString()));
		return new ImportRecord(document.getString("_id"), kind(document),
				ImportState.valueOf(document.getString("state")), document.getInteger("run"), uploader(document),
				document.getString("fileName"), document.getString("content"), document.getInteger("chunks"),
				document.get("mapping", ""), document.getDate("receivedAt").toInstant(), document.getLong("rowsInFile"),
				document.getLong("ordersInFile"), document.getLong("rows"), document.getLong("placed"),
				document.get("changed", 0L), document.getLong("alreadyKnown"), document.getLong("refused"),
				document.getInteger("refusalPages"), amounts, document.getDate("startedAt").toInstant(),
				instant(document, "finishedAt"), document.getString("failure"));
	}

	/** Files of earlier versions hold orders. */
	private static ImportKind kind(Document document) {
		return ImportKind.valueOf(document.get("kind", ImportKind.ORDERS.name()));
	}

	/** Files of earlier versions do not say whose orders they may enter: nobody's. */
	private static Uploader uploader(Document document) {
		Visibility visibility = new Visibility(document.getBoolean("everything", false),
				Set.copyOf(document.getList("customers", String.class, List.of())), document.getString("enteredBy"));
		return new Uploader(Actor.parse(document.getString("actor")), visibility);
	}

	private static @Nullable Instant instant(Document document, String field) {
		Date date = document.getDate(field);
		return (date != null) ? date.toInstant() : null;
	}

	static Document document(RowFault fault) {
		return new Document("row", fault.row()).append("order", fault.order())
			.append("field", fault.field())
			.append("code", fault.code())
			.append("facts", new Document(fault.facts()));
	}

	static RowFault fault(Document document) {
		return new RowFault(document.getLong("row"), document.getString("order"), document.getString("field"),
				document.getString("code"), document.get("facts", Document.class));
	}

}
