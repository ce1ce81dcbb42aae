/** Events about the customer register: a stream of its own for each customer. */
@NullMarked
package io.gendan.contract.customer;

import org.jspecify.annotations.NullMarked;
