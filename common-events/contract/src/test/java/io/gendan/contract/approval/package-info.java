/**
 * The approved form of the contract: how schemas, samples and the AsyncAPI document are
 * written from the records, and how they are compared with them.
 */
@NullMarked
package io.gendan.contract.approval;

import org.jspecify.annotations.NullMarked;
