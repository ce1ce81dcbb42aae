package io.gendan.stage;

/**
 * A command that carries more than what was asked for: what had to be looked up before it
 * can be decided on. That is no part of its text, by which a repeated command is known,
 * but it takes memory while the command waits.
 */
public interface Laden {

	/**
	 * What it carries beside its text.
	 * @return bytes, roughly
	 */
	long load();

}
