package io.gendan.local.player;

import java.io.PrintStream;
import java.util.Map;
import java.util.TreeMap;

import tools.jackson.databind.JsonNode;

/** Prints a report for people. */
final class Table {

	private static final int SHOWN = 10;

	private final PrintStream out;

	Table(PrintStream out) {
		this.out = out;
	}

	void print(Report report) {
		Report.Counts counts = report.orders();
		this.out.printf("%nOrders 订单      in file %d, placed %d, already known %d, refused %d%n", counts.inFile(),
				counts.placed(), counts.alreadyKnown(), counts.refused());
		this.out.printf("Amount 金额      %s%n", report.amountPlaced());
		section("Final states 终态", report.finalStates());
		section("Events 事件", report.eventsPerTopic());
		section("Commit to timeline, ms 提交到时间线", report.commitToTimelineMs());
		section("CPU seconds CPU 秒", report.cpuSeconds());
		this.out.printf("%.1f orders/s in %.1f s%n", report.ordersPerSecond(), report.seconds());
		refused(report);
		report.failures().stream().limit(SHOWN).forEach((failure) -> this.out.println("FAILED 失败  " + failure));
	}

	private void refused(Report report) {
		if (report.refusedRows().isEmpty()) {
			return;
		}
		Map<String, Integer> reasons = new TreeMap<>();
		report.refusedRows().forEach((row) -> reasons.merge(row.path("code").asString(""), 1, Integer::sum));
		section("Refused rows by reason 被拒行", reasons);
		report.refusedRows()
			.stream()
			.limit(SHOWN)
			.forEach((row) -> this.out.printf("  row %s  order %s  %s: %s%n", text(row, "row"), text(row, "order"),
					text(row, "field"), row.path("reason").path("en").asString("")));
		if (report.refusedRows().size() > SHOWN) {
			this.out.printf("  … and %d more%n", report.refusedRows().size() - SHOWN);
		}
	}

	private void section(String title, Map<String, ?> values) {
		this.out.println(title);
		values.forEach((name, value) -> this.out.printf("  %-28s %s%n", name, value));
	}

	private static String text(JsonNode row, String field) {
		return row.path(field).asString("");
	}

}
