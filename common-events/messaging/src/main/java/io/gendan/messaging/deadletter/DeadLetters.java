package io.gendan.messaging.deadletter;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import io.gendan.contract.Actor;
import io.gendan.contract.Envelope;
import io.gendan.contract.MalformedEventException;
import io.gendan.contract.RecordedEvent;
import io.gendan.messaging.budget.ByteBudget;
import io.gendan.messaging.engine.Verdict;
import io.gendan.messaging.ledger.Discarded;
import io.gendan.messaging.signature.Objection;
import io.gendan.messaging.signature.SignatureCheck;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The dead letters of this service: look at them, mend them, replay them through the very
 * handler that rejected them, or discard them. Nothing is ever deleted.
 */
public final class DeadLetters {

	private static final int AT_ONCE = 500;

	private static final Logger log = LoggerFactory.getLogger(DeadLetters.class);

	/**
	 * Why a letter counts as done although its data, and so its signature, were not taken
	 * as they came.
	 */
	private static final String MENDED = "MENDED";

	private final List<DeadLetterGroup> groups;

	private final LetterReader reader;

	private final HandlingStore handlings;

	private final SignatureCheck signatures;

	private final ByteBudget budget;

	private final Clock clock;

	/**
	 * The dead letters.
	 * @param groups the consumer groups of this service
	 * @param reader reads letters
	 * @param handlings what has been done about them
	 * @param signatures checks what is replayed
	 * @param budget how many bytes of letters are held at once
	 * @param clock the time
	 */
	public DeadLetters(List<DeadLetterGroup> groups, LetterReader reader, HandlingStore handlings,
			SignatureCheck signatures, ByteBudget budget, Clock clock) {
		this.groups = List.copyOf(groups);
		this.reader = reader;
		this.handlings = handlings;
		this.signatures = signatures;
		this.budget = budget;
		this.clock = clock;
	}

	/**
	 * A page of letters, newest first, shorter if they are large; several copies of one
	 * letter are shown once.
	 * @param order only those about this order, null for all
	 * @param status only those of this status, null for all
	 * @param after cursor of the page, null for the first
	 * @param limit letters at the most
	 * @return the page
	 * @throws DeadLetterException if the broker does not answer in time
	 */
	public LetterPage page(@Nullable String order, @Nullable LetterStatus status, @Nullable String after, int limit) {
		List<LetterEntry> found = this.handlings.newest(order, status, cursor(after), limit + 1);
		List<LetterEntry> shown = fitting(found, limit);
		Map<LetterId, StoredLetter> letters = read(shown);
		List<LetterView> views = shown.stream()
			.flatMap((entry) -> Optional.ofNullable(letters.get(entry.id()))
				.map((letter) -> LetterView.of(letter, entry.handling()))
				.stream())
			.toList();
		return new LetterPage(views, next(shown, found));
	}

	/**
	 * One letter.
	 * @param id {@code topic~partition~offset}
	 * @return the letter, or empty if there is none
	 * @throws DeadLetterException if the broker does not answer in time
	 */
	public Optional<LetterView> find(String id) {
		return stored(id).map((letter) -> LetterView.of(letter, this.handlings.of(letter.identity())));
	}

	/**
	 * Takes a letter through its handler again. One that has been replayed already stays
	 * as it is.
	 * @param id {@code topic~partition~offset}
	 * @param mended data in place of those that came, null to take them as they came
	 * @param actor who replays it
	 * @return what it came to, or empty if there is no such letter
	 * @throws DeadLetterException if the broker does not answer in time
	 */
	public Optional<Replay> replay(String id, @Nullable String mended, Actor actor) {
		return stored(id).map((letter) -> replay(letter, mended, actor));
	}

	/**
	 * Takes the open letters of an order through their handlers again, in sequence, as
	 * many as fit into memory at once.
	 * @param order order number
	 * @param after cursor to go on with, null to begin
	 * @param actor who replays them
	 * @return what each came to
	 * @throws DeadLetterException if the broker does not answer in time
	 */
	public ReplayPage replayAll(String order, @Nullable String after, Actor actor) {
		List<LetterEntry> found = this.handlings.open(order, cursor(after), AT_ONCE + 1);
		List<LetterEntry> taken = fitting(found, AT_ONCE);
		Map<LetterId, StoredLetter> letters = read(taken);
		List<Replay> replays = taken.stream()
			.flatMap((entry) -> Optional.ofNullable(letters.get(entry.id())).stream())
			.map((letter) -> replay(letter, null, actor))
			.toList();
		return new ReplayPage(replays, next(taken, found));
	}

