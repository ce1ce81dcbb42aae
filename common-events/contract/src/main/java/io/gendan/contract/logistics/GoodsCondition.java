package io.gendan.contract.logistics;

/** Condition of goods on arrival, there (LOG-6) or back here (LOG-5). */
public enum GoodsCondition {

	INTACT, DAMAGED, INCOMPLETE

}
