package io.gendan.contract.order;

/** How a request arrived (ORD-5). */
public enum Channel {

	PHONE, FAX, EMAIL, WEB, VISIT, IMPORT

}
