/** What was refused to whom: kept for the auditor, whatever the flood. */
@NullMarked
package io.gendan.messaging.access;

import org.jspecify.annotations.NullMarked;
