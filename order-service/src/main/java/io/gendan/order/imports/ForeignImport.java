package io.gendan.order.imports;

import io.gendan.stage.RefusalCode;

/**
 * The answer to everything about another's import: as if there were none. Inside, it can
 * be told apart and is recorded as an attempt.
 */
enum ForeignImport implements RefusalCode {

	/** Reads like an import that does not exist. */
	IMPORT_UNKNOWN;

	@Override
	public Kind kind() {
		return Kind.NOT_FOUND;
	}

	@Override
	public boolean attempt() {
		return true;
	}

}
