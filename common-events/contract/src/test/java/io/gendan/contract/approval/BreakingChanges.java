package io.gendan.contract.approval;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

import tools.jackson.databind.JsonNode;

/**
 * What a subscriber of an approved event version would notice in a changed one. Only a
 * new optional field, a text that becomes personal and better words are none; all else
 * needs a new version with an upcaster.
 */
final class BreakingChanges {

	private static final Set<String> WORDS = Set.of("title", "description");

	private static final String PERSONAL = "x-gendan-personal";

	private final List<String> changes = new ArrayList<>();

	private BreakingChanges() {
	}

	static List<String> between(JsonNode approved, JsonNode proposed) {
		BreakingChanges breaking = new BreakingChanges();
		breaking.compare("", approved, proposed);
		return breaking.changes;
	}

	private void compare(String at, JsonNode approved, JsonNode proposed) {
		Set<String> keywords = new TreeSet<>(approved.propertyNames());
		keywords.addAll(proposed.propertyNames());
		keywords.removeAll(WORDS);
		for (String keyword : keywords) {
			JsonNode old = approved.path(keyword);
			JsonNode now = proposed.path(keyword);
			switch (keyword) {
				case "properties", "$defs" -> old.properties().forEach((member) -> {
					String path = at + "/" + member.getKey();
					if (now.has(member.getKey())) {
						compare(path, member.getValue(), now.get(member.getKey()));
					}
					else {
						this.changes.add(path + " is gone");
					}
				});
				case "items" -> compare(at + "/items", old, now);
				case "required" -> required(at, old, now);
				default -> {
					boolean becomesPersonal = keyword.equals(PERSONAL) && old.isMissingNode();
					if (!old.equals(now) && !becomesPersonal) {
						this.changes.add("%s: %s was %s and would be %s".formatted(at, keyword, old, now));
					}
				}
			}
		}
	}

	private void required(String at, JsonNode approved, JsonNode proposed) {
		Set<String> old = names(approved);
		Set<String> now = names(proposed);
		now.stream()
			.filter((name) -> !old.contains(name))
			.forEach((name) -> this.changes.add(at + "/" + name + " would be required"));
		old.stream()
			.filter((name) -> !now.contains(name))
			.forEach((name) -> this.changes.add(at + "/" + name + " would no longer be required"));
	}

	private static Set<String> names(JsonNode required) {
		return required.valueStream().map(JsonNode::asString).collect(Collectors.toCollection(TreeSet::new));
	}

}
