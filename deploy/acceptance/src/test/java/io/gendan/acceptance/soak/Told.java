package io.gendan.acceptance.soak;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import io.gendan.contract.Actor;
import io.gendan.contract.CloudEventHeaders;
import io.gendan.contract.Envelope;
import io.gendan.contract.HashChain;
import io.gendan.contract.Service;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.jspecify.annotations.Nullable;

import static java.nio.charset.StandardCharsets.UTF_8;

/**
 * Records as the services write them, made by the contract's own code: what the judge
 * reads with code of its own.
 */
final class Told {

	private final List<ConsumerRecord<String, byte[]>> records = new ArrayList<>();

	private final Map<String, Envelope> heads = new HashMap<>();

	private long clock;

	/** An order of a hundred yuan on its whole way. */
	static Told wholeOrder(String order) {
		Told told = new Told();
		told.event(Service.ORDER, order, "OrderPlaced", "{\"total\": {\"amount\": \"100.00\", \"currency\": \"CNY\"}}")
			.event(Service.REVIEW, order, "OrderApproved", "{}")
			.event(Service.ORDER, order, "OrderConfirmed", "{}")
			.event(Service.FULFILLMENT, order, "GoodsPacked", "{}")
			.event(Service.BILLING, order, "PaymentRequested", "{}")
			.receipt(order, "V-1", "100.00")
			.event(Service.BILLING, order, "OrderReleased", "{}")
			.event(Service.LOGISTICS, order, "GoodsShipped", "{}")
			.event(Service.LOGISTICS, order, "GoodsDelivered", "{}")
			.event(Service.BILLING, order, "InvoiceIssued", "{\"gross\": {\"amount\": \"100.00\"}}")
			.event(Service.BILLING, order, "OrderSettled",
					"""
							{"invoiced": {"amount": "100.00"}, "received": {"amount": "100.00"}, "credit": {"amount": "0.00"}}""");
		for (String type : List.of("AcceptanceRequested", "GoodsAccepted", "AftersalesClosed")) {
			told.event(Service.AFTERSALES, order, type, "{}");
		}
		return told.event(Service.ORDER, order, "OrderCompleted", "{}")
			.event(Service.ORDER, order, "OrderArchived", "{}");
	}

	Told receipt(String order, String voucher, String amount) {
		return event(Service.BILLING, order, "PaymentReceived",
				"{\"voucher\": \"%s\", \"amount\": {\"amount\": \"%s\"}}".formatted(voucher, amount));
	}

	/** The next event of a service, caused by the one told before it. */
	Told event(Service service, String order, String type, String data) {
		@Nullable String cause = this.records.isEmpty() ? null
				: new String(this.records.getLast().headers().lastHeader("ce_id").value(), UTF_8);
		this.clock++;
		Optional<Envelope> head = Optional.ofNullable(this.heads.get(service.label()));
		long sequence = head.map((last) -> last.sequence() + 1).orElse(1L);
		Envelope unsealed = new Envelope(Envelope.id(service, order, sequence),
				"io.gendan." + service.label() + "." + type + ".v1", service, order,
				Instant.parse("2026-11-26T08:00:00Z").plusMillis(this.clock), sequence, this.clock, cause, order,
				new Actor("finance", "qian"), head.map(Envelope::hash).orElse(HashChain.GENESIS), "", null);
		Envelope sealed = new Envelope(unsealed.id(), unsealed.type(), service, order, unsealed.time(), sequence,
				this.clock, cause, order, unsealed.actor(), unsealed.prevHash(), HashChain.hash(unsealed, data), null);
		this.heads.put(service.label(), sealed);
		write(service.topic(), order, CloudEventHeaders.write(sealed), data);
		return this;
	}

	/** Writes a record as it is. */
	Told write(String topic, String key, Map<String, byte[]> headers, String data) {
		RecordHeaders all = new RecordHeaders();
		headers.forEach(all::add);
		byte[] value = data.getBytes(UTF_8);
		this.records.add(new ConsumerRecord<>(topic, 0, this.records.size(), 0, TimestampType.CREATE_TIME, key.length(),
				value.length, key, value, all, Optional.empty()));
		return this;
	}

	List<ConsumerRecord<String, byte[]>> records() {
		return this.records;
	}

	/** The first record of a type. */
	ConsumerRecord<String, byte[]> first(String type) {
		return this.records.stream()
			.filter((message) -> new String(message.headers().lastHeader("ce_type").value(), UTF_8)
				.contains("." + type + "."))
			.findFirst()
			.orElseThrow();
	}

}
