package io.gendan.local.edge.identity;

import java.util.List;
import java.util.Optional;

/**
 * Somebody to try the system as; user name and OAuth client id in one.
 *
 * @param username what to log in with
 * @param name what people see
 * @param role the one role of the user
 */
record DemoUser(String username, String name, String role) {

	/** The same for all: these users exist on developers' machines only. */
	static final String PASSWORD = "demo";

	static final List<DemoUser> ALL = List.of(new DemoUser("li.salesperson", "Li Na 李娜", "salesperson"),
			new DemoUser("zhao.salesperson", "Zhao Lei 赵磊", "salesperson"),
			new DemoUser("sun.merchandiser", "Sun Mei 孙梅", "merchandiser"),
			new DemoUser("wang.sales-manager", "Wang Qiang 王强", "sales-manager"),
			new DemoUser("zhou.sales-manager", "Zhou Min 周敏", "sales-manager"),
			new DemoUser("wu.production", "Wu Gang 吴刚", "production"),
			new DemoUser("zheng.warehouse", "Zheng Hao 郑浩", "warehouse"),
			new DemoUser("feng.logistics", "Feng Jun 冯军", "logistics"),
			new DemoUser("qian.finance", "Qian Fang 钱芳", "finance"),
			new DemoUser("he.service", "He Jing 何静", "service"),
			new DemoUser("chen.general-manager", "Chen Wei 陈伟", "general-manager"),
			new DemoUser("xu.auditor", "Xu Ping 许平", "auditor"), new DemoUser("lin.customer", "Lin Tao 林涛", "customer"),
			new DemoUser("erp.integration", "ERP interface 接口", "integration"));

	static Optional<DemoUser> named(String username) {
		return ALL.stream().filter((user) -> user.username().equals(username)).findFirst();
	}

}
