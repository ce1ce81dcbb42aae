package io.gendan.stage;

import java.util.List;
import java.util.Map;

/**
 * Why a command is not carried out.
 *
 * @param code stable reason
 * @param facts what the message of the reason names, by placeholder
 * @param fields faults per field, empty when no field is at fault
 */
public record Refusal(RefusalCode code, Map<String, Object> facts, List<FieldFault> fields) {

	public Refusal {
		facts = Map.copyOf(facts);
		fields = List.copyOf(fields);
	}

}
