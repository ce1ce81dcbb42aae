package io.gendan.messaging.rest;

import java.net.URI;
import java.time.Duration;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.http.HttpMethod;
import org.springframework.http.client.SimpleClientHttpRequestFactory;
import org.springframework.web.client.RequestCallback;
import org.springframework.web.client.ResourceAccessException;
import org.springframework.web.client.ResponseExtractor;
import org.springframework.web.client.RestClientException;
import org.springframework.web.client.RestTemplate;

/**
 * Asks the identity provider for its keys, in bounded time. One request is made for
 * everybody who waits, and when it fails none is made for a moment: nobody waits for the
 * turns of the others.
 */
final class KeyRequests extends RestTemplate {

	private static final Logger log = LoggerFactory.getLogger(KeyRequests.class);

	private static final Duration PATIENCE = Duration.ofSeconds(2);

	private static final long PAUSE = Duration.ofSeconds(2).toNanos();

	private volatile long failedAt = System.nanoTime() - PAUSE;

	KeyRequests() {
		SimpleClientHttpRequestFactory requests = new SimpleClientHttpRequestFactory();
		requests.setConnectTimeout(PATIENCE);
		requests.setReadTimeout(PATIENCE);
		setRequestFactory(requests);
	}

	@Override
	protected <T> @Nullable T doExecute(URI url, @Nullable String template, @Nullable HttpMethod method,
			@Nullable RequestCallback request, @Nullable ResponseExtractor<T> response) {
		if (System.nanoTime() - this.failedAt < PAUSE) {
			throw new ResourceAccessException("The identity provider has not answered a moment ago");
		}
		try {
			return super.doExecute(url, template, method, request, response);
		}
		catch (RestClientException ex) {
			this.failedAt = System.nanoTime();
			log.warn("The keys of the identity provider cannot be had at the moment: {}", ex.toString());
			throw ex;
		}
	}

}
