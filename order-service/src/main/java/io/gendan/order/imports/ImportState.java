package io.gendan.order.imports;

/** How far an import is. */
enum ImportState {

	/** Being worked on, or waiting for it. */
	RUNNING,

	/** All orders have been placed or refused. */
	DONE,

	/** Ended by something that trying again does not mend. */
	FAILED

}
