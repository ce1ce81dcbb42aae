package io.gendan.local.store;

/** An index that lies beside the documents. */
interface StoredIndex {

	/** What it says. */
	Entries entries();

}
