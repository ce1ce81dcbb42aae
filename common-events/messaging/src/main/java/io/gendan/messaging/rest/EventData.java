package io.gendan.messaging.rest;

/**
 * The data of an event in an answer: written as JSON, personal texts as the caller may
 * see them.
 *
 * @param type wire name of the event
 * @param json its data as they were recorded
 */
public record EventData(String type, String json) {
}
