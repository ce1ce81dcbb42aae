package io.gendan.review;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;

import io.gendan.contract.review.OrderApproved;
import io.gendan.contract.review.OrderReturnedForCorrection;
import io.gendan.review.ReviewCommand.Approve;
import io.gendan.review.ReviewCommand.Reject;
import io.gendan.review.ReviewCommand.RequestedCorrection;
import io.gendan.review.ReviewCommand.ReturnForCorrection;
import io.gendan.testing.ProblemTexts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** All faults of a request are told at once, each with its field. */
class RequestCheckTest {

	@Test
	void allFaultsOfAReturnAtOnce() {
		List<RequestedCorrection> corrections = new ArrayList<>(Arrays.asList(new RequestedCorrection(null, " "), null,
				new RequestedCorrection("lines[0]..price", "x".repeat(2001)),
				new RequestedCorrection("total", "a\u0007b")));
		Story.openReview()
			.when(new ReturnForCorrection(corrections))
			.refused(ReviewRefusal.FIELDS_INVALID)
			.refusedFields(Map.of("corrections[0].field", "REQUIRED", "corrections[0].remark", "REQUIRED",
					"corrections[1]", "REQUIRED", "corrections[2].field", "FIELD_PATH_INVALID", "corrections[2].remark",
					"TOO_LONG", "corrections[3].remark", "UNPRINTABLE"));
	}

	@Test
	void aReturnNeedsCorrectionsButNotThousands() {
		Story.openReview().when(new ReturnForCorrection(null)).refusedFields(Map.of("corrections", "REQUIRED"));
		Story.openReview().when(new ReturnForCorrection(List.of())).refusedFields(Map.of("corrections", "REQUIRED"));
		Story.openReview()
			.when(new ReturnForCorrection(Collections.nCopies(201, new RequestedCorrection("total", "x"))))
			.refusedFields(Map.of("corrections", "TOO_MANY"));
	}

	@ParameterizedTest
	@ValueSource(strings = { "total", "customer.creditCode", "lines[0].unitPrice", "lines[999].quantity",
			" shipTo.country ", "keyPoints[3]" })
	void pathsOfFields(String path) {
		Story.openReview()
			.when(new ReturnForCorrection(List.of(new RequestedCorrection(path, "x"))))
			.thenTypes(OrderReturnedForCorrection.class);
	}

	@ParameterizedTest
	@ValueSource(strings = { "lines[]", "lines[-1].unitPrice", "a.", ".a", "a b", "单价", "a[12345]", "<script>" })
	void noPathsOfFields(String path) {
		Story.openReview()
			.when(new ReturnForCorrection(List.of(new RequestedCorrection(path, "x"))))
			.refusedFields(Map.of("corrections[0].field", "FIELD_PATH_INVALID"));
	}

	@Test
	void aRejectionNeedsAReason() {
		Story.openReview().when(new Reject(null)).refusedFields(Map.of("reason", "REQUIRED"));
		Story.openReview().when(new Reject("\t \n")).refusedFields(Map.of("reason", "REQUIRED"));
		Story.openReview()
			.when(new Reject("\u0000".repeat(2001)))
			.refusedFields(Map.of("reason", "TOO_LONG,UNPRINTABLE"));
	}

	@Test
	void remarksOfAnApprovalAreFreeButNotEndless() {
		Story.openReview().when(new Approve(" ")).then(Story.approved(1));
		Story.openReview().when(new Approve("x\r\n\ty")).thenTypes(OrderApproved.class);
		Story.openReview().when(new Approve("x".repeat(2001))).refusedFields(Map.of("remarks", "TOO_LONG"));
	}

	@Test
	void everyRefusalSpeaksBothLanguages() {
		ProblemTexts.assertComplete(ReviewRefusal.values());
	}

}
