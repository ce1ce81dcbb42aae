package io.gendan.testing.planted.review.rest;

import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.PostMapping;

/** An edge where everybody may do for many orders what few may do for one. */
public class PlantedCommands {

	@PostMapping("/{order}/approve")
	@PreAuthorize("hasRole('sales-manager')")
	public void approve() {
	}

	@PostMapping("/approve")
	public void approveMany() {
	}

}
