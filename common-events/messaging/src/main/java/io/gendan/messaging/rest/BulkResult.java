package io.gendan.messaging.rest;

import java.util.List;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What became of a bulk of commands.
 *
 * @param done how many have been carried out
 * @param refused how many have not
 * @param items what became of each, as asked for and in that order
 */
public record BulkResult(int done, int refused, List<Line> items) {

	static BulkResult of(List<Line> lines) {
		int done = (int) lines.stream().filter((line) -> line.problem() == null).count();
		return new BulkResult(done, lines.size() - done, lines);
	}

	/**
	 * What became of the command for one order.
	 *
	 * @param order order number
	 * @param status HTTP status that the command would have had alone
	 * @param version the order's version afterwards, if it was carried out
	 * @param problem why it was not carried out
	 */
	@Schema(name = "BulkLine")
	@JsonInclude(JsonInclude.Include.NON_NULL)
	public record Line(String order, int status, @Nullable Long version, @Nullable Problem problem) {

		static Line done(String order, long version) {
			return new Line(order, 200, version, null);
		}

		static Line failed(String order, Problem problem) {
			return new Line(order, problem.status(), null, problem);
		}

	}

}
