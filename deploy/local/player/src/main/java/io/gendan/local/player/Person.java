package io.gendan.local.player;

/** The people of the play: the demo users of the development identity provider. */
enum Person {

	SALESPERSON("li.salesperson"), MERCHANDISER("sun.merchandiser"), SALES_MANAGER("wang.sales-manager"),
	PRODUCTION("wu.production"), WAREHOUSE("zheng.warehouse"), LOGISTICS("feng.logistics"), FINANCE("qian.finance"),
	SERVICE("he.service"), CUSTOMER("portal.customer"), AUDITOR("xu.auditor");

	private final String user;

	Person(String user) {
		this.user = user;
	}

	String user() {
		return this.user;
	}

}
