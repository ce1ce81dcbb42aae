package io.gendan.order.timeline;

import java.util.OptionalLong;

import io.gendan.order.lease.Leases;

import org.springframework.stereotype.Component;

/** Lets one rebuild run at a time, in whichever instance. */
@Component
class RebuildLease {

	private static final String NAME = "timeline-rebuild";

	private final Leases leases;

	private final TimelineSettings settings;

	RebuildLease(Leases leases, TimelineSettings settings) {
		this.leases = leases;
		this.settings = settings;
	}

	OptionalLong claim() {
		return this.leases.claim(NAME, this.settings.lease());
	}

	boolean renew(long token) {
		return this.leases.renew(NAME, token, this.settings.lease());
	}

	boolean holds(long token) {
		return this.leases.holds(NAME, token);
	}

	void release(long token) {
		this.leases.release(NAME, token);
	}

}
