package io.gendan.messaging.autoconfigure;

import java.time.Duration;
import java.util.List;

import io.gendan.messaging.budget.ByteBudget;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * The settings of the starter.
 *
 * @param inbox what is consumed
 * @param topics how topics are made
 * @param outbox how events leave
 * @param deadlines how due instants are found
 * @param activities how activities are tried again
 * @param store how long the store may take
 * @param health what health may take, and a stop
 * @param memory how much is held at once
 * @param keys what is remembered of repeated commands
 */
@ConfigurationProperties("gendan")
public record MessagingSettings(@DefaultValue Inbox inbox, @DefaultValue Topics topics, @DefaultValue Outbox outbox,
		@DefaultValue Deadlines deadlines, @DefaultValue Activities activities, @DefaultValue Store store,
		@DefaultValue Health health, @DefaultValue Memory memory, @DefaultValue Keys keys) {

	/**
	 * What is consumed.
	 *
	 * @param topics topics of the services whose events the stage listens to
	 * @param maxBackoff longest pause between two tries of a poll that cannot be made
	 * safe
	 * @param pause between two polls, so that a poll finds more than one event; an event
	 * that comes after a quiet moment does not wait for it
	 * @param releaseAfter how long an instance may stand still before it gives its
	 * partitions up for others
	 * @param commitInterval how often offsets of polls that are safe are committed; what
	 * a crash leaves uncommitted comes again and falls out as a duplicate
	 * @param gapPatience how long an event may wait for its predecessor before a person
	 * is told by a dead letter
	 */
	public record Inbox(@DefaultValue List<String> topics, @DefaultValue("30s") Duration maxBackoff,
			@DefaultValue("10ms") Duration pause, @DefaultValue("60s") Duration releaseAfter,
			@DefaultValue("1s") Duration commitInterval, @DefaultValue("10m") Duration gapPatience) {
	}

	/**
	 * How topics are made where they are missing.
	 *
	 * @param partitions partitions of a topic
	 * @param replicas replicas of a partition
	 * @param minInSyncReplicas replicas that must have a record before it is acknowledged
	 */
	public record Topics(@DefaultValue("12") int partitions, @DefaultValue("3") short replicas,
			@DefaultValue("2") int minInSyncReplicas) {
	}

	/**
	 * How events leave.
	 *
	 * @param markInterval how often acknowledged events are marked, in bulk; most orders
	 * are written again before, and then the mark costs nothing. What a crash leaves
	 * unmarked is sent again
	 * @param sweepInterval how often the store is swept for what a crash left
	 * @param grace how old unpublished events must be for the sweep; longer than the mark
	 * interval, else one instance sends again what another has only not marked yet
	 */
	public record Outbox(@DefaultValue("2s") Duration markInterval, @DefaultValue("30s") Duration sweepInterval,
			@DefaultValue("10s") Duration grace) {
	}

	/**
	 * How due instants are found.
	 *
	 * @param horizon how far ahead they are kept in memory; more than the sweep interval
	 */
	public record Deadlines(@DefaultValue("90s") Duration horizon) {
	}

	/**
	 * How activities are tried again.
	 *
	 * @param retryAfter pause before an activity that brought no result runs again
	 */
	public record Activities(@DefaultValue("10s") Duration retryAfter) {
	}

	/**
	 * How long the store may take; what the store's address says wins.
	 *
	 * @param connect until a connection stands
	 * @param selection until a server that can be written to is found
	 * @param answer until a request is answered
	 */
	public record Store(@DefaultValue("2s") Duration connect, @DefaultValue("5s") Duration selection,
			@DefaultValue("30s") Duration answer) {
	}

	/**
	 * What health may take, and a stop.
	 *
	 * @param patience how long broker and store may take to answer health before they are
	 * told as down
	 * @param longestWait how long an event may wait for its acknowledgement before the
	 * outbox is told as down
	 * @param longestStop how long a stop may take before the process ends all the same
	 */
	public record Health(@DefaultValue("1500ms") Duration patience, @DefaultValue("30s") Duration longestWait,
			@DefaultValue("25s") Duration longestStop) {
	}

	/**
	 * What is remembered of repeated commands.
	 *
	 * @param kept how long an idempotency key is remembered; a command that comes again
	 * with it later is a new one
	 */
	public record Keys(@DefaultValue("7d") Duration kept) {
	}

	/**
	 * How much is held at once. What is not set is a share of the heap; past it work
	 * waits, stays in the store or is refused. A stage of another kind than orders has an
	 * eighth of it for its batches, commands and activities.
	 *
	 * @param batch documents, events and commands that are worked on together; 1/32 of
	 * the heap
	 * @param remembered orders as this instance has written them last; 1/12 of the heap
	 * @param outbox events between the store and the broker's acknowledgement; 1/16 of
	 * the heap
	 * @param commands single commands that wait for the next batch; 1/32 of the heap
	 * @param activities orders that wait for an activity, per activity; 1/32 of the heap
	 * @param bodies bodies of requests, from before they are read until they are
	 * answered; 1/32 of the heap
	 * @param ledger the document of one order; further events of it are refused
	 * @param page the document of a long-lived subject; its oldest events go to a page
	 * beside it then
	 */
	public record Memory(@Nullable DataSize batch, @Nullable DataSize remembered, @Nullable DataSize outbox,
			@Nullable DataSize commands, @Nullable DataSize activities, @Nullable DataSize bodies,
			@DefaultValue("8MB") DataSize ledger, @DefaultValue("256KB") DataSize page) {

		ByteBudget batchBudget() {
			return budget(this.batch, 32);
		}

		ByteBudget rememberedBudget() {
			return budget(this.remembered, 12);
		}

		ByteBudget outboxBudget() {
			return budget(this.outbox, 16);
		}

		ByteBudget commandsBudget() {
			return budget(this.commands, 32);
		}

		ByteBudget activitiesBudget() {
			return budget(this.activities, 32);
		}

		ByteBudget bodiesBudget() {
			return budget(this.bodies, 32);
		}

		ByteBudget ledgerBudget() {
			return new ByteBudget(this.ledger.toBytes());
		}

		ByteBudget pageBudget() {
			return new ByteBudget(this.page.toBytes());
		}

		private static ByteBudget budget(@Nullable DataSize set, int parts) {
			return (set != null) ? new ByteBudget(set.toBytes()) : ByteBudget.ofHeap(parts);
		}

	}

}
