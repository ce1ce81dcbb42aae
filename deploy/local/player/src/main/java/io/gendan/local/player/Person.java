package io.gendan.local.player;

/** The people of the play: the demo users of the development identity provider. */
enum Person {

	SALESPERSON("li.salesperson"), MERCHANDISER("zhao.merchandiser"), SALES_MANAGER("wang.sales-manager"),
	PRODUCTION("sun.production"), WAREHOUSE("zhou.warehouse"), LOGISTICS("wu.logistics"), FINANCE("zheng.finance"),
	SERVICE("feng.service"), CUSTOMER("chu.customer"), AUDITOR("shen.auditor");

	private final String user;

	Person(String user) {
		this.user = user;
	}

	String user() {
		return this.user;
	}

}
