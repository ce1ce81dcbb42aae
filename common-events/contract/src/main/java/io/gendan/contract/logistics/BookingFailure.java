package io.gendan.contract.logistics;

/** Why a carrier was not booked (LOG-3). */
public enum BookingFailure {

	DECLINED, UNAVAILABLE

}
