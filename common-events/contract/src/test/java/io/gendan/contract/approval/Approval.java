package io.gendan.contract.approval;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import io.gendan.contract.EventCatalogue;
import tools.jackson.databind.node.ObjectNode;

/**
 * Brings the approved files up to date with the records, on request only:
 * {@code -Dgendan.contract.approve=true}. A change that would break a subscriber is
 * refused, whatever was requested.
 */
final class Approval {

	private Approval() {
	}

	static void writeIfRequested() {
		if (Boolean.getBoolean("gendan.contract.approve")) {
			refuseBreakingChanges();
			EventCatalogue.all().forEach(Approval::write);
			ContractFiles.write(ContractFiles.ASYNC_API, AsyncApiWriter.document());
			CatalogueTable.update();
		}
	}

	private static void refuseBreakingChanges() {
		List<String> breaking = new ArrayList<>();
		EventCatalogue.all().forEach((type, event) -> {
			if (Files.exists(ContractFiles.schema(type))) {
				BreakingChanges
					.between(ContractFiles.json(ContractFiles.schema(type)), SchemaWriter.schema(type, event))
					.forEach((change) -> breaking.add(type + change));
			}
		});
		if (!breaking.isEmpty()) {
			throw new AssertionError("Not approved, a new event version is needed: " + breaking);
		}
	}

	private static void write(String type, Class<?> event) {
		Path sample = ContractFiles.sample(type);
		ObjectNode complete = SampleWriter.complete(event, Files.exists(sample) ? ContractFiles.json(sample) : null);
		ContractFiles.write(ContractFiles.schema(type), SchemaWriter.schema(type, event));
		ContractFiles.write(sample, complete);
		ContractFiles.write(ContractFiles.requiredSample(type), SampleWriter.requiredOnly(event, complete));
	}

}
