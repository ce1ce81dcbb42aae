package io.gendan.contract.order;

/** When money is due and goods are released (BIL-1). */
public enum PaymentTerms {

	PREPAID, CASH_ON_DELIVERY, MONTHLY

}
