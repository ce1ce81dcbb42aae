package io.gendan.testing;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;

import io.gendan.contract.Actor;
import io.gendan.contract.GendanEvent;
import io.gendan.contract.RecordedEvent;
import io.gendan.stage.Privacy;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.awaitility.Awaitility;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.core.env.Environment;

/**
 * What a test of a service does from outside: call, publish foreign events, await own
 * ones.
 */
public final class TestSystem implements AutoCloseable {

	/**
	 * A busy machine is slow; a test that waits for what never comes fails all the same.
	 */
	private static final Duration PATIENCE = Duration.ofSeconds(60);

	private final Environment environment;

	private final ObjectProvider<Privacy> privacy;

	private final KafkaProducer<String, byte[]> producer;

	private final TopicListener listener;

	private final Map<String, ForeignChain> chains = new ConcurrentHashMap<>();

	TestSystem(Environment environment, ObjectProvider<Privacy> privacy) {
		Awaitility.setDefaultTimeout(PATIENCE);
		this.environment = environment;
		this.privacy = privacy;
		this.producer = new KafkaProducer<>(
				Map.of(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, TestInfrastructure.bootstrapServers()),
				new StringSerializer(), new ByteArraySerializer());
		this.listener = new TopicListener();
	}

	/**
	 * A caller with a token of its own making.
	 * @param user user id
	 * @param claims what the token says beside the user
	 * @return the caller
	 */
	public Caller with(String user, Map<String, ?> claims) {
		return new Caller(base(), TestIdentity.token(user, claims));
	}

	/**
	 * A customer or salesperson who may act for some customers only.
	 * @param user user id
	 * @param role the role
	 * @param customers customer numbers
	 * @return the caller
	 */
	public Caller owning(String user, String role, String... customers) {
		return with(user, Map.of("roles", List.of(role), "customers", List.of(customers)));
	}

	/**
	 * A caller with a token for every customer.
	 * @param user user id
	 * @param roles roles
	 * @return the caller
	 */
	public Caller as(String user, String... roles) {
		return new Caller(base(), TestIdentity.token(user, roles));
	}

	/**
	 * A caller without a token.
	 * @return the caller
	 */
	public Caller anonymous() {
		return new Caller(base(), null);
	}

	/**
	 * Whoever watches over the service: a caller without a token at the port of the
	 * actuator.
	 * @return the caller
	 */
	public Caller watcher() {
		return new Caller(address("management"), null);
	}

	/**
	 * A caller with a token at the port of the actuator.
	 * @param user user id
	 * @param roles roles
	 * @return the caller
	 */
	public Caller watcher(String user, String... roles) {
		return new Caller(address("management"), TestIdentity.token(user, roles));
	}

	/**
	 * Publishes an event of another service, with the right sequence, hash chain and
	 * headers.
	 * @param event the event
	 * @return the record as published, for publishing it again
	 */
	public RecordedEvent publish(GendanEvent event) {
		RecordedEvent recorded = this.chains.computeIfAbsent(event.subject(), ForeignChain::new)
			.next(event, new Actor("salesperson", "li"));
		publish(recorded);
		return recorded;
	}

	/**
	 * Publishes a record as it is.
	 * @param recorded the record
	 */
	public void publish(RecordedEvent recorded) {
		send(ForeignChain.record(recorded));
	}

	/**
	 * Publishes anything, poison for instance, and waits for the broker.
	 * @param message the record
	 */
	public void send(ProducerRecord<String, byte[]> message) {
		try {
			this.producer.send(message).get();
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException(ex);
		}
		catch (ExecutionException ex) {
			throw new IllegalStateException(ex);
		}
	}

	/**
	 * Waits until an event of this type has been published for an order.
	 * @param order order number
	 * @param type event class
	 * @param <E> the event
	 * @return the first such event
	 */
	public <E extends GendanEvent> E await(String order, Class<E> type) {
		Awaitility.await()
			.atMost(PATIENCE)
			.pollInterval(Duration.ofMillis(20))
			.alias("%s of order %s".formatted(type.getSimpleName(), order))
			.until(() -> this.listener.events(order).stream().anyMatch(type::isInstance));
		return this.listener.events(order).stream().filter(type::isInstance).map(type::cast).findFirst().orElseThrow();
	}

	/**
	 * Waits as {@link #await} does.
	 * @param order order number
	 * @param type event class
	 * @param <E> the event
	 * @return the first such event, its personal texts in clear as the service opens them
	 */
	public <E extends GendanEvent> E opened(String order, Class<E> type) {
		return this.privacy.getObject().opened(await(order, type));
	}

	/**
	 * Everything published for an order so far, on all topics.
	 * @param order order number
	 * @return the events in the order of their arrival
	 */
	public List<GendanEvent> events(String order) {
		return this.listener.events(order);
	}

	/**
	 * Everything published for an order so far, with envelopes.
	 * @param order order number
	 * @return the records in the order of their arrival
	 */
	public List<RecordedEvent> records(String order) {
		return this.listener.records(order);
	}

	@Override
	public void close() {
		this.listener.close();
		this.producer.close();
	}

	private String base() {
		return address("server");
	}

	private String address(String server) {
		return "http://127.0.0.1:" + this.environment.getRequiredProperty("local." + server + ".port");
	}

}
