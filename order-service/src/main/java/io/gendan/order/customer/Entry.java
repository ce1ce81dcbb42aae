package io.gendan.order.customer;

import io.gendan.contract.Money;
import io.gendan.contract.customer.CustomerDetails;
import io.gendan.contract.customer.Standing;
import org.jspecify.annotations.Nullable;

/**
 * What the register says of a customer. Personal texts in it are as the events have them,
 * sealed or not.
 *
 * @param details who and where it is
 * @param grade A key … C
 * @param creditLimit how much may be owed at the most, null as long as nobody has said
 * @param standing whether business is done with it
 */
public record Entry(CustomerDetails details, String grade, @Nullable Money creditLimit, Standing standing) {

	Entry with(CustomerDetails newDetails) {
		return new Entry(newDetails, this.grade, this.creditLimit, this.standing);
	}

	Entry with(String newGrade) {
		return new Entry(this.details, newGrade, this.creditLimit, this.standing);
	}

	Entry with(Money newLimit) {
		return new Entry(this.details, this.grade, newLimit, this.standing);
	}

	Entry with(Standing newStanding) {
		return new Entry(this.details, this.grade, this.creditLimit, newStanding);
	}

}
