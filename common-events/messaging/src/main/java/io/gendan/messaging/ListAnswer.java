package io.gendan.messaging;

/** What a list answers: a page of it, or all of it as a file. */
public sealed interface ListAnswer permits OrderPage, ListFile {

}
