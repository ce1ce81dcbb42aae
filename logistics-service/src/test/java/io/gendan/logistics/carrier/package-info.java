@org.jspecify.annotations.NullMarked
package io.gendan.logistics.carrier;
