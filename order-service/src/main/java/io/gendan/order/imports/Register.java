package io.gendan.order.imports;

import java.util.List;
import java.util.function.Function;

import io.gendan.stage.Outcome;
import io.gendan.stage.Privacy;
import org.jspecify.annotations.Nullable;

/**
 * A register that files are read into: how rows become commands. What a file does not say
 * of something that is known stays as it is.
 *
 * @param <S> the state of an entry
 * @param <C> the commands on an entry
 */
interface Register<S, C> {

	/** What such files hold. */
	ImportKind kind();

	/**
	 * The command that enters all that the rows and, where they are silent, the register
	 * say.
	 * @param rows what the rows say
	 * @param known what the register says, null if it has never heard of the number
	 * @param privacy opens personal texts
	 * @return the command
	 */
	C entry(EntryFiller rows, @Nullable S known, Privacy privacy);

	/**
	 * Whether the register has something that a file may change; if not, a file may only
	 * try to enter it.
	 */
	boolean has(S state);

	/**
	 * Tells all that is wrong with an entry, whatever the register says.
	 * @param rows gets the faults
	 * @param entry see {@link #entry}
	 * @param decide what becomes of a command where the number is new
	 */
	void check(EntryFiller rows, C entry, Function<C, Outcome<?>> decide);

	/**
	 * The commands that make the register say the same as an entry; those that would
	 * change nothing may be among them.
	 * @param entry see {@link #entry}
	 * @param reason why
	 */
	List<C> changes(C entry, String reason);

}
