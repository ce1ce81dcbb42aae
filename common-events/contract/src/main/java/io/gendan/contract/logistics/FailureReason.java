package io.gendan.contract.logistics;

/** Why a delivery failed (LOG-5). */
public enum FailureReason {

	LATE, DAMAGED, LOST, REFUSED, WRONG_ADDRESS, NOBODY_THERE

}
