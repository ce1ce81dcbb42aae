package io.gendan.local.player;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Semaphore;

import io.gendan.contract.AboutOrder;
import io.gendan.local.player.Gateway.Reply;

/**
 * The people at work: as soon as an event makes something possible, the right person does
 * it. A service that is away is asked again; the idempotency key keeps that harmless.
 */
final class Cast {

	private static final int HANDS_WITHOUT_LISTS = 48;

	private static final long FIRST_PAUSE = 200;

	private static final long LONGEST_PAUSE = 2000;

	private final Gateway gateway;

	private final Script script;

	private final Pace pace;

	private final int atOnce;

	private final Semaphore hands = new Semaphore(HANDS_WITHOUT_LISTS);

	private final Map<String, Desk> desks = new ConcurrentHashMap<>();

	private final Map<String, Story> stories = new ConcurrentHashMap<>();

	private final Set<String> begun = ConcurrentHashMap.newKeySet();

	private final Queue<String> failures = new ConcurrentLinkedQueue<>();

	private volatile boolean awake;

	Cast(Gateway gateway, Script script, Pace pace, int atOnce) {
		this.gateway = gateway;
		this.script = script;
		this.pace = pace;
		this.atOnce = atOnce;
	}

	/** From now on the people act; before, they only read what has happened. */
	void wake() {
		this.awake = true;
		this.stories.values().forEach(this::act);
	}

	void happened(AboutOrder event) {
		Story story = this.stories.computeIfAbsent(event.order(), Story::new);
		synchronized (story) {
			story.happened(event);
		}
		if (this.awake) {
			act(story);
		}
	}

	Map<String, Story> stories() {
		return this.stories;
	}

	/**
	 * What a person was told that no waiting can mend.
	 * @return one line each
	 */
	Queue<String> failures() {
		return this.failures;
	}

	private void act(Story story) {
		for (Task task : next(story)) {
			if (this.begun.add(task.key())) {
				Thread.ofVirtual().name(task.key()).start(() -> perform(story, task));
			}
		}
	}

	private List<Task> next(Story story) {
		synchronized (story) {
			return this.script.next(story);
		}
	}

	private void perform(Story story, Task task) {
		try {
			// Everything else follows from an approval, so this is the pace of the whole
			// play.
			if (task.person() == Person.SALES_MANAGER) {
				this.pace.await();
			}
			long pause = FIRST_PAUSE;
			while (next(story).stream().anyMatch((wanted) -> wanted.name().equals(task.name()))) {
				if (settled(story, task)) {
					return;
				}
				Thread.sleep(pause);
				pause = Math.min(LONGEST_PAUSE, pause * 2);
			}
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	private boolean settled(Story story, Task task) throws InterruptedException {
		try {
			Reply reply = (this.atOnce > 1) ? desk(task).settle(task) : alone(task);
			if (!reply.done() && !reply.later()) {
				this.failures.add("%s %s: %d %s".formatted(story.order(), task.name(), reply.status(), reply.body()));
			}
			return !reply.later();
		}
		catch (IOException ex) {
			return false;
		}
	}

	private Reply alone(Task task) throws IOException, InterruptedException {
		this.hands.acquire();
		try {
			return this.gateway.post(task);
		}
		finally {
			this.hands.release();
		}
	}

	private Desk desk(Task task) {
		String name = task.person() + " " + task.bulkPath();
		return this.desks.computeIfAbsent(name, (key) -> new Desk(this.gateway, this.atOnce).open(key));
	}

}
