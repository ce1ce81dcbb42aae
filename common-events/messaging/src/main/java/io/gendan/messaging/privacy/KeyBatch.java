package io.gendan.messaging.privacy;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

import javax.crypto.SecretKey;

import io.gendan.contract.EventCatalogue;
import io.gendan.contract.EventCodec;
import io.gendan.contract.GendanEvent;
import io.gendan.contract.Personal;
import io.gendan.messaging.privacy.KnownKeys.Own;
import org.jspecify.annotations.Nullable;

/** Takes down which keys are lacking, so that they are looked up together. */
final class KeyBatch implements Sealing.Batch {

	/** Stands in decisions that are thrown away; nobody can open it. */
	private static final Personal LACKING = Personal
		.read("eyJhbGciOiJkaXIiLCJlbmMiOiJBMjU2R0NNIn0..AAAAAAAAAAAAAAAA.AA.AAAAAAAAAAAAAAAAAAAAAA");

	private final KnownKeys known;

	private final EventCodec codec;

	private final Map<String, Own> own = new HashMap<>();

	/** Null for one that has not come yet. */
	private final Map<String, @Nullable Optional<SecretKey>> keys = new HashMap<>();

	private final Set<String> looked = new HashSet<>();

	private final Set<String> customers = new HashSet<>();

	private final Set<String> ids = new HashSet<>();

	private boolean lacked;

	KeyBatch(KnownKeys known, EventCodec codec) {
		this.known = known;
		this.codec = codec;
	}

	@Override
	public Personal seal(Supplier<String> customer, Personal text) {
		if (text.isSealed()) {
			return text;
		}
		String whose = customer.get();
		Own key = this.own.get(whose);
		key = (key != null) ? key : this.known.own(whose);
		if (key == null && this.looked.contains(whose)) {
			throw new UnsealedException("The key to seal with for " + whose + " is broken in the store");
		}
		if (key == null) {
			this.customers.add(whose);
			this.lacked = true;
			return LACKING;
		}
		return Personal
			.read(SealedText.seal(text.text().getBytes(StandardCharsets.UTF_8), key.secret(), key.id(), null));
	}

	@Override
	public @Nullable String open(Personal text) {
		if (!text.isSealed()) {
			return text.text();
		}
		Optional<SecretKey> key = key(text);
		return (key != null && key.isPresent()) ? this.known.open(text, key.get()) : null;
	}

	@Override
	public @Nullable String awaited(Personal text) {
		return (key(text) == null) ? text.keyId() : null;
	}

	/**
	 * Whether a text can never be read again.
	 * @param text as it stands in an event
	 * @return true if its key is destroyed
	 */
	boolean isErased(Personal text) {
		Optional<SecretKey> key = key(text);
		return key != null && key.isEmpty();
	}

	private @Nullable Optional<SecretKey> key(Personal text) {
		String id = text.keyId();
		if (id == null || this.keys.containsKey(id)) {
			return (id != null) ? this.keys.get(id) : null;
		}
		Optional<SecretKey> key = this.known.key(id);
		if (key == null) {
			this.ids.add(id);
			this.lacked = true;
		}
		return key;
	}

	@Override
	@SuppressWarnings("unchecked")
	public <E extends GendanEvent> E opened(E event) {
		String clear = this.codec.write(event, (text) -> {
			String open = open(text);
			return (open != null) ? Personal.of(open) : text;
		});
		return (E) this.codec.read(EventCatalogue.typeOf(event.getClass()), clear).orElse(event);
	}

	@Override
	public boolean lacked() {
		boolean any = this.lacked;
		this.lacked = false;
		return any;
	}

	@Override
	public void fetch() {
		KnownKeys.Found found = this.known.find(this.customers, this.ids);
		this.own.putAll(found.own());
		this.looked.addAll(this.customers);
		this.ids.forEach((id) -> this.keys.put(id, null));
		this.keys.putAll(found.keys());
		this.customers.clear();
		this.ids.clear();
	}

}
