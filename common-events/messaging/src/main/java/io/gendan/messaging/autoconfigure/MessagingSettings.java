package io.gendan.messaging.autoconfigure;

import java.time.Duration;
import java.util.List;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

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
 * @param remembered how many orders an instance remembers as it has written them last, a
 * few kilobytes each
 */
@ConfigurationProperties("gendan")
public record MessagingSettings(@DefaultValue Inbox inbox, @DefaultValue Topics topics, @DefaultValue Outbox outbox,
		@DefaultValue Deadlines deadlines, @DefaultValue Activities activities, @DefaultValue Store store,
		@DefaultValue Health health, @DefaultValue("2000") int remembered) {

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
	 * @param longestStop how long a stop may take before the process ends all the same
	 */
	public record Health(@DefaultValue("1500ms") Duration patience, @DefaultValue("25s") Duration longestStop) {
	}

}
