package io.gendan.order.customer;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/** What can be asked for about a customer. */
public sealed interface CustomerCommand {

	/**
	 * Enter a customer in the register.
	 *
	 * @param form what was filled in
	 * @param terms for those who decide on them
	 */
	record Register(CustomerForm form, TermsForm terms) implements CustomerCommand {
	}

	/**
	 * Say something else of it.
	 *
	 * @param form what was filled in, all of it
	 * @param reason why, may be left out
	 */
	record Change(CustomerForm form, @Nullable String reason) implements CustomerCommand {
	}

	/**
	 * Give it another grade.
	 *
	 * @param grade A key … C
	 * @param reason why
	 */
	record Grade(@Nullable String grade, @Nullable String reason) implements CustomerCommand {
	}

	/**
	 * Say how much may be owed.
	 *
	 * @param limit at the most
	 * @param reason why
	 */
	record SetCreditLimit(TermsForm.Amount limit, @Nullable String reason) implements CustomerCommand {
	}

	/**
	 * Stop business with it, or let it go on.
	 *
	 * @param standing good, on hold or blocked
	 * @param reason why
	 */
	record SetStanding(@Nullable String standing, @Nullable String reason) implements CustomerCommand {
	}

	/**
	 * Forget all personal data of it, also of one that is not in the register.
	 *
	 * @param cause why, one of a few
	 * @param reference number of the request or order it goes back to
	 */
	record Erase(@Nullable String cause, @Nullable String reference) implements CustomerCommand {
	}

	/**
	 * Take note that its keys are destroyed.
	 *
	 * @param goneBy by when they are gone from the broker's files too
	 */
	record RecordErasure(Instant goneBy) implements CustomerCommand {
	}

}
