package io.gendan.order.imports;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import io.gendan.stage.RefusalCode;
import org.jspecify.annotations.Nullable;

/** What is wrong with the rows of one number; past a limit faults are only counted. */
final class EntryFaults {

	private static final int SHOWN = 100;

	private final ColumnMapping mapping;

	private final String order;

	private final int limit;

	private final List<RowFault> faults = new ArrayList<>();

	/** What has been told about, so that the domain need not tell it again. */
	private final Set<String> told = new HashSet<>();

	private int more;

	EntryFaults(ColumnMapping mapping, String order, int limit) {
		this.mapping = mapping;
		this.order = order;
		this.limit = limit;
	}

	boolean none() {
		return this.faults.isEmpty();
	}

	boolean told(String path) {
		return this.told.contains(path);
	}

	/** Says that a field of the order is told about. */
	void tell(String path) {
		this.told.add(path);
	}

	void add(Row row, @Nullable ImportField field, RefusalCode code, Map<String, Object> facts) {
		add(row.line(), this.mapping.label(field), code, facts);
	}

	void add(long line, String field, RefusalCode code, Map<String, Object> facts) {
		if (this.faults.size() < this.limit) {
			this.faults.add(new RowFault(line, shown(this.order), field, code.name(), facts));
		}
		else {
			this.more++;
		}
	}

	List<RowFault> all() {
		List<RowFault> all = new ArrayList<>(this.faults);
		if (this.more > 0) {
			all.add(new RowFault(this.faults.getLast().row(), shown(this.order), "", ImportRefusal.MORE_FAULTS.name(),
					Map.of("count", this.more)));
		}
		return all;
	}

	static String shown(String value) {
		return (value.length() <= SHOWN) ? value : value.substring(0, SHOWN) + "…";
	}

}
