package io.gendan.messaging;

import io.gendan.contract.review.ReviewOpened;
import io.gendan.testing.Answer;
import io.gendan.testing.GendanIntegrationTest;
import io.gendan.testing.TestSystem;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

/** No value of a body is cut, or guessed from another type. */
@GendanIntegrationTest
class ExactTypesTest {

	private static final String ITEM = "{\"items\":[{\"order\":\"ET-1\",\"ifMatch\":%s,\"command\":{\"text\":\"a\"}}]}";

	@Autowired
	TestSystem system;

	@BeforeEach
	void anOrder() {
		this.system.publish(Orders.placed("ET-1"));
		this.system.await("ET-1", ReviewOpened.class);
	}

	@ParameterizedTest
	@ValueSource(strings = { "7", "1.5", "true", "false", "[\"a\"]", "{}" })
	void aTextIsNothingElse(String value) {
		assertWrong(post("/api/small/ET-1/note", "{\"text\":" + value + "}"), "text");
	}

	@ParameterizedTest
	@ValueSource(strings = { "9.9", "9.0", "\"9\"", "\"\"", "\" \"", "true", "[9]" })
	void aVersionIsAWholeNumber(String value) {
		assertWrong(post("/api/small/note", ITEM.formatted(value)), "items[0].ifMatch");
	}

	private Answer post(String path, String body) {
		return this.system.as("li", "salesperson").post(path, body);
	}

	private static void assertWrong(Answer answer, String field) {
		assertThat(answer.status()).as(answer.text()).isEqualTo(400);
		assertThat(answer.body().path("code").asString()).isEqualTo("FIELD_TYPE_WRONG");
		assertThat(answer.body().at("/facts/field").asString()).isEqualTo(field);
	}

}
