package io.gendan.contract.logistics;

/** Condition of goods on arrival (LOG-6). */
public enum GoodsCondition {

	INTACT, DAMAGED, INCOMPLETE

}
