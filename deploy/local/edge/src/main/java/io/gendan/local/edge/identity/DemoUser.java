package io.gendan.local.edge.identity;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Somebody to try the system as; user name and OAuth client id in one.
 *
 * @param username what to log in with
 * @param name what people see
 * @param role the one role of the user
 * @param claims what their tokens say beside role and name: the customers they act for,
 * what they are granted
 */
record DemoUser(String username, String name, String role, Map<String, List<String>> claims) {

	/** The same for all: these users exist on developers' machines only. */
	static final String PASSWORD = "demo";

	private static final String CUSTOMERS = "customers";

	private static final String EVERY_CUSTOMER = "*";

	static final List<DemoUser> ALL = List.of(selling("li.salesperson", "Li Na 李娜", EVERY_CUSTOMER),
			selling("zhao.salesperson", "Zhao Lei 赵磊", "K-8"),
			working("sun.merchandiser", "Sun Mei 孙梅", "merchandiser"),
			working("wang.sales-manager", "Wang Qiang 王强", "sales-manager"),
			working("zhou.sales-manager", "Zhou Min 周敏", "sales-manager"),
			working("wu.production", "Wu Gang 吴刚", "production"),
			working("zheng.warehouse", "Zheng Hao 郑浩", "warehouse"),
			working("feng.logistics", "Feng Jun 冯军", "logistics"), working("qian.finance", "Qian Fang 钱芳", "finance"),
			working("he.service", "He Jing 何静", "service"),
			working("chen.general-manager", "Chen Wei 陈伟", "general-manager"),
			working("xu.auditor", "Xu Ping 许平", "auditor"), working("gu.operator", "Gu Yan 顾岩", "operator"),
			buying("lin.customer", "Lin Tao 林涛", "K-7"), buying("ma.customer", "Ma Li 马丽", "K-8"),
			buying("portal.customer", "Customers' portal 客户门户", EVERY_CUSTOMER),
			new DemoUser("erp.integration", "ERP interface 接口", "integration",
					Map.of("grants", List.of("orders:place", "stock:receive", "tracking:report"))));

	static Optional<DemoUser> named(String username) {
		return ALL.stream().filter((user) -> user.username().equals(username)).findFirst();
	}

	private static DemoUser working(String username, String name, String role) {
		return new DemoUser(username, name, role, Map.of());
	}

	private static DemoUser selling(String username, String name, String customer) {
		return new DemoUser(username, name, "salesperson", Map.of(CUSTOMERS, List.of(customer)));
	}

	private static DemoUser buying(String username, String name, String customer) {
		return new DemoUser(username, name, "customer", Map.of(CUSTOMERS, List.of(customer)));
	}

}
