/**
 * The web server under services and gateway: which addresses it takes, and what it says
 * by itself when a request never reaches a controller.
 */
@NullMarked
package io.gendan.webserver;

import org.jspecify.annotations.NullMarked;
