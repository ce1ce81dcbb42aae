package io.gendan.local.launcher;

import java.util.Arrays;
import java.util.List;

/**
 * A Kafka cluster that is already there.
 *
 * @param servers bootstrap servers, {@code HOST:PORT} with commas between
 */
record KafkaAddress(String servers) {

	KafkaAddress {
		for (String server : servers.split(",", -1)) {
			if (!server.matches("[^\\s:/]+:\\d{1,5}|\\[[0-9a-fA-F:.]+]:\\d{1,5}")) {
				throw new Refusal("GENDAN_KAFKA must be HOST:PORT, several with commas between; this is not: " + server,
						"GENDAN_KAFKA 应为“主机:端口”，多个以逗号分隔；此处不是：" + server);
			}
		}
	}

	List<HostPort> hosts() {
		return Arrays.stream(this.servers.split(",")).map((server) -> HostPort.of(server, 9092)).toList();
	}

	@Override
	public String toString() {
		return this.servers;
	}

}
