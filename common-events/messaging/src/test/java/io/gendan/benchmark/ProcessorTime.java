package io.gendan.benchmark;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadInfo;
import java.lang.management.ThreadMXBean;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

import com.sun.management.OperatingSystemMXBean;

/**
 * Processor time of this process so far, by what it went to.
 *
 * @param total nanoseconds of the whole process
 * @param parts nanoseconds of the threads by part; what is missing to the total is the
 * virtual machine: compiler and garbage collector
 */
record ProcessorTime(long total, Map<String, Long> parts) {

	private static final OperatingSystemMXBean SYSTEM = (OperatingSystemMXBean) ManagementFactory
		.getOperatingSystemMXBean();

	private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

	static ProcessorTime now() {
		Map<String, Long> parts = new HashMap<>();
		for (ThreadInfo thread : THREADS.getThreadInfo(THREADS.getAllThreadIds())) {
			if (thread != null) {
				long nanos = Math.max(0, THREADS.getThreadCpuTime(thread.getThreadId()));
				parts.merge(part(thread.getThreadName()), nanos, Long::sum);
			}
		}
		return new ProcessorTime(SYSTEM.getProcessCpuTime(), parts);
	}

	/**
	 * What was spent since an earlier moment.
	 * @param before the earlier moment
	 * @param count among so many
	 * @return milliseconds each by part
	 */
	Map<String, Double> since(ProcessorTime before, int count) {
		Map<String, Double> spent = new TreeMap<>();
		this.parts.forEach((part, nanos) -> spent.put(part,
				Math.max(0, nanos - before.parts.getOrDefault(part, 0L)) / 1e6 / count));
		double known = spent.values().stream().mapToDouble(Double::doubleValue).sum();
		spent.put("machine", Math.max(0, (this.total - before.total) / 1e6 / count - known));
		return spent;
	}

	private static String part(String thread) {
		if (thread.startsWith("mongo-server") || thread.startsWith("MVStore") || thread.contains("store")) {
			return "store";
		}
		if (thread.startsWith("data-plane") || thread.startsWith("kafka-") || thread.contains("KRaft")
				|| thread.startsWith("broker-") || thread.startsWith("controller-") || thread.contains("raft")
				|| thread.startsWith("quorum") || thread.startsWith("executor-")
				|| thread.startsWith("group-coordinator")) {
			return thread.startsWith("kafka-producer") || thread.startsWith("kafka-coordinator-heartbeat")
					? "kafka clients" : "broker";
		}
		if (thread.startsWith("cluster-") || thread.contains("MaintenanceTimer")) {
			return "store client";
		}
		return thread.startsWith("gendan-") ? thread.substring("gendan-".length())
				: (thread.contains("container-") ? "consumers" : "rest");
	}

}
