package io.gendan.messaging.rest;

import io.gendan.contract.ExactTypes;
import tools.jackson.databind.cfg.CoercionAction;
import tools.jackson.databind.cfg.CoercionInputShape;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.type.LogicalType;

/**
 * Takes the values of a body for what they are. Unlike in events a decimal number may
 * also be a number, and a text where a client's own numbers may have lost digits.
 */
final class BodyTypes {

	private BodyTypes() {
	}

	static void apply(JsonMapper.Builder json) {
		ExactTypes.apply(json);
		json.withCoercionConfig(LogicalType.Float,
				(decimal) -> decimal.setAcceptBlankAsEmpty(false)
					.setCoercion(CoercionInputShape.EmptyString, CoercionAction.Fail)
					.setCoercion(CoercionInputShape.String, CoercionAction.TryConvert));
	}

}
