package io.gendan.fulfillment.stock;

import java.math.BigDecimal;
import java.time.Clock;
import java.util.List;
import java.util.Map;

import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import com.mongodb.event.CommandListener;
import io.gendan.contract.Quantity;
import io.gendan.contract.fulfillment.StockLine;
import io.gendan.fulfillment.stock.Receipt.Line;
import io.gendan.fulfillment.stock.Receipt.Reading;
import io.gendan.testing.TestInfrastructure;

/** The stock of a test in a database of its own. */
final class StockStore implements AutoCloseable {

	private final String uri;

	private final MongoClient client;

	private final StockItemCollection items;

	private final ReservationCollection reservations;

	private final ReceiptCollection receipts;

	private StockStore(String uri, MongoClientSettings.Builder settings) {
		this.uri = uri;
		this.client = MongoClients.create(settings.applyConnectionString(new ConnectionString(uri)).build());
		MongoDatabase database = this.client.getDatabase(uri.substring(uri.lastIndexOf('/') + 1));
		this.items = new StockItemCollection(database);
		this.reservations = new ReservationCollection(database);
		this.receipts = new ReceiptCollection(database);
	}

	static StockStore open() {
		return new StockStore(TestInfrastructure.newDatabase(), MongoClientSettings.builder());
	}

	/** The same stock through a client that somebody listens to. */
	StockStore watchedBy(CommandListener listener) {
		return new StockStore(this.uri, MongoClientSettings.builder().addCommandListener(listener));
	}

	static Receipt receipt(String reference, Line... lines) {
		return ((Reading.Sound) Receipt.of(reference, List.of(lines), 10_000)).receipt();
	}

	static StockLine line(int number, String item, String quantity) {
		return new StockLine(number, item, Quantity.of(quantity));
	}

	StockItemCollection items() {
		return this.items;
	}

	ReservationCollection reservations() {
		return this.reservations;
	}

	ReceiptCollection receipts() {
		return this.receipts;
	}

	GoodsInward.Result receive(Receipt receipt) {
		return new GoodsInward(this.items, this.receipts, new StockPolicy(1000, 2, 100), Clock.systemUTC())
			.receive(receipt, "zhao");
	}

	GoodsInward.Result receive(String reference, String item, String quantity) {
		return receive(receipt(reference, new Line(item, new BigDecimal(quantity))));
	}

	StockTaking.Result correct(String reference, String item, String quantity, String reason) {
		Correction correction = new Correction(item, reference, Quantity.of(quantity), reason);
		return new StockTaking(this.items, this.receipts, new StockPolicy(1000, 2, 100), Clock.systemUTC())
			.correct(correction, "zhao");
	}

	Map<String, List<StockLine>> reserve(Map<String, List<StockLine>> orders) {
		return new StockRoom(this.items, this.reservations, 1000).reserve(orders);
	}

	List<StockLine> reserve(String order, StockLine... lines) {
		return reserve(Map.of(order, List.of(lines))).get(order);
	}

	StockItem stock(String item) {
		return this.items.find(item).orElseThrow();
	}

	@Override
	public void close() {
		this.client.close();
	}

}
