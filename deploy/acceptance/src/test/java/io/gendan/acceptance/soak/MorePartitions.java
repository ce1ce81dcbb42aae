package io.gendan.acceptance.soak;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;

import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.NewPartitions;

/**
 * Somebody enlarges a topic under a running system.
 *
 * @param topic which one
 */
record MorePartitions(String topic) implements Disturbance {

	private static final int MOST = 24;

	@Override
	public List<String> happen(Scene scene) {
		try (Admin admin = Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, scene.system().kafka()))) {
			int now = admin.describeTopics(List.of(this.topic))
				.allTopicNames()
				.get()
				.get(this.topic)
				.partitions()
				.size();
			if (now < MOST) {
				admin.createPartitions(Map.of(this.topic, NewPartitions.increaseTo(now + 1))).all().get();
			}
			return List.of();
		}
		catch (ExecutionException ex) {
			throw new IllegalStateException(ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException(ex);
		}
	}

}
