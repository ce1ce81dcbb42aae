package io.gendan.contract;

import java.util.ArrayList;
import java.util.List;

import io.gendan.contract.approval.EventSchema;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Where a value stands in a sample. */
record SamplePlace(JsonNode holder, String name, int index, String path) {

	/** Every field and every element, outer ones first. */
	static List<SamplePlace> in(ObjectNode sample) {
		List<SamplePlace> places = new ArrayList<>();
		collect(sample, "", places);
		return places;
	}

	JsonNode replace(JsonNode value) {
		if (this.holder instanceof ObjectNode object) {
			return object.replace(this.name, value);
		}
		ArrayNode array = (ArrayNode) this.holder;
		JsonNode old = array.get(this.index);
		array.set(this.index, value);
		return old;
	}

	JsonNode remove() {
		return (this.holder instanceof ObjectNode object) ? object.remove(this.name)
				: ((ArrayNode) this.holder).remove(this.index);
	}

	void restore(JsonNode value) {
		if (this.holder instanceof ObjectNode object) {
			object.set(this.name, value);
		}
		else {
			((ArrayNode) this.holder).insert(this.index, value);
		}
	}

	boolean mayBeAbsent(String type, ObjectNode sample) {
		if (this.holder.isArray()) {
			return false;
		}
		JsonNode value = remove();
		boolean valid = EventSchema.of(type).errors(sample).isEmpty();
		restore(value);
		return valid;
	}

	@Override
	public String toString() {
		return this.path;
	}

	private static void collect(JsonNode node, String path, List<SamplePlace> places) {
		if (node instanceof ObjectNode object) {
			List.copyOf(object.propertyNames()).forEach((name) -> {
				places.add(new SamplePlace(object, name, 0, path + "/" + name));
				collect(object.get(name), path + "/" + name, places);
			});
		}
		if (node instanceof ArrayNode array) {
			for (int i = 0; i < array.size(); i++) {
				places.add(new SamplePlace(array, "", i, path + "/" + i));
				collect(array.get(i), path + "/" + i, places);
			}
		}
	}

}
