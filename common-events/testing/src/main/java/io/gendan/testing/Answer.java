package io.gendan.testing;

import java.net.http.HttpHeaders;

import tools.jackson.databind.JsonNode;

/**
 * An HTTP answer.
 *
 * @param status status code
 * @param headers headers
 * @param body JSON body, a missing node if there is none
 * @param text body as text
 */
public record Answer(int status, HttpHeaders headers, JsonNode body, String text) {
}