	/**
	 * Decides that a letter shall have no effect. What waits behind its event goes on, if
	 * the event belongs there; with a letter about a gap, what is missing before it is
	 * passed over too. The decision stands here and in the ledger of the order.
	 * @param id {@code topic~partition~offset}
	 * @param reason why
	 * @param actor who decides
	 * @return the letter afterwards, still replayed if it had been; or empty if there is
	 * no such letter
	 * @throws DeadLetterException if the broker does not answer in time
	 */
	public Optional<LetterView> discard(String id, String reason, Actor actor) {
		return stored(id).map((letter) -> {
			Handling before = this.handlings.of(letter.identity());
			if (before.status() == LetterStatus.REPLAYED) {
				return LetterView.of(letter, before);
			}
			passOver(letter, reason, actor);
			return LetterView.of(letter, keep(letter, LetterStatus.DISCARDED, reason, actor));
		});
	}

	private void passOver(StoredLetter letter, String reason, Actor actor) {
		try {
			byte[] value = letter.original().value();
			Envelope envelope = letter.original()
				.mendedEvent((value != null) ? new String(value, StandardCharsets.UTF_8) : "")
				.envelope();
			groupOf(letter.id()).orElseThrow()
				.discarder()
				.accept(envelope.subject(), Discarded.of(envelope, letter.reason().equals("GAP"), actor.toString(),
						this.clock.instant().truncatedTo(ChronoUnit.MILLIS), reason));
		}
		catch (MalformedEventException ex) {
			log.debug("Letter {} stands in no order: nothing waits behind it", letter.id(), ex);
		}
	}

	private Replay replay(StoredLetter letter, @Nullable String mended, Actor actor) {
		Handling before = this.handlings.of(letter.identity());
		if (before.status() == LetterStatus.REPLAYED) {
			return new Replay(LetterView.of(letter, before), null, null);
		}
		Verdict verdict = take(letter, mended);
		return (verdict.reason() != null)
				? new Replay(LetterView.of(letter, before), verdict.reason(), verdict.detail())
				: new Replay(
						LetterView.of(letter,
								keep(letter, LetterStatus.REPLAYED, (mended != null) ? MENDED : null, actor)),
						null, null);
	}

	/**
	 * A mended event carries no signature that fits: who mends it vouches for it, and
	 * that is kept.
	 */
	private Verdict take(StoredLetter letter, @Nullable String mended) {
		DeadLetterGroup group = groupOf(letter.id()).orElseThrow();
		try {
			RecordedEvent event = (mended != null) ? letter.original().mendedEvent(mended) : letter.original().event();
			Objection objection = (mended != null) ? null : this.signatures.objection(letter.original(), event);
			if (objection != null) {
				return Verdict.rejected(objection.reason(), objection.detail());
			}
			return group.handler().apply(List.of(event)).getFirst();
		}
		catch (MalformedEventException ex) {
			return Verdict.rejected("MALFORMED", String.valueOf(ex.getMessage()));
		}
	}

	private Handling keep(StoredLetter letter, LetterStatus status, @Nullable String reason, Actor actor) {
		Handling handling = new Handling(status, actor.toString(), this.clock.instant().truncatedTo(ChronoUnit.MILLIS),
				reason);
		this.handlings.keep(letter.identity(), handling);
		return handling;
	}

	private Optional<StoredLetter> stored(String id) {
		return LetterId.parse(id).filter((letter) -> groupOf(letter).isPresent()).flatMap(this.reader::read);
	}

	private Optional<DeadLetterGroup> groupOf(LetterId id) {
		return this.groups.stream().filter((group) -> group.deadTopics().contains(id.topic())).findFirst();
	}

	private @Nullable StoredLetter cursor(@Nullable String after) {
		return (after != null) ? stored(after).orElse(null) : null;
	}

	private List<LetterEntry> fitting(List<LetterEntry> found, int limit) {
		List<LetterEntry> page = found.subList(0, Math.min(limit, found.size()));
		return page.isEmpty() ? page : this.budget.portions(page, LetterEntry::bytes).getFirst();
	}

	/** What the store says to stand there, if that is what stands there. */
	private Map<LetterId, StoredLetter> read(List<LetterEntry> entries) {
		Map<LetterId, StoredLetter> letters = this.reader.read(entries.stream().map(LetterEntry::id).toList());
		Set<String> known = entries.stream().map(LetterEntry::identity).collect(Collectors.toSet());
		letters.values().removeIf((letter) -> !known.contains(letter.identity()));
		return letters;
	}

	private static @Nullable String next(List<LetterEntry> shown, List<LetterEntry> found) {
		return (shown.size() < found.size()) ? shown.getLast().id().toString() : null;
	}

}
