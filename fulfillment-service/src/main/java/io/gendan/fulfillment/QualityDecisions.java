package io.gendan.fulfillment;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import io.gendan.contract.Personal;
import io.gendan.contract.fulfillment.CheckAspect;
import io.gendan.contract.fulfillment.Defect;
import io.gendan.contract.fulfillment.FulfillmentEvent;
import io.gendan.contract.fulfillment.GoodsReworked;
import io.gendan.contract.fulfillment.QualityFailed;
import io.gendan.contract.fulfillment.QualityPassed;
import io.gendan.fulfillment.FulfillmentCommand.Finding;
import io.gendan.fulfillment.FulfillmentCommand.InspectQuality;
import io.gendan.fulfillment.FulfillmentCommand.Rework;
import io.gendan.stage.Context;
import io.gendan.stage.Outcome;
import org.jspecify.annotations.Nullable;

/** What follows from a quality check and from rework (FUL-4). */
final class QualityDecisions {

	private static final int REMARK_LENGTH = 500;

	private static final int MAX_DEFECTS = 1000;

	private QualityDecisions() {
	}

	static Outcome<FulfillmentEvent> inspect(Fulfillment fulfillment, InspectQuality inspection, Context context) {
		if (fulfillment.phase() != Phase.READY_TO_INSPECT) {
			return Unfit.because(FulfillmentRefusal.NOT_READY_TO_INSPECT, fulfillment);
		}
		FieldCheck check = new FieldCheck();
		Boolean passed = check.required("passed", inspection.passed());
		List<@Nullable Finding> findings = Objects.requireNonNullElse(inspection.defects(), List.of());
		if (passed != null && passed && !findings.isEmpty()) {
			check.fault("defects", FulfillmentRefusal.PASSED_WITH_DEFECTS, Map.of());
		}
		else if (passed != null && !passed) {
			findings = check.requiredList("defects", findings, MAX_DEFECTS);
		}
		List<Defect> defects = defects(check, fulfillment, findings);
		if (passed == null || !check.faults().isEmpty()) {
			return Outcome.refused(FulfillmentRefusal.FIELDS_INVALID, check.faults());
		}
		int attempt = fulfillment.inspection().attempts() + 1;
		String inspector = context.actor().id();
		return passed ? Outcome.accepted(new QualityPassed(fulfillment.order(), attempt, inspector))
				: Outcome.accepted(new QualityFailed(fulfillment.order(), attempt, inspector, defects));
	}

	static Outcome<FulfillmentEvent> rework(Fulfillment fulfillment, Rework rework, Context context) {
		if (fulfillment.phase() != Phase.REWORK) {
			return Unfit.because(FulfillmentRefusal.NOTHING_TO_REWORK, fulfillment);
		}
		FieldCheck check = new FieldCheck();
		String remarks = check.prose("remarks", rework.remarks(), REMARK_LENGTH);
		if (!check.faults().isEmpty()) {
			return Outcome.refused(FulfillmentRefusal.FIELDS_INVALID, check.faults());
		}
		return Outcome.accepted(new GoodsReworked(fulfillment.order(), fulfillment.inspection().attempts(),
				context.actor().id(), Personal.ofNullable(remarks)));
	}

	private static List<Defect> defects(FieldCheck check, Fulfillment fulfillment, List<@Nullable Finding> findings) {
		List<Defect> defects = new ArrayList<>();
		UnfitCount count = new UnfitCount(check, fulfillment);
		for (int i = 0; i < findings.size(); i++) {
			String path = "defects[" + i + "]";
			Finding finding = check.required(path, findings.get(i));
			if (finding != null) {
				Integer line = check.required(path + ".line", finding.line());
				if (line != null && fulfillment.demand().line(line).isEmpty()) {
					check.fault(path + ".line", FulfillmentRefusal.LINE_UNKNOWN, Map.of("line", line));
				}
				CheckAspect aspect = check.required(path + ".aspect", finding.aspect());
				String remark = check.need(path + ".remark",
						check.prose(path + ".remark", finding.remark(), REMARK_LENGTH));
				if (line != null && aspect != null) {
					defects.add(new Defect(line, aspect, Personal.of(remark),
							count.of(path + ".quantity", line, aspect, finding.quantity())));
				}
			}
		}
		return defects;
	}

}
