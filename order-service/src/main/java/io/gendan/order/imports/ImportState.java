package io.gendan.order.imports;

/** How far an import is. */
enum ImportState {

	/** Being worked on, or waiting for it. */
	RUNNING,

	/** All orders have been placed or refused. */
	DONE,

	/** Ended after a set number of tries that did not get further. */
	FAILED,

	/** Ended by a person; what had been placed stays. */
	CANCELLED

}
